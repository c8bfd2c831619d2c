//! Tests of the window, without a window: every screen from the one list, and
//! stories in a person's words.
//!
//! - `gallery`: each screen as outline and picture; nothing cut, nothing unnamed
//! - `stories`: a cause is read, a cramp is logged, a stretch is done

#[path = "../kit/mod.rs"]
mod kit;

mod gallery;
mod stories;
