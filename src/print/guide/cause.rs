//! The page of one cause.

use super::{Desk, label, urgent};
use crate::content::{Cause, Library, LookAlike};
use crate::print::ink::Ink;
use crate::print::sheet::{Block, Boxed, Item, Sheet, Voice, Words};

/// The page of this cause.
pub fn cause(library: &Library, cause: &Cause) -> Sheet {
    let kicker = format!(
        "Causes of buttock cramp: {}",
        lower_first(cause.group.title())
    );
    let mut desk = Desk::new(library, &kicker, &cause.name);
    if !cause.also.is_empty() {
        desk.sheet.under = format!("Also called {}", cause.also.join(", "));
    }
    let summary = desk.claim(&cause.summary);
    desk.paragraph(summary);
    glance(&mut desk, cause);
    desk.pictures(&cause.pictures);
    desk.section("What it feels like", &cause.feels);
    desk.section("Why it happens", &cause.why);
    desk.section("What sets it off", &cause.sets_off);
    apart(&mut desk, cause);
    helps(&mut desk, cause);
    desk.heading("When to see someone");
    for level in cause.see.chunk_by(|a, b| a.urgency == b.urgency) {
        let Some(urgency) = level.first().map(|see| see.urgency) else {
            continue;
        };
        let mut words: Vec<Words> = level.iter().map(|see| desk.claim(&see.claim())).collect();
        let block = match words.len() {
            1 => Block::Paragraph(Voice::Body, words.remove(0)),
            _ => Block::List(words.into_iter().map(Into::into).collect()),
        };
        desk.add(urgent(urgency, vec![block]));
    }
    let heard: Vec<_> = cause
        .conflicts
        .iter()
        .filter_map(|id| library.conflict(id))
        .collect();
    if !heard.is_empty() {
        desk.heading("What people often hear");
        for conflict in heard {
            desk.conflict(conflict);
        }
    }
    desk.section("What we do not know", &cause.unknown);
    desk.done()
}

/// Where it is felt, how long it lasts, how soon to be seen.
fn glance(desk: &mut Desk<'_>, cause: &Cause) {
    let lasts = desk.claim(&cause.lasts);
    let mut columns = vec![
        (
            1.0,
            vec![
                label("Where you feel it"),
                Block::Paragraph(Voice::Body, Words::plain(&*cause.place)),
            ],
        ),
        (
            1.0,
            vec![
                label("How long it lasts"),
                Block::Paragraph(Voice::Body, lasts),
            ],
        ),
    ];
    if let Some(first) = cause.see.first() {
        let (_, ink) = super::face(first.urgency);
        columns.push((
            1.15,
            vec![
                label("Get seen, most urgent first"),
                Block::Paragraph(Voice::Body, Words::colored(first.urgency.label(), ink)),
                Block::Paragraph(Voice::Small, Words::plain(&*first.text)),
            ],
        ));
    }
    desk.add(Block::Boxed(Boxed {
        ink: Ink::Accent,
        blocks: vec![Block::Columns(columns)],
        ..Boxed::default()
    }));
}

fn apart(desk: &mut Desk<'_>, cause: &Cause) {
    if cause.apart.is_empty() {
        return;
    }
    desk.heading("Tell it apart from");
    for one in &cause.apart {
        let Some(name) = name(desk.library, one) else {
            continue;
        };
        desk.add(Block::Heading(3, name));
        let list = desk.claims(&one.tells);
        desk.add(list);
    }
}

fn name(library: &Library, one: &LookAlike) -> Option<String> {
    match (&one.other, &one.alert) {
        (Some(id), _) => library.cause(id).map(|c| c.name.clone()),
        (None, Some(id)) => library.alert(id).map(|a| a.name.clone()),
        (None, None) => None,
    }
}

fn helps(desk: &mut Desk<'_>, cause: &Cause) {
    if cause.helps.is_empty() {
        return;
    }
    desk.heading("What helps");
    let items = cause.helps.iter().map(|help| {
        let words = desk.claim(&help.claim);
        let remedy = help
            .remedy
            .as_deref()
            .and_then(|id| desk.library.remedy(id));
        let more = remedy.map(|r| Words::plain(format!("How to do it: the page “{}”", r.name)));
        Item {
            words,
            more: more.into_iter().collect(),
        }
    });
    let items: Vec<Item> = items.collect();
    desk.add(Block::List(items));
}

/// The same with a small first letter.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
