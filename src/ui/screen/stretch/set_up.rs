//! The set-up of a session: which routine, how long, which side, how it hurts.

use egui::Ui;

use super::picture;
use crate::action::{Action, StretchStep};
use crate::state::GuidePage;
use crate::stretch::{Options, Sides};
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, chip, page, pain_scale, primary, quiet, segmented};
use crate::ui::{Cx, field, icon, text};

/// From this width on the picture stands beside the choices.
const TWO_COLUMNS: f32 = 760.0;

/// Draws the set-up.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "stretch set-up", 900.0, |ui| {
        text::title(ui, "Stretch");
        text::muted(
            ui,
            "The figure-four stretch for the deep muscles of the buttock. Both sides get their \
             own full hold.",
        );
        ui.add_space(space::M);
        let width = ui.available_width();
        if width >= TWO_COLUMNS {
            let side = 320.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XL;
                ui.allocate_ui(egui::vec2(width - side - space::XL, 0.0), |ui| {
                    ui.vertical(|ui| choices(ui, cx));
                });
                ui.allocate_ui(egui::vec2(side, 0.0), |ui| {
                    ui.vertical(|ui| preview(ui, cx));
                });
            });
        } else {
            choices(ui, cx);
            ui.add_space(space::M);
            preview(ui, cx);
        }
    });
}

fn choices(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(routine) = cx.state.stretch.routine() else {
        return;
    };
    let chosen = routine.id.clone();
    card(ui, |ui| {
        text::caption(ui, "How you want to do it");
        ui.horizontal_wrapped(|ui| {
            for routine in cx.library().routines() {
                if chip(ui, routine.id == chosen, &routine.name).clicked() {
                    cx.ask(Action::Stretch(StretchStep::Choose(routine.id.clone())));
                }
            }
        });
        text::muted(ui, &routine.for_whom);
        ui.add_space(space::M);
        let mut options = cx.state.stretch.options().clone();
        sides(ui, &mut options);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            for (label, value, range, unit) in [
                ("Hold, each side", &mut options.hold_secs, 5..=120, " s"),
                ("Rounds", &mut options.rounds, 1..=6, ""),
                ("Get ready", &mut options.prepare_secs, 3..=30, " s"),
            ] {
                ui.vertical(|ui| field::number(ui, label, value, range, unit));
            }
        });
        if options != *cx.state.stretch.options() {
            cx.ask(Action::Stretch(StretchStep::Options(Box::new(options))));
        }
        ui.add_space(space::M);
        text::strong(ui, "How much does it hurt right now?");
        if let Some(n) = pain_scale(ui, "Pain before", cx.state.stretch.before()) {
            cx.ask(Action::Stretch(StretchStep::Before(Some(n))));
        }
        ui.add_space(space::M);
        let total = cx.state.stretch.total();
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::PLAY), "Start the stretch").clicked() {
                cx.ask(Action::Stretch(StretchStep::Start));
            }
            text::muted(ui, format!("Takes about {}", length(total)));
        });
    });
}

fn sides(ui: &mut Ui, options: &mut Options) {
    text::caption(ui, "Sides");
    let all = [
        (Sides::RightFirst, "Both, right first"),
        (Sides::LeftFirst, "Both, left first"),
        (Sides::RightOnly, "Right only"),
        (Sides::LeftOnly, "Left only"),
    ];
    if let Some(sides) = segmented(ui, "Sides", options.sides, &all) {
        options.sides = sides;
    }
}

fn preview(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(routine) = cx.state.stretch.routine() else {
        return;
    };
    card(ui, |ui| {
        picture::show(
            ui,
            cx.library(),
            &routine.picture,
            crate::stretch::Side::Right,
            egui::vec2(ui.available_width(), 190.0),
            &format!("The held position of: {}", routine.name),
        );
        ui.add_space(space::S);
        text::subheading(ui, 2, "Stay safe");
        for line in &routine.safety {
            text::muted(ui, &line.text);
        }
        ui.add_space(space::XS);
        if quiet(ui, None, "Does it work? What is known").clicked() {
            cx.ask(Action::Guide(GuidePage::Remedy(
                "gentle_stretch".to_owned(),
            )));
        }
    });
    ui.add_space(size::CONTROL);
}

/// A length of time in words: "1 min 40 s".
pub(super) fn length(time: std::time::Duration) -> String {
    let secs = time.as_secs();
    match (secs / 60, secs % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}
