//! Breaks a paragraph into lines: of all ways to break it the one whose lines
//! are most even, so that the right edge is calm.

use super::face::{Faces, Shaped};
use super::ink::{Ink, Style};
use super::sheet::{Run, Words};

/// How large raised text is, in parts of the text around it.
const RAISED: f32 = 0.66;
/// How far it is raised, in parts of the size.
const LIFT: f32 = 0.34;

/// Text in one look, at its place in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// From the left end of the line.
    pub(super) x: f32,
    /// How far it is raised above the line.
    pub(super) lift: f32,
    pub(super) size: f32,
    pub(super) strong: bool,
    pub(super) ink: Ink,
    pub(super) link: Option<String>,
    pub(super) shaped: Shaped,
}

impl Piece {
    pub(super) fn width(&self) -> f32 {
        self.shaped.width * self.size
    }

    fn looks_like(&self, other: &Self) -> bool {
        self.strong == other.strong
            && self.ink == other.ink
            && self.lift.to_bits() == other.lift.to_bits()
            && self.link == other.link
    }
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// Without the space at its end.
    pub(super) width: f32,
}

/// What cannot be broken, and the space behind it.
#[derive(Clone, Debug, Default)]
struct Atom {
    pieces: Vec<Piece>,
    width: f32,
    space: Option<Piece>,
}

impl Atom {
    fn space_width(&self) -> f32 {
        self.space.as_ref().map_or(0.0, Piece::width)
    }
}

/// The lines of a paragraph that is `measure` points wide. At least one.
pub(super) fn lines(faces: &Faces, words: &Words, style: Style, measure: f32) -> Vec<Line> {
    let atoms = atoms(faces, words, style, measure);
    if atoms.is_empty() {
        return vec![Line::default()];
    }
    let ends = ends(&atoms, measure);
    let mut from = 0;
    let mut lines = Vec::with_capacity(ends.len());
    for end in ends {
        lines.push(line(atoms.get(from..end).unwrap_or_default()));
        from = end;
    }
    lines
}

/// Where each line ends: the breaks with the least sum of squared slack.
fn ends(atoms: &[Atom], measure: f32) -> Vec<usize> {
    let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
    for end in 1..=atoms.len() {
        let mut chosen = (f32::INFINITY, end - 1);
        let mut width = 0.0;
        for from in (0..end).rev() {
            let Some(atom) = atoms.get(from) else { break };
            width += atom.width;
            if from + 1 < end {
                width += atom.space_width();
            }
            let fits = width <= measure + 0.01;
            if !fits && from + 1 < end {
                break;
            }
            let before = best.get(from).map_or(f32::INFINITY, |(cost, _)| *cost);
            let slack = ((measure - width) / measure).max(0.0);
            let is_last = end == atoms.len();
            // The last line may be short; one word alone looks lost.
            let lost = if is_last && from + 1 == end && end > 1 {
                0.2
            } else {
                0.0
            };
            let cost = before + if is_last { lost } else { slack * slack } + 1e-3;
            if cost < chosen.0 {
                chosen = (cost, from);
            }
        }
        best.push(chosen);
    }
    let mut ends = Vec::new();
    let mut at = atoms.len();
    while at > 0 {
        ends.push(at);
        at = best.get(at).map_or(0, |(_, from)| *from).min(at - 1);
    }
    ends.reverse();
    ends
}

/// Puts atoms on one line; text in one look becomes one piece, with its spaces.
fn line(atoms: &[Atom]) -> Line {
    let mut line = Line::default();
    let mut x = 0.0;
    for atom in atoms {
        for piece in atom.pieces.iter().chain(&atom.space) {
            let width = piece.width();
            match line.pieces.last_mut() {
                Some(last) if last.looks_like(piece) => last.shaped.push(&piece.shaped),
                _ => line.pieces.push(Piece { x, ..piece.clone() }),
            }
            x += width;
        }
    }
    line.width = x - atoms.last().map_or(0.0, Atom::space_width);
    line
}

fn atoms(faces: &Faces, words: &Words, style: Style, measure: f32) -> Vec<Atom> {
    let mut atoms = vec![Atom::default()];
    for run in &words.0 {
        let parts = parts(&run.text);
        for (text, ends_in_space, can_break) in parts {
            let piece = piece(faces, run, style, &text);
            if let Some(atom) = atoms.last_mut()
                && !text.is_empty()
            {
                atom.width += piece.width();
                atom.pieces.push(piece);
            }
            if ends_in_space && let Some(atom) = atoms.last_mut() {
                atom.space = Some(self::piece(faces, run, style, " "));
            }
            if ends_in_space || can_break {
                atoms.push(Atom::default());
            }
        }
    }
    atoms.retain(|atom| !atom.pieces.is_empty());
    atoms
        .into_iter()
        .flat_map(|atom| split(faces, atom, measure))
        .collect()
}

fn piece(faces: &Faces, run: &Run, style: Style, text: &str) -> Piece {
    let strong = run.strong || style.strong;
    let (size, lift) = if run.raised {
        (style.size * RAISED, style.size * LIFT)
    } else {
        (style.size, 0.0)
    };
    Piece {
        x: 0.0,
        lift,
        size,
        strong,
        ink: if run.ink == Ink::Text {
            style.ink
        } else {
            run.ink
        },
        link: run.link.clone(),
        shaped: faces.of(strong).shape(text),
    }
}

/// Cuts a text where it may be broken: its parts, whether a space follows, and
/// whether it may be broken there without one.
fn parts(text: &str) -> Vec<(String, bool, bool)> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if c == ' ' && letters.peek() == Some(&'%') && part.ends_with(|c: char| c.is_ascii_digit())
        {
            part.push(c); // "30 %" stays on one line
            continue;
        }
        if matches!(c, ' ' | '\n' | '\t') {
            if !part.is_empty() || parts.is_empty() {
                parts.push((std::mem::take(&mut part), true, true));
            }
            continue;
        }
        part.push(c);
        let next = letters.peek().copied().unwrap_or(' ');
        let hyphen = matches!(c, '-' | '–') && next.is_alphabetic() && part.chars().count() > 2;
        let slash = matches!(c, '/' | '_' | '—') && !matches!(next, ' ' | '/');
        if hyphen || slash {
            parts.push((std::mem::take(&mut part), false, true));
        }
    }
    if !part.is_empty() {
        parts.push((part, false, false));
    }
    parts
}

/// Cuts an atom that is wider than a line into ones that fit.
fn split(faces: &Faces, atom: Atom, measure: f32) -> Vec<Atom> {
    if atom.width <= measure {
        return vec![atom];
    }
    let mut cut = vec![Atom::default()];
    for piece in &atom.pieces {
        for c in piece.shaped.text.chars() {
            let letter = Piece {
                shaped: faces.of(piece.strong).shape(c.encode_utf8(&mut [0; 4])),
                ..piece.clone()
            };
            let width = letter.width();
            if cut
                .last()
                .is_some_and(|a| a.width + width > measure && !a.pieces.is_empty())
            {
                cut.push(Atom::default());
            }
            if let Some(last) = cut.last_mut() {
                last.width += width;
                last.pieces.push(letter);
            }
        }
    }
    if let Some(last) = cut.last_mut() {
        last.space = atom.space;
    }
    cut
}
