//! What waits to be finished: cramps that are not in the diary yet, entries
//! that were still going, a check whose advice has come due.

use egui::Ui;

use super::words;
use crate::action::{Action, CheckStep, CrampStep};
use crate::diary::begun::Begun;
use crate::diary::entry::{EntryId, Episode};
use crate::state::CrampView;
use crate::triage::Urgency;
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, hairline, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// At most so many of a kind are shown at once, the newest first.
const MOST: usize = 4;
/// Below this width the last button stands below the others.
const NARROW: f32 = 440.0;

/// Answers to "How long did it last?", in seconds.
const LENGTHS: [(u32, &str); 5] = [
    (300, "5 min"),
    (1800, "30 min"),
    (3600, "1 hour"),
    (10_800, "3 hours"),
    (28_800, "8 hours"),
];

/// Draws the cards, where something waits.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    unfinished(ui, cx);
    still_going(ui, cx);
    due(ui, cx);
}

fn unfinished(ui: &mut Ui, cx: &mut Cx<'_>) {
    let open: Vec<Begun> = cx.state.cramp.open().rev().cloned().collect();
    if open.is_empty() {
        return;
    }
    card(ui, |ui| {
        text::subheading(ui, 2, "Unfinished");
        for (at, begun) in open.iter().take(MOST).enumerate() {
            if at > 0 {
                ui.add_space(space::XS);
                hairline(ui);
                ui.add_space(space::XS);
            }
            if let Some(id) = begun.id {
                ui.push_id(id, |ui| one(ui, cx, id, begun));
            }
        }
        if open.len() > MOST {
            text::muted(ui, format!("And {} more, older.", open.len() - MOST));
        }
    });
    ui.add_space(space::L);
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, begun: &Begun) {
    let start = begun.started_at.as_ref();
    let at = start.map_or_else(String::new, |s| {
        words::clock(s, cx.now.wall.date(), cx.state.is_twelve())
    });
    let name = format!("Cramp of {at}");
    let age = begun.seconds_until(cx.now.wall.timestamp());
    text::strong(ui, &name);
    let missing = words::missing(begun).unwrap_or_else(|| "Ready to be saved.".to_owned());
    text::muted(ui, format!("Began {}. {missing}", words::ago(age)));
    let narrow = ui.available_width() < NARROW;
    ui.horizontal_wrapped(|ui| {
        let now = secondary(ui, Some(icon::NOW), "How is it now?");
        let now = now.accessible_name(format!("How is it now? {name}"));
        if now.clicked() {
            let view = Some(CrampView::Cramp(id));
            cx.ask(Action::Cramp(CrampStep::View(view)));
        }
        let finish = quiet(ui, Some(icon::EDIT), "Finish");
        if finish.accessible_name(format!("Finish {name}")).clicked() {
            cx.ask(Action::Cramp(CrampStep::Finish(id)));
        }
        if !narrow {
            discard_button(ui, cx, id, &name);
        }
    });
    if narrow {
        discard_button(ui, cx, id, &name);
    }
}

fn discard_button(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, name: &str) {
    let discard = quiet(ui, Some(icon::TRASH), "Discard");
    let discard = discard.accessible_name(format!("Discard {name}"));
    if discard.clicked() {
        cx.ask(Action::Cramp(CrampStep::Discard(id)));
    }
}

fn still_going(ui: &mut Ui, cx: &mut Cx<'_>) {
    let state = cx.state;
    let mut going: Vec<&Episode> = state.cramp.still_going(&state.diary).collect();
    going.reverse();
    let Some(first) = going.first().copied() else {
        return;
    };
    let at = words::of(first, cx.now.wall.date(), cx.state.is_twelve());
    let id = first.id;
    let since = cx
        .now
        .wall
        .timestamp()
        .duration_since(first.started_at.instant());
    let since = since.as_secs();
    card(ui, |ui| {
        text::subheading(ui, 2, "Did it stop?");
        let more = match going.len() {
            1 => String::new(),
            n => format!(" {} more like this.", n - 1),
        };
        text::muted(
            ui,
            format!("The cramp of {at} was still going when you saved it.{more}"),
        );
        text::body(ui, "How long did it last?");
        ui.horizontal_wrapped(|ui| {
            for (secs, word) in LENGTHS {
                if i64::from(secs) <= since && chip(ui, false, word).clicked() {
                    cx.ask(Action::Cramp(CrampStep::Ended(id, Some(secs))));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            if quiet(ui, None, "It still goes on").clicked() {
                cx.ask(Action::Cramp(CrampStep::Ended(id, None)));
            }
            if quiet(ui, Some(icon::EDIT), "Another length").clicked() {
                cx.ask(Action::EditEntry(id));
            }
        });
    });
    ui.add_space(space::L);
}

/// The last check, when what it advised is due.
fn due(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(due) = cx.state.cramp.due_check().cloned() else {
        return;
    };
    let day = due.by.strftime("%-d %B");
    let (title, said) = if due.urgency >= Urgency::WithinDays {
        (
            "Have you been seen?",
            format!("Your last check said to see someone by {day}."),
        )
    } else {
        (
            "Time to check again",
            format!("Your last check is to be looked at again on {day}."),
        )
    };
    card(ui, |ui| {
        text::subheading(ui, 2, title);
        text::muted(ui, said);
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            if secondary(ui, Some(icon::CHECK), "Check again").clicked() {
                cx.ask(Action::Check(CheckStep::Restart));
                cx.ask(Action::Open(crate::screen::Screen::Check));
            }
            if quiet(ui, None, "Show that check").clicked() {
                cx.ask(Action::Check(CheckStep::Reopen(due.id)));
            }
        });
    });
    ui.add_space(space::L);
}
