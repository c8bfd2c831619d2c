//! Entry to JSON and back, for scripts: one object with a `kind`.
//!
//! Read as strictly as the files are: unknown and doubled fields are errors
//! with line and column. Only `kind` is taken out on the way.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, IgnoredAny, IntoDeserializer as _, MapAccess, Visitor,
};
use serde::{Deserialize, Serialize};

use super::entry::{Check, Day, Entry, Episode, SCHEMA, Session};
use super::format::{Spot, Unread, one_line};

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Tagged<'a> {
    Episode(&'a Episode),
    Session(&'a Session),
    Day(&'a Day),
    Check(&'a Check),
}

#[derive(Deserialize)]
struct Probe {
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    schema: Option<u32>,
}

/// One line of JSON, without a line break.
///
/// # Errors
/// What could not be written.
pub fn format_json(entry: &Entry) -> Result<String, String> {
    let tagged = match entry {
        Entry::Episode(episode) => Tagged::Episode(episode),
        Entry::Session(session) => Tagged::Session(session),
        Entry::Day(day) => Tagged::Day(day),
        Entry::Check(check) => Tagged::Check(check),
    };
    serde_json::to_string(&tagged).map_err(|err| err.to_string())
}

/// Reads one object. `kind` may be missing (an episode), and so may what a new
/// entry need not have: `id`, `logged_at`, `schema`.
///
/// # Errors
/// A newer schema, or what is wrong and where.
pub fn parse_json(text: &str) -> Result<Entry, Unread> {
    let probe: Probe = serde_json::from_str(text).map_err(damaged)?;
    if let Some(schema) = probe.schema.filter(|schema| *schema > SCHEMA) {
        return Err(Unread::Newer(schema));
    }
    match probe.kind.as_deref() {
        None | Some("episode") => read::<Episode>(text).map(Entry::from),
        Some("session") => read::<Session>(text).map(Entry::from),
        Some("day") => read::<Day>(text).map(Entry::from),
        Some("check") => read::<Check>(text).map(Entry::from),
        Some(other) => {
            let other: String = other.chars().take(40).collect();
            Err(Unread::Damaged(Spot::whole(format!(
                "kind {other:?} is not known; write episode, session, day or check"
            ))))
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn damaged(err: serde_json::Error) -> Unread {
    let full = err.to_string();
    let reason = full
        .rsplit_once(" at line ")
        .map_or(full.as_str(), |(reason, _)| reason);
    Unread::Damaged(Spot {
        line: Some(err.line()),
        column: Some(err.column()),
        reason: one_line(reason),
    })
}

fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Unread> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(WithoutKind(&mut json)).map_err(damaged)?;
    json.end().map_err(damaged)?;
    Ok(value)
}

/// A deserializer whose objects have no `kind`.
struct WithoutKind<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for WithoutKind<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(MapWithoutKind(visitor))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

struct MapWithoutKind<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for MapWithoutKind<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(KeysWithoutKind(map))
    }
}

struct KeysWithoutKind<A>(A);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for KeysWithoutKind<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.0.next_key::<String>()? {
            if key != "kind" {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            self.0.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"kind":"episode","schema":1,"id":"01a2082c-0000-7000-8000-000000000001","logged_at":"2026-11-23T03:20:00+01:00[Europe/Berlin]","started_at":"2026-11-23T03:10:00+01:00[Europe/Berlin]","duration":{"seconds":240},"regions":["buttock_left_deep"],"side":"left","pain_peak":8,"note":"woke up"}"#;

    fn reason(text: &str) -> String {
        match parse_json(text).unwrap_err() {
            Unread::Damaged(spot) => spot.to_string(),
            Unread::Newer(schema) => format!("newer {schema}"),
        }
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        let entry = parse_json(TEXT).unwrap();
        assert_eq!(format_json(&entry).unwrap(), TEXT, "the same line");
    }

    #[test]
    fn kind_id_and_time_of_logging_may_be_left_out() {
        let text = r#"{"started_at":"2026-11-23T03:10:00+01:00","duration":"still_going","regions":["tailbone"],"side":"middle","pain_peak":3}"#;
        let entry = parse_json(text).unwrap();
        assert!(entry.id().is_missing(), "no id yet");
        assert!(entry.logged_at().is_missing(), "not logged yet");
        assert_eq!(entry.kind(), "episode", "the default kind");
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        let table = [
            (TEXT.replace("\"note\"", "\"noet\""), "unknown field `noet`"),
            (
                TEXT.replace("\"note\":", "\"side\":\"left\",\"note\":"),
                "duplicate field `side`",
            ),
            (
                TEXT.replace(":8", ":11"),
                "11 is not on the scale from 0 to 10",
            ),
            (TEXT.replace(":8", ":8.5"), "invalid type: floating point"),
            (
                TEXT.replace("_deep", "_soft"),
                "unknown variant `buttock_left_soft`",
            ),
            (TEXT.replace("{\"seconds\":240}", "-1"), "line 1, column"),
            (
                TEXT.replace("episode", "diary"),
                "kind \"diary\" is not known",
            ),
            (TEXT.replace("\"schema\":1", "\"schema\":9"), "newer 9"),
            (format!("{TEXT}{TEXT}"), "trailing characters"),
            ("[]".to_owned(), "line 1"),
            (String::new(), "line 1"),
        ];
        for (text, expected) in table {
            let told = reason(&text);
            assert!(told.contains(expected), "{expected}: {told}");
        }
    }
}
