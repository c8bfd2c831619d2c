//! The typeface on paper: the same one as in the window, shaped and measured.

use krilla::text::Font;
use rustybuzz::{Direction, ShapePlan, UnicodeBuffer, script};

/// Atkinson Hyperlegible Next, regular: the bytes of its file.
pub static REGULAR: &[u8] = include_bytes!("../ui/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// Atkinson Hyperlegible Next, semibold: the bytes of its file.
pub static SEMIBOLD: &[u8] = include_bytes!("../ui/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf");

/// What stands in for a letter that the typeface does not have.
const MISSING: char = '?';

/// A glyph, its measures in parts of the size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) dx: f32,
    pub(super) dy: f32,
    /// The bytes of the text it stands for.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Shaped text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// Its width in parts of the size.
    pub(super) width: f32,
}

impl Shaped {
    /// Writes more text behind it.
    pub(super) fn push(&mut self, more: &Self) {
        let base = self.text.len();
        self.text.push_str(&more.text);
        let moved = more.glyphs.iter().map(|glyph| Glyph {
            from: glyph.from + base,
            to: glyph.to + base,
            ..glyph.clone()
        });
        self.glyphs.extend(moved);
        self.width += more.width;
    }
}

/// One weight.
pub(super) struct Face {
    letters: rustybuzz::Face<'static>,
    plan: ShapePlan,
    pub(super) pdf: Font,
}

impl Face {
    fn load(bytes: &'static [u8]) -> Result<Self, String> {
        let broken = || "the typeface could not be read".to_owned();
        let letters = rustybuzz::Face::from_slice(bytes, 0).ok_or_else(broken)?;
        let latin = Some(script::LATIN);
        let plan = ShapePlan::new(&letters, Direction::LeftToRight, latin, None, &[]);
        Ok(Self {
            plan,
            letters,
            pdf: Font::new(bytes.into(), 0).ok_or_else(broken)?,
        })
    }

    /// Shapes text of one line. Letters that the typeface lacks become "?".
    pub(super) fn shape(&self, text: &str) -> Shaped {
        let known = |c: char| match c {
            '\n' | '\t' | '\r' => ' ',
            c if self.letters.glyph_index(c).is_some() => c,
            _ => MISSING,
        };
        let text: String = text.chars().map(known).collect();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let out = rustybuzz::shape_with_plan(&self.letters, &self.plan, buffer);
        let em = self.letters.units_per_em().max(1) as f32;
        let infos = out.glyph_infos().iter();
        let mut glyphs: Vec<Glyph> = infos
            .zip(out.glyph_positions())
            .map(|(info, position)| Glyph {
                id: info.glyph_id,
                advance: position.x_advance as f32 / em,
                dx: position.x_offset as f32 / em,
                dy: position.y_offset as f32 / em,
                from: info.cluster as usize,
                to: text.len(),
            })
            .collect();
        // A glyph stands for all up to where the next one's text begins.
        let mut end = text.len();
        let mut after = text.len();
        for glyph in glyphs.iter_mut().rev() {
            if glyph.from != after {
                end = after;
                after = glyph.from;
            }
            glyph.to = end;
        }
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Shaped {
            text,
            glyphs,
            width,
        }
    }
}

/// Both weights.
pub(super) struct Faces {
    regular: Face,
    semibold: Face,
}

impl Faces {
    /// Reads both.
    pub(super) fn load() -> Result<Self, String> {
        Ok(Self {
            regular: Face::load(REGULAR)?,
            semibold: Face::load(SEMIBOLD)?,
        })
    }

    /// Whether the typeface has this letter in both weights.
    pub(super) fn has(&self, letter: char) -> bool {
        let has = |face: &Face| face.letters.glyph_index(letter).is_some();
        has(&self.regular) && has(&self.semibold)
    }

    /// Short text in the semibold weight, such as a number.
    pub(super) fn shaped(&self, text: &str) -> Shaped {
        self.semibold.shape(text)
    }

    /// Short text in the regular weight, such as a foot line.
    pub(super) fn shaped_plain(&self, text: &str) -> Shaped {
        self.regular.shape(text)
    }

    /// The face of a weight.
    pub(super) fn of(&self, strong: bool) -> &Face {
        if strong {
            &self.semibold
        } else {
            &self.regular
        }
    }
}
