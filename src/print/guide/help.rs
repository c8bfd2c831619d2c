//! Every sign that needs help, most urgent first, with the numbers to call.

use super::{Desk, face};
use crate::content::{AlertGroup, Library, Region, Rule};
use crate::print::sheet::{Block, Boxed, Item, Sheet, Voice, Words};
use crate::triage::Urgency;

/// The page with the numbers of this region.
pub fn help(library: &Library, region: &Region) -> Sheet {
    let mut desk = Desk::new(library, "Unclench guide", "Signs that need help");
    desk.sheet.under = format!("Numbers for: {}", region.name);
    desk.paragraph(Words::plain(
        "Read down from the top. If a line is true for you, do what its heading says. If you \
         are not sure about a line under “emergency”, speak to someone today.",
    ));
    for level in [Urgency::EmergencyNow, Urgency::SameDay, Urgency::WithinDays] {
        flags(&mut desk, region, level);
    }
    desk.heading("None of these?");
    desk.paragraph(Words::plain(
        "Then there is time. Read about causes, or book a routine visit if it goes on for more \
         than six weeks, keeps coming back, or worries you.",
    ));
    desk.done()
}

/// The signs of one urgency, by group.
fn flags(desk: &mut Desk<'_>, region: &Region, level: Urgency) {
    desk.heading(level.label());
    let (mark, ink) = face(level);
    desk.add(Block::Boxed(Boxed {
        ink,
        mark: Some(mark),
        head: "What to do".to_owned(),
        blocks: vec![Block::Paragraph(
            Voice::Body,
            Words::plain(level.advice(region)),
        )],
    }));
    let rules: Vec<&Rule> = desk
        .library
        .rules()
        .iter()
        .filter(|r| r.red_flag && r.urgency == level)
        .collect();
    for group in AlertGroup::ALL {
        let items: Vec<Item> = rules
            .iter()
            .filter(|r| r.group == *group)
            .map(|rule| {
                let marks = desk.marks(&rule.from);
                Item {
                    words: Words::plain(&*rule.sign).marked(&marks),
                    more: vec![Words::plain(&*rule.reason)],
                }
            })
            .collect();
        if !items.is_empty() {
            desk.add(Block::Heading(3, group.title().to_owned()));
            desk.add(Block::List(items));
        }
    }
}
