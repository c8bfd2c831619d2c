//! Settings: appearance, sound and voice, region, stretch defaults, where the data lives, about.

mod sound;

use egui::Ui;

use super::home::HomeForm;
use crate::action::Action;
use crate::settings::{Night, Settings, Theme};
use crate::ui::tokens::space;
use crate::ui::widget::{card, page, secondary, segmented};
use crate::ui::{Cx, field, text};

/// Draws the screen. Each change is saved at once.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, home: &mut HomeForm) {
    let mut settings = cx.state.settings.clone();
    page(ui, "settings", 760.0, |ui| {
        text::title(ui, "Settings");
        text::muted(ui, "Changes are saved as you make them.");
        ui.add_space(space::M);
        appearance(ui, cx, &mut settings);
        sound::show(ui, cx, &mut settings);
        region(ui, cx);
        stretch(ui, &mut settings);
        data(ui, cx, home);
        about(ui, cx);
    });
    if settings != cx.state.settings {
        cx.ask(Action::Settings(Box::new(settings)));
    }
}

fn part(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        text::subheading(ui, 2, title);
        ui.add_space(space::S);
        add(ui);
    });
    ui.add_space(space::L);
}

fn appearance(ui: &mut Ui, cx: &mut Cx<'_>, settings: &mut Settings) {
    part(ui, "Appearance", |ui| {
        text::caption(ui, "Theme");
        let themes = [
            (Theme::System, "As the system"),
            (Theme::Light, "Light"),
            (Theme::Dark, "Dark"),
        ];
        if let Some(theme) = segmented(ui, "Theme", settings.theme, &themes) {
            settings.theme = theme;
        }
        ui.add_space(space::S);
        text::caption(ui, "Size");
        ui.horizontal(|ui| {
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
        ui.add_space(space::S);
        let mut night = settings.night == Night::On;
        if ui
            .checkbox(&mut night, "Night colours: near-black and warm")
            .changed()
        {
            settings.night = if night { Night::On } else { Night::Off };
        }
        ui.checkbox(
            &mut settings.reduce_motion,
            "Reduce motion: stills instead of movement",
        );
    });
}

fn region(ui: &mut Ui, cx: &mut Cx<'_>) {
    part(ui, "Region", |ui| {
        crate::ui::screen::help::region_choice(ui, cx);
        let region = cx.state.region();
        let advice = region.advice.as_ref().map_or(String::new(), |number| {
            let name = region.advice_name.as_deref().unwrap_or("Medical advice");
            format!(" {name}: {number}.")
        });
        text::muted(
            ui,
            format!("Emergency number: {}.{advice}", region.emergency),
        );
    });
}

fn stretch(ui: &mut Ui, settings: &mut Settings) {
    part(ui, "Stretch", |ui| {
        let lengths = &mut settings.stretch;
        text::muted(
            ui,
            "Your own lengths, for the plan of that name. Getting ready counts for every plan.",
        );
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            let mut rounds = u16::from(lengths.rounds);
            for (label, value, range, unit) in [
                ("Hold, each side", &mut lengths.hold_secs, 5..=120, " s"),
                ("Rounds", &mut rounds, 1..=6, ""),
                ("Rest between", &mut lengths.rest_secs, 5..=60, " s"),
                ("Time to get ready", &mut lengths.prepare_secs, 3..=30, " s"),
            ] {
                ui.vertical(|ui| field::number(ui, label, value, range, unit));
            }
            lengths.rounds = u8::try_from(rounds).unwrap_or(lengths.rounds);
        });
        ui.add_space(space::S);
        ui.checkbox(
            &mut settings.full_screen_stretch,
            "Full screen when a stretch starts",
        );
    });
}

fn data(ui: &mut Ui, cx: &mut Cx<'_>, home: &mut HomeForm) {
    part(ui, "Your data", |ui| {
        text::body(
            ui,
            "Everything stays on this computer, as small text files you can read yourself. \
             Unclench has no network code at all.",
        );
        ui.add_space(space::S);
        home.part(ui, cx);
        ui.add_space(space::S);
        let diary = &cx.state.diary;
        let count = |count: usize, one: &str, many: &str| {
            format!("{count} {}", if count == 1 { one } else { many })
        };
        let entries = count(diary.len(), "entry", "entries");
        let trash = diary.trash().count();
        let damaged = count(diary.damaged().count(), "file", "files");
        let said = format!("{entries}, {trash} in the trash, {damaged} that could not be read.");
        text::muted(ui, said);
    });
}

fn about(ui: &mut Ui, cx: &mut Cx<'_>) {
    part(ui, "About", |ui| {
        let library = cx.library();
        text::strong(ui, format!("Unclench {}", env!("CARGO_PKG_VERSION")));
        text::muted(ui, format!("Guide version {}", library.version()));
        ui.add_space(space::S);
        text::body(
            ui,
            "Unclench gives general information for adults. It cannot examine you, it is no \
             doctor, and it has not been tested on patients or approved as a medical device. Do \
             not wait for, or ignore, a professional’s advice because of it.",
        );
        ui.add_space(space::S);
        text::body(ui, library.review_state());
        ui.add_space(space::S);
        text::strong(ui, "Privacy, and how to check it");
        text::body(
            ui,
            "No account, no telemetry, no update check. Anyone can see that no network library \
             is built in: run cargo tree in the source folder, or watch the program with strace.",
        );
        ui.add_space(space::S);
        text::strong(ui, "Licences");
        text::body(
            ui,
            "Unclench: MIT or Apache 2.0, as you like. Typeface: Atkinson Hyperlegible Next, SIL \
             Open Font License 1.1. Built with egui and other open-source libraries, listed with \
             their licences in the source folder.",
        );
    });
}
