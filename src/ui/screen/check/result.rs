//! The result: how soon first, then what fits, then what to do.

use egui::{FontId, RichText, Ui};

use super::{causes, what_now};
use crate::action::{Action, CheckStep};
use crate::diary::entry::Check;
use crate::screen::Screen;
use crate::state::{CheckView, GuidePage};
use crate::triage::{Assessment, Item, SAFETY_NET, Urgency};
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, primary, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the result.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(assessment) = cx.state.check.assessment().cloned() else {
        return;
    };
    text::title(ui, "Your result");
    ui.add_space(space::S);
    how_soon(ui, cx, assessment.urgency);
    ui.add_space(space::L);
    if assessment.urgency == Urgency::EmergencyNow {
        reasons(ui, cx, &assessment);
        ui.add_space(space::L);
        foot(ui, cx);
        return;
    }
    if assessment.child {
        card(ui, |ui| {
            text::subheading(ui, 2, "This check is for people of 16 and over");
            text::body(
                ui,
                "Children and teenagers have other causes, which only an examination can tell \
                 apart. Let a doctor see them.",
            );
        });
    } else {
        causes::show(ui, cx, &assessment);
    }
    ui.add_space(space::L);
    reasons(ui, cx, &assessment);
    ui.add_space(space::L);
    what_now::show(ui, cx, &assessment);
    ui.add_space(space::L);
    card(ui, |ui| {
        text::subheading(ui, 2, "Even if it was fine today");
        text::body(ui, SAFETY_NET);
    });
    ui.add_space(space::L);
    if !assessment.child {
        still_open(ui, cx);
    }
    foot(ui, cx);
}

/// The urgency with its words and its date.
fn how_soon(ui: &mut Ui, cx: &mut Cx<'_>, level: Urgency) {
    let advice = level.advice(cx.state.region());
    let by = until(cx, level);
    let number = cx.state.region().emergency.clone();
    urgency::banner(ui, level, |ui| {
        let said = text::body(ui, &advice);
        text::announce(ui, &said, level == Urgency::EmergencyNow);
        if level == Urgency::EmergencyNow {
            let color = ui.tokens().danger;
            let font = FontId::new(56.0, digits());
            ui.label(RichText::new(number).font(font).color(color));
        }
        if let Some(by) = by {
            text::strong(ui, by);
        }
        if level == Urgency::SelfCare {
            return;
        }
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if level >= Urgency::WithinDays
                && primary(ui, Some(icon::HELP), "Where to get help").clicked()
            {
                cx.ask(Action::Open(Screen::Help));
            }
            if secondary(ui, Some(icon::NOTE), "Card to hand over").clicked() {
                cx.ask(Action::Check(CheckStep::View(CheckView::HandOver)));
            }
        });
    });
}

/// The day by which to be seen or to check again.
pub(super) fn until(cx: &Cx<'_>, level: Urgency) -> Option<String> {
    let day = level.deadline(cx.now.wall.date());
    let day = day.strftime("%A, %-d %B");
    match level {
        Urgency::EmergencyNow => None,
        Urgency::SameDay => Some("Today, not tomorrow.".to_owned()),
        Urgency::WithinDays | Urgency::Routine => Some(format!("By {day}.")),
        Urgency::SelfCare => Some(format!("Check again on {day}, or sooner if it changes.")),
    }
}

/// Which rules led here, each with what it could mean.
fn reasons(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment) {
    card(ui, |ui| {
        text::subheading(ui, 2, assessment.urgency.why());
        for (at, fired) in assessment.fired.iter().enumerate() {
            let Some(rule) = cx.library().rule(&fired.rule) else {
                continue;
            };
            if at > 0 {
                hairline(ui);
            }
            ui.add_space(space::S);
            urgency::badge(ui, fired.urgency);
            text::body(ui, &rule.sign);
            text::muted(ui, &fired.reason);
            if let Some(alert) = &fired.alert
                && let Some(named) = cx.library().alert(alert)
            {
                let word = format!("Read: {}", named.name);
                if quiet(ui, None, &word).clicked() {
                    cx.ask(Action::Guide(GuidePage::Alert(alert.clone())));
                }
            }
        }
        let now = assessment.fired.first().map(|f| f.urgency);
        if now.is_some_and(|now| now < assessment.urgency) {
            ui.add_space(space::S);
            text::muted(
                ui,
                "An answer you gave earlier was more urgent. A later answer cannot lower the \
                 result; to check again, start again.",
            );
        }
    });
}

/// The questions that were left open and would change most.
fn still_open(ui: &mut Ui, cx: &mut Cx<'_>) {
    let knowledge = cx.library().knowledge();
    let open = cx.state.check.open_questions().to_vec();
    if open.is_empty() {
        return;
    }
    card(ui, |ui| {
        text::subheading(ui, 2, "What would change this");
        text::muted(ui, "These were left open. An answer could move the result.");
        ui.add_space(space::XS);
        for item in open {
            let ask = match &item {
                Item::Finding(id) => knowledge.finding(id).map(|f| f.ask.clone()),
                Item::Sheet(id) => knowledge.sheet(id).map(|s| s.title.clone()),
            };
            let Some(ask) = ask else { continue };
            if quiet(ui, None, &ask).clicked() {
                cx.ask(Action::Check(CheckStep::Revisit(item)));
            }
        }
    });
    ui.add_space(space::L);
}

/// The newest check in the diary, apart from the one that is shown.
pub(super) fn last_kept(cx: &Cx<'_>) -> Option<Check> {
    let shown = cx.state.check.saved();
    let checks = cx.state.diary.entries().iter().rev();
    let mut checks = checks.filter_map(|entry| entry.as_check());
    checks.find(|check| Some(check.id) != shown).cloned()
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let last = last_kept(cx);
    ui.horizontal_wrapped(|ui| {
        if cx.state.check.saved().is_some() {
            text::muted(ui, "Kept in the diary.");
        } else if secondary(ui, Some(icon::DIARY), "Keep in the diary").clicked() {
            cx.ask(Action::Check(CheckStep::Save));
        }
        if let Some(last) = last {
            let day = last.logged_at.civil().strftime("%-d %B").to_string();
            let word = format!("Compare with {day}");
            if secondary(ui, None, &word).clicked() {
                cx.ask(Action::Check(CheckStep::View(CheckView::Compare(last.id))));
            }
        }
        crate::ui::print::button(ui, cx);
        if secondary(ui, Some(icon::EDIT), "Look at my answers").clicked() {
            cx.ask(Action::Check(CheckStep::View(CheckView::Answers)));
        }
        if secondary(ui, Some(icon::RESTORE), "Start again").clicked() {
            cx.ask(Action::Check(CheckStep::Restart));
        }
    });
    ui.add_space(space::S);
    text::caption(
        ui,
        "This is made from what you answered and from published rules. It does not replace a \
         doctor. A later answer cannot make the result less urgent.",
    );
}
