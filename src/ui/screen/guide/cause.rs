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

/// From this width on the facts stand beside the text.
const TWO_COLUMNS: f32 = 860.0;

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
        let width = ui.available_width();
        if width >= TWO_COLUMNS {
            let side = 300.0;
            let reading = (width - side - 40.0).min(size::READING);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.allocate_ui(egui::vec2(reading, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.x = space::S;
                        body(ui, cx, easel, cause);
                    });
                });
                ui.add_space((width - side - reading).max(24.0));
                ui.allocate_ui(egui::vec2(side, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(side);
                        ui.spacing_mut().item_spacing.x = space::S;
                        facts(ui, cx, cause);
                    });
                });
            });
        } else {
            facts(ui, cx, cause);
            ui.add_space(space::M);
            ui.set_max_width(width.min(size::READING));
            body(ui, cx, easel, cause);
        }
    });
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

fn body(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, cause: &Cause) {
    let library = cx.library();
    let mut sources = Sources::default();
    reading::paragraph(ui, &mut sources, &cause.summary);
    reading::pictures(ui, easel, &mut sources, library, &cause.id, &cause.pictures);
    if let Some(plate) = cause
        .pictures
        .iter()
        .find(|p| super::anatomy::is_plate(&p.figure))
        && quiet(ui, Some(icon::FORWARD), "Explore this picture").clicked()
    {
        cx.ask(Action::Guide(GuidePage::Figure(plate.figure.clone())));
    }
    reading::section(ui, "What it feels like", |ui| {
        reading::list(ui, &mut sources, &cause.feels);
    });
    reading::section(ui, "Why it happens", |ui| {
        reading::list(ui, &mut sources, &cause.why);
    });
    reading::section(ui, "What sets it off", |ui| {
        reading::list(ui, &mut sources, &cause.sets_off);
    });
    reading::section(ui, "Tell it apart from", |ui| {
        for apart in &cause.apart {
            look_alike(ui, cx, &mut sources, cause, apart);
        }
    });
    reading::section(ui, "What helps", |ui| {
        for help in &cause.helps {
            reading::dotted(ui, |ui| {
                reading::paragraph(ui, &mut sources, &help.claim);
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
                reading::paragraph(ui, &mut sources, &see.claim());
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
                    super::article::conflict(ui, &mut sources, conflict);
                }
            }
        });
    }
    reading::section(ui, "What we do not know", |ui| {
        reading::list(ui, &mut sources, &cause.unknown);
    });
    sources.show(ui, library);
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
