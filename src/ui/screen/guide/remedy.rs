//! The page of one way to get relief.

use egui::Ui;

use super::reading::{self, Sources};
use crate::action::Action;
use crate::screen::Screen;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{callout, page, primary};
use crate::ui::{Cx, icon, text, theme::UiExt as _};

/// Draws the page of the remedy with this id.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: &str) {
    let library = cx.library();
    let Some(remedy) = library.remedy(id) else {
        super::article::missing(ui, cx);
        return;
    };
    page(ui, &format!("remedy {id}"), size::READING + 40.0, |ui| {
        super::way_back(ui, cx);
        let mut sources = Sources::default();
        text::title(ui, &remedy.name);
        ui.add_space(space::S);
        reading::paragraph(ui, &mut sources, &remedy.summary);
        if remedy.figure_four {
            ui.add_space(space::M);
            if primary(ui, Some(icon::STRETCH), "Start the guided stretch").clicked() {
                cx.ask(Action::Open(Screen::Stretch));
            }
        }
        if !remedy.how.is_empty() {
            reading::section(ui, "How to do it", |ui| {
                reading::list(ui, &mut sources, &remedy.how);
            });
        }
        if !remedy.avoid.is_empty() {
            ui.add_space(space::XL);
            let t = ui.tokens();
            callout(
                ui,
                icon::WARNING,
                t.caution,
                t.caution_soft,
                "Do not use it, or ask first, if",
                |ui| {
                    ui.add_space(space::XS);
                    reading::list(ui, &mut sources, &remedy.avoid);
                },
            );
        }
        reading::section(ui, "How well it works", |ui| {
            reading::list(ui, &mut sources, &remedy.evidence);
        });
        let used_by: Vec<_> = library
            .causes()
            .iter()
            .filter(|c| c.helps.iter().any(|h| h.remedy.as_deref() == Some(id)))
            .collect();
        if !used_by.is_empty() {
            reading::section(ui, "It can help with", |ui| {
                for cause in used_by {
                    if crate::ui::widget::link_row(ui, &cause.name, &cause.place).clicked() {
                        cx.ask(Action::Guide(crate::state::GuidePage::Cause(
                            cause.id.clone(),
                        )));
                    }
                }
            });
        }
        sources.show(ui, library);
        super::turn::foot(ui, cx);
    });
}
