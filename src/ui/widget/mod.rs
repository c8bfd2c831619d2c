//! The parts that screens are made of: buttons, cards, chips, the pain scale.
//!
//! Each paints itself from tokens, has an accessible name and shows the focus.

pub mod body;
mod body_map;
mod button;
mod card;
mod chip;
mod choice;
mod empty;
pub mod figure;
mod fold;
mod group;
mod offer;
mod page;
mod scale;

pub use body_map::{BodyMap, Painted};
pub use button::{
    danger, floor, focus_ring, icon_button, icon_width, link, link_row, onward, primary, quiet,
    quiet_width, secondary, word_width,
};
pub use card::{callout, card, dialog, hairline, sunken};
pub use chip::chip;
pub use choice::{Pick, choice, progress};
pub use empty::empty;
pub use fold::{fold, more};
pub use group::{answers, chips, enter, segmented};
pub use offer::{Offer, offer, offer_height};
pub use page::{column_width, make_room, page, stage, two_columns};
pub use scale::{effort_scale, help_scale, hindrance_scale, pain_scale, pull_scale};
