//! Unclench: help for people whose buttock cramps.
//!
//! Two halves. Plain Rust, which never names egui: [`content`], [`triage`],
//! [`stretch`], [`diary`], [`settings`], and [`state`], [`action`], [`job`],
//! [`screen`], [`notice`], [`clock`] between them. The window: [`ui`] draws and
//! asks, [`app`] is the order of a frame. [`store`] alone touches files, [`cli`]
//! is the command line. `ARCHITECTURE.md` has the map.

pub mod action;
pub mod app;
pub mod cli;
pub mod clock;
pub mod content;
pub mod diary;
pub mod exchange;
pub mod figure;
pub mod job;
pub mod notice;
pub mod screen;
pub mod settings;
pub mod state;
pub mod store;
pub mod stretch;
pub mod triage;
pub mod ui;
