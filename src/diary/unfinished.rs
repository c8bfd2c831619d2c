//! An unfinished cramp as text and back: what is known of one that is not in
//! the diary yet. Pretty RON with a checksum, read with the care of entries.

use serde::{Deserialize, Serialize};

use super::begun::Begun;
use super::check::{check, sentence};
use super::entry::{
    Entry, EntryId, Episode, Intensity, Lasted, Region, Required, SCHEMA, Sample, Side,
};
use super::format::{Spot, Unread, read, text_of, written};
use super::when::When;

/// The file. It has the words of an `Episode`; only the first three are required.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Unfinished", deny_unknown_fields)]
struct File {
    schema: u32,
    id: EntryId,
    started_at: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duration: Option<Lasted>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    regions: Vec<Region>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    side: Option<Side>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pain_peak: Option<Intensity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    samples: Vec<Sample>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    woke_me: Option<bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

/// Only the schema; everything else is passed over.
#[derive(Deserialize)]
#[serde(rename = "Unfinished")]
struct Probe {
    schema: u32,
}

/// The text of a file.
///
/// # Errors
/// The sentence to show when it may not be written.
pub fn format(begun: &Begun) -> Result<String, String> {
    let (Some(id), Some(started_at)) = (begun.id, begun.started_at.clone()) else {
        return Err("it has no id or no start".to_owned());
    };
    let file = File {
        schema: SCHEMA,
        id,
        started_at,
        duration: begun.lasted,
        regions: begun.regions.clone(),
        side: begun.side,
        pain_peak: begun.pain_peak,
        samples: begun.samples.clone(),
        woke_me: begun.woke_me,
        note: begun.note.clone(),
    };
    check_ranges(&file)?;
    written(&file)
}

/// Reads a file. A checksum that does not fit means that it was changed by
/// hand: what it says still counts.
///
/// # Errors
/// A newer schema, or what is wrong and where.
pub fn parse(bytes: &[u8]) -> Result<Begun, Unread> {
    let text = text_of(bytes).map_err(Unread::Damaged)?;
    let probe: Probe = read(text).map_err(Unread::Damaged)?;
    if probe.schema > SCHEMA {
        return Err(Unread::Newer(probe.schema));
    }
    let file: File = read(text).map_err(Unread::Damaged)?;
    check_ranges(&file).map_err(|why| Unread::Damaged(Spot::whole(why)))?;
    Ok(Begun {
        id: Some(file.id),
        started_at: Some(file.started_at),
        time_unknown: false,
        lasted: file.duration,
        regions: file.regions,
        side: file.side,
        pain_peak: file.pain_peak,
        samples: file.samples,
        woke_me: file.woke_me,
        note: file.note,
    })
}

/// What is there must be what an entry may hold.
fn check_ranges(file: &File) -> Result<(), String> {
    let mut regions = file.regions.clone();
    if regions.is_empty() {
        regions.push(Region::ButtockLeftDeep); // stands in; not looked at further
    }
    let required = Required {
        duration: file.duration.unwrap_or(Lasted::StillGoing),
        regions,
        side: file.side.unwrap_or(Side::Left),
        pain_peak: file.pain_peak.unwrap_or(Intensity::MIN),
    };
    let at = file.started_at.clone();
    let mut episode = Episode::new(file.id, at.clone(), at, required);
    episode.samples.clone_from(&file.samples);
    episode.note.clone_from(&file.note);
    let flaws = check(&Entry::from(episode));
    if flaws.is_empty() {
        Ok(())
    } else {
        Err(sentence(&flaws))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use std::time::Duration;

    fn begun() -> Begun {
        let now = Moment {
            wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: Duration::ZERO,
        };
        let mut begun = Begun::now(&now);
        begun.note_pain(Intensity::MAX, now.wall.timestamp());
        begun
    }

    #[test]
    fn it_comes_back_as_it_was() {
        let mut begun = begun();
        let back = |begun: &Begun| parse(format(begun).unwrap().as_bytes()).unwrap();
        assert_eq!(back(&begun), begun, "little is known");
        begun.lasted = Some(Lasted::StillGoing);
        begun.regions = vec![Region::BackPassage];
        begun.side = Some(Side::Middle);
        begun.note = "on the \"stairs\"\n".to_owned();
        assert_eq!(back(&begun), begun, "much is known");
    }

    #[test]
    fn what_it_may_not_hold_is_refused() {
        let text = format(&begun()).unwrap();
        assert!(text.contains("\n// crc32 "), "sealed: {text}");
        let newer = text.replace("schema: 1", "schema: 2, more: true");
        let found = parse(newer.as_bytes());
        assert_eq!(found, Err(Unread::Newer(2)), "told apart from damage");
        for (from, to) in [
            ("schema: 1", "schema: 1, more: true"),
            ("pain: 10", "pain: 11"),
            ("after_secs: 0", "after_secs: 9999999"),
            ("id: ", "name: "),
        ] {
            let bad = text.replacen(from, to, 1);
            assert_ne!(bad, text, "{from}");
            assert!(
                matches!(parse(bad.as_bytes()), Err(Unread::Damaged(_))),
                "{to}"
            );
        }
    }
}
