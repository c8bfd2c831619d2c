//! How often the check is right, and what that is worth.

use egui::Ui;

use crate::action::{Action, CheckStep};
use crate::state::CheckView;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, secondary};
use crate::ui::{Cx, icon, text};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let q = *cx.library().quality();
    text::title(ui, "How often is this right?");
    text::muted(
        ui,
        "We tried the check on cases that were described by others. This is what came out.",
    );
    ui.add_space(space::M);
    card(ui, |ui| {
        text::subheading(ui, 2, format!("On {} cases", q.cases).as_str());
        ui.add_space(space::XS);
        let rows = [
            (
                "Emergencies recognised",
                format!("{} of {}", q.emergencies_found, q.emergencies),
            ),
            ("Urgency right", format!("{} of {}", q.exact, q.cases)),
            ("Urgency too high", format!("{} of {}", q.over, q.cases)),
            ("Urgency too low", format!("{} of {}", q.under, q.cases)),
            (
                "Right cause in first place",
                format!("{} of {}", q.first, q.ranked),
            ),
            (
                "Right cause among the first three",
                format!("{} of {}", q.in_three, q.ranked),
            ),
            (
                "Questions after the cards, in a typical case",
                q.questions.to_string(),
            ),
        ];
        for (at, (name, value)) in rows.iter().enumerate() {
            if at > 0 {
                hairline(ui);
            }
            ui.horizontal(|ui| {
                text::body(ui, *name);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text::strong(ui, value);
                });
            });
        }
    });
    ui.add_space(space::M);
    card(ui, |ui| {
        text::subheading(ui, 2, "What that is worth");
        for line in [
            "The cases come from published reports, teaching cases and question pages. Dangerous \
             ones are far more frequent among them than in life.",
            "Written stories are easier than real life, and this check covers a narrow field. The \
             questions were improved after a first trial on the same cases. So the numbers \
             flatter.",
            "How urgent each case is was judged from public guidance. No clinician has checked \
             it yet.",
            "Published tests of general symptom checkers found the right urgency in about half \
             of the cases, and the right cause first in about one third.",
        ] {
            ui.add_space(space::XS);
            text::body(ui, line);
        }
        ui.add_space(space::S);
        text::caption(
            ui,
            "Sources: Semigran 2015; Hill 2020; Wallace 2022. The cases and the run are in the \
             folder tests/vignettes of the source code.",
        );
    });
    ui.add_space(space::M);
    if secondary(ui, Some(icon::BACK), "Back").clicked() {
        cx.ask(Action::Check(CheckStep::View(CheckView::Run)));
    }
}
