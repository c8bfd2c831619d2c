//! Unclench: help for people whose buttock cramps.
//!
//! Two halves. Plain Rust, which never names egui: [`clock`], [`diary`],
//! [`job`], [`settings`]; and what touches the world: [`store`], [`cli`].
pub mod cli;
pub mod clock;
pub mod content;
pub mod diary;
pub mod job;
pub mod notice;
pub mod screen;
pub mod settings;
pub mod store;
