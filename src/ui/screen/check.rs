//! Check: the red flags, a card at a time, then how urgent it is and why.

use egui::Ui;

use crate::action::{Action, CheckStep};
use crate::content::{AlertGroup, Rule};
use crate::screen::Screen;
use crate::state::{CheckPlace, GuidePage};
use crate::triage::{FlagAnswer, Urgency};
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, hairline, page, primary, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let place = cx.state.check.place();
    page(ui, &format!("check {place:?}"), 760.0, |ui| {
        text::title(ui, "Check");
        match place {
            CheckPlace::Start => start(ui, cx),
            CheckPlace::Card(group) => flag_card(ui, cx, group),
            CheckPlace::Result => result(ui, cx),
        }
    });
}

fn start(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::muted(
        ui,
        "Is there a sign that needs help now, today or this week?",
    );
    ui.add_space(space::M);
    card(ui, |ui| {
        text::subheading(ui, 2, "Before you start");
        ui.add_space(space::XS);
        text::body(
            ui,
            "This goes through the signs that doctors do not want to miss: five short cards. It \
             is for people of 16 and over. It cannot examine you and it is not a diagnosis.",
        );
        ui.add_space(space::S);
        text::body(
            ui,
            "If you already know that something is badly wrong, do not finish a form first.",
        );
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::CHECK), "Start the check").clicked() {
                cx.ask(Action::Check(CheckStep::Begin));
            }
            if secondary(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
        });
    });
    ui.add_space(space::L);
    card(ui, |ui| {
        text::subheading(ui, 2, "What is it, then?");
        text::body(
            ui,
            "When nothing here is urgent, the guide helps you to tell the causes apart: where it \
             hurts, what sets it off, and how long it lasts.",
        );
        ui.add_space(space::S);
        if quiet(ui, Some(icon::GUIDE), "Read about the causes").clicked() {
            cx.ask(Action::Guide(GuidePage::Home));
        }
    });
}

fn flag_card(ui: &mut Ui, cx: &mut Cx<'_>, group: AlertGroup) {
    let at = AlertGroup::ALL
        .iter()
        .position(|g| *g == group)
        .unwrap_or(0);
    text::muted(ui, format!("Card {} of {}", at + 1, AlertGroup::ALL.len()));
    ui.add_space(space::S);
    if cx.state.check.urgency() == Some(Urgency::EmergencyNow) {
        stop(ui, cx);
        ui.add_space(space::M);
    }
    let rules: Vec<&Rule> = cx
        .library()
        .rules()
        .iter()
        .filter(|r| r.red_flag && r.group == group)
        .collect();
    card(ui, |ui| {
        text::subheading(ui, 2, group.title());
        text::muted(ui, "Press what is true for you. Leave the rest.");
        ui.add_space(space::S);
        for (at, rule) in rules.iter().enumerate() {
            if at > 0 {
                hairline(ui);
            }
            sign(ui, cx, rule);
        }
    });
    ui.add_space(space::M);
    let any = rules.iter().any(|r| cx.state.check.answer(&r.id).is_some());
    ui.horizontal_wrapped(|ui| {
        let word = if any { "Continue" } else { "None of these" };
        if primary(ui, None, word).clicked() {
            cx.ask(Action::Check(CheckStep::Next));
        }
        if secondary(ui, Some(icon::BACK), "Back").clicked() {
            cx.ask(Action::Check(CheckStep::Back));
        }
    });
}

/// One sign with its two answers.
fn sign(ui: &mut Ui, cx: &mut Cx<'_>, rule: &Rule) {
    let current = cx.state.check.answer(&rule.id);
    ui.add_space(space::XS);
    let width = ui.available_width();
    // Room for both answers, ticked, so that every row lines up.
    let buttons = 208.0;
    let draw = |ui: &mut Ui, cx: &mut Cx<'_>| {
        let mut answers = vec![(FlagAnswer::Yes, "Yes")];
        if rule.unsure {
            answers.push((FlagAnswer::NotSure, "Not sure"));
        }
        for (answer, word) in answers {
            let on = current == Some(answer);
            let pressed = chip(ui, on, word)
                .accessible_name(format!("{word}: {}", rule.sign))
                .clicked();
            if pressed {
                let next = (!on).then_some(answer);
                cx.ask(Action::Check(CheckStep::Answer(rule.id.clone(), next)));
            }
        }
    };
    if width > 520.0 {
        ui.horizontal(|ui| {
            ui.allocate_ui(egui::vec2(width - buttons - 16.0, 0.0), |ui| {
                text::body(ui, &rule.sign);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.allocate_ui_with_layout(
                    egui::vec2(buttons, 40.0),
                    egui::Layout::left_to_right(egui::Align::Center),
                    |ui| draw(ui, cx),
                );
            });
        });
    } else {
        text::body(ui, &rule.sign);
        ui.horizontal(|ui| draw(ui, cx));
    }
    ui.add_space(space::XS);
}

/// An emergency sign was pressed: that comes before everything else.
fn stop(ui: &mut Ui, cx: &mut Cx<'_>) {
    let region = cx.state.region();
    let words = region.emergency_words.clone();
    urgency::row(ui, Urgency::EmergencyNow, |ui| {
        let said = text::body(ui, &words);
        text::announce(ui, &said, true);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if crate::ui::widget::danger(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
        });
    });
}

fn result(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(assessment) = cx.state.check.assessment() else {
        return;
    };
    let level = assessment.urgency;
    let advice = level.advice(cx.state.region());
    ui.add_space(space::S);
    urgency::row(ui, level, |ui| {
        let said = text::body(ui, &advice);
        text::announce(ui, &said, level == Urgency::EmergencyNow);
        if level >= Urgency::WithinDays {
            ui.add_space(space::S);
            if primary(ui, Some(icon::HELP), "Where to get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
        }
    });
    ui.add_space(space::L);
    if assessment.fired.is_empty() {
        card(ui, |ui| {
            text::subheading(ui, 2, "You pressed none of the signs");
            text::body(
                ui,
                "So nothing here needs help today. Read about the causes, or try the stretch.",
            );
            ui.add_space(space::S);
            ui.horizontal_wrapped(|ui| {
                if primary(ui, Some(icon::STRETCH), "Stretch").clicked() {
                    cx.ask(Action::Open(Screen::Stretch));
                }
                if secondary(ui, Some(icon::GUIDE), "Read about the causes").clicked() {
                    cx.ask(Action::Guide(GuidePage::Home));
                }
            });
        });
    } else {
        reasons(ui, cx);
    }
    ui.add_space(space::L);
    card(ui, |ui| {
        text::subheading(ui, 2, "Even if it was fine today");
        text::body(ui, &assessment.safety_net);
    });
    ui.add_space(space::L);
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, Some(icon::BACK), "Back to the cards").clicked() {
            cx.ask(Action::Check(CheckStep::Back));
        }
        if secondary(ui, Some(icon::RESTORE), "Start again").clicked() {
            cx.ask(Action::Check(CheckStep::Restart));
        }
    });
    ui.add_space(space::S);
    text::caption(
        ui,
        "A later answer cannot make this result less urgent. To check again, start again.",
    );
}

/// Which signs led here, each with what it could mean.
fn reasons(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(assessment) = cx.state.check.assessment() else {
        return;
    };
    card(ui, |ui| {
        text::subheading(ui, 2, "Why");
        for fired in &assessment.fired {
            let Some(rule) = cx.library().rule(&fired.rule) else {
                continue;
            };
            ui.add_space(space::S);
            urgency::badge(ui, fired.urgency);
            text::body(ui, &rule.sign);
            text::muted(ui, format!("{} (rule {})", fired.reason, rule.id));
            if let Some(alert) = &rule.alert
                && let Some(named) = cx.library().alert(alert)
            {
                let word = format!("Read: {}", named.name);
                if quiet(ui, None, &word).clicked() {
                    cx.ask(Action::Guide(GuidePage::Alert(alert.clone())));
                }
            }
        }
    });
}
