//! Settings to text and back, tolerantly.
//!
//! The text is one RON struct. It is taken apart once, then each field is read
//! on its own, so one that is missing, unknown or broken costs only itself; only
//! a text that is no RON at all is told as broken. What is written over such a
//! text keeps the fields that this version does not know, and those it cannot
//! read.

use std::collections::BTreeMap;
use std::fmt;

use ron::extensions::Extensions;
use ron::options::Options;
use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeStruct as _, Serializer};

use super::fields::{fields, reminder_fields, stretch_fields};
use super::{Change, Settings};

/// The schema that is written.
const SCHEMA: u32 = 1;

/// Settings as far as they could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolerant {
    /// The settings, defaults where nothing could be read.
    pub settings: Settings,
    /// Why the text as a whole could not be read; it should be kept aside.
    pub broken: Option<String>,
}

/// The text of the settings.
///
/// # Errors
/// What could not be written.
pub fn format(settings: &Settings) -> Result<String, String> {
    written(settings, SCHEMA, &BTreeMap::new())
}

/// The text of the settings with a change, over the text they have now: fields
/// that this version does not know stay, and so do those that it cannot read,
/// unless they are what was changed. Also the settings that it holds.
///
/// # Errors
/// What could not be written; or why `text` as a whole could not be read.
pub fn format_over(text: &str, change: &Change) -> Result<(String, Settings), String> {
    let reader = reader();
    let found = Found::of(&reader, text)?;
    let settings = change.on(found.settings(&reader)).clamped();
    let Found(mut kept) = found;
    let schema = kept.remove("schema");
    let schema = schema.and_then(|raw| reader.from_str(raw.get_ron()).ok());
    let changed = change.names();
    // What is known and can be read is written anew.
    macro_rules! known {
        ($key:expr, $like:expr) => {
            let key: &str = $key;
            let is_read = kept.get(key).is_some_and(|raw| reads(&reader, raw, $like));
            if is_read || changed.contains(&key) {
                kept.remove(key);
            }
        };
    }
    macro_rules! field {
        ($name:ident) => {
            known!(stringify!($name), &settings.$name);
        };
    }
    fields!(field);
    macro_rules! stretch_field {
        ($name:ident, $key:literal) => {
            known!($key, &settings.stretch.$name);
        };
    }
    stretch_fields!(stretch_field);
    macro_rules! reminder_field {
        ($name:ident, $key:literal) => {
            known!($key, &settings.reminders.$name);
        };
    }
    reminder_fields!(reminder_field);
    let text = written(&settings, SCHEMA.max(schema.unwrap_or(SCHEMA)), &kept)?;
    Ok((text, settings))
}

/// The text of the settings, and behind them what is kept as it is.
fn written(
    settings: &Settings,
    schema: u32,
    kept: &BTreeMap<String, &RawValue>,
) -> Result<String, String> {
    let pretty = PrettyConfig::new()
        .struct_names(true)
        .new_line("\n")
        .indentor("  ");
    let whole = Written {
        settings,
        schema,
        kept,
    };
    let text = ron::ser::to_string_pretty(&whole, pretty).map_err(|err| err.to_string())?;
    let mut text = text.trim_end_matches(')').to_owned();
    for (name, raw) in kept {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let raw_mark = if name.chars().all(plain) { "" } else { "r#" };
        let value = raw.trim().get_ron();
        text.push_str(&["  ", raw_mark, name, ": ", value, ",\n"].concat());
    }
    Ok(text + ")\n")
}

/// Can this be read as what a field holds?
fn reads<T>(reader: &Options, raw: &RawValue, _like: &T) -> bool
where
    T: for<'de> Deserialize<'de>,
{
    reader.from_str::<T>(raw.get_ron()).is_ok()
}

fn reader() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads the text of the settings as far as possible.
pub fn parse(text: &str) -> Tolerant {
    let reader = reader();
    match Found::of(&reader, text) {
        Ok(found) => Tolerant {
            settings: found.settings(&reader),
            broken: None,
        },
        Err(broken) => Tolerant {
            settings: Settings::default(),
            broken: Some(broken),
        },
    }
}

/// The fields that are there, by name, each still as text: the whole is read
/// once, and what one field says spoils no other. Of a field that is there
/// twice the last one counts.
struct Found<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Found<'a> {
    /// Takes a text apart, or says why it is no settings at all.
    fn of(reader: &Options, text: &'a str) -> Result<Self, String> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        reader.from_str(text).map_err(|err| err.to_string())
    }

    /// The settings it holds, defaults where a field cannot be read.
    fn settings(&self, reader: &Options) -> Settings {
        let mut settings = Settings::default();
        macro_rules! read {
            ($name:ident) => {
                self.read(reader, stringify!($name), &mut settings.$name);
            };
        }
        fields!(read);
        macro_rules! read_stretch {
            ($name:ident, $key:literal) => {
                self.read(reader, $key, &mut settings.stretch.$name);
            };
        }
        stretch_fields!(read_stretch);
        macro_rules! read_reminder {
            ($name:ident, $key:literal) => {
                self.read(reader, $key, &mut settings.reminders.$name);
            };
        }
        reminder_fields!(read_reminder);
        settings.clamped()
    }

    /// Takes one field over if it is there and is what it should be.
    fn read<T: DeserializeOwned>(&self, reader: &Options, name: &str, into: &mut T) {
        let text = self.0.get(name).map(|raw| raw.get_ron());
        if let Some(Ok(value)) = text.map(|text| reader.from_str(text)) {
            *into = value;
        }
    }
}

impl<'de> Deserialize<'de> for Found<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Found<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the settings")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<'de>, A::Error> {
                let mut found = BTreeMap::new();
                while let Some((Key(name), raw)) = map.next_entry()? {
                    found.insert(name, raw);
                }
                Ok(Found(found))
            }
        }
        deserializer.deserialize_struct("Settings", &[], All)
    }
}

/// The name of a field, whichever it is.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Key, E> {
                Ok(Key(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}

/// The settings as a flat struct, without the fields that are kept as they are.
struct Written<'a> {
    settings: &'a Settings,
    schema: u32,
    kept: &'a BTreeMap<String, &'a RawValue>,
}

impl serde::Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let settings = self.settings;
        let mut written = serializer.serialize_struct("Settings", 51)?;
        written.serialize_field("schema", &self.schema)?;
        macro_rules! put {
            ($key:expr, $value:expr) => {
                if !self.kept.contains_key($key) {
                    written.serialize_field($key, $value)?;
                }
            };
        }
        macro_rules! write {
            ($name:ident) => {
                put!(stringify!($name), &settings.$name);
            };
        }
        fields!(write);
        macro_rules! write_stretch {
            ($name:ident, $key:literal) => {
                put!($key, &settings.stretch.$name);
            };
        }
        stretch_fields!(write_stretch);
        macro_rules! write_reminder {
            ($name:ident, $key:literal) => {
                put!($key, &settings.reminders.$name);
            };
        }
        reminder_fields!(write_reminder);
        written.end()
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
