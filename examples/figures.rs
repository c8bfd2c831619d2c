//! A contact sheet of every figure in every state, layer by layer, and of every
//! picture of the guide, as a PNG: `cargo run --example figures -- sheet.png`
//! (add `dark` for the dark theme), or one figure large:
//! `cargo run --example figures -- sheet.png light back_layers 1600`.

use std::process::ExitCode;

use image::{Rgba, RgbaImage, imageops};
use unclench::content::{Figure, Library};
use unclench::figure::{Contour, Drawing, Pixels, View};
use unclench::ui::tokens::{DARK, LIGHT, Tokens};

/// The width of one picture and the gap around it, in pixels.
const WIDTH: u32 = 300;
const GAP: u32 = 12;
const COLUMNS: u32 = 8;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(path) = words.next() else {
        return tell("Name the PNG file to write.");
    };
    let tokens = match words.next().as_deref() {
        Some("dark") => DARK,
        Some(_) | None => LIGHT,
    };
    let only = words.next();
    let width = words.next().and_then(|w| w.parse().ok()).unwrap_or(WIDTH);
    match sheet(&tokens, only.as_deref(), width)
        .and_then(|sheet| sheet.save(&path).map_err(|err| err.to_string()))
    {
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

/// All pictures on the ground that the guide puts under them; of one figure alone
/// where `only` is its id.
fn sheet(tokens: &Tokens, only: Option<&str>, width: u32) -> Result<RgbaImage, String> {
    let library = Library::embedded().map_err(|problems| format!("{problems:?}"))?;
    let ink = tokens.accent;
    let rim = tokens.raised;
    let contour = Some(Contour {
        tenths: 18,
        ink: [ink.r(), ink.g(), ink.b()],
        rim: [rim.r(), rim.g(), rim.b()],
    });
    let mut pictures = Vec::new();
    let wanted = |figure: &&Figure| only.is_none_or(|id| figure.id == id);
    for figure in library.figures().iter().filter(wanted) {
        let drawing = Drawing::of(figure)?;
        for view in views(figure) {
            pictures.push(drawing.picture(&view, width, contour)?);
        }
    }
    let causes = library.causes().iter().flat_map(|c| &c.pictures);
    let alerts = library.alerts().iter().flat_map(|a| &a.pictures);
    for picture in causes.chain(alerts) {
        if let Some(figure) = library.figure(&picture.figure).filter(wanted) {
            let view = View::of(figure, picture);
            pictures.push(Drawing::of(figure)?.picture(&view, width, contour)?);
        }
    }
    let tallest = pictures.iter().map(|p| p.height as u32).max().unwrap_or(1);
    let columns = COLUMNS.min((2600 / width).max(1));
    let rows = (pictures.len() as u32).div_ceil(columns);
    let ground = tokens.sunken;
    let mut sheet = RgbaImage::from_pixel(
        columns * (width + GAP),
        rows * (tallest + GAP),
        Rgba([ground.r(), ground.g(), ground.b(), 255]),
    );
    for (at, picture) in (0..).zip(&pictures) {
        let (x, y) = (at % columns * (width + GAP), at / columns * (tallest + GAP));
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
