//! The `unclench` program: starts the window or runs a command.
fn main() {}
