//! The answers that a script hands to Check.
#![no_main]

#[allow(dead_code, reason = "each target uses its own part")]
#[path = "../../tests/kit/readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::answers(bytes));
