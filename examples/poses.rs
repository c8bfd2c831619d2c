//! A contact sheet of the figure: every pose from the side and from above, right
//! and left, then moments on the ways between them, in each theme, as a PNG:
//! `cargo run --example poses -- sheet.png`

use std::process::ExitCode;

use image::{Rgba, RgbaImage, imageops};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use unclench::content::Library;
use unclench::pose::{BodyView, Seen, svg};
use unclench::stretch::Side;
use unclench::ui::tokens::{DARK, LIGHT, NIGHT, Tokens};

/// The room of one picture, in pixels.
const WIDTH: u32 = 360;
const HEIGHT: u32 = 300;
const COLUMNS: u32 = 8;

/// Ways worth a look.
const WAYS: [(&str, &str); 6] = [
    ("lie_ready", "cross"),
    ("open", "draw_in"),
    ("hold", "release"),
    ("release", "swap"),
    ("seated_ready", "seated_cross"),
    ("side_ready", "side_draw"),
];

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        return tell("Name the PNG file to write.");
    };
    match sheet().and_then(|sheet| sheet.save(&path).map_err(|err| err.to_string())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => tell(&err),
    }
}

#[expect(clippy::print_stderr, reason = "a command speaks to its terminal")]
fn tell(what: &str) -> ExitCode {
    eprintln!("{what}");
    ExitCode::FAILURE
}

/// Everything worth a look, in reading order.
fn views(library: &Library) -> Vec<(BodyView<'_>, &'static Tokens)> {
    let mut all = Vec::new();
    for id in library.poses().ids() {
        for (seen, tokens) in [(Seen::Side, &LIGHT), (Seen::Above, &DARK)] {
            for side in [Side::Right, Side::Left] {
                let view = BodyView {
                    seen,
                    ..BodyView::still(id, side)
                };
                all.push((view, tokens));
            }
        }
    }
    for (from, to) in WAYS {
        for step in 0..8_u8 {
            let view = BodyView {
                from,
                to,
                blend: f32::from(step) / 7.0,
                ..BodyView::still(to, Side::Right)
            };
            all.push((view, &NIGHT));
        }
    }
    all
}

fn sheet() -> Result<RgbaImage, String> {
    let library = Library::embedded().map_err(|problems| format!("{problems:?}"))?;
    let views = views(&library);
    let rows = (views.len() as u32).div_ceil(COLUMNS);
    let mut sheet = RgbaImage::new(COLUMNS * WIDTH, rows * HEIGHT);
    for (at, (view, tokens)) in (0..).zip(&views) {
        let one = one(&library, view, tokens)?;
        let (x, y) = (at % COLUMNS * WIDTH, at / COLUMNS * HEIGHT);
        imageops::overlay(&mut sheet, &one, x.into(), y.into());
    }
    Ok(sheet)
}

/// One picture, in the middle of its room.
fn one(library: &Library, view: &BodyView<'_>, tokens: &Tokens) -> Result<RgbaImage, String> {
    let poses = library.poses();
    let picture = poses.picture(view).ok_or("a pose nobody knows")?;
    let (wide, high) = picture.size;
    let width = (WIDTH as f32).min(HEIGHT as f32 * wide / high);
    let text = svg(&picture, &tokens.body, width);
    let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).map_err(|e| e.to_string())?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or("no room")?;
    let left = (WIDTH as f32 - width) / 2.0;
    let top = (HEIGHT as f32 - width * high / wide) / 2.0;
    resvg::render(
        &tree,
        Transform::from_translate(left, top),
        &mut pixels.as_mut(),
    );
    let drawn = RgbaImage::from_raw(WIDTH, HEIGHT, pixels.take()).ok_or("a wrong size")?;
    let [r, g, b, _] = tokens.surface.to_array();
    let mut room = RgbaImage::from_pixel(WIDTH, HEIGHT, Rgba([r, g, b, 255]));
    imageops::overlay(&mut room, &drawn, 0, 0);
    Ok(room)
}
