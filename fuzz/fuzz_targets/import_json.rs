//! A JSON file to take in.
#![no_main]

#[allow(dead_code, reason = "each target uses its own part")]
#[path = "../../tests/kit/readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::import(
    unclench::exchange::Format::Json,
    bytes
));
