//! The signs that need help before a stretch: one list, one press for "none".

use egui::Ui;

use super::read::Read;
use super::{WIDTH, bar, words};
use crate::action::{Action, CrampStep, CrampTold};
use crate::content::{NowGroup, NowSign};
use crate::diary::entry::{EntryId, Side};
use crate::screen::Screen;
use crate::state::{CrampView, State};
use crate::triage::Urgency;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, danger, floor, link_row, page, pain_scale, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Below this height the page leaves out what can wait.
const SHORT: f32 = 520.0;

/// "Is one of these true?"
pub(super) fn ask(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, fresh: bool, read: &mut Read) {
    read.begin(id, fresh);
    let short = ui.available_height() < SHORT;
    bar(ui, "signs bar", |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                on(left, cx, id, fresh, read);
                if floor(right, false, None, "Yes or not sure").clicked() {
                    let which = Some(CrampView::Which(id));
                    cx.ask(Action::Cramp(CrampStep::View(which)));
                }
            }
        });
        if !short {
            other_ways(ui, cx, id);
        }
    });
    page(ui, "signs", WIDTH, |ui| {
        text::title(ui, "Is one of these true now?");
        noted(ui, cx, id);
        ui.add_space(space::S);
        let mut nth = 0;
        for group in NowGroup::ALL {
            text::subheading(ui, 2, group.title());
            ui.scope(|ui| {
                // Close together, so that the whole list is seen at once.
                ui.spacing_mut().item_spacing.y = 3.0;
                for sign in of(cx.state, group) {
                    let place = line(ui, &sign.text);
                    read.look(ui, nth, place);
                    nth += 1;
                }
            });
            ui.add_space(space::M);
        }
        read.end(ui, cx.now.ticks, fresh);
        if short {
            // The bar is kept low, so that more of the signs is seen at once.
            other_ways(ui, cx, id);
        } else {
            if_you_like(ui, cx, id);
        }
    });
}

/// The way on: the rest of the list, and after it "none of these".
fn on(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, fresh: bool, read: &mut Read) {
    let is_whole = read.is_whole();
    let (word, what) = if is_whole {
        ("None of these", "The stretch starts")
    } else {
        (
            "Read on",
            "There are more signs below. Then you can answer.",
        )
    };
    let button = floor(ui, true, None, word);
    if fresh {
        button.request_focus();
    }
    ui.ctx().accesskit_node_builder(button.id, |node| {
        node.set_description(what);
    });
    if !button.clicked() {
        return;
    }
    if !is_whole {
        read.go_on();
    } else if read.takes(cx.now.ticks) {
        cx.ask(Action::Cramp(CrampStep::NoSigns(id)));
    }
}

/// Away from here without a stretch.
fn other_ways(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId) {
    ui.horizontal_wrapped(|ui| {
        if quiet(ui, Some(icon::DIARY), "Only log it").clicked() {
            let cramp = Some(CrampView::Cramp(id));
            cx.ask(Action::Cramp(CrampStep::View(cramp)));
        }
        if quiet(ui, None, "It was nothing").clicked() {
            cx.ask(Action::Cramp(CrampStep::Discard(id)));
        }
    });
}

/// That the start is noted, once it is durable.
pub(super) fn noted(ui: &mut Ui, cx: &Cx<'_>, id: EntryId) {
    let Some(start) = cx.state.cramp.get(id).and_then(|b| b.started_at.as_ref()) else {
        return;
    };
    let at = words::clock(start, cx.now.wall.date(), cx.state.is_twelve());
    let said = if cx.state.cramp.is_kept(id) {
        format!("Noted at {at}. If none is true, the stretch starts.")
    } else {
        format!("Noting {at}. If none is true, the stretch starts.")
    };
    let line = text::muted(ui, said);
    text::announce(ui, &line, false);
}

fn of(state: &State, group: NowGroup) -> impl Iterator<Item = &NowSign> {
    let signs = state.library.now_signs().iter();
    signs.filter(move |sign| sign.group == group)
}

/// One line of the list, with a mark before it; returns its place.
fn line(ui: &mut Ui, words: &str) -> egui::Rect {
    let ink = ui.tokens().muted;
    let line = ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 22.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 2.5, ink);
        text::body(ui, words);
    });
    line.response.rect
}

/// What may be told on the way, and need not be.
fn if_you_like(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId) {
    let Some(begun) = cx.state.cramp.get(id) else {
        return;
    };
    let last = begun.samples.last().map(|sample| sample.pain.get());
    let side = begun.side;
    card(ui, |ui| {
        text::strong(ui, "If you like: how bad is it?");
        if let Some(n) = pain_scale(ui, "Pain now", last) {
            cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Pain(n))));
        }
        ui.add_space(space::S);
        sides(ui, cx, id, side);
    });
}

/// The side, one press.
pub(super) fn sides(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, side: Option<Side>) {
    ui.horizontal_wrapped(|ui| {
        for (one, word) in [
            (Side::Left, "Left"),
            (Side::Right, "Right"),
            (Side::Both, "Both sides"),
        ] {
            let on = side == Some(one);
            if chip(ui, on, word).clicked() {
                let next = (!on).then_some(one);
                cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Side(next))));
            }
        }
    });
}

/// "Which is it?": help first, then what each sign means.
pub(super) fn which(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, fresh: bool) {
    page(ui, "which sign", WIDTH, |ui| {
        let back = quiet(ui, Some(icon::BACK), "Back");
        if back.clicked() {
            let signs = Some(CrampView::Signs(id));
            cx.ask(Action::Cramp(CrampStep::View(signs)));
        }
        text::title(ui, "Which is it?");
        ui.add_space(space::S);
        for group in NowGroup::ALL {
            let level = match group {
                NowGroup::Emergency => Urgency::EmergencyNow,
                NowGroup::Today => Urgency::SameDay,
            };
            let advice = level.advice(cx.state.region());
            urgency::row(ui, level, |ui| {
                text::body(ui, advice);
                if group == NowGroup::Emergency {
                    ui.add_space(space::XS);
                    let help = danger(ui, Some(icon::HELP), "Get help");
                    if fresh {
                        help.request_focus();
                    }
                    if help.clicked() {
                        cx.ask(Action::Open(Screen::Help));
                    }
                }
                ui.add_space(space::XS);
                for sign in of(cx.state, group) {
                    if link_row(ui, &sign.text, "").clicked() {
                        let sign = sign.id.clone();
                        cx.ask(Action::Cramp(CrampStep::Sign(sign)));
                    }
                }
            });
            ui.add_space(space::M);
        }
        text::body(
            ui,
            "Not sure? Go through the questions. Do not stretch until you know.",
        );
        ui.add_space(space::XS);
        if secondary(ui, Some(icon::CHECK), "Check my symptoms").clicked() {
            cx.ask(Action::Cramp(CrampStep::NotSure));
        }
    });
}
