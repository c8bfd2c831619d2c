//! One row of another program's table as an episode.

use super::{Mapping, Role, time, words};
use crate::diary::check::NOTE_CHARS;
use crate::diary::entry::{EntryId, Episode, Intensity, Lasted, Region, Required, Side};
use crate::diary::when::When;
use crate::exchange::How;
use crate::exchange::columns::short;
use crate::exchange::csv::Table;
use crate::exchange::guard::bare;

/// The tag of entries that came from another program.
const TAG: &str = "imported";

/// Why a row is no episode, and the role of the cell to blame.
type Wrong = (Option<Role>, String);

/// The episode of a row, not named yet.
pub(super) fn episode(
    table: &Table,
    row: &[String],
    mapping: &Mapping,
    how: &How,
) -> Result<Episode, Wrong> {
    let cell = |role| {
        let column = mapping.column(role)?;
        let text = bare(row.get(column)?.as_str()).trim();
        (!text.is_empty()).then_some(text)
    };
    if row.len() > table.header.len() {
        let told = format!(
            "it has {} cells, the header has {}",
            row.len(),
            table.header.len()
        );
        return Err((None, told));
    }
    let date = cell(Role::Date).ok_or_else(|| (Some(Role::Date), "there is no date".to_owned()))?;
    let zone = how.now.wall.time_zone();
    let (started_at, about) = time::moment(date, cell(Role::Time), mapping.dates, zone)
        .map_err(|told| (Some(Role::Date), told))?;
    let duration = lasted(
        cell(Role::Duration),
        cell(Role::Ends),
        &started_at,
        mapping,
        how,
    )?;
    let pain_peak = pain(cell(Role::Intensity), mapping)?;
    let (regions, side, unknown) = place(cell(Role::Place), cell(Role::Side), mapping)?;
    let required = Required {
        duration: Lasted::Seconds(duration),
        regions,
        side,
        pain_peak,
    };
    let mut episode = Episode::new(EntryId::default(), When::default(), started_at, required);
    episode.about = about;
    episode.tags = vec![TAG.to_owned()];
    episode.note = note(table, row, mapping, cell(Role::Note), unknown);
    Ok(episode)
}

fn lasted(
    duration: Option<&str>,
    ends: Option<&str>,
    started: &When,
    mapping: &Mapping,
    how: &How,
) -> Result<u32, Wrong> {
    if let Some(text) = duration {
        return words::duration(text, mapping.unit).map_err(|told| (Some(Role::Duration), told));
    }
    if let Some(text) = ends {
        let at = |told| (Some(Role::Ends), told);
        let zone = how.now.wall.time_zone();
        let alone = time::clock(text);
        let end = match alone {
            Some(clock) => started
                .date()
                .to_datetime(clock)
                .to_string()
                .replace('T', " "),
            None => text.to_owned(),
        };
        let (end, _) = time::moment(&end, None, mapping.dates, zone).map_err(at)?;
        let mut seconds = end.instant().as_second() - started.instant().as_second();
        if seconds < 0 && alone.is_some() {
            // It went past midnight.
            seconds += 24 * 3600;
        }
        return u32::try_from(seconds)
            .map_err(|_source| at(format!("“{}” is before it began", short(text))));
    }
    let minutes = mapping.minutes.ok_or_else(|| {
        let told = "it does not say how long it lasted; give minutes for such rows";
        (Some(Role::Duration), told.to_owned())
    })?;
    Ok(u32::from(minutes) * 60)
}

fn pain(text: Option<&str>, mapping: &Mapping) -> Result<Intensity, Wrong> {
    let at = |told| (Some(Role::Intensity), told);
    match (text, mapping.pain) {
        (Some(text), _) => words::pain(text, mapping.scale).map_err(at),
        (None, Some(pain)) => Ok(pain),
        (None, None) => Err(at(
            "it does not say how bad it was; give a number for such rows".to_owned(),
        )),
    }
}

/// The places, the side, and the words that name no place we know.
fn place<'a>(
    text: Option<&'a str>,
    side: Option<&str>,
    mapping: &Mapping,
) -> Result<(Vec<Region>, Side, Option<&'a str>), Wrong> {
    let given = side.and_then(words::side);
    let regions = text.map_or_else(Vec::new, |text| words::places(text, given, mapping));
    if !regions.is_empty() {
        let side = given.unwrap_or_else(|| words::side_of(&regions));
        return Ok((regions, side, None));
    }
    match (mapping.place, text) {
        (Some(region), text) => Ok((
            vec![region],
            given.unwrap_or_else(|| words::side_of(&[region])),
            text,
        )),
        (None, Some(text)) => Err((
            Some(Role::Place),
            format!(
                "“{}” is no place we know, or lacks left or right; choose a place for such rows",
                short(text)
            ),
        )),
        (None, None) => Err((
            Some(Role::Place),
            "it does not say where it hurt; choose a place for such rows".to_owned(),
        )),
    }
}

/// The note: its own, then every cell that has no field here.
fn note(
    table: &Table,
    row: &[String],
    mapping: &Mapping,
    own: Option<&str>,
    unknown: Option<&str>,
) -> String {
    let mut note = own.unwrap_or_default().to_owned();
    let mut add = |name: &str, text: &str| {
        if !note.is_empty() {
            note.push('\n');
        }
        note.extend([name, ": ", text]);
    };
    if let Some(text) = unknown {
        add("Place", text);
    }
    for (column, cell) in row.iter().enumerate() {
        let text = bare(cell).trim();
        if !text.is_empty() && !mapping.is_used(column) {
            let name = table.header.get(column).map_or("", String::as_str);
            add(if name.is_empty() { "Column" } else { name }, text);
        }
    }
    if note.chars().count() > NOTE_CHARS {
        return note.chars().take(NOTE_CHARS - 1).chain(['…']).collect();
    }
    note
}
