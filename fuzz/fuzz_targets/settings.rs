//! The file of the settings.
#![no_main]

#[allow(dead_code, reason = "each target uses its own part")]
#[path = "../../tests/kit/readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::settings(bytes));
