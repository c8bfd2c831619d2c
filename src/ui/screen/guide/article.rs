//! The pages of must-not-miss conditions and of what people often hear.

use egui::Ui;

use super::reading::{self, Sources};
use crate::action::Action;
use crate::content::Conflict;
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::Easel;
use crate::ui::widget::{card, empty, link_row, page, primary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the page of the alert with this id.
pub(super) fn alert(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, id: &str) {
    let library = cx.library();
    let Some(alert) = library.alert(id) else {
        missing(ui, cx);
        return;
    };
    page(ui, &format!("alert {id}"), size::READING + 40.0, |ui| {
        super::way_back(ui, cx);
        let mut sources = Sources::default();
        text::title(ui, &alert.name);
        ui.add_space(space::S);
        urgency::row(ui, alert.urgency, |ui| {
            reading::paragraph(ui, &mut sources, &alert.act);
        });
        ui.add_space(space::S);
        if primary(ui, Some(icon::HELP), "Where to get help").clicked() {
            cx.ask(Action::Open(Screen::Help));
        }
        ui.add_space(space::S);
        reading::paragraph(ui, &mut sources, &alert.summary);
        ui.add_space(space::L);
        reading::pictures(ui, easel, &mut sources, library, id, &alert.pictures);
        reading::section(ui, "The signs", |ui| {
            reading::list(ui, &mut sources, &alert.signs);
        });
        reading::section(ui, "Why it matters", |ui| {
            reading::list(ui, &mut sources, &alert.why);
        });
        mistaken(ui, cx, id);
        sources.show(ui, library);
        super::turn::foot(ui, cx);
    });
}

/// The causes whose pages tell this condition apart, to read on.
fn mistaken(ui: &mut Ui, cx: &mut Cx<'_>, id: &str) {
    let causes = cx.library().causes().iter();
    let told = causes.filter(|c| c.apart.iter().any(|a| a.alert.as_deref() == Some(id)));
    let told: Vec<_> = told.collect();
    if told.is_empty() {
        return;
    }
    reading::section(ui, "What it can be mistaken for", |ui| {
        for cause in told {
            if link_row(ui, &cause.name, &cause.place).clicked() {
                cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
            }
        }
    });
}

/// Draws the page of everything people often hear that the evidence bends.
pub(super) fn conflicts(ui: &mut Ui, cx: &mut Cx<'_>) {
    let library = cx.library();
    page(ui, "conflicts", size::READING + 40.0, |ui| {
        super::way_back(ui, cx);
        let mut sources = Sources::default();
        text::title(ui, "What people often hear");
        text::muted(
            ui,
            "Some advice about cramp is older than the studies behind it. Here is what is \
             said, what is known, and what to do with it.",
        );
        ui.add_space(space::M);
        for one in library.conflicts() {
            conflict(ui, &mut sources, one);
        }
        sources.show(ui, library);
    });
}

/// One thing that is often said, what is known, and what to do with it.
pub(super) fn conflict(ui: &mut Ui, sources: &mut Sources, conflict: &Conflict) {
    card(ui, |ui| {
        text::caption(ui, "Often said");
        text::strong(ui, &conflict.said);
        ui.add_space(space::S);
        text::caption(ui, "What is known");
        reading::paragraph(ui, sources, &conflict.known);
        ui.add_space(space::S);
        text::caption(ui, "So");
        reading::paragraph(ui, sources, &conflict.so);
    });
    ui.add_space(space::M);
}

/// The page for an id that is not in the content (an old diary may name one).
pub(super) fn missing(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "missing", size::READING, |ui| {
        text::title(ui, "Guide");
        let home = empty(
            ui,
            icon::GUIDE,
            "This page is not in the guide any more",
            "It may have been renamed since you last saw it. Search for it by name.",
            "All causes",
        );
        if home.clicked() {
            cx.ask(Action::Guide(GuidePage::Home));
        }
    });
}
