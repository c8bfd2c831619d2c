//! The safety list: answered before the first session and every 30 days. What
//! is true picks the safe version, or says what to do instead.

use egui::Ui;

use crate::action::{Action, CheckStep, StretchStep};
use crate::diary::flag::{Flag, Raised};
use crate::screen::Screen;
use crate::state::GatePage;
use crate::stretch::{GateDoor, GateGroup, Verdict};
use crate::triage::Urgency;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{Pick, callout, choice, page, primary, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// The lines that are ticked.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Was it filled from what was answered before?
    filled: bool,
    yes: Vec<String>,
}

/// Draws what stands before the stretch.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft, fresh: bool) {
    page(ui, "stretch gate", 760.0, |ui| {
        match cx.state.stretch.gate() {
            Some(GatePage::Flag(flag)) => raised(ui, cx, flag),
            Some(GatePage::Blocked(verdict)) => {
                *draft = Draft::default();
                blocked(ui, cx, &verdict);
            }
            Some(GatePage::Ask) => ask(ui, cx, draft, fresh),
            None => {}
        }
    });
}

fn ask(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft, fresh: bool) {
    let (before, day) = cx.state.stretch.gate_answers();
    if !draft.filled {
        draft.filled = true;
        draft.yes = before.to_vec();
    }
    let title = text::title(ui, "Before you stretch");
    if fresh {
        super::to_top(ui, &title);
    }
    text::muted(
        ui,
        "Safe for most people. Tick what is true, then go on below. Asked every 30 days.",
    );
    for group in GateGroup::ALL {
        ui.add_space(space::XL);
        text::subheading(ui, 2, group.title());
        ui.add_space(space::XS);
        for check in cx.library().gate().iter().filter(|c| c.group == group) {
            let on = draft.yes.contains(&check.id);
            if choice(ui, Pick::Several, on, None, &check.question).clicked() {
                if on {
                    draft.yes.retain(|id| *id != check.id);
                } else {
                    draft.yes.push(check.id.clone());
                }
            }
            if on {
                ui.indent(&check.id, |ui| {
                    text::strong(ui, &check.so);
                    text::muted(ui, &check.why);
                });
            }
        }
    }
    ui.add_space(space::XL);
    // Only here: "none of these" is an answer to what was read.
    confirm(ui, cx, draft, day.is_some());
}

fn confirm(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft, answered: bool) {
    ui.horizontal_wrapped(|ui| {
        let ticked = draft.yes.len();
        let word = match ticked {
            0 => "None of these is true for me".to_owned(),
            1 => "Go on with 1 ticked".to_owned(),
            n => format!("Go on with {n} ticked"),
        };
        if primary(ui, Some(icon::CHECK_MARK), &word).clicked() {
            let yes = std::mem::take(draft).yes;
            cx.ask(Action::Stretch(StretchStep::AnswerGate(yes)));
        }
        if secondary(ui, Some(icon::CHECK), "I am not sure: check my symptoms").clicked() {
            cx.ask(Action::Open(Screen::Check));
        }
        if answered && quiet(ui, None, "Leave it as it was").clicked() {
            *draft = Draft::default();
            cx.ask(Action::Stretch(StretchStep::ReviewGate));
        }
    });
}

/// What was answered leaves no stretch: why, and what to do instead.
fn blocked(ui: &mut Ui, cx: &mut Cx<'_>, verdict: &Verdict<'_>) {
    let t = ui.tokens();
    text::title(ui, "Not now");
    let day = cx.state.stretch.gate_answers().1;
    let day = day.map(|day| day.strftime("%-d %B").to_string());
    text::muted(
        ui,
        format!(
            "By what you answered on {}, this stretch is not for you now.",
            day.unwrap_or_default()
        ),
    );
    ui.add_space(space::M);
    let reasons = verdict.reasons();
    let alone = reasons.iter().all(|r| !r.check.levels.is_empty());
    for reason in reasons {
        callout(
            ui,
            icon::WARNING,
            t.caution,
            t.caution_soft,
            reason.so,
            |ui| {
                text::body(ui, &reason.check.question);
                text::muted(ui, &reason.check.why);
            },
        );
        ui.add_space(space::S);
    }
    if alone {
        text::body(ui, "No version is right for all of these together.");
    }
    ui.add_space(space::M);
    let door = |door| reasons.iter().any(|r| r.check.opens == Some(door));
    ui.horizontal_wrapped(|ui| {
        if door(GateDoor::Help) {
            if primary(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
        } else if primary(ui, Some(icon::CHECK), "Check my symptoms").clicked() {
            cx.ask(Action::Open(Screen::Check));
        }
        if secondary(ui, Some(icon::EDIT), "Change my safety answers").clicked() {
            cx.ask(Action::Stretch(StretchStep::ReviewGate));
        }
    });
}

/// A warning sign stands open.
fn raised(ui: &mut Ui, cx: &mut Cx<'_>, flag: &Flag) {
    let t = ui.tokens();
    text::title(ui, "Have this looked at first");
    let from = match flag.raised {
        Raised::Check(_) => "Your check of symptoms",
        Raised::Episode(_) => "A cramp in your diary",
        Raised::OnScreen => "The check you have open",
    };
    let at = flag
        .when
        .as_ref()
        .map(|when| cx.state.say_when(when.civil(), " of %-d %B, {time}"));
    text::muted(
        ui,
        format!(
            "{from}{} names a warning sign. Let someone look at it before you stretch.",
            at.unwrap_or_default()
        ),
    );
    ui.add_space(space::M);
    let (ink, fill, mark) = if flag.urgency == Urgency::EmergencyNow {
        (t.danger, t.danger_soft, icon::EMERGENCY)
    } else {
        (t.caution, t.caution_soft, icon::TODAY)
    };
    callout(ui, mark, ink, fill, flag.urgency.label(), |ui| {
        for rule in flag.rules.iter().take(3) {
            if let Some(rule) = cx.library().rule(rule) {
                text::body(ui, &rule.sign);
                text::muted(ui, &rule.reason);
                ui.add_space(space::XS);
            }
        }
        text::strong(ui, flag.urgency.advice(cx.state.region()));
    });
    ui.add_space(space::L);
    ui.horizontal_wrapped(|ui| {
        if primary(ui, Some(icon::HELP), "Get help").clicked() {
            cx.ask(Action::Open(Screen::Help));
        }
        let (word, action) = match flag.raised {
            Raised::Check(id) => ("Open that check", Action::Check(CheckStep::Reopen(id))),
            Raised::Episode(id) => ("Open that entry", Action::EditEntry(id)),
            Raised::OnScreen => ("Back to the check", Action::Open(Screen::Check)),
        };
        if secondary(ui, Some(icon::CHECK), word).clicked() {
            cx.ask(action);
        }
    });
    ui.add_space(space::XL);
    text::body(
        ui,
        "Has a doctor or other professional seen you about it since?",
    );
    ui.add_space(space::XS);
    if secondary(ui, Some(icon::CHECK_MARK), "It has been looked at").clicked() {
        cx.ask(Action::Stretch(StretchStep::FlagSeen));
    }
    text::caption(
        ui,
        "Noted with today’s date. A new warning sign asks again.",
    );
}
