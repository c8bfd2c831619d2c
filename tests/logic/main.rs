//! Tests without a window.
//!
//! - `charts`: gaps stay gaps, late entries weigh half, relief is measured
//! - `content`: the whole of `content/`, cross-checked; broken copies are found
//! - `dose`: plans, ladder, safety list, a hold that ends when it eases
//! - `flags`: open red flags, which cramp a stretch was for, how often it helped
//! - `exchange`: out as one file and in again, without loss, whatever comes in
//! - `house`: borders between modules, file lengths
//! - `libraries`: no network, one registry, licences that are allowed
//! - `identity`: one id and version in every package, the icon, the manual as a document
//! - `patterns`: made-up diaries, one for each pattern, and what must stay unsaid
//! - `properties`: entries, times and settings hold for anything thrown at them
//! - `report_command`: the doctor's page from the command line
//! - `limits`: every limit of what is read, at it and just above
//! - `readers`: any bytes through every reader: nothing taken in that may not be kept
//! - `storage`: every fault at every step: the old entry or the new one, no other
//! - `stretch`: any command at any time: no time invented, both sides alike
//! - `time`: half an hour without drift, clocks that jump, shades that never flash
//! - `window`: closing waits for the disk; where the window was is kept

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics says where"
)]

mod charts;
mod check_command;
mod content;
mod dose;
mod exchange;
mod flags;
mod guide_command;
mod house;
mod identity;
mod libraries;
mod limits;
mod patterns;
mod program;
mod properties;
mod readers;
mod reading;
mod report_command;
mod rules;
mod search;
mod signs;
mod start;
mod storage;
mod stretch;
mod time;
mod triage;
mod vignettes;
mod window;
