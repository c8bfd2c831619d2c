//! The page of one cause.

use egui::Ui;

use super::reading::{self, Sources};
use crate::action::Action;
use crate::content::{Cause, LookAlike};
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::Easel;
use crate::ui::widget::{self, card, page, primary, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// From this width on the pictures stand beside the text.
const TWO_COLUMNS: f32 = 860.0;
/// Between the text and the pictures, at least.
const GAP: f32 = 40.0;

/// Draws the page of the cause with this id.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, id: &str) {
    let library = cx.library();
    let Some(cause) = library.cause(id) else {
        super::article::missing(ui, cx);
        return;
    };
    page(ui, &format!("cause {id}"), 980.0, |ui| {
        super::way_back(ui, cx);
        text::title(ui, &cause.name);
        if !cause.also.is_empty() {
            text::caption(ui, format!("Also called {}", cause.also.join(", ")));
        }
        ui.add_space(space::M);
        let mut sources = Sources::default();
        let width = ui.available_width();
        if width >= TWO_COLUMNS {
            // The figure beside the text: it stays in sight while one begins to read.
            let side = (width * 0.39).clamp(330.0, 400.0);
            let reading = (width - side - GAP).min(size::READING);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                column(ui, reading, |ui| {
                    reading::paragraph(ui, &mut sources, &cause.summary);
                    ui.add_space(space::L);
                    facts(ui, cx, cause);
                    body(ui, cx, &mut sources, cause);
                });
                ui.add_space(width - side - reading);
                column(ui, side, |ui| {
                    figures(ui, cx, easel, &mut sources, cause);
                });
            });
        } else {
            let reading = width.min(size::READING);
            column(ui, reading, |ui| {
                reading::paragraph(ui, &mut sources, &cause.summary);
                ui.add_space(space::M);
                figures(ui, cx, easel, &mut sources, cause);
                ui.add_space(space::M);
                facts(ui, cx, cause);
                body(ui, cx, &mut sources, cause);
            });
        }
        sources.show(ui, library);
        super::turn::foot(ui, cx);
    });
}

/// A column of this width.
fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = space::S;
            add(ui);
        });
    });
}

/// The pictures, and the way to the plate that one of them is taken from.
fn figures(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, sources: &mut Sources, cause: &Cause) {
    reading::pictures(ui, easel, sources, cx.library(), &cause.id, &cause.pictures);
    let mut shown = cause.pictures.iter();
    if let Some(plate) = shown.find(|p| super::anatomy::is_plate(&p.figure))
        && quiet(ui, Some(icon::FORWARD), "Explore this picture").clicked()
    {
        cx.ask(Action::Guide(GuidePage::Figure(plate.figure.clone())));
    }
}

fn facts(ui: &mut Ui, cx: &mut Cx<'_>, cause: &Cause) {
    card(ui, |ui| {
        text::subheading(ui, 2, "At a glance");
        ui.add_space(space::XS);
        text::caption(ui, "Where you feel it");
        text::body(ui, &cause.place);
        ui.add_space(space::S);
        text::caption(ui, "How long it lasts");
        text::body(ui, &cause.lasts.text);
        if let Some(first) = cause.see.first() {
            ui.add_space(space::S);
            text::caption(ui, "Get seen, most urgent first");
            urgency::badge(ui, first.urgency);
            text::body(ui, &first.text);
        }
    });
    ui.add_space(space::M);
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, Some(icon::CHECK), "Check my symptoms").clicked() {
            cx.ask(Action::Open(Screen::Check));
        }
        let stretch_helps = cause
            .helps
            .iter()
            .any(|h| h.remedy.as_deref() == Some("gentle_stretch"));
        if stretch_helps && secondary(ui, Some(icon::STRETCH), "Stretch").clicked() {
            cx.ask(Action::Open(Screen::Stretch));
        }
    });
}

fn body(ui: &mut Ui, cx: &mut Cx<'_>, sources: &mut Sources, cause: &Cause) {
    let library = cx.library();
    reading::section(ui, "What it feels like", |ui| {
        reading::list(ui, sources, &cause.feels);
    });
    reading::section(ui, "Why it happens", |ui| {
        reading::list(ui, sources, &cause.why);
    });
    reading::section(ui, "What sets it off", |ui| {
        reading::list(ui, sources, &cause.sets_off);
    });
    reading::section(ui, "Tell it apart from", |ui| {
        for apart in &cause.apart {
            look_alike(ui, cx, sources, cause, apart);
        }
    });
    reading::section(ui, "What helps", |ui| {
        for help in &cause.helps {
            reading::dotted(ui, |ui| {
                reading::paragraph(ui, sources, &help.claim);
                if let Some(remedy) = help.remedy.as_deref().and_then(|id| library.remedy(id)) {
                    let go = quiet(ui, None, &format!("{}: how to do it", remedy.name));
                    if go.clicked() {
                        cx.ask(Action::Guide(GuidePage::Remedy(remedy.id.clone())));
                    }
                }
            });
        }
    });
    reading::section(ui, "When to see someone", |ui| {
        for see in &cause.see {
            urgency::row(ui, see.urgency, |ui| {
                reading::paragraph(ui, sources, &see.claim());
            });
            ui.add_space(space::S);
        }
        if primary(ui, Some(icon::HELP), "Where to get help").clicked() {
            cx.ask(Action::Open(Screen::Help));
        }
    });
    if !cause.conflicts.is_empty() {
        reading::section(ui, "What people often hear", |ui| {
            for id in &cause.conflicts {
                if let Some(conflict) = library.conflict(id) {
                    super::article::conflict(ui, sources, conflict);
                }
            }
        });
    }
    reading::section(ui, "What we do not know", |ui| {
        reading::list(ui, sources, &cause.unknown);
    });
}

fn look_alike(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    sources: &mut Sources,
    cause: &Cause,
    apart: &LookAlike,
) {
    let library = cx.library();
    let named = match (&apart.other, &apart.alert) {
        (Some(id), _) => library
            .cause(id)
            .map(|c| (c.name.clone(), GuidePage::Cause(id.clone()))),
        (None, Some(id)) => library
            .alert(id)
            .map(|a| (a.name.clone(), GuidePage::Alert(id.clone()))),
        (None, None) => None,
    };
    let Some((name, goes_to)) = named else { return };
    widget::sunken(ui, |ui| {
        if quiet(ui, Some(icon::FORWARD), &name).clicked() {
            cx.ask(Action::Guide(goes_to));
        }
        reading::list(ui, sources, &apart.tells);
        if let Some(other) = &apart.other {
            let spoken = format!("Compare side by side: {name}");
            let compare = quiet(ui, None, "Compare side by side").accessible_name(spoken);
            if compare.clicked() {
                let pair = GuidePage::Compare(cause.id.clone(), other.clone());
                cx.ask(Action::Guide(pair));
            }
        }
    });
    ui.add_space(space::S);
}
