//! A contact sheet of every figure in every state, layer by layer, as a PNG:
//! `cargo run --example figures -- sheet.png`

use std::process::ExitCode;

use image::{Rgba, RgbaImage, imageops};
use unclench::content::{Figure, Library};
use unclench::figure::{Drawing, Pixels, View};

/// The width of one picture and the gap around it, in pixels.
const WIDTH: u32 = 300;
const GAP: u32 = 12;
const ROW: u32 = 520;
const COLUMNS: u32 = 8;

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

/// Every view worth a look: each state, and each layer lifted off in turn.
fn views(figure: &Figure) -> Vec<View> {
    let mut all: Vec<View> = figure
        .states
        .iter()
        .map(|state| View {
            state: Some(state.id.clone()),
            ..View::default()
        })
        .collect();
    if all.is_empty() {
        all.push(View::default());
    }
    let mut hidden = View::default().hidden;
    for layer in Drawing::peel_order(figure) {
        hidden.insert(layer);
        if hidden.len() < figure.layers.len() {
            all.push(View {
                hidden: hidden.clone(),
                ..View::default()
            });
        }
    }
    all
}

fn sheet() -> Result<RgbaImage, String> {
    let library = Library::embedded().map_err(|problems| format!("{problems:?}"))?;
    let mut pictures = Vec::new();
    for figure in library.figures() {
        let drawing = Drawing::of(figure)?;
        for view in views(figure) {
            pictures.push(drawing.picture(&view, WIDTH)?);
        }
    }
    for cause in library.causes() {
        for picture in &cause.pictures {
            let Some(figure) = library.figure(&picture.figure) else {
                continue;
            };
            pictures.push(Drawing::of(figure)?.picture(&View::of(figure, picture), WIDTH)?);
        }
    }
    let rows = (pictures.len() as u32).div_ceil(COLUMNS);
    let mut sheet = RgbaImage::from_pixel(
        COLUMNS * (WIDTH + GAP),
        rows * (ROW + GAP),
        Rgba([255, 255, 255, 255]),
    );
    for (at, picture) in (0..).zip(&pictures) {
        let (x, y) = (at % COLUMNS * (WIDTH + GAP), at / COLUMNS * (ROW + GAP));
        imageops::overlay(&mut sheet, &straight(picture)?, x.into(), y.into());
    }
    Ok(sheet)
}

/// The picture with its colors no longer multiplied by their opacity.
fn straight(picture: &Pixels) -> Result<RgbaImage, String> {
    let mut rgba = picture.rgba.clone();
    for pixel in rgba.chunks_exact_mut(4) {
        if let [r, g, b, a] = pixel {
            for color in [r, g, b] {
                let full = u32::from(*color) * 255 / u32::from(*a).max(1);
                *color = full.min(255) as u8;
            }
        }
    }
    RgbaImage::from_raw(picture.width as u32, picture.height as u32, rgba)
        .ok_or_else(|| "a picture of the wrong size".to_owned())
}
