//! Tests without a window.
//!
//! - `content`: the whole of `content/`, cross-checked; broken copies are found.

mod content;
