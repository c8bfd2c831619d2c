//! When something happened: civil time, offset and zone in one text.
//!
//! The text is kept as it was read. The instant comes from the offset alone,
//! so a record stays readable when a country changes its clocks, when the zone
//! is unknown here, or when no zone was written at all.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest text read as a time, in bytes.
const LONGEST: usize = 120;

/// A moment as a person lived it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When {
    text: String,
    instant: Timestamp,
    civil: DateTime,
    offset: Offset,
}

impl Default for When {
    /// A time that was not given; see [`When::is_missing`].
    fn default() -> Self {
        Self {
            text: String::new(),
            instant: Timestamp::UNIX_EPOCH,
            civil: DateTime::constant(1970, 1, 1, 0, 0, 0, 0),
            offset: Offset::UTC,
        }
    }
}

impl When {
    /// Reads `2026-11-23T03:10:00+01:00[Europe/Berlin]`. The zone may be
    /// missing, unknown or at odds with the offset: the offset counts. Without
    /// an offset the zone must be known.
    ///
    /// # Errors
    /// A sentence that says what is wrong and what is expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || {
            let shown: String = text.chars().take(60).collect();
            format!(
                "\"{shown}\" is not a time; write date, time and offset, such as \
                 2026-11-23T03:10:00+01:00[Europe/Berlin]"
            )
        };
        if text.len() > LONGEST {
            return Err(wrong());
        }
        let pieces = Pieces::parse(text).map_err(|_source| wrong())?;
        let Some(time) = pieces.time() else {
            return Err(wrong());
        };
        let civil = DateTime::from_parts(pieces.date(), time);
        let offset = match pieces.to_numeric_offset() {
            Some(offset) => offset,
            None => offset_of_zone(&pieces, civil).ok_or_else(wrong)?,
        };
        let instant = offset.to_timestamp(civil).map_err(|_source| wrong())?;
        Ok(Self {
            text: text.to_owned(),
            instant,
            civil,
            offset,
        })
    }

    /// The text, as it was read or as it will be written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The point in time, the same everywhere.
    pub const fn instant(&self) -> Timestamp {
        self.instant
    }

    /// What the clock on the wall said.
    pub const fn civil(&self) -> DateTime {
        self.civil
    }

    /// The date on the wall.
    pub fn date(&self) -> Date {
        self.civil.date()
    }

    /// How far the wall was from UTC.
    pub const fn offset(&self) -> Offset {
        self.offset
    }

    /// Whether no time was given.
    pub const fn is_missing(&self) -> bool {
        self.text.is_empty()
    }
}

/// The offset of the zone in brackets at that time; the earlier one when the
/// clocks went back.
fn offset_of_zone(pieces: &Pieces<'_>, civil: DateTime) -> Option<Offset> {
    let zone = pieces.to_time_zone().ok()??;
    Some(match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset,
        AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
    })
}

impl From<&ZonedDateTime> for When {
    /// Whole seconds; a zone without a name is written as its offset.
    fn from(wall: &ZonedDateTime) -> Self {
        let offset = wall.offset();
        let civil = wall.datetime();
        let civil = civil.with().subsec_nanosecond(0).build().unwrap_or(civil);
        let named = wall.time_zone().iana_name().is_some() && !wall.time_zone().is_unknown();
        let zone = if named {
            wall.time_zone().clone()
        } else {
            TimeZone::fixed(offset)
        };
        let instant = offset
            .to_timestamp(civil)
            .unwrap_or_else(|_| wall.timestamp());
        Self {
            text: instant.to_zoned_datetime(zone).to_string(),
            instant,
            civil,
            offset,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl serde::de::Visitor<'_> for Reader {
            type Value = When;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time such as \"2026-11-23T03:10:00+01:00[Europe/Berlin]\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<When, E> {
                When::parse(text).map_err(E::custom)
            }
        }
        deserializer
            .deserialize_str(Reader)
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> When {
        When::parse(text).unwrap()
    }

    #[test]
    fn the_offset_counts_and_the_text_stays() {
        // (text, instant, civil)
        let table = [
            (
                "2026-11-23T03:10:00+01:00[Europe/Berlin]",
                "2026-11-23T02:10:00Z",
                "2026-11-23T03:10:00",
            ),
            // a law changed after it was written: berlin has +02:00 in July
            (
                "2040-07-01T12:00:00+01:00[Europe/Berlin]",
                "2040-07-01T11:00:00Z",
                "2040-07-01T12:00:00",
            ),
            // a zone nobody knows here
            (
                "2026-11-23T03:10:00+01:00[Mars/Olympus]",
                "2026-11-23T02:10:00Z",
                "2026-11-23T03:10:00",
            ),
            (
                "2026-11-23T03:10:00+01:00",
                "2026-11-23T02:10:00Z",
                "2026-11-23T03:10:00",
            ),
            (
                "2026-11-23T03:10:00+01:00[+01:00]",
                "2026-11-23T02:10:00Z",
                "2026-11-23T03:10:00",
            ),
            (
                "2026-11-23T03:10Z",
                "2026-11-23T03:10:00Z",
                "2026-11-23T03:10:00",
            ),
            (
                "2026-11-23 03:10:00-05:30",
                "2026-11-23T08:40:00Z",
                "2026-11-23T03:10:00",
            ),
            // no offset, but a zone
            (
                "2026-11-23T03:10[Europe/Berlin]",
                "2026-11-23T02:10:00Z",
                "2026-11-23T03:10:00",
            ),
            // both sides of the hour that comes twice
            (
                "2026-10-25T02:30:00+02:00[Europe/Berlin]",
                "2026-10-25T00:30:00Z",
                "2026-10-25T02:30:00",
            ),
            (
                "2026-10-25T02:30:00+01:00[Europe/Berlin]",
                "2026-10-25T01:30:00Z",
                "2026-10-25T02:30:00",
            ),
            // a leap second
            (
                "2016-12-31T23:59:60Z",
                "2016-12-31T23:59:59Z",
                "2016-12-31T23:59:59",
            ),
        ];
        for (text, instant, civil) in table {
            let when = read(text);
            assert_eq!(when.text(), text, "the text is kept");
            assert_eq!(when.instant().to_string(), instant, "instant of {text}");
            assert_eq!(when.civil().to_string(), civil, "civil time of {text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_with_an_example() {
        for text in [
            "",
            "yesterday",
            "2026-11-23",
            "2026-11-23T03:10",
            "2026-02-30T03:10Z",
            "2026-11-23T03:10[Mars/Olympus]",
            "-1",
        ] {
            let err = When::parse(text).unwrap_err();
            assert!(
                err.contains("such as 2026-11-23T03:10:00+01:00"),
                "{text}: {err}"
            );
        }
        assert!(
            When::parse(&"2".repeat(4000)).unwrap_err().len() < 300,
            "errors stay short"
        );
    }

    #[test]
    fn now_is_written_in_whole_seconds_with_its_zone() {
        let wall: ZonedDateTime = "2026-11-23T03:10:00.75+01:00[Europe/Berlin]"
            .parse()
            .unwrap();
        let when = When::from(&wall);
        assert_eq!(
            when.text(),
            "2026-11-23T03:10:00+01:00[Europe/Berlin]",
            "whole seconds"
        );
        assert_eq!(read(when.text()), when, "reads back the same");
        let unknown = wall.with_time_zone(TimeZone::unknown());
        let when = When::from(&unknown);
        assert_eq!(
            when.text(),
            "2026-11-23T02:10:00+00:00[UTC]",
            "no name, so UTC"
        );
        assert_eq!(read(when.text()), when, "reads back the same");
    }
}
