//! Everything that can be chosen about a session: side, version, plan, lengths;
//! and what earlier sessions did.

use egui::Ui;

use super::words;
use crate::action::{Action, StretchStep};
use crate::diary::entry::Side as Sore;
use crate::state::GuidePage;
use crate::stretch::{OWN, Order};
use crate::ui::tokens::space;
use crate::ui::widget::{
    Offer, card, folding, offer, offer_height, secondary, segmented, two_columns,
};
use crate::ui::{Cx, field, icon, text};

/// From this width on offers stand two in a row.
const TWO_COLUMNS: f32 = 620.0;

/// Draws the choices below the start.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    card(ui, |ui| sides(ui, cx));
    ui.add_space(space::L);
    card(ui, |ui| routines(ui, cx));
    ui.add_space(space::L);
    card(ui, |ui| plans(ui, cx));
    ui.add_space(space::L);
    card(ui, |ui| did(ui, cx));
    ui.add_space(space::L);
    card(ui, |ui| safety(ui, cx));
}

fn sides(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::subheading(ui, 2, "Which side hurts?");
    ui.add_space(space::XS);
    let desk = &cx.state.stretch;
    let all = [
        (Some(Sore::Left), "Left"),
        (Some(Sore::Right), "Right"),
        (Some(Sore::Both), "Both, or neither"),
    ];
    let now = match desk.chosen().sore_side {
        Some(Sore::Left) => Some(Sore::Left),
        Some(Sore::Right) => Some(Sore::Right),
        Some(Sore::Both | Sore::Middle) | None => Some(Sore::Both),
    };
    if let Some(side) = segmented(ui, "Which side hurts", now, &all) {
        cx.ask(Action::Stretch(StretchStep::Sore(side)));
    }
    if desk.sore().is_none() {
        text::muted(ui, "Both sides get the same. The right one comes first.");
        return;
    }
    ui.add_space(space::S);
    if desk.dose().is_some_and(|dose| dose.sore_only) {
        text::muted(ui, "In a cramp, only the side that hurts is stretched.");
        return;
    }
    let orders = [
        (Order::SoreFirst, "That side first"),
        (Order::SoreLast, "That side last"),
        (Order::SoreOnly, "Only that side"),
    ];
    if let Some(order) = segmented(ui, "Order of the sides", desk.chosen().order, &orders) {
        cx.ask(Action::Stretch(StretchStep::Order(order)));
    }
}

/// Lays offers out, two in a row where there is room; returns the one pressed.
fn offers(ui: &mut Ui, name: &str, all: &[Offer<'_>]) -> Option<usize> {
    let mut pressed = None;
    let inner = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        if ui.available_width() < TWO_COLUMNS {
            for (at, one) in all.iter().enumerate() {
                if offer(ui, one, 0.0).clicked() {
                    pressed = Some(at);
                }
            }
            return;
        }
        let width = (ui.available_width() - 20.0) / 2.0;
        for (row, pair) in all.chunks(2).enumerate() {
            let heights = pair.iter().map(|one| offer_height(ui, one, width));
            let high = heights.fold(0.0, f32::max);
            two_columns(ui, |ui, at| {
                if let Some(one) = pair.get(at)
                    && offer(ui, one, high).clicked()
                {
                    pressed = Some(row * 2 + at);
                }
            });
        }
    });
    ui.ctx().accesskit_node_builder(inner.response.id, |node| {
        node.set_role(egui::accesskit::Role::RadioGroup);
        node.set_label(name);
    });
    pressed
}

fn routines(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::subheading(ui, 2, "Which version?");
    text::muted(
        ui,
        "From gentle to further. Nothing ever moves up by itself.",
    );
    ui.add_space(space::S);
    let desk = &cx.state.stretch;
    let chosen = desk.routine().map(|r| r.id.as_str());
    let all = cx.library().routines();
    let barred: Vec<Option<String>> = all.iter().map(|r| desk.barred(r)).collect();
    let notes: Vec<String> = all.iter().map(|r| format!("level {}", r.level)).collect();
    let list: Vec<Offer<'_>> = all
        .iter()
        .zip(&barred)
        .zip(&notes)
        .map(|((r, barred), note)| Offer {
            title: &r.name,
            line: &r.for_whom,
            note,
            on: chosen == Some(r.id.as_str()),
            barred: barred.as_deref(),
        })
        .collect();
    if let Some(routine) = offers(ui, "Version", &list).and_then(|at| all.get(at)) {
        cx.ask(Action::Stretch(StretchStep::Choose(routine.id.clone())));
    }
}

fn plans(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::subheading(ui, 2, "How long?");
    ui.add_space(space::S);
    let desk = &cx.state.stretch;
    let Some(routine) = desk.routine() else {
        return;
    };
    let level = routine.level.clone();
    let chosen = desk.plan_id();
    let doses = cx.library().doses().iter();
    let doses: Vec<_> = doses.filter(|dose| dose.goes_with(&level)).collect();
    let texts: Vec<(String, String)> = doses
        .iter()
        .map(|d| (words::short(d), format!("{} {}", d.for_whom, d.how_often)))
        .collect();
    let own = desk.chosen();
    let own_note = format!("{} × {} s", own.rounds, own.hold_secs);
    let mut list: Vec<Offer<'_>> = doses
        .iter()
        .zip(&texts)
        .map(|(dose, (note, line))| Offer {
            title: &dose.name,
            line,
            note,
            on: chosen == dose.id,
            barred: None,
        })
        .collect();
    list.push(Offer {
        title: "Your own",
        line: "Lengths and rounds as you set them below.",
        note: &own_note,
        on: chosen == OWN,
        barred: None,
    });
    if let Some(at) = offers(ui, "Plan", &list) {
        let id = doses.get(at).map_or(OWN, |dose| dose.id.as_str());
        cx.ask(Action::Stretch(StretchStep::Dose(id.to_owned())));
    }
    ui.add_space(space::S);
    folding("Your own lengths", "own lengths").show(ui, |ui| lengths(ui, cx));
    ui.add_space(space::S);
    crate::ui::print::button_for_stretch(ui, cx);
    text::caption(ui, "One page with a picture of each step, as chosen here.");
}

fn lengths(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut options = cx.state.stretch.options().clone();
    let sore = cx.state.stretch.sore();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        let mut list = vec![
            ("Hold", &mut options.hold_secs, 5..=120, " s"),
            ("Rounds, each side", &mut options.rounds, 1..=6, ""),
            ("Rest between", &mut options.rest_secs, 5..=60, " s"),
            ("Time to get ready", &mut options.prepare_secs, 3..=30, " s"),
            (
                "Time to change sides",
                &mut options.switch_secs,
                5..=60,
                " s",
            ),
        ];
        if sore.is_some() {
            list.push(("Extra rounds, sore side", &mut options.extra, 0..=3, ""));
        }
        for (label, value, range, unit) in list {
            ui.vertical(|ui| field::number(ui, label, value, range, unit));
        }
    });
    text::caption(
        ui,
        "Getting ready and changing sides count for every plan, the rest for your own.",
    );
    if options != *cx.state.stretch.options() {
        cx.ask(Action::Stretch(StretchStep::Options(Box::new(options))));
    }
}

/// What stretching did so far, counted.
fn did(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::subheading(ui, 2, "What it did");
    ui.add_space(space::XS);
    let desk = &cx.state.stretch;
    text::body(ui, days(desk.days_of_seven()));
    text::body(ui, desk.relief().to_string());
    text::caption(
        ui,
        "Helped: pain clearly lower right after, by 1 point from 4 or less, 2 from 5 to 7, 3 from 8. Sessions of the last 90 days.",
    );
    ui.add_space(space::XS);
    if secondary(ui, None, "Does it work? What is known").clicked() {
        let page = GuidePage::Remedy("gentle_stretch".to_owned());
        cx.ask(Action::Guide(page));
    }
}

/// On how many of the last days there was a session.
pub(super) fn days(count: usize) -> String {
    match count {
        0 => "Not stretched in the last 7 days.".to_owned(),
        n => format!("Stretched on {n} of the last 7 days."),
    }
}

fn safety(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::subheading(ui, 2, "Stay safe");
    ui.add_space(space::XS);
    let desk = &cx.state.stretch;
    for line in desk.routine().into_iter().flat_map(|r| &r.safety) {
        text::body(ui, &line.text);
    }
    ui.add_space(space::S);
    let (yes, day) = desk.gate_answers();
    if let Some(day) = day {
        let what = match yes.len() {
            0 => "nothing on the safety list was true".to_owned(),
            1 => "1 line of the safety list was true".to_owned(),
            n => format!("{n} lines of the safety list were true"),
        };
        text::muted(
            ui,
            format!("On {} you said: {what}.", day.strftime("%-d %B")),
        );
    }
    if let Some(seen) = desk.flags_seen() {
        let zone = cx.now.wall.time_zone().clone();
        let day = seen
            .to_zoned_datetime(zone)
            .strftime("%-d %B %Y")
            .to_string();
        text::muted(
            ui,
            format!("On {day} you said that a warning sign had been looked at."),
        );
    }
    ui.add_space(space::XS);
    if secondary(ui, Some(icon::EDIT), "Your safety answers").clicked() {
        cx.ask(Action::Stretch(StretchStep::ReviewGate));
    }
}
