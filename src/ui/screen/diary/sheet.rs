//! The log sheet: when, how long, where, which side, how bad, a note.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};
use jiff::SignedDuration;

use super::draft::{Draft, Missing};
use super::places::PLACES;
use crate::action::Action;
use crate::diary::Edit;
use crate::diary::entry::{Lasted, Side};
use crate::diary::when::When;
use crate::state::DiaryPage;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, page, pain_scale, primary, quiet, segmented};
use crate::ui::{Cx, field, icon, text};

/// Saves the sheet.
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);

/// Durations that are one press away, in seconds.
const DURATIONS: [(u32, &str); 7] = [
    (30, "Under a minute"),
    (120, "2 min"),
    (300, "5 min"),
    (600, "10 min"),
    (1800, "30 min"),
    (3600, "1 hour"),
    (10_800, "3 hours"),
];

/// Draws the sheet.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) {
    let missing = if draft.tried {
        draft.missing(cx.now)
    } else {
        Vec::new()
    };
    page(ui, "log sheet", 760.0, |ui| {
        let title = if draft.before.is_some() {
            "Edit this cramp"
        } else {
            "Log a cramp"
        };
        text::title(ui, title);
        text::muted(ui, "Five things, seconds each. A note if you like.");
        if let Some(before) = &draft.before
            && let Some(said) = super::link::of_episode(&cx.state.diary, before)
        {
            text::muted(ui, format!("You {said}."));
        }
        ui.add_space(space::M);
        card(ui, |ui| {
            start(ui, cx, draft, &missing);
            gap(ui);
            lasted(ui, draft, &missing);
            gap(ui);
            place(ui, draft, &missing);
            gap(ui);
            part(ui, "How bad at its worst?");
            if let Some(n) = pain_scale(ui, "Worst pain", draft.pain) {
                draft.pain = Some(n);
            }
            complain(ui, &missing, &[Missing::Pain]);
            gap(ui);
            field::note(
                ui,
                "Note (optional)",
                "What you were doing, what helped, anything else",
                &mut draft.note,
            );
        });
        ui.add_space(space::L);
        if !missing.is_empty() {
            let t = ui.tokens();
            let said = match missing.len() {
                1 => "One thing is missing above.".to_owned(),
                n => format!("{n} things are missing above."),
            };
            let line = text::strong_colored(ui, said, t.danger);
            text::announce(ui, &line, false);
        }
        ui.horizontal_wrapped(|ui| {
            let save = primary(ui, Some(icon::CHECK_MARK), "Save")
                .on_hover_text(ui.ctx().format_shortcut(&SAVE));
            let keys = ui.input_mut(|i| i.consume_shortcut(&SAVE));
            if save.clicked() || keys {
                draft.tried = true;
                if let Some(entry) = draft.entry(cx.now)
                    && draft.missing(cx.now).is_empty()
                {
                    let edit = match &draft.before {
                        Some(_) => Edit::Change(entry),
                        None => Edit::Create(entry),
                    };
                    cx.ask(Action::Diary(Box::new(edit)));
                    cx.ask(Action::DiaryPage(DiaryPage::List));
                }
            }
            if quiet(ui, None, "Cancel").clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::List));
            }
        });
    });
}

fn gap(ui: &mut Ui) {
    ui.add_space(space::L);
}

fn part(ui: &mut Ui, question: &str) {
    text::subheading(ui, 2, question);
    ui.add_space(space::XS);
}

/// Says what is missing, beside what it is missing from.
fn complain(ui: &mut Ui, missing: &[Missing], about: &[Missing]) {
    let ink = ui.tokens().danger;
    for one in missing.iter().filter(|m| about.contains(m)) {
        text::colored(ui, one.sentence(), ink);
    }
}

fn start(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, missing: &[Missing]) {
    part(ui, "When did it start?");
    ui.horizontal_wrapped(|ui| {
        for (minutes, word) in [
            (0, "Now"),
            (15, "15 minutes ago"),
            (60, "1 hour ago"),
            (480, "8 hours ago"),
        ] {
            let when = cx
                .now
                .wall
                .checked_sub(SignedDuration::from_mins(minutes))
                .map_or_else(|_e| When::from(&cx.now.wall), |wall| When::from(&wall));
            let civil = when.civil();
            let on = draft.date == civil.date().to_string()
                && draft.time == civil.strftime("%H:%M").to_string();
            if chip(ui, on, word).clicked() {
                draft.set_start(&when);
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.vertical(|ui| field::line(ui, "Date", "year-month-day", &mut draft.date, 120.0));
        ui.vertical(|ui| field::line(ui, "Time", "hour:minute", &mut draft.time, 80.0));
        ui.vertical(|ui| {
            text::caption(ui, " ");
            if chip(ui, draft.about, "About").clicked() {
                draft.about = !draft.about;
            }
        });
    });
    complain(
        ui,
        missing,
        &[Missing::Date, Missing::Time, Missing::Future],
    );
}

fn lasted(ui: &mut Ui, draft: &mut Draft, missing: &[Missing]) {
    part(ui, "How long did it last?");
    ui.horizontal_wrapped(|ui| {
        for (secs, word) in DURATIONS {
            let this = Some(Lasted::Seconds(secs));
            if chip(ui, draft.lasted == this, word).clicked() {
                draft.lasted = this;
            }
        }
        let going = draft.lasted == Some(Lasted::StillGoing);
        if chip(ui, going, "Still going").clicked() {
            draft.lasted = Some(Lasted::StillGoing);
        }
    });
    let mut minutes = draft
        .lasted
        .and_then(Lasted::seconds)
        .map_or(0, |s| s.div_ceil(60));
    let before = minutes;
    ui.horizontal(|ui| {
        field::number(ui, "Or in minutes", &mut minutes, 0..=10_080, " min");
    });
    if minutes != before {
        draft.lasted = Some(Lasted::Seconds(minutes * 60));
    }
    complain(ui, missing, &[Missing::Duration]);
}

fn place(ui: &mut Ui, draft: &mut Draft, missing: &[Missing]) {
    part(ui, "Where?");
    ui.horizontal_wrapped(|ui| {
        for (on, place) in draft.places.iter_mut().zip(&PLACES) {
            if chip(ui, *on, place.label).clicked() {
                *on = !*on;
            }
        }
    });
    complain(ui, missing, &[Missing::Place]);
    gap(ui);
    part(ui, "Which side?");
    let all = [
        (Some(Side::Left), "Left"),
        (Some(Side::Right), "Right"),
        (Some(Side::Both), "Both"),
        (Some(Side::Middle), "In the middle"),
    ];
    if let Some(side) = segmented(ui, "Side", draft.side, &all) {
        draft.side = side;
    }
    complain(ui, missing, &[Missing::Side]);
}
