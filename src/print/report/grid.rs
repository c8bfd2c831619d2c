//! The grid below the charts: triggers, relief, medicines, walking, cycle,
//! stretching, patterns.

use super::ask::Ask;
use super::charts;
use super::facts::{Facts, Seen};
use super::page::{Room, heading, part, quiet, said};
use super::say::{self, Cleaner};
use super::tallies::{Done, no_leg};
use crate::diary::count::{grouped, plural};
use crate::diary::entry::Trigger;
use crate::diary::pattern::Level;
use crate::print::sheet::{Block, Cell, Item, Voice, Words};

/// Letters of the name of a medicine.
const WORD: usize = 28;
/// From so many on, only the head of a column says of how many.
const MANY: u32 = 1000;
fn cell(text: impl Into<String>) -> Cell {
    Words::plain(text).into()
}

/// A short table; how many rows more there are stands below it.
fn table(head: &[&str], shares: &[f32], mut rows: Vec<Vec<Cell>>, room: Room) -> Vec<Block> {
    let more = rows.len().saturating_sub(room.rows);
    rows.truncate(room.rows);
    let mut blocks = vec![Block::Table {
        shares: shares.to_vec(),
        head: head.iter().map(|word| (*word).to_owned()).collect(),
        rows,
    }];
    if more > 0 {
        blocks.push(quiet(format!("And {more} more.")));
    }
    blocks
}

/// So many of so many, for a column with the head of [`episodes`].
fn x_of(x: u32, of: u32) -> String {
    if of < MANY {
        format!("{x} of {of}")
    } else {
        grouped(x)
    }
}

fn episodes(of: u32) -> String {
    if of < MANY {
        "Episodes".to_owned()
    } else {
        format!("Of {}", grouped(of))
    }
}

fn minutes(done: &Done) -> String {
    done.minutes.map_or("not recorded".to_owned(), |spread| {
        say::lasted(spread.middle * 60.0)
    })
}

/// Triggers, relief and medicines side by side.
pub(super) fn lists(facts: &Facts, ask: &Ask, cleaner: &mut Cleaner<'_>, room: Room) -> Block {
    let mut triggers = vec![heading("Triggers")];
    if facts.triggers.list.is_empty() {
        triggers.push(said("None recorded."));
    } else {
        let of = facts.triggers.of;
        let rows = facts.triggers.list.iter().map(|(word, count)| {
            let word = if word == Trigger::None.label() {
                "None noticed"
            } else {
                word
            };
            vec![cell(word), cell(x_of(*count, of))]
        });
        let head = ["", &episodes(of)];
        triggers.extend(table(&head, &[1.5, 1.0], rows.collect(), room));
    }
    let mut relief = vec![heading("Relief tried")];
    if facts.relief.is_empty() {
        relief.push(said("None recorded."));
    } else {
        let of = facts.relief_told;
        let rows = facts.relief.iter().map(|done| {
            let name = done.name.clone();
            vec![cell(name), cell(x_of(done.used, of)), cell(minutes(done))]
        });
        let head = ["", &episodes(of), "Better after"];
        relief.extend(table(&head, &[1.25, 0.85, 1.0], rows.collect(), room));
    }
    let mut columns = vec![(1.0, triggers), (1.35, relief)];
    if ask.medicines {
        let mut medicines = vec![heading("Medicines taken")];
        if facts.medicines.is_empty() {
            medicines.push(said("None recorded."));
        } else {
            let rows = facts.medicines.iter().map(|done| {
                vec![
                    cell(cleaner.clean(&done.name, WORD)),
                    cell(grouped(done.used)),
                    cell(minutes(done)),
                ]
            });
            let rows = rows.collect();
            let head = ["", "Episodes", "Better after"];
            medicines.extend(table(&head, &[1.3, 0.75, 1.0], rows, room));
        }
        columns.push((1.3, medicines));
    }
    Block::Columns(columns)
}

/// What stands last, in two columns; and what is not there, in words.
pub(super) fn more(facts: &Facts, ask: &Ask, room: Room) -> (Option<Block>, String) {
    if !room.extras {
        let left = "Left out for want of room: walking, night, leg signs, stretching, patterns.";
        return (None, left.to_owned());
    }
    let mut missing = Vec::new();
    let mut left = Vec::new();
    match walking(facts) {
        Some(blocks) => left.extend(blocks),
        None => missing.push("walking distance"),
    }
    match facts.cycle {
        Some(cycle) => {
            left.push(heading("Menstrual cycle"));
            left.push(said(format!(
                "Days with a cramp: {} period days, {} other days.",
                part(cycle.with.0, cycle.with.1),
                part(cycle.without.0, cycle.without.1)
            )));
        }
        None if ask.cycle => missing.push("menstrual cycle"),
        None => {}
    }
    let others = others(facts);
    if !others.is_empty() {
        left.push(heading("With the episodes"));
        left.extend(others.into_iter().map(said));
    }
    let mut right = Vec::new();
    if facts.sessions.count > 0 {
        right.push(heading("Stretching"));
        right.push(said(stretching(facts)));
    } else {
        missing.push("stretch sessions");
    }
    if left.is_empty() {
        left = std::mem::take(&mut right);
    }
    right.extend(patterns(facts));
    let block = match (left.is_empty(), right.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Block::Columns(vec![(1.0, right)])),
        (false, true) => Some(Block::Columns(vec![(1.0, left)])),
        (false, false) => Some(Block::Columns(vec![(1.0, left), (1.0, right)])),
    };
    let missing = if missing.is_empty() {
        String::new()
    } else {
        format!("Not recorded: {}.", missing.join(", "))
    };
    (block, missing)
}

fn walking(facts: &Facts) -> Option<Vec<Block>> {
    let walks = &facts.walks;
    if walks.of == 0 && walks.meters.is_none() && walks.minutes.is_none() {
        return None;
    }
    let mut blocks = vec![heading("Walking until it began")];
    if walks.series.len() >= 3 {
        blocks.push(Block::Plot(charts::walks(facts, 44.0)));
    }
    let mut text = Vec::new();
    if let Some(far) = walks.meters {
        text.push(format!(
            "Median {} (range {} to {}; {}).",
            say::meters(far.middle, walks.units),
            say::meters(far.low, walks.units),
            say::meters(far.high, walks.units),
            plural(far.of, "walk")
        ));
    }
    if let (None, Some(long)) = (walks.meters, walks.minutes) {
        text.push(format!(
            "Median {} min (range {} to {}; {}).",
            say::number(long.middle),
            say::number(long.low),
            say::number(long.high),
            plural(long.of, "walk")
        ));
    }
    if walks.of > 0 {
        text.push(format!(
            "Set off by walking: {}; eased by standing still {}, by sitting or bending {}.",
            walks.of, walks.still, walks.sat
        ));
    }
    blocks.push(said(text.join(" ")));
    Some(blocks)
}

/// Night and leg.
fn others(facts: &Facts) -> Vec<String> {
    let mut all = Vec::new();
    if facts.woke.1 > 0 {
        all.push(format!(
            "Woken by it: {} episodes in which this was told.",
            part(facts.woke.0, facts.woke.1)
        ));
    }
    if facts.legs.of > 0 {
        let of = facts.legs.of;
        let signs = facts.legs.list.iter().filter(|(word, _)| word != no_leg());
        let signs: Vec<String> = signs
            .map(|(word, n)| format!("{} {n}", lower(word)))
            .collect();
        let none = facts.legs.count(no_leg());
        all.push(if signs.is_empty() {
            format!("Leg: no signs in {none} of {of}.")
        } else {
            format!("Leg (of {of}): {}; none {none}.", signs.join(", "))
        });
    }
    all
}

pub(super) fn lower(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn stretching(facts: &Facts) -> String {
    let sessions = &facts.sessions;
    let mut text = format!(
        "{} on {}.",
        plural(sessions.count, "session"),
        plural(sessions.days, "day")
    );
    match (sessions.before, sessions.after) {
        (Some(before), Some(after)) => {
            text.extend([format!(
                " Pain before and after recorded in {}: median NRS {} before, {} after. Lower by \
                 2 points or 30 %: {}.",
                before.of,
                say::number(before.middle),
                say::number(after.middle),
                part(
                    u32::try_from(sessions.relief.helped).unwrap_or(0),
                    u32::try_from(sessions.relief.of).unwrap_or(0)
                )
            )]);
            if !sessions.relief.is_enough() {
                text.push_str(" Too few to tell.");
            }
        }
        _ => text.push_str(" Pain before and after not recorded."),
    }
    text
}

fn patterns(facts: &Facts) -> Vec<Block> {
    let mut blocks = vec![heading("Patterns in the counts (last 12 months)")];
    if facts.patterns.is_empty() {
        blocks.push(said(if facts.thin {
            "Too few days or episodes to look for patterns."
        } else {
            "None of those looked for."
        }));
        return blocks;
    }
    let items = facts.patterns.iter().map(pattern);
    blocks.push(Block::List(items.collect()));
    if facts.more_patterns > 0 {
        blocks.push(Block::Paragraph(
            Voice::Quiet,
            Words::plain(format!("And {} more.", facts.more_patterns)),
        ));
    }
    blocks
}

fn pattern(seen: &Seen) -> Item {
    let level = match seen.level {
        Level::Clear => "clear",
        Level::Possible | Level::Absent | Level::Insufficient => "possible",
    };
    let against = seen
        .against
        .map_or(String::new(), |(a, b)| format!("; otherwise {a} of {b}"));
    let (x, y) = seen.x;
    // The counts stay on one line.
    let counts = format!("{x} of {y}{against} ({level})").replace(' ', "\u{a0}");
    Words::plain(format!("{}: {counts}", seen.name)).into()
}
