//! Tests without a window.
//!
//! - `content`: the whole of `content/`, cross-checked; broken copies are found
//! - `properties`: entries, times and settings hold for anything thrown at them
//! - `storage`: every fault at every step: the old entry or the new one, no other
//! - `stretch`: any command at any time: no time invented, both sides alike

mod content;
mod properties;
mod storage;
mod stretch;
