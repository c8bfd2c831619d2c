//! A blank sheet to fill in by hand for two weeks, where there is no computer.

use super::page::{quiet, said};
use crate::content::Library;
use crate::figure::View;
use crate::print::ink::Ink;
use crate::print::plot::{Align, Mark, Plot, X};
use crate::print::sheet::{Art, Block, Figure, Item, Label, Run, Sheet, Voice, Words};

/// The places that have a number on the sheet, without their side.
const PLACES: [(&str, &str); 8] = [
    ("low_back", "Low back"),
    ("tailbone", "Tailbone"),
    ("buttock_{}_upper", "Buttock, upper"),
    ("buttock_{}_mid", "Buttock, middle"),
    ("buttock_{}_outer", "Buttock, outer"),
    ("buttock_{}_deep", "Buttock, deep inside"),
    ("sit_bone_{}", "Sit bone"),
    ("thigh_back_{}", "Back of the thigh"),
];
/// The columns: their heads in two lines, and how wide they are.
const COLUMNS: [(&str, &str, f32); 9] = [
    ("Date", "", 1.0),
    ("Began", "at", 0.85),
    ("How long", "", 1.0),
    ("Where", "number", 0.9),
    ("Side", "L R B M", 0.85),
    ("Worst", "0 to 10", 0.85),
    ("What was I doing?", "before it began", 2.0),
    ("What eased it?", "and how soon", 2.0),
    ("Note", "", 1.5),
];
/// Rows to fill in, and how tall each is, in points.
const ROWS: (u8, f32) = (19, 22.6);

/// The sheet.
pub fn blank(library: &Library) -> Sheet {
    let mut sheet = Sheet {
        kicker: "Two weeks by hand".to_owned(),
        title: "Cramp diary".to_owned(),
        under: "Name: ______________________________   From: ______________   To: ______________"
            .to_owned(),
        dense: true,
        tallest: Some(190.0),
        foot: "Self-recorded; not a diagnosis.".to_owned(),
        ..Sheet::default()
    };
    let how = [
        (
            "Each cramp is one row.",
            " Write it down soon; a guess is fine, with ~ before it.",
        ),
        (
            "How long:",
            " seconds, minutes or hours, such as 40 s or 5 min.",
        ),
        (
            "Where:",
            " the numbers of the drawing. Write other places in words.",
        ),
        ("Side:", " L left, R right, B both, M in the middle."),
        (
            "Worst:",
            " 0 is no pain, 10 is the worst pain you can think of.",
        ),
    ];
    let mut words: Vec<Item> = Vec::new();
    for (strong, rest) in how {
        let run = Run {
            text: rest.to_owned(),
            ..Run::default()
        };
        words.push(Words::strong(strong).and(run).into());
    }
    let mut left = vec![Block::List(words), quiet("The numbers of the drawing:")];
    let names = PLACES.iter().enumerate();
    let names: Vec<String> = names
        .map(|(at, (_, name))| format!("{} {name}", at + 1))
        .collect();
    left.push(said(names.join("; ") + "."));
    left.push(quiet(
        "Tick each day without any cramp. It counts as much as a day with one.",
    ));
    left.push(Block::Plot(days()));
    sheet.blocks.push(Block::Columns(vec![
        (1.75, left),
        (1.0, drawing(library).into_iter().collect()),
    ]));
    sheet.blocks.push(Block::Plot(rows()));
    let signs = ["R01", "R03"].iter().filter_map(|id| library.rule(id));
    let signs: Vec<&str> = signs.map(|rule| rule.sign.as_str()).collect();
    if !signs.is_empty() {
        let words = Words::strong("Get emergency help now if this is so: ").and(Run {
            text: signs.join(" "),
            ..Run::default()
        });
        sheet.blocks.push(Block::Paragraph(Voice::Body, words));
    }
    sheet
}

/// The body from behind with the numbers of its places on both sides.
fn drawing(library: &Library) -> Option<Block> {
    let figure = library.figure("back")?;
    let mut labels = Vec::new();
    for (at, (id, _)) in PLACES.iter().enumerate() {
        let sides = if id.contains("{}") {
            &["left", "right"][..]
        } else {
            &[""]
        };
        for side in sides {
            if let Some(place) = figure.structure(&id.replace("{}", side)) {
                labels.push(Label {
                    at: place.label,
                    text: (at + 1).to_string(),
                });
            }
        }
    }
    Some(Block::Figures(vec![Figure {
        art: Art {
            figure: figure.clone(),
            view: View {
                hidden: ["places".to_owned()].into(),
                ..View::default()
            },
            labels,
            heat: Vec::new(),
        },
        alt: "The body from behind with a number on each place; the list beside it names them."
            .to_owned(),
        caption: Words::default(),
    }]))
}

/// Fourteen boxes to tick.
fn days() -> Plot {
    let mut marks = Vec::new();
    for day in 0..14_u8 {
        let x = |points: f32| X {
            share: f32::from(day) / 14.0,
            points,
        };
        let (left, right, top, bottom) = (x(4.0), x(16.0), 12.0, 24.0);
        let edges = [
            ((left, top), (right, top)),
            ((right, top), (right, bottom)),
            ((right, bottom), (left, bottom)),
            ((left, bottom), (left, top)),
        ];
        marks.push(Mark::word(
            (x(10.0), 9.0),
            (day + 1).to_string(),
            Align::Middle,
        ));
        for (from, to) in edges {
            marks.push(Mark::line(from, to, 0.8, Ink::Muted));
        }
    }
    Plot {
        height: 28.0,
        marks,
        alt: "Fourteen boxes, one for each day, to tick on a day without any cramp.".to_owned(),
    }
}

/// The empty table.
fn rows() -> Plot {
    let (count, tall) = ROWS;
    let head = 24.0;
    let whole: f32 = COLUMNS.iter().map(|(.., share)| share).sum();
    let height = head + f32::from(count) * tall;
    let mut marks = Vec::new();
    let mut at = 0.0;
    for (first, second, share) in COLUMNS {
        let x = X {
            share: at / whole,
            points: 0.0,
        };
        let word = |dy: f32, text: &str| {
            let place = (X { points: 3.0, ..x }, dy);
            Mark::word(place, text.to_owned(), Align::Start)
        };
        marks.push(word(9.0, first).strong());
        if !second.is_empty() {
            marks.push(word(19.5, second));
        }
        marks.push(Mark::line((x, 0.0), (x, height), 0.5, Ink::Muted));
        at += share;
    }
    marks.push(Mark::line(
        (X::RIGHT, 0.0),
        (X::RIGHT, height),
        0.5,
        Ink::Muted,
    ));
    marks.push(Mark::line(
        (X::at(0.0), 0.0),
        (X::RIGHT, 0.0),
        0.9,
        Ink::Text,
    ));
    for row in 0..=count {
        let y = head + f32::from(row) * tall;
        let wide = if row == 0 { 0.9 } else { 0.5 };
        marks.push(Mark::line((X::at(0.0), y), (X::RIGHT, y), wide, Ink::Muted));
    }
    let names = COLUMNS.map(|(first, second, _)| format!("{first} {second}").trim().to_owned());
    Plot {
        height,
        marks,
        alt: format!(
            "An empty table of {count} rows. Columns: {}.",
            names.join(", ")
        ),
    }
}
