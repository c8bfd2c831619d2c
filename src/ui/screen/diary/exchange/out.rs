//! Taking the diary out: which kind of file, and where.

use egui::Ui;

use super::{ExchangeDraft, ask, fault};
use crate::action::ExchangeStep;
use crate::dialog::Purpose;
use crate::diary::count::{entries, grouped};
use crate::exchange::Format;
use crate::exchange::job::Errand;
use crate::job::FaultKind;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, card, danger, secondary, segmented};
use crate::ui::{Cx, icon, text};

/// Draws the card.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft) {
    card(ui, |ui| {
        text::subheading(ui, 2, "Take out");
        ui.add_space(space::S);
        let kinds = [
            (Format::Zip, "Everything (zip)"),
            (Format::Csv, "Table (CSV)"),
            (Format::Json, "JSON"),
            (Format::Ron, "RON"),
        ];
        if let Some(format) = segmented(ui, "Kind of file", draft.format, &kinds) {
            draft.format = format;
        }
        text::muted(ui, about(draft.format));
        ui.add_space(space::S);
        propose(cx, draft);
        let purpose = Purpose::Export(draft.format.ending());
        draft.out.show(ui, cx, ("Save as", "~/diary.zip"), purpose);
        ui.add_space(space::S);
        let is_ready = !cx.state.exchange.is_busy && !draft.out.path.trim().is_empty();
        ui.add_enabled_ui(is_ready, |ui| {
            if secondary(ui, Some(icon::FORWARD), "Save the file").clicked() {
                save(cx, draft, false);
            }
        });
        outcome(ui, cx, draft);
    });
}

const fn about(format: Format) -> &'static str {
    match format {
        Format::Zip => {
            "Every file as it is, with the trash, your settings and a page that explains them."
        }
        Format::Csv => "One row an entry, for a spreadsheet. Nothing is left out.",
        Format::Json => "One line an entry, for other programs.",
        Format::Ron => "One text, written as the files of the diary are.",
    }
}

/// Proposes a name until a person has written one.
fn propose(cx: &Cx<'_>, draft: &mut ExchangeDraft) {
    let name = if cx.state.settings.discreet {
        "notes"
    } else {
        "unclench"
    };
    let date = cx.now.wall.date();
    let proposed = format!("~/{name}-{date}.{}", draft.format.ending());
    if draft.out.path == draft.proposed {
        draft.out.path.clone_from(&proposed);
    }
    draft.proposed = proposed;
}

fn save(cx: &mut Cx<'_>, draft: &ExchangeDraft, force: bool) {
    let step = ExchangeStep::Export {
        format: draft.format,
        path: draft.out.path.trim().to_owned(),
        force,
    };
    ask(cx, step);
}

fn outcome(ui: &mut Ui, cx: &mut Cx<'_>, draft: &ExchangeDraft) {
    let t = ui.tokens();
    if let Some(done) = &cx.state.exchange.exported {
        ui.add_space(space::S);
        let path = done.path.display().to_string();
        callout(
            ui,
            icon::CHECK_MARK,
            t.positive,
            t.positive_soft,
            "Saved",
            |ui| {
                let said = text::body(ui, format!("{} in {path}", entries(done.count)));
                text::announce(ui, &said, false);
                if !done.left_out.is_empty() {
                    let count = done.left_out.len();
                    text::body(
                        ui,
                        format!(
                            "{} files could not be read and are not in it.",
                            grouped(count)
                        ),
                    );
                }
            },
        );
    }
    let is_there = cx
        .state
        .exchange
        .fault
        .as_ref()
        .is_some_and(|(errand, fault)| {
            *errand == Errand::Export && fault.kind == FaultKind::Exists
        });
    if is_there {
        ui.add_space(space::S);
        callout(
            ui,
            icon::WARNING,
            t.caution,
            t.caution_soft,
            "There is a file of that name",
            |ui| {
                text::body(ui, "Choose another name, or replace what is there.");
                if danger(ui, None, "Replace the file").clicked() {
                    save(cx, draft, true);
                }
            },
        );
    } else {
        fault(ui, cx, Errand::Export);
    }
}
