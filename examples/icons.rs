//! Makes every file of the app's icon from its one drawing, `icons/app/app.svg`:
//! `cargo run --example icons`. With `-- --sheet FILE.png` it writes a sheet to
//! look at instead: each size as it is and magnified, on light and on dark.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a tool for the people who work on the program"
)]

#[path = "../tests/kit/icons.rs"]
#[expect(unreachable_pub, reason = "the tests use it too")]
mod icons;

use std::path::Path;
use std::process::ExitCode;

use image::{Rgba, RgbaImage};

/// What stands behind the icon: paper, white, two dark desktops.
const GROUNDS: [[u8; 4]; 4] = [
    [0xFB, 0xF8, 0xF4, 255],
    [255, 255, 255, 255],
    [0x14, 0x18, 0x1A, 255],
    [0x3A, 0x3A, 0x3C, 255],
];

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let args: Vec<String> = std::env::args().skip(1).collect();
    let ended = match args.as_slice() {
        [flag, file] if flag == "--sheet" => sheet(root, file),
        [] => write(root),
        _ => Err("nothing, or --sheet FILE.png".to_owned()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("{err}");
            ExitCode::FAILURE
        }
    }
}

fn write(root: &Path) -> Result<(), String> {
    for (name, bytes) in icons::made(root)? {
        let path = root.join("icons/app").join(name);
        std::fs::write(path, bytes).map_err(|err| err.to_string())?;
    }
    Ok(())
}

fn sheet(root: &Path, file: &str) -> Result<(), String> {
    let read = |name: &str| {
        let path = root.join("icons/app").join(name);
        std::fs::read_to_string(path).map_err(|err| err.to_string())
    };
    let (app, symbolic) = (read("app.svg")?, read("symbolic.svg")?);
    let (row, width) = (300, 1440);
    let mut canvas = RgbaImage::new(width, row * 4);
    for (at, ground) in GROUNDS.into_iter().enumerate() {
        let top = row * at as u32;
        for y in top..top + row {
            for x in 0..width {
                canvas.put_pixel(x, y, Rgba(ground));
            }
        }
        let mut x = 12;
        // The size, and how many pixels each of its pixels takes.
        for (side, times) in [
            (256, 1),
            (128, 1),
            (64, 1),
            (48, 1),
            (32, 1),
            (24, 1),
            (16, 1),
        ] {
            paint(&mut canvas, &app, (x, top + 20), side, times)?;
            x += side + 16;
        }
        for (side, times) in [(16, 8), (24, 6), (32, 5)] {
            paint(&mut canvas, &app, (x, top + 20), side, times)?;
            x += side * times + 16;
        }
        paint(&mut canvas, &symbolic, (x, top + 20), 16, 1)?;
        paint(&mut canvas, &symbolic, (x + 24, top + 20), 16, 8)?;
    }
    canvas.save(file).map_err(|err| err.to_string())
}

/// One picture at a place, each pixel `times` wide.
fn paint(
    canvas: &mut RgbaImage,
    svg: &str,
    (left, top): (u32, u32),
    side: u32,
    times: u32,
) -> Result<(), String> {
    let pixels = icons::picture(svg, side)?;
    for y in 0..side * times {
        for x in 0..side * times {
            let Some(over) = pixels.pixel(x / times, y / times) else {
                continue;
            };
            let Some(under) = canvas.get_pixel_mut_checked(left + x, top + y) else {
                continue;
            };
            let clear = 255 - u32::from(over.alpha());
            let parts = [over.red(), over.green(), over.blue()];
            for (below, part) in under.0.iter_mut().zip(parts) {
                *below = (u32::from(part) + u32::from(*below) * clear / 255) as u8;
            }
        }
    }
    Ok(())
}
