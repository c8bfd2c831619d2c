//! The one page: three facts first, then red flags and the person's question,
//! then the rest in a grid. What does not fit is left out with its count.

use jiff::civil::Date;

use super::ask::Ask;
use super::facts::Facts;
use super::say::{self, Cleaner};
use super::{charts, grid, places};
use crate::content::Library;
use crate::diary::count::{entries, grouped, plural};
use crate::print::ink::Ink;
use crate::print::sheet::{Block, Boxed, Mark, Run, Sheet, Voice, Words};

/// Fewer episodes than this say little in general.
const FEW: u32 = 6;

/// How much room the parts of the page get.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// The height of the two charts, in points.
    pub(super) charts: (f32, f32),
    /// The height of the body, in points.
    pub(super) map: f32,
    /// Lines of red flags.
    pub(super) flags: usize,
    /// Rows of a list.
    pub(super) rows: usize,
    /// Letters of the question.
    pub(super) question: usize,
    /// With the parts that stand last.
    pub(super) extras: bool,
}

impl Room {
    /// From the most to the least room.
    pub(super) const ALL: [Self; 7] = [
        Self::of((132.0, 104.0), 240.0, 7, 3, 400, true),
        Self::of((114.0, 92.0), 230.0, 6, 3, 360, true),
        Self::of((98.0, 80.0), 212.0, 6, 3, 320, true),
        Self::of((84.0, 68.0), 190.0, 5, 3, 260, true),
        Self::of((74.0, 60.0), 168.0, 4, 3, 220, true),
        Self::of((64.0, 52.0), 146.0, 3, 2, 180, true),
        Self::of((56.0, 46.0), 130.0, 2, 2, 140, false),
    ];

    const fn of(
        charts: (f32, f32),
        map: f32,
        flags: usize,
        rows: usize,
        question: usize,
        extras: bool,
    ) -> Self {
        Self {
            charts,
            map,
            flags,
            rows,
            question,
            extras,
        }
    }
}

/// The title: neutral, so that it may stand in a list of files.
pub(super) fn title(first: Date, last: Date) -> String {
    format!("Symptom diary, {} to {}", say::day(first), say::day(last))
}

/// A paragraph.
pub(super) fn said(text: impl Into<String>) -> Block {
    Block::Paragraph(Voice::Body, Words::plain(text))
}

/// A quieter paragraph.
pub(super) fn quiet(text: impl Into<String>) -> Block {
    Block::Paragraph(Voice::Quiet, Words::plain(text))
}

/// A heading of the grid.
pub(super) fn heading(text: &str) -> Block {
    Block::Heading(2, text.to_owned())
}

/// So many of so many, with a percentage where there are enough.
pub(super) fn part(x: u32, y: u32) -> String {
    if y >= 20 {
        let percent = (f64::from(x) * 100.0 / f64::from(y)).round();
        format!(
            "{}\u{a0}of\u{a0}{} ({percent:.0}\u{a0}%)",
            grouped(x),
            grouped(y)
        )
    } else {
        format!("{x}\u{a0}of\u{a0}{y}")
    }
}

/// The page with so much room.
pub(super) fn sheet(
    library: &Library,
    facts: &Facts,
    ask: &Ask,
    cleaner: &mut Cleaner<'_>,
    room: Room,
) -> Sheet {
    let mut sheet = Sheet {
        kicker: "Buttock cramps: self-recorded summary for the clinician".to_owned(),
        title: title(facts.first, facts.last),
        under: identity(ask, cleaner),
        dense: true,
        tallest: Some(places::tallest(library, facts, room)),
        foot: "Self-recorded; not a diagnosis.".to_owned(),
        ..Sheet::default()
    };
    sheet.blocks.push(said(basis(facts)));
    sheet.blocks.push(Block::Rule);
    sheet.blocks.push(headline(facts));
    sheet.blocks.push(red_flags(facts, cleaner, room));
    let question = cleaner.clean(&ask.question, room.question);
    if !question.is_empty() {
        sheet.blocks.push(Block::Boxed(Boxed {
            ink: Ink::Info,
            head: "The patient’s question".to_owned(),
            blocks: vec![said(question)],
            ..Boxed::default()
        }));
    }
    if facts.episodes == 0 {
        sheet
            .blocks
            .push(said("No episode was recorded in this period."));
        return sheet;
    }
    sheet.blocks.push(over_time(library, facts, room));
    sheet.blocks.push(grid::lists(facts, ask, cleaner, room));
    let (more, left_out) = grid::more(facts, ask, room);
    sheet.blocks.extend(more);
    if !left_out.is_empty() {
        sheet.blocks.push(quiet(left_out));
    }
    if cleaner.missed {
        let mark = say::UNPRINTED;
        sheet.blocks.push(quiet(format!(
            "{mark}: characters that could not be printed."
        )));
    }
    sheet
}

/// Name and date of birth, as far as they were given.
fn identity(ask: &Ask, cleaner: &mut Cleaner<'_>) -> String {
    let name = cleaner.clean(&ask.name, 60);
    let born = cleaner.clean(&ask.born, 24);
    match (name.is_empty(), born.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("Name: {name}"),
        (true, false) => format!("Born: {born}"),
        (false, false) => format!("Name: {name}. Born: {born}"),
    }
}

/// What it rests on: days, gaps, how much was written down late.
fn basis(facts: &Facts) -> String {
    let missing = facts.days.saturating_sub(facts.logged);
    let mut said = format!(
        "{}: {} logged, {} not logged. {}, {}.",
        plural(facts.days, "day"),
        grouped(facts.logged),
        grouped(missing),
        entries(facts.entries),
        plural(facts.episodes, "episode"),
    );
    if facts.episodes > 0 {
        said.extend([format!(
            " Written down more than 48 h later: {}.",
            part(facts.late, facts.episodes)
        )]);
    }
    if facts.guessed > 0 {
        said.extend([format!(" Start time estimated: {}.", facts.guessed)]);
    }
    if facts.ahead > 0 {
        said.extend([format!(" Left out, dated in the future: {}.", facts.ahead)]);
    }
    said
}

/// How often, how long, how bad.
fn headline(facts: &Facts) -> Block {
    let tile = |label: &str, fact: String, detail: String| {
        (
            1.0,
            vec![
                Block::Label(label.to_owned()),
                Block::Paragraph(Voice::Fact, Words::plain(fact)),
                quiet(detail),
            ],
        )
    };
    let few = if facts.episodes > 0 && facts.episodes < FEW {
        " Too few episodes to generalise."
    } else {
        ""
    };
    let days = format!(
        "With a cramp on {} days logged.{few}",
        part(facts.attack_days, facts.logged)
    );
    let often = match facts.weeks.per_week {
        Some(week) if week.of >= 2 => tile(
            "How often",
            format!("{} a week", say::number(week.middle)),
            format!(
                "Median; range {} to {} in {} weeks with 4 or more days logged. {days}",
                week.low, week.high, week.of
            ),
        ),
        _ => tile(
            "How often",
            plural(facts.episodes, "episode"),
            format!("{days} Too few weeks logged for a weekly rate."),
        ),
    };
    let none = || "–".to_owned();
    let open = match facts.open {
        0 => String::new(),
        n => format!(" Not ended when recorded: {n}."),
    };
    let long = match facts.lasted {
        Some(lasted) => tile(
            "How long",
            say::lasted(lasted.middle),
            format!(
                "Median; range {} to {}.{open}",
                say::lasted(lasted.low),
                say::lasted(lasted.high)
            ),
        ),
        None => tile("How long", none(), format!("No duration recorded.{open}")),
    };
    let bad = match facts.peaks {
        Some(peaks) => tile(
            "How bad (peak pain)",
            format!("NRS {}", say::number(peaks.middle)),
            format!(
                "Median on a 0–10 scale; range {} to {}. NRS 7 or more: {}.",
                peaks.low,
                peaks.high,
                part(facts.high, facts.episodes)
            ),
        ),
        None => tile("How bad (peak pain)", none(), "None recorded.".to_owned()),
    };
    Block::Columns(vec![often, long, bad])
}

/// What was answered, and when; also that it was not asked.
fn red_flags(facts: &Facts, cleaner: &mut Cleaner<'_>, room: Room) -> Block {
    let flags = &facts.flags;
    let asked = match flags.asked.as_slice() {
        [] => "The red-flag questions were not answered in this period.".to_owned(),
        dates => format!("Red-flag questions answered on {}.", say::days(dates, 3)),
    };
    if !flags.any() {
        let head = if flags.asked.is_empty() {
            "Red flags: not asked"
        } else {
            "Red flags: none; all answered “no”"
        };
        return Block::Boxed(Boxed {
            ink: Ink::Muted,
            head: head.to_owned(),
            blocks: vec![said(asked)],
            ..Boxed::default()
        });
    }
    let mut lines: Vec<Words> = Vec::new();
    for (sign, dates) in &flags.answers {
        let sign = cleaner.clean(sign, 100);
        lines.push(flag(&format!("“{sign}”"), &say::days(dates, 2)));
    }
    for (sign, dates) in &flags.signs {
        let count = u32::try_from(dates.len()).unwrap_or(u32::MAX);
        let last = dates.last().map(|date| say::day(*date)).unwrap_or_default();
        let told = format!("in episodes on {}, last {last}", plural(count, "day"));
        lines.push(flag(sign, &told));
    }
    let count = lines.len();
    let mut items: Vec<_> = lines.into_iter().take(room.flags).map(Into::into).collect();
    if count > room.flags {
        let more = format!("{} more answers other than “no”.", count - room.flags);
        items.push(Words::strong(more).into());
    }
    Block::Boxed(Boxed {
        ink: Ink::Danger,
        mark: Some(Mark::Warning),
        head: format!("Red flags: {count} recorded, as answered by the patient"),
        blocks: vec![Block::List(items), quiet(asked)],
    })
}

fn flag(sign: &str, when: &str) -> Words {
    Words::strong(sign).and(Run {
        text: format!(" ({when})"),
        ..Run::default()
    })
}

/// The two charts over time, and where.
fn over_time(library: &Library, facts: &Facts, room: Room) -> Block {
    let bar = charts::bar(facts.weeks.step);
    let gaps = facts.weeks.bins.iter().filter(|b| b.logged == 0).count();
    let mut left = vec![
        heading(&format!("Episodes per {bar}")),
        Block::Plot(charts::episodes(facts, room.charts.0)),
    ];
    let mut notes = Vec::new();
    if gaps > 0 {
        notes.push(format!("// {bar} not logged."));
    }
    if facts.weeks.bins.iter().any(super::weeks::Bin::is_thin) {
        notes.push("Open bar: fewer than 4 of 7 days logged.".to_owned());
    }
    if facts.cycle.is_some() && facts.weeks.bins.iter().any(|b| b.period) {
        notes.push("Red dot: a menstrual period began.".to_owned());
    }
    if !notes.is_empty() {
        left.push(quiet(notes.join(" ")));
    }
    left.push(trend(facts));
    left.push(heading(&format!(
        "Peak pain per {bar} (NRS): dot median, line range"
    )));
    left.push(Block::Plot(charts::peaks(facts, room.charts.1)));
    Block::Columns(vec![
        (1.85, left),
        (1.0, places::places(library, facts, room)),
    ])
}

/// Whether it changes, in one sentence.
fn trend(facts: &Facts) -> Block {
    let trend = &facts.trend;
    let verdict = match trend.way() {
        None => "too few days logged to tell",
        Some(-1) => "fewer in the second half",
        Some(1) => "more in the second half",
        Some(_) => "no clear change",
    };
    let (before, after) = (trend.before, trend.after);
    let counts = format!(
        ". Days with a cramp: first half {}, second half {}.",
        part(before.0, before.1),
        part(after.0, after.1)
    );
    let words = Words::strong(format!("Trend: {verdict}")).and(Run {
        text: counts,
        ..Run::default()
    });
    Block::Paragraph(Voice::Body, words)
}
