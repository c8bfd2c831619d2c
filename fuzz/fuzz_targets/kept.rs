//! What is kept beside the diary: an unfinished cramp, the place of the window.
#![no_main]

#[allow(dead_code, reason = "each target uses its own part")]
#[path = "../../tests/kit/readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::kept(bytes));
