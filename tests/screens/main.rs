//! Tests of the window, without a window: every screen from the one list, and
//! stories in a person's words.
//!
//! - `audit`: what every page owes to a screen reader, a keyboard and a finger
//! - `cut`: nothing that is painted is cut off at a side
//! - `pages`: every page at every size, held to the audit
//! - `keyboard`: whole tasks by key, and where the keyboard goes
//! - `leave`: Escape leaves each sheet; radio groups; F10
//! - `focus`: one sees where the keyboard is
//! - `live`: what is read out by itself
//! - `gallery`: each screen as outline and picture
//! - `check`: the check from start to result
//! - `doctor`: the page for the doctor, as it is chosen, looked at and saved
//! - `exchange`: the diary goes out and comes in; another app's table; backups
//! - `explore`: causes are compared, and found by the place that hurts
//! - `map`: the body map, from behind and from the front
//! - `now`: from "It's cramping now" to the stretch and the entry; `now_signs`: what is
//!   asked first
//! - `home`: the folder of the diary moves, is missing, holds a conflict
//! - `paper`: a page is saved as PDF
//! - `figures`: every drawing, the change that is played, turning pages
//! - `floor`: a session by keyboard, away, crashed; `floor_looks`: in every light
//! - `settings`: each choice is seen and kept; the desktop, reminders, keys
//! - `sound`: what is played, said and kept awake, and what is told of it
//! - `stories`: a cause is read, a cramp is logged, a stretch is done
//! - `stretch`: safety list, plans, signs to stop, what is suggested and kept
//! - `trends`: half a year of a diary in charts, tables and patterns
//! - `walk`: looks at each page in every size
//! - `welcome`: the first run, the example diary, the sheet of help, the readme

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::iter_over_hash_type,
    clippy::float_cmp,
    clippy::clone_on_ref_ptr,
    unreachable_pub,
    reason = "a test that panics says where; the kit is shared between binaries"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod audit;
mod check;
mod cut;
mod doctor;
mod exchange;
mod explore;
mod figures;
mod find;
mod floor;
mod floor_looks;
mod focus;
mod gallery;
mod home;
mod keyboard;
mod leave;
mod live;
mod log;
mod map;
mod now;
mod now_signs;
mod pages;
mod paper;
mod settings;
mod sound;
mod stories;
mod stretch;
mod trends;
mod walk;
mod welcome;
