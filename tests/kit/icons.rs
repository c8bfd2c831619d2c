//! The icon of the app in every size and container, made from its one drawing:
//! `icons/app/app.svg`. Used by the example that writes the files and by the test
//! that holds them against the drawing.

use std::path::Path;

use image::{ExtendedColorType, ImageEncoder as _, codecs::png};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

/// Sides of the square PNG files, in pixels.
pub const SIZES: [u32; 9] = [16, 22, 24, 32, 48, 64, 128, 256, 512];

/// The sizes inside the Windows icon.
const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];

/// The sizes inside the macOS icon, with the name each has there.
const ICNS: [(&[u8; 4], u32); 10] = [
    (b"icp4", 16),
    (b"icp5", 32),
    (b"icp6", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic09", 512),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic13", 256),
    (b"ic14", 512),
];

/// A drawing in a square of `side` pixels.
pub fn picture(svg: &str, side: u32) -> Result<Pixmap, String> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(|e| e.to_string())?;
    let mut pixels = Pixmap::new(side, side).ok_or("no pixels")?;
    let scale = side as f32 / tree.size().width();
    let scale = Transform::from_scale(scale, scale);
    resvg::render(&tree, scale, &mut pixels.as_mut());
    Ok(pixels)
}

/// The same as a PNG.
fn png(svg: &str, side: u32) -> Result<Vec<u8>, String> {
    let pixels = picture(svg, side)?;
    let mut straight = Vec::with_capacity(pixels.data().len());
    for pixel in pixels.pixels() {
        let color = pixel.demultiply();
        straight.extend([color.red(), color.green(), color.blue(), color.alpha()]);
    }
    let mut out = Vec::new();
    png::PngEncoder::new_with_quality(
        &mut out,
        png::CompressionType::Best,
        png::FilterType::Adaptive,
    )
    .write_image(&straight, side, side, ExtendedColorType::Rgba8)
    .map_err(|err| err.to_string())?;
    Ok(out)
}

/// A Windows icon: a table of sizes, then the PNGs.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = vec![0, 0, 1, 0];
    out.extend((pictures.len() as u16).to_le_bytes());
    let mut at = 6 + 16 * pictures.len() as u32;
    for (side, bytes) in pictures {
        let side = if *side < 256 { *side as u8 } else { 0 }; // 0 is 256
        out.extend([side, side, 0, 0, 1, 0, 32, 0]);
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(at.to_le_bytes());
        at += bytes.len() as u32;
    }
    for (_, bytes) in pictures {
        out.extend(bytes);
    }
    out
}

/// A macOS icon: named PNGs, each with its length.
fn icns(pictures: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut parts = Vec::new();
    for (name, bytes) in pictures {
        parts.extend(*name);
        parts.extend((bytes.len() as u32 + 8).to_be_bytes());
        parts.extend(bytes);
    }
    let mut out = b"icns".to_vec();
    out.extend((parts.len() as u32 + 8).to_be_bytes());
    out.extend(parts);
    out
}

/// Every made file: its name in `icons/app`, and its bytes.
pub fn made(root: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let master = root.join("icons/app/app.svg");
    let svg = std::fs::read_to_string(master).map_err(|err| err.to_string())?;
    let mut files = Vec::new();
    for side in SIZES {
        files.push((format!("{side}.png"), png(&svg, side)?));
    }
    let mut windows = Vec::new();
    for side in ICO {
        windows.push((side, png(&svg, side)?));
    }
    files.push(("unclench.ico".to_owned(), ico(&windows)));
    let mut mac = Vec::new();
    for (name, side) in ICNS {
        mac.push((name, png(&svg, side)?));
    }
    files.push(("unclench.icns".to_owned(), icns(&mac)));
    Ok(files)
}
