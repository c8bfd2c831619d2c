//! The pages of must-not-miss conditions, of remedies, and of what people hear.

use super::{Desk, urgent};
use crate::content::{Alert, Library, Remedy};
use crate::print::ink::Ink;
use crate::print::sheet::{Block, Boxed, Item, Mark, Sheet, Voice, Words};

/// The page of this must-not-miss condition.
pub fn alert(library: &Library, alert: &Alert) -> Sheet {
    let mut desk = Desk::new(library, "Must not be missed", &alert.name);
    let act = desk.claim(&alert.act);
    desk.add(urgent(
        alert.urgency,
        vec![Block::Paragraph(Voice::Body, act)],
    ));
    let summary = desk.claim(&alert.summary);
    desk.paragraph(summary);
    desk.pictures(&alert.pictures);
    desk.section("The signs", &alert.signs);
    desk.section("Why it matters", &alert.why);
    desk.done()
}

/// The page of this way to get relief.
pub fn remedy(library: &Library, remedy: &Remedy) -> Sheet {
    let mut desk = Desk::new(library, "What helps", &remedy.name);
    let summary = desk.claim(&remedy.summary);
    desk.paragraph(summary);
    desk.section("How to do it", &remedy.how);
    if !remedy.avoid.is_empty() {
        let list = desk.claims(&remedy.avoid);
        desk.add(Block::Boxed(Boxed {
            ink: Ink::Caution,
            mark: Some(Mark::Warning),
            head: "Do not use it, or ask first, if".to_owned(),
            blocks: vec![list],
        }));
    }
    desk.section("How well it works", &remedy.evidence);
    let used_by: Vec<Item> = library
        .causes()
        .iter()
        .filter(|c| {
            c.helps
                .iter()
                .any(|h| h.remedy.as_ref() == Some(&remedy.id))
        })
        .map(|c| Item {
            words: Words::strong(&*c.name),
            more: vec![Words::plain(&*c.place)],
        })
        .collect();
    if !used_by.is_empty() {
        desk.heading("It can help with");
        desk.add(Block::List(used_by));
    }
    desk.done()
}

/// The page of everything people often hear that the evidence bends.
pub fn conflicts(library: &Library) -> Sheet {
    let mut desk = Desk::new(library, "Unclench guide", "What people often hear");
    desk.paragraph(Words::plain(
        "Some advice about cramp is older than the studies behind it. Here is what is said, \
         what is known, and what to do with it.",
    ));
    for conflict in library.conflicts() {
        desk.conflict(conflict);
    }
    desk.done()
}
