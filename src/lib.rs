//! Unclench: help for people whose buttock cramps.
//!
//! Two halves. Plain Rust, which never names egui: [`clock`].
pub mod clock;
