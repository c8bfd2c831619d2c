//! Bring in and take out: the diary as one file, files from elsewhere, backups.
//!
//! Files are named by a typed path or in the system's dialog. What a file would bring is shown before
//! anything is written.

mod backups;
mod look;
mod mapping;
mod out;

use egui::Ui;

use super::list::way_back;
use crate::action::{Action, ExchangeStep};
use crate::exchange::Format;
use crate::exchange::foreign::Mapping;
use crate::exchange::job::Errand;
use crate::ui::choose::PathField;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, page};
use crate::ui::{Cx, icon, text};

/// What is written on this page.
#[derive(Debug, Default)]
pub(super) struct ExchangeDraft {
    format: Format,
    /// The file to write; proposed until a person changes it.
    out: PathField,
    proposed: String,
    /// The file to look into.
    from: PathField,
    /// What the file holds is brought into sight when it is there.
    is_awaited: bool,
    /// The folder of the backups, while it is being changed.
    folder: Option<PathField>,
    /// How the table is read, as it is being changed.
    mapping: Option<Mapping>,
}

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft) {
    page(ui, "exchange", 860.0, |ui| {
        way_back(ui, cx);
        text::title(ui, "Bring in and take out");
        text::muted(
            ui,
            "Your diary as one file, to keep, to move or to open elsewhere. Everything you take \
             out can be brought in again.",
        );
        ui.add_space(space::M);
        out::show(ui, cx, draft);
        ui.add_space(space::L);
        look::show(ui, cx, draft);
        ui.add_space(space::L);
        backups::show(ui, cx, draft);
    });
}

/// What could not be done, beside where it was asked for.
fn fault(ui: &mut Ui, cx: &Cx<'_>, errand: Errand) {
    if let Some((what, fault)) = &cx.state.exchange.fault
        && *what == errand
    {
        let t = ui.tokens();
        ui.add_space(space::S);
        let title = errand.to_string();
        let said = callout(ui, icon::WARNING, t.caution, t.caution_soft, &title, |ui| {
            let told = text::capital(&fault.to_string());
            text::body(ui, format!("{told}."))
        });
        text::announce(ui, &said.inner, true);
    }
}

/// Asks for a step.
fn ask(cx: &mut Cx<'_>, step: ExchangeStep) {
    cx.ask(Action::Exchange(Box::new(step)));
}
