//! The table behind the page: one row an episode, oldest first.

use super::ask::Ask;
use super::facts::{Facts, Row};
use super::page::quiet;
use super::say::{self, Cleaner};
use crate::diary::count::plural;
use crate::diary::entry::{Episode, Relief, Side, Trigger};
use crate::print::sheet::{Block, Cell, Words};
use crate::settings::say_time;

/// Letters of a note, and of the words of a cell.
const NOTE: (usize, usize) = (90, 70);

/// The heading, a line that explains it, and the table.
pub(super) fn blocks(facts: &Facts, ask: &Ask, cleaner: &mut Cleaner<'_>) -> Vec<Block> {
    let mut head = vec![
        "Date", "Start", "Lasted", "Where", "Side", "NRS", "Triggers", "Relief",
    ];
    let mut shares = vec![1.15, 0.72, 0.85, 1.9, 0.72, 0.52, 1.35, 1.35];
    let notes = ask.notes
        && facts
            .rows
            .iter()
            .any(|row| !row.episode.note.trim().is_empty());
    if notes {
        head.push("Note");
        shares.push(1.9);
    }
    let rows: Vec<Vec<Cell>> = facts
        .rows
        .iter()
        .map(|row| cells(row, ask, notes, cleaner))
        .collect();
    let mut told = format!(
        "{}, oldest first. NRS: peak pain, 0 to 10. ~ start estimated. * written down more than \
         48 h later.",
        plural(facts.episodes, "episode")
    );
    if notes {
        told.push_str(" Long notes are cut.");
    }
    if cleaner.missed {
        told.extend([format!(
            " {}: characters that could not be printed.",
            say::UNPRINTED
        )]);
    }
    vec![
        Block::Heading(2, "Appendix: all episodes".to_owned()),
        quiet(told),
        Block::Table {
            shares,
            head: head.into_iter().map(str::to_owned).collect(),
            rows,
        },
    ]
}

fn cells(row: &Row, ask: &Ask, notes: bool, cleaner: &mut Cleaner<'_>) -> Vec<Cell> {
    let episode = &row.episode;
    let civil = episode.started_at.civil();
    let late = if row.late { " *" } else { "" };
    let about = if episode.about { "~" } else { "" };
    let lasted = match episode.duration.seconds() {
        Some(seconds) => say::lasted(f64::from(seconds)),
        None => "not ended".to_owned(),
    };
    let places: Vec<String> = episode.regions.iter().map(|r| place(r.label())).collect();
    let mut texts = vec![
        format!("{}{late}", civil.strftime("%-d %b %y")),
        format!("{about}{}", say_time(civil.time(), ask.twelve)),
        lasted,
        joined(&places),
        side(episode.side).to_owned(),
        episode.pain_peak.to_string(),
        triggers(episode),
        relief(episode, ask, cleaner),
    ];
    if notes {
        texts.push(cleaner.clean(&episode.note, NOTE.0));
    }
    texts.into_iter().map(|t| Words::plain(t).into()).collect()
}

/// The place without its side, which has a column of its own.
fn place(label: &str) -> String {
    let bare = label.replace("Left ", "").replace("Right ", "");
    let bare = bare.replace("the left ", "").replace("the right ", "");
    let bare = bare.replace(" inside", "").replace(", ", " ");
    let mut letters = bare.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The first few, and how many more.
fn joined(words: &[String]) -> String {
    let mut known: Vec<&String> = Vec::new();
    for word in words {
        if !known.contains(&word) {
            known.push(word);
        }
    }
    let mut said = String::new();
    for (at, word) in known.iter().enumerate() {
        if at > 0 && said.len() + word.len() > NOTE.1 {
            said.extend([format!(", +{}", known.len() - at)]);
            break;
        }
        if at > 0 {
            said.push_str("; ");
        }
        said.push_str(word);
    }
    said
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "Left",
        Side::Right => "Right",
        Side::Both => "Both",
        Side::Middle => "Mid",
    }
}

fn triggers(episode: &Episode) -> String {
    let words = episode.triggers.iter().map(|trigger| {
        if *trigger == Trigger::None {
            "None noticed".to_owned()
        } else {
            trigger.label().to_owned()
        }
    });
    joined(&words.collect::<Vec<_>>())
}

/// What was done; medicines by name where they may be told.
fn relief(episode: &Episode, ask: &Ask, cleaner: &mut Cleaner<'_>) -> String {
    let taken: Vec<&str> = episode
        .medicines
        .iter()
        .filter(|m| m.taken && ask.medicines)
        .map(|m| m.name.as_str())
        .collect();
    let told = episode
        .relief
        .iter()
        .filter(|relief| **relief != Relief::Medicine || ask.medicines && taken.is_empty());
    let mut words: Vec<String> = told.map(|r| r.label().to_owned()).collect();
    words.extend(taken.into_iter().map(|name| cleaner.clean(name, 24)));
    if episode.stretch.is_some() {
        words.push(Relief::Stretched.label().to_owned());
    }
    joined(&words)
}
