//! Settings to text and back, tolerantly.
//!
//! The text is one RON struct. It is taken apart once, then each field is read
//! on its own, so one that is missing, unknown or broken costs only itself; only
//! a text that is no RON at all is told as broken.

use std::collections::BTreeMap;
use std::fmt;

use ron::extensions::Extensions;
use ron::options::Options;
use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeStruct as _, Serializer};

use super::Settings;

/// Settings as far as they could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolerant {
    /// The settings, defaults where nothing could be read.
    pub settings: Settings,
    /// Why the text as a whole could not be read; it should be kept aside.
    pub broken: Option<String>,
}

/// Runs a macro over every field: the one list of what is written.
macro_rules! fields {
    ($each:ident) => {
        $each!(theme);
        $each!(contrast);
        $each!(zoom_percent);
        $each!(motion);
        $each!(night);
        $each!(night_from);
        $each!(night_until);
        $each!(region);
        $each!(units);
        $each!(first_weekday);
        $each!(day_clock);
        $each!(sound_volume);
        $each!(sound_muted);
        $each!(full_screen_stretch);
        $each!(voice);
        $each!(voice_rate);
        $each!(log_cycle);
        $each!(log_medicine);
        $each!(discreet);
        $each!(reopen);
        $each!(seen_intro);
        $each!(gate_passed);
        $each!(gate_answers);
        $each!(flags_seen);
        $each!(backup_daily);
        $each!(backup_folder);
        $each!(report_question);
        $each!(report_keeps_me);
        $each!(report_name);
        $each!(report_born);
        $each!(backup_missed);
    };
}

/// The same for the fields of the stretch, which are written flat:
/// `stretch_hold_secs`.
macro_rules! stretch_fields {
    ($each:ident) => {
        $each!(hold_secs, "stretch_hold_secs");
        $each!(rounds, "stretch_rounds");
        $each!(rest_secs, "stretch_rest_secs");
        $each!(prepare_secs, "stretch_prepare_secs");
        $each!(switch_secs, "stretch_switch_secs");
        $each!(extra_rounds, "stretch_extra_rounds");
        $each!(sore_side, "stretch_sore_side");
        $each!(order, "stretch_order");
        $each!(routine, "stretch_routine");
        $each!(plan, "stretch_plan");
    };
}

/// The same for the reminders: `remind_daily`.
macro_rules! reminder_fields {
    ($each:ident) => {
        $each!(daily, "remind_daily");
        $each!(daily_at, "remind_daily_at");
        $each!(stretch, "remind_stretch");
        $each!(stretch_at, "remind_stretch_at");
        $each!(stretch_days, "remind_stretch_days");
        $each!(recheck, "remind_recheck");
        $each!(quiet, "remind_quiet");
        $each!(quiet_from, "remind_quiet_from");
        $each!(quiet_until, "remind_quiet_until");
    };
}

/// The text of the settings.
///
/// # Errors
/// What could not be written.
pub fn format(settings: &Settings) -> Result<String, String> {
    let pretty = PrettyConfig::new()
        .struct_names(true)
        .new_line("\n")
        .indentor("  ");
    let text = ron::ser::to_string_pretty(&Written(settings), pretty);
    Ok(text.map_err(|err| err.to_string())? + "\n")
}

/// Reads the text of the settings as far as possible.
pub fn parse(text: &str) -> Tolerant {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let reader = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let found: Found<'_> = match reader.from_str(text) {
        Ok(found) => found,
        Err(err) => {
            return Tolerant {
                settings: Settings::default(),
                broken: Some(err.to_string()),
            };
        }
    };
    let mut settings = Settings::default();
    macro_rules! read {
        ($name:ident) => {
            found.read(&reader, stringify!($name), &mut settings.$name);
        };
    }
    fields!(read);
    macro_rules! read_stretch {
        ($name:ident, $key:literal) => {
            found.read(&reader, $key, &mut settings.stretch.$name);
        };
    }
    stretch_fields!(read_stretch);
    macro_rules! read_reminder {
        ($name:ident, $key:literal) => {
            found.read(&reader, $key, &mut settings.reminders.$name);
        };
    }
    reminder_fields!(read_reminder);
    Tolerant {
        settings: settings.clamped(),
        broken: None,
    }
}

/// The fields that are there, by name, each still as text: the whole is read
/// once, and what one field says spoils no other. Of a field that is there
/// twice the last one counts.
struct Found<'a>(BTreeMap<String, &'a RawValue>);

impl Found<'_> {
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

/// The settings as a flat struct.
struct Written<'a>(&'a Settings);

impl serde::Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(settings) = self;
        let mut written = serializer.serialize_struct("Settings", 51)?;
        written.serialize_field("schema", &1)?;
        macro_rules! write {
            ($name:ident) => {
                written.serialize_field(stringify!($name), &settings.$name)?;
            };
        }
        fields!(write);
        macro_rules! write_stretch {
            ($name:ident, $key:literal) => {
                written.serialize_field($key, &settings.stretch.$name)?;
            };
        }
        stretch_fields!(write_stretch);
        macro_rules! write_reminder {
            ($name:ident, $key:literal) => {
                written.serialize_field($key, &settings.reminders.$name)?;
            };
        }
        reminder_fields!(write_reminder);
        written.end()
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
