//! Tests without a window.
//!
//! - `content`: the whole of `content/`, cross-checked; broken copies are found
//! - `exchange`: out as one file and in again, without loss, whatever comes in
//! - `house`: borders between modules, file lengths, no network
//! - `properties`: entries, times and settings hold for anything thrown at them
//! - `storage`: every fault at every step: the old entry or the new one, no other
//! - `stretch`: any command at any time: no time invented, both sides alike

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics says where"
)]

mod check_command;
mod content;
mod exchange;
mod house;
mod program;
mod properties;
mod reading;
mod rules;
mod storage;
mod stretch;
mod triage;
mod vignettes;
