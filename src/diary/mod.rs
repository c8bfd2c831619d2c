//! The diary: what a person wrote down.
pub mod check;
pub mod entry;
pub mod format;
pub mod found;
pub mod json;
pub mod when;
