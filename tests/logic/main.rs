//! Tests without a window.
#[cfg(test)]
mod properties;
#[cfg(test)]
mod storage;
