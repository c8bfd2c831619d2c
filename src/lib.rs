//! Unclench: help for people whose buttock cramps.
//!
//! Two halves. Plain Rust, which never names egui: [`content`], [`triage`],
//! [`stretch`], [`pose`], [`diary`], [`settings`], [`reminder`], [`print`](mod@print), and [`state`],
//! [`action`], [`job`], [`screen`], [`notice`], [`clock`] between them. [`sound`], [`voice`] and
//! [`awake`] are threads of their own; [`aloud`] ties them to the state, [`desktop`] listens to what
//! the desktop prefers. The window: [`ui`] draws and
//! asks, [`app`] is the order of a frame. [`store`] alone touches files, [`cli`]
//! is the command line. `ARCHITECTURE.md` has the map.

pub mod action;
pub mod aloud;
pub mod app;
pub mod awake;
pub mod cli;
pub mod clock;
pub mod content;
mod desk;
pub mod desktop;
pub mod dialog;
pub mod diary;
pub mod exchange;
pub mod figure;
pub mod home;
pub mod job;
pub mod notice;
pub mod pose;
pub mod print;
pub mod reminder;
pub mod screen;
pub mod settings;
pub mod sound;
pub mod state;
pub mod store;
pub mod stretch;
pub mod triage;
pub mod ui;
pub mod voice;
