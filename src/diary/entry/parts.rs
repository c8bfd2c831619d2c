//! The small values entries are made of: ids, intensities, the schema number.
//!
//! What a type can hold is what is allowed: an [`Intensity`] of 11 cannot be
//! made, read or written.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::clock::Moment;

/// The number of the file format this program writes. A higher one in a file
/// means: show that it is there, never write it.
pub const SCHEMA: u32 = 1;

/// Stands for the schema number in every entry; always the current one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schema;

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(SCHEMA)
    }
}

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            SCHEMA => Ok(Self),
            other => Err(D::Error::custom(format!(
                "schema {other} is not known; {SCHEMA} is"
            ))),
        }
    }
}

/// Names an entry for ever, wherever its file is. A version 7 UUID, so that
/// ids sort by the time they were made.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct EntryId(Uuid);

impl EntryId {
    /// A new id, unique also among devices, made at `now`.
    pub fn new(now: &Moment) -> Self {
        let at = now.wall.timestamp();
        let seconds = u64::try_from(at.as_second()).unwrap_or(0);
        let nanos = u32::try_from(at.subsec_nanosecond()).unwrap_or(0);
        let at = uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos);
        Self(Uuid::new_v7(at))
    }

    /// The id of something that came without one: the same for the same
    /// content at the same time, so that taking it in twice is taking it in once.
    pub fn of_content(at: jiff::Timestamp, content: &[u8]) -> Self {
        // FNV-1a, 128 bits wide.
        let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        for byte in content {
            hash ^= u128::from(*byte);
            hash = hash.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
        let [a, b, c, d, e, f, g, h, i, j, ..] = hash.to_be_bytes();
        let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
        let id = uuid::Builder::from_unix_timestamp_millis(millis, &[a, b, c, d, e, f, g, h, i, j]);
        Self(id.into_uuid())
    }

    /// Reads an id as it is printed.
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(Uuid::parse_str(text.trim()).ok()?);
        (!id.is_missing()).then_some(id)
    }

    /// Whether the text it was read from had no id.
    pub fn is_missing(self) -> bool {
        self.0.is_nil()
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How strong a pain is, or how much something helped: whole numbers, 0 to 10
/// (the numeric rating scale).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Intensity(u8);

impl Intensity {
    /// No pain.
    pub const MIN: Self = Self(0);
    /// The worst there is.
    pub const MAX: Self = Self(10);

    /// The intensity of this number; none above 10.
    pub const fn new(value: u8) -> Option<Self> {
        if value <= 10 { Some(Self(value)) } else { None }
    }

    /// 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Intensity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = i64::deserialize(deserializer)?;
        u8::try_from(value)
            .ok()
            .and_then(Self::new)
            .ok_or_else(|| D::Error::custom(format!("{value} is not on the scale from 0 to 10")))
    }
}

impl fmt::Display for Intensity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// For serde: leaves a `false` out of the file.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}
