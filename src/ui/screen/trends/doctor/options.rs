//! What is on the page: the days, the person, the question, the parts.

use egui::Ui;
use jiff::civil::Date;

use crate::action::Action;
use crate::print::report::{Ask, Span};
use crate::state::DoctorStep;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{chip, segmented};
use crate::ui::{Cx, field, text};

/// The periods that are offered.
const SPANS: [(Span, &str); 5] = [
    (Span::Weeks(4), "4 weeks"),
    (Span::Weeks(13), "3 months"),
    (Span::Weeks(26), "6 months"),
    (Span::Weeks(52), "12 months"),
    (Span::All, "All"),
];

/// Dates as they are being typed.
#[derive(Debug, Default)]
pub(super) struct Draft {
    from: String,
    to: String,
}

impl Draft {
    /// Draws the choices.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let mut ask = cx.state.doctor.ask().clone();
        text::subheading(ui, 2, "Which days");
        self.span(ui, cx, &mut ask);
        ui.add_space(space::M);
        text::subheading(ui, 2, "Your question");
        let hint = "What do you want to know?";
        field::note(ui, "It stands near the top", hint, &mut ask.question);
        ui.add_space(space::M);
        text::subheading(ui, 2, "What is on it");
        ui.horizontal_wrapped(|ui| {
            let parts = [
                ("Medicines", &mut ask.medicines),
                ("Period days", &mut ask.cycle),
                ("Table of all cramps", &mut ask.appendix),
                ("Notes in the table", &mut ask.notes),
            ];
            for (word, on) in parts {
                if chip(ui, *on, word).clicked() {
                    *on = !*on;
                }
            }
        });
        ui.add_space(space::M);
        text::subheading(ui, 2, "Who you are");
        let width = ui.available_width().min(420.0);
        field::line(ui, "Name (may stay empty)", "", &mut ask.name, width);
        field::line(
            ui,
            "Date of birth (may stay empty)",
            "",
            &mut ask.born,
            width,
        );
        let keep = cx.state.settings.report_keeps_me;
        ui.horizontal_wrapped(|ui| {
            if chip(ui, keep, "Keep both for next time").clicked() {
                cx.ask(Action::Doctor(DoctorStep::KeepMe(!keep)));
            }
            if chip(ui, ask.discreet, "Neutral file name").clicked() {
                ask.discreet = !ask.discreet;
            }
        });
        if ask != *cx.state.doctor.ask() {
            cx.ask(Action::Doctor(DoctorStep::Ask(Box::new(ask))));
        }
    }

    fn span(&mut self, ui: &mut Ui, cx: &Cx<'_>, ask: &mut Ask) {
        let own = matches!(ask.span, Span::Dates(..));
        let spans = SPANS.iter().map(|(span, word)| (Some(*span), *word));
        let all: Vec<_> = spans.chain([(None, "Since a date")]).collect();
        let here = Some(ask.span).filter(|_| !own);
        match segmented(ui, "Which days", here, &all) {
            Some(Some(span)) => ask.span = span,
            Some(None) if !own => {
                let today = cx.now.wall.date();
                let (first, _) = ask.span.days(&cx.state.diary, today);
                self.from = first.to_string();
                self.to.clear();
                ask.span = Span::Dates(Some(first), None);
            }
            Some(None) | None => {}
        }
        if !matches!(ask.span, Span::Dates(..)) {
            return;
        }
        let width = ui.available_width().min(200.0);
        let hint = "2026-09-01";
        field::line(
            ui,
            "From (such as your last visit)",
            hint,
            &mut self.from,
            width,
        );
        field::line(ui, "To (empty: today)", hint, &mut self.to, width);
        let (from, to) = (read(&self.from), read(&self.to));
        let wrong = match (&from, &to) {
            (Err(()), _) | (_, Err(())) => Some("Write a date as year-month-day: 2026-09-01."),
            (Ok(Some(from)), Ok(Some(to))) if from > to => {
                Some("The first day is later than the last one.")
            }
            _ => None,
        };
        if let Some(wrong) = wrong {
            let label = text::colored(ui, wrong, ui.tokens().caution);
            text::announce(ui, &label, false);
        } else if let (Ok(from), Ok(to)) = (from, to) {
            ask.span = Span::Dates(from, to);
        }
    }
}

/// The date that was typed; none where nothing was.
fn read(text: &str) -> Result<Option<Date>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_source| ()),
    }
}
