//! What a cramp that was saved says about danger: how soon to see someone, why,
//! and the one question the sheet has no field for.

use egui::{FontId, RichText, Ui};

use crate::action::{Action, CheckStep, SignStep};
use crate::diary::SaveState;
use crate::diary::sign::Signs;
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::triage::{Answer, Urgency};
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::space;
use crate::ui::widget::{Pick, card, choice, danger, hairline, page, primary, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, signs: &Signs) {
    page(ui, "signs", 760.0, |ui| {
        let title = match signs.urgency() {
            Some(Urgency::EmergencyNow) => "Get help first",
            Some(_) => "A warning sign in what you wrote",
            None => "One more question",
        };
        text::title(ui, title);
        text::muted(
            ui,
            match cx.state.diary.state(signs.episode) {
                SaveState::Saved => "Your cramp is in the diary.",
                SaveState::Saving => "Your cramp is being saved.",
                SaveState::Failed(_) => "Your cramp is not saved yet. The notice says why.",
            },
        );
        ui.add_space(space::M);
        if let Some(level) = signs.urgency() {
            how_soon(ui, cx, level);
            ui.add_space(space::L);
        } else if !signs.told.is_empty() {
            card(ui, |ui| {
                let said = text::body(
                    ui,
                    "That alone is no red flag. The check asks about the rest.",
                );
                text::announce(ui, &said, false);
            });
            ui.add_space(space::L);
        }
        let is_emergency = signs.urgency() == Some(Urgency::EmergencyNow);
        if !is_emergency {
            questions(ui, cx, signs);
        }
        reasons(ui, cx, signs);
        if is_emergency {
            questions(ui, cx, signs);
        }
        foot(ui, cx, signs);
    });
}

/// The urgency with its words, its number and its date.
fn how_soon(ui: &mut Ui, cx: &mut Cx<'_>, level: Urgency) {
    let advice = level.advice(cx.state.region());
    let number = cx.state.region().emergency.clone();
    let day = level.deadline(cx.now.wall.date());
    urgency::row(ui, level, |ui| {
        let said = text::body(ui, &advice);
        text::announce(ui, &said, true);
        match level {
            Urgency::EmergencyNow => {
                let color = ui.tokens().danger;
                let font = FontId::new(56.0, digits());
                ui.label(RichText::new(number).font(font).color(color));
            }
            Urgency::SameDay => {
                text::strong(ui, "Today, not tomorrow.");
            }
            Urgency::WithinDays | Urgency::Routine | Urgency::SelfCare => {
                text::strong(ui, format!("By {}.", day.strftime("%A, %-d %B")));
            }
        }
        ui.add_space(space::S);
        let help = if level == Urgency::EmergencyNow {
            danger(ui, Some(icon::HELP), "Get help")
        } else {
            primary(ui, Some(icon::HELP), "Get help")
        };
        if help.clicked() {
            cx.ask(Action::Open(Screen::Help));
        }
    });
}

/// The questions an entry has no field for.
fn questions(ui: &mut Ui, cx: &mut Cx<'_>, signs: &Signs) {
    let state = cx.state;
    for id in &signs.ask {
        let Some(finding) = state.library.knowledge().finding(id) else {
            continue;
        };
        card(ui, |ui| {
            text::subheading(ui, 2, &finding.ask);
            if let Some(hint) = &finding.hint {
                text::muted(ui, hint);
            }
            ui.add_space(space::XS);
            let told = signs.told.iter().any(|t| t == id);
            let current = signs.answers.get(*id).filter(|_| told);
            // "No" is an answer to all the others: it is reached after them.
            let (none, some): (Vec<_>, Vec<_>) =
                finding.options.iter().partition(|option| option.id == "no");
            for option in some.into_iter().chain(none) {
                let on = current.is_some_and(|a| a.has(&option.id));
                if choice(ui, Pick::One, on, None, &option.text).clicked() {
                    let answer = Answer::option(&option.id);
                    cx.ask(Action::Sign(SignStep::Answer((*id).to_owned(), answer)));
                }
                ui.add_space(space::XS);
            }
        });
        ui.add_space(space::L);
    }
}

/// Which rules led here.
fn reasons(ui: &mut Ui, cx: &mut Cx<'_>, signs: &Signs) {
    if signs.fired.is_empty() {
        return;
    }
    let state = cx.state;
    card(ui, |ui| {
        text::subheading(ui, 2, "Why this soon");
        for (at, fired) in signs.fired.iter().enumerate() {
            let Some(rule) = state.library.rule(&fired.rule) else {
                continue;
            };
            if at > 0 {
                hairline(ui);
            }
            ui.add_space(space::S);
            text::body(ui, &rule.sign);
            text::muted(ui, &fired.reason);
            if let Some(alert) = &fired.alert
                && let Some(named) = state.library.alert(alert)
                && quiet(ui, None, &format!("Read: {}", named.name)).clicked()
            {
                cx.ask(Action::Guide(GuidePage::Alert(alert.clone())));
            }
        }
    });
    ui.add_space(space::L);
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>, signs: &Signs) {
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, Some(icon::CHECK), "Check with these answers").clicked() {
            cx.ask(Action::Check(CheckStep::Prefill(signs.answers.clone())));
        }
        if quiet(ui, Some(icon::DIARY), "To the diary").clicked() {
            cx.ask(Action::Sign(SignStep::Seen));
        }
    });
    ui.add_space(space::S);
    text::caption(
        ui,
        "This is made from what you wrote and from published rules. It does not replace a doctor. \
         If you feel it is urgent, it is.",
    );
}
