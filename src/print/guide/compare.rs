//! Two causes side by side, and what tells them apart.

use super::{Desk, label};
use crate::content::{Cause, Claim, Library};
use crate::print::ink::Ink;
use crate::print::sheet::{Block, Boxed, Cell, Mark, Run, Sheet, Voice, Words};
use crate::triage::Speaks;

/// The page of these two causes.
pub fn compare(library: &Library, first: &Cause, second: &Cause) -> Sheet {
    let title = format!("{} or {}", first.name, lower_first(&second.name));
    let mut desk = Desk::new(library, "Compare two causes", &title);
    // Part by part, so that the same part begins at one height.
    for part in [picture, place, lasts] {
        let columns = [first, second].map(|cause| (1.0, part(&mut desk, cause)));
        desk.add(Block::Columns(columns.into()));
    }
    desk.heading("What tells them apart");
    table(&mut desk, first, second);
    written(&mut desk, first, second);
    desk.done()
}

fn picture(desk: &mut Desk<'_>, cause: &Cause) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(3, cause.name.clone())];
    if let Some(figure) = cause.face().and_then(|p| desk.picture(p)) {
        blocks.push(Block::Figures(vec![figure]));
    }
    blocks
}

fn place(_: &mut Desk<'_>, cause: &Cause) -> Vec<Block> {
    vec![
        label("Where you feel it"),
        Block::Paragraph(Voice::Body, Words::plain(&*cause.place)),
    ]
}

fn lasts(desk: &mut Desk<'_>, cause: &Cause) -> Vec<Block> {
    let lasts = desk.claim(&cause.lasts);
    vec![
        label("How long it lasts"),
        Block::Paragraph(Voice::Body, lasts),
    ]
}

fn table(desk: &mut Desk<'_>, first: &Cause, second: &Cause) {
    let rows = desk.library.knowledge().apart(first, second);
    if rows.is_empty() {
        desk.paragraph(Words::plain(
            "No answer in the check tells these two apart. Read both pages, or ask a doctor.",
        ));
        return;
    }
    desk.add(label(
        "What the check learns from an answer, the strongest difference first.",
    ));
    let rows = rows.iter().map(|row| {
        vec![
            Cell::from(Words::plain(&*row.says)),
            spoken(row.first),
            spoken(row.second),
        ]
    });
    desk.add(Block::Table {
        shares: vec![1.1, 1.0, 1.0],
        head: vec![
            "If this is true".to_owned(),
            first.name.clone(),
            second.name.clone(),
        ],
        rows: rows.collect(),
    });
}

/// What an answer says about one cause: marks and words.
fn spoken(speaks: Speaks) -> Cell {
    let (marks, ink) = match speaks {
        Speaks::ClearlyFor => (vec![Mark::Plus; 2], Ink::Positive),
        Speaks::For => (vec![Mark::Plus], Ink::Positive),
        Speaks::Nothing => (Vec::new(), Ink::Muted),
        Speaks::Against => (vec![Mark::Minus], Ink::Caution),
        Speaks::ClearlyAgainst => (vec![Mark::Minus; 2], Ink::Caution),
    };
    Cell {
        marks,
        words: Words::default().and(Run {
            text: speaks.words().to_owned(),
            ink,
            ..Run::default()
        }),
        ink,
    }
}

/// What the page of each cause says about the other one.
fn written(desk: &mut Desk<'_>, first: &Cause, second: &Cause) {
    let of = |from: &Cause, about: &Cause| -> Vec<Claim> {
        let about = Some(&about.id);
        let apart = from.apart.iter().filter(|l| l.other.as_ref() == about);
        apart.flat_map(|l| l.tells.iter().cloned()).collect()
    };
    let told = [(first, of(first, second)), (second, of(second, first))];
    if told.iter().all(|(_, claims)| claims.is_empty()) {
        return;
    }
    desk.heading("In words");
    for (cause, claims) in told.iter().filter(|(_, claims)| !claims.is_empty()) {
        let list = desk.claims(claims);
        desk.add(Block::Boxed(Boxed {
            ink: Ink::Muted,
            blocks: vec![label(&format!("From the page “{}”", cause.name)), list],
            ..Boxed::default()
        }));
    }
}

/// A name within a sentence: only the letters of an abbreviation stay large.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match (first, second) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
