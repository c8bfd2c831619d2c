//! Patterns found and not found in diaries made for it.
