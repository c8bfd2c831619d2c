//! Trends: what the diary shows over time, counts first, and its patterns.

mod body;
mod doctor;
mod grid;
mod lines;
mod part;
mod patterns;
mod plot;
mod say;
mod tables;
mod weeks;

use std::collections::BTreeSet;

use egui::Ui;
use jiff::civil::Date;

use self::doctor::DoctorScreen;
use self::part::Part;
use crate::action::{Action, CheckStep};
use crate::diary::chart::{Charts, Period};
use crate::diary::pattern::Patterns;
use crate::settings::FirstWeekday;
use crate::state::DoctorStep;
use crate::triage::Urgency;
use crate::ui::leave::escaped;
use crate::ui::tokens::space;
use crate::ui::widget::figure::Easel;
use crate::ui::widget::{card, empty, page, quiet, secondary, segmented};
use crate::ui::{Cx, icon, text, urgency};

/// What the charts were made for.
type MadeFor = (u64, Date, Period, FirstWeekday);

/// What the trends keep for themselves: the period, which tables are open, the
/// charts of this revision of the diary, and the pictures.
#[derive(Debug, Default)]
pub(super) struct TrendsScreen {
    period: Period,
    open: BTreeSet<Part>,
    made_for: Option<MadeFor>,
    charts: Charts,
    easel: Easel,
    doctor: DoctorScreen,
}

impl TrendsScreen {
    /// Draws the screen.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, patterns: &Patterns) {
        if cx.state.is_at_doctor() {
            if escaped(ui) {
                cx.ask(Action::Doctor(DoctorStep::Close));
            }
            self.doctor.show(ui, cx);
            return;
        }
        page(ui, "trends", 860.0, |ui| {
            text::title(ui, "Trends");
            if !cx.state.diary.is_loaded() {
                text::muted(ui, "Reading your diary…");
                return;
            }
            if cx.state.diary.entries().is_empty() {
                nothing(ui, cx);
                return;
            }
            urgent(ui, cx, patterns);
            self.look(cx);
            let counts = text::muted(ui, say::counts(&self.charts));
            text::announce(ui, &counts, false);
            ui.add_space(space::M);
            let periods = Period::ALL.map(|period| (period, period.label()));
            if let Some(period) = segmented(ui, "How far back", self.period, &periods) {
                self.period = period;
            }
            ui.add_space(space::S);
            let shown = patterns.shown().count();
            let word = match shown {
                0 => "Go to patterns".to_owned(),
                1 => "Go to 1 pattern".to_owned(),
                n => format!("Go to {n} patterns"),
            };
            let mut jump = false;
            ui.horizontal_wrapped(|ui| {
                jump = quiet(ui, Some(icon::SEARCH), &word).clicked();
                if quiet(ui, Some(icon::SAVE_PAGE), "For your doctor").clicked() {
                    cx.ask(Action::Doctor(DoctorStep::Open));
                }
            });
            ui.add_space(space::M);
            if self.charts.cramps == 0 {
                no_cramp(ui, &self.charts);
                self.parts(ui, cx, &[Part::Weeks]);
            } else {
                self.parts(ui, cx, &Part::ALL);
            }
            ui.add_space(space::S);
            patterns::show(ui, cx, patterns, jump);
        });
    }

    /// Makes the charts anew when something they depend on has changed.
    fn look(&mut self, cx: &Cx<'_>) {
        let week = cx.state.settings.first_weekday;
        let today = cx.now.wall.date();
        let wanted = (cx.state.diary.revision(), today, self.period, week);
        if self.made_for != Some(wanted) {
            self.charts = Charts::of(&cx.state.diary, today, self.period, week);
            self.made_for = Some(wanted);
        }
    }

    fn parts(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, parts: &[Part]) {
        let Self {
            open,
            charts,
            easel,
            ..
        } = self;
        let (week, twelve) = (cx.state.settings.first_weekday, cx.state.is_twelve());
        for part in parts.iter().copied() {
            let Some(table) = tables::of(part, charts, cx, week) else {
                if part == Part::Weeks {
                    weeks::nothing(ui, cx, part.title(charts.step), &charts.looks);
                    ui.add_space(space::L);
                }
                continue;
            };
            let said = say::summary(part, charts, cx);
            part::show(
                ui,
                open,
                part,
                charts.step,
                &said,
                &table,
                |ui, name| match part {
                    Part::Days => lines::days(ui, charts, name),
                    Part::Pain => lines::pain(ui, charts, name),
                    Part::Minutes => lines::minutes(ui, charts, name),
                    Part::Weeks => weeks::chart(ui, charts, name),
                    Part::Stretch => lines::stretch(ui, charts, name),
                    Part::Hours => grid::show(ui, charts, (week, twelve), name),
                    Part::Places => body::show(ui, cx, easel, charts, name),
                    // These are tables themselves.
                    Part::Triggers | Part::Exposures | Part::Relief => {}
                },
            );
            ui.add_space(space::L);
        }
    }
}

/// An empty diary.
fn nothing(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::muted(ui, "What your diary shows over time, counts first.");
    ui.add_space(space::M);
    let first = empty(
        ui,
        icon::TRENDS,
        "Nothing to show yet",
        "After a few entries you will see here on how many days a week it cramps, how bad it \
         gets, and whether that is changing.",
        "Log a cramp",
    );
    if first.clicked() {
        cx.ask(Action::NewEntry);
    }
}

/// A period without any cramp.
fn no_cramp(ui: &mut Ui, charts: &Charts) {
    card(ui, |ui| {
        text::subheading(ui, 2, "No cramp in this time");
        let said = if charts.logged == 0 {
            "No day was logged, so nothing can be said of it."
        } else {
            "Choose a longer time to see earlier ones."
        };
        text::body(ui, said);
    });
    ui.add_space(space::L);
}

/// What must be seen soon stands above everything else.
fn urgent(ui: &mut Ui, cx: &mut Cx<'_>, patterns: &Patterns) {
    let soon = patterns
        .shown()
        .find(|found| found.urgency >= Some(Urgency::WithinDays));
    let Some(found) = soon else { return };
    let (Some(level), Some(content)) = (found.urgency, cx.library().pattern(&found.id)) else {
        return;
    };
    ui.add_space(space::S);
    urgency::row(ui, level, |ui| {
        text::strong(ui, format!("{}. {}", content.name, found.says));
        text::body(ui, level.advice(cx.state.region()));
        text::muted(ui, "The counts and what to ask are below, under Patterns.");
        if !found.answers.is_empty() {
            ui.add_space(space::S);
            let check = secondary(ui, Some(icon::CHECK), "Check this now");
            if check.clicked() {
                let answers = found.answers.clone();
                cx.ask(Action::Check(CheckStep::Prefill(answers)));
            }
        }
    });
    ui.add_space(space::M);
}
