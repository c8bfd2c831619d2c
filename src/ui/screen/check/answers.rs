//! The answers given, each to be looked at again.

use egui::{Align, Layout, Ui};

use crate::action::{Action, CheckStep};
use crate::state::CheckView;
use crate::triage::{Answer, Finding, Item};
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, primary, quiet, quiet_width};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the list.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::title(ui, "Your answers");
    if let Some(level) = cx.state.check.urgency() {
        urgency::badge(ui, level);
    }
    text::muted(
        ui,
        "Change an answer and see what it does. The urgency can rise, but not fall.",
    );
    ui.add_space(space::M);
    if primary(ui, Some(icon::BACK), "Back to the result").clicked() {
        cx.ask(Action::Check(CheckStep::View(CheckView::Run)));
    }
    ui.add_space(space::M);
    let knowledge = cx.library().knowledge();
    for sheet in knowledge.sheets() {
        let rows: Vec<&Finding> = knowledge.on_sheet(&sheet.id).collect();
        if rows
            .iter()
            .any(|f| cx.state.check.run().answer(&f.id).is_some())
        {
            group(
                ui,
                cx,
                &sheet.title,
                &rows,
                Some(&Item::Sheet(sheet.id.clone())),
            );
            ui.add_space(space::M);
        }
    }
    let single: Vec<&Finding> = knowledge
        .findings()
        .iter()
        .filter(|f| f.sheet.is_none() && cx.state.check.run().answer(&f.id).is_some())
        .collect();
    if !single.is_empty() {
        group(ui, cx, "The questions", &single, None);
    }
}

/// Words, and "Change" at their right.
fn changeable(ui: &mut Ui, of: &str, words: impl FnOnce(&mut Ui)) -> bool {
    let room = ui.available_width();
    let button = quiet_width(ui, "Change"); // with air for the words
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.set_width((room - button).max(80.0));
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let change = quiet(ui, None, "Change");
            change.accessible_name(format!("Change: {of}")).clicked()
        })
        .inner
    })
    .inner
}

/// One card of answers; of a sheet only what is true is listed, the rest in
/// one line.
fn group(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, rows: &[&Finding], item: Option<&Item>) {
    card(ui, |ui| {
        if let Some(item) = item {
            let change = changeable(ui, title, |ui| {
                text::subheading(ui, 2, title);
            });
            if change {
                cx.ask(Action::Check(CheckStep::Revisit(item.clone())));
            }
        } else {
            text::subheading(ui, 2, title);
        }
        let mut said = 0;
        for finding in rows {
            let Some(answer) = cx.state.check.run().answer(&finding.id).cloned() else {
                continue;
            };
            let none = finding.is_nothing(&answer);
            if item.is_some() && none {
                continue;
            }
            if said > 0 {
                hairline(ui);
            }
            said += 1;
            let from_diary = cx.state.check.is_from_diary(&finding.id);
            let words = |ui: &mut Ui| {
                text::caption(ui, &finding.ask);
                text::body(ui, sentence(finding, &answer));
                if from_diary {
                    text::caption(ui, "From your diary.");
                }
            };
            if item.is_some() {
                words(ui);
            } else if changeable(ui, &finding.ask, words) {
                let item = Item::Finding(finding.id.clone());
                cx.ask(Action::Check(CheckStep::Revisit(item)));
            }
        }
        if item.is_some() {
            text::muted(ui, if said == 0 { "None." } else { "Nothing else." });
        }
    });
}

/// An answer as a statement.
pub(super) fn sentence(finding: &Finding, answer: &Answer) -> String {
    match answer {
        Answer::Unsure => "Not sure.".to_owned(),
        Answer::Skipped => "Skipped.".to_owned(),
        Answer::Number(n) => {
            let unit = finding.number.as_ref().map_or("", |r| r.unit.as_str());
            format!("{n} {unit}").trim_end().to_owned()
        }
        Answer::Chosen(ids) => {
            let says: Vec<&str> = finding
                .options
                .iter()
                .filter(|o| ids.contains(&o.id))
                .map(|o| o.says.as_str())
                .collect();
            says.join(" ")
        }
    }
}
