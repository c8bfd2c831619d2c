//! How things look: theme, contrast, size, motion, night.

use egui::Ui;

use super::field::time;
use crate::action::Action;
use crate::settings::{Contrast, Motion, Night, Settings, Theme};
use crate::ui::tokens::space;
use crate::ui::widget::{secondary, segmented};
use crate::ui::{Cx, text};

const THEMES: [(Theme, &str); 3] = [
    (Theme::System, "As the system"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];
const CONTRASTS: [(Contrast, &str); 3] = [
    (Contrast::System, "As the system"),
    (Contrast::High, "High"),
    (Contrast::Usual, "Usual"),
];
const MOTIONS: [(Motion, &str); 3] = [
    (Motion::System, "As the system"),
    (Motion::Reduced, "Stills"),
    (Motion::Full, "Movement"),
];
const NIGHTS: [(Night, &str); 4] = [
    (Night::Off, "Off"),
    (Night::Cramp, "For a cramp at night"),
    (Night::Auto, "By the hour"),
    (Night::On, "On"),
];

/// A name above a row of choices.
pub(super) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, &str)],
) {
    text::caption(ui, name);
    if let Some(picked) = segmented(ui, name, *value, options) {
        *value = picked;
    }
    ui.add_space(space::M);
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, settings: &mut Settings) {
    choice(ui, "Theme", &mut settings.theme, &THEMES);
    choice(ui, "Contrast", &mut settings.contrast, &CONTRASTS);
    text::caption(ui, "Size");
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, None, "Smaller").clicked() {
            cx.ask(Action::Zoom(-1));
        }
        let said = text::strong(ui, format!("{} %", settings.zoom_percent));
        text::announce(ui, &said, false);
        if secondary(ui, None, "Larger").clicked() {
            cx.ask(Action::Zoom(1));
        }
        if settings.zoom_percent != 100 && secondary(ui, None, "Usual size").clicked() {
            cx.ask(Action::Zoom(0));
        }
    });
    ui.add_space(space::M);
    choice(ui, "Motion", &mut settings.motion, &MOTIONS);
    choice(ui, "Night colours", &mut settings.night, &NIGHTS);
    if matches!(settings.night, Night::Auto | Night::Cramp) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            time(ui, cx, "Night from", &mut settings.night_from);
            time(ui, cx, "Night until", &mut settings.night_until);
        });
        ui.add_space(space::S);
    }
    text::muted(
        ui,
        "At night: near-black, warm and still, so that your eyes can stay asleep.",
    );
}
