//! A contact sheet of every figure in every state, layer by layer, as a PNG:
//! `cargo run --example figures -- sheet.png` (add `dark` for the dark theme,
//! `guide` for the pictures of the guide), or one figure large:
//! `cargo run --example figures -- sheet.png light back_layers 1600`.

use std::process::ExitCode;

use image::RgbaImage;
use unclench::content::Library;
use unclench::figure::{Contour, Sheet};
use unclench::ui::tokens::{DARK, LIGHT};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match draw(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => tell(&err),
    }
}

#[expect(clippy::print_stderr, reason = "a command speaks to its terminal")]
fn tell(what: &str) -> ExitCode {
    eprintln!("{what}");
    ExitCode::FAILURE
}

fn draw(words: &[String]) -> Result<(), String> {
    let word = |at: usize| words.get(at).map(String::as_str);
    let path = word(0).ok_or("Name the PNG file to write.")?;
    let tokens = if word(1) == Some("dark") { DARK } else { LIGHT };
    let width = word(3).and_then(|w| w.parse().ok()).unwrap_or(300);
    let (ink, rim, ground) = (tokens.accent, tokens.raised, tokens.sunken);
    let sheet = Sheet {
        width,
        columns: (2600 / width).clamp(1, 8) as usize,
        ground: [ground.r(), ground.g(), ground.b()],
        contour: Some(Contour {
            tenths: 18,
            ink: [ink.r(), ink.g(), ink.b()],
            rim: [rim.r(), rim.g(), rim.b()],
        }),
    };
    let library = Library::embedded().map_err(|problems| format!("{problems:?}"))?;
    let drawn = match word(2) {
        Some("guide") => sheet.guide(&library)?,
        only => sheet.figures(&library, only)?,
    };
    // The ground is opaque, so nothing is multiplied by its opacity.
    RgbaImage::from_raw(drawn.width as u32, drawn.height as u32, drawn.rgba)
        .ok_or_else(|| "a picture of the wrong size".to_owned())?
        .save(path)
        .map_err(|err| err.to_string())
}
