//! After the session: how it is now, what was felt and what that may mean, and
//! what is suggested for the next time.

use egui::Ui;

use super::{choices, resume, sharp};
use crate::action::{Action, CheckStep, StretchStep};
use crate::diary::relief::helped;
use crate::screen::Screen;
use crate::stretch::{Hint, Status, StopReason, StopSign};
use crate::triage::{Answer, Answers, Urgency};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{
    callout, card, chip, page, pain_scale, primary, pull_scale, quiet, secondary,
};
use crate::ui::{Cx, icon, text};

/// The answers given so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    after: Option<u8>,
    pull: Option<u8>,
    feelings: Vec<String>,
    /// The suggestion was declined.
    keeps: bool,
}

/// Draws the questions after a session.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft, fresh: bool) {
    page(ui, "stretch after", 760.0, |ui| {
        let status = cx
            .state
            .stretch
            .session()
            .map(crate::stretch::Session::status);
        let pain = status == Some(Status::Stopped(StopReason::Pain));
        let title = match status {
            Some(Status::Stopped(StopReason::Pain)) => "Stopped: what did you feel?",
            Some(Status::Stopped(StopReason::Asked)) => "Stopped",
            _ => "Done",
        };
        let title = text::title(ui, title);
        if fresh {
            super::to_top(ui, &title);
        }
        text::muted(ui, cx.state.stretch.summary());
        resume::again(ui, cx);
        ui.add_space(space::M);
        if pain {
            card(ui, |ui| {
                text::body(
                    ui,
                    "Press all that you felt. Rest now: uncross, lie or sit still.",
                );
                ui.add_space(space::XS);
                signs(ui, cx, draft);
            });
            ui.add_space(space::M);
            if draft.feelings.is_empty() {
                sharp::explain(ui, cx);
            } else {
                meanings(ui, cx, draft);
                ui.add_space(space::L);
            }
        }
        card(ui, |ui| now(ui, cx, draft, pain));
        if !pain {
            ui.add_space(space::M);
            meanings(ui, cx, draft);
        }
        next_time(ui, cx, draft);
        ui.add_space(space::L);
        buttons(ui, cx, draft);
        ui.add_space(space::L);
        text::muted(ui, choices::days(cx.state.stretch.days_of_seven()));
        text::muted(ui, cx.state.stretch.relief().to_string());
    });
}

/// Pain now beside pain before, the pull, the signs.
fn now(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, pain: bool) {
    text::subheading(ui, 2, "How is the buttock now?");
    ui.add_space(space::XS);
    if let Some(n) = pain_scale(ui, "Pain after", draft.after) {
        draft.after = Some(n);
    }
    if let Some(before) = cx.state.stretch.before() {
        let said = match draft.after {
            Some(after) => change(before, after),
            None => format!("Before the stretch it was {before} of 10."),
        };
        let line = text::strong(ui, said);
        text::announce(ui, &line, false);
    }
    ui.add_space(space::L);
    text::subheading(ui, 2, "How strong was the pull while you held?");
    ui.add_space(space::XS);
    if let Some(n) = pull_scale(ui, "Pull", draft.pull) {
        draft.pull = Some(n);
    }
    if !pain {
        ui.add_space(space::L);
        text::subheading(ui, 2, "Did you feel any of these?");
        ui.add_space(space::XS);
        signs(ui, cx, draft);
    }
}

/// What changed, in a sentence.
fn change(before: u8, after: u8) -> String {
    let how = match after.cmp(&before) {
        std::cmp::Ordering::Equal => "no change".to_owned(),
        std::cmp::Ordering::Greater => format!("{} higher", after - before),
        std::cmp::Ordering::Less if helped(before, after) => {
            format!("{} lower, clearly better", before - after)
        }
        std::cmp::Ordering::Less => format!("{} lower", before - after),
    };
    format!("From {before} to {after}: {how}.")
}

fn signs(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    ui.horizontal_wrapped(|ui| {
        for sign in cx.library().stop_signs() {
            let on = draft.feelings.contains(&sign.id);
            if chip(ui, on, &sign.name).clicked() {
                draft.keeps = false;
                if on {
                    draft.feelings.retain(|f| *f != sign.id);
                } else {
                    draft.feelings.push(sign.id.clone());
                }
            }
        }
    });
}

/// What each sign that was felt may mean, the most urgent first.
fn meanings(ui: &mut Ui, cx: &mut Cx<'_>, draft: &Draft) {
    let mut felt: Vec<&StopSign> = cx
        .library()
        .stop_signs()
        .iter()
        .filter(|s| draft.feelings.contains(&s.id))
        .collect();
    felt.sort_by_key(|s| std::cmp::Reverse(s.urgency));
    let Some(urgency) = felt.first().map(|s| s.urgency) else {
        return;
    };
    let t = ui.tokens();
    let emergency = urgency == Some(Urgency::EmergencyNow);
    let (mark, ink, fill, title) = if emergency {
        let title = Urgency::EmergencyNow.label();
        (icon::EMERGENCY, t.danger, t.danger_soft, title)
    } else {
        (
            icon::WARNING,
            t.caution,
            t.caution_soft,
            "Do not stretch on",
        )
    };
    callout(ui, mark, ink, fill, title, |ui| {
        for sign in &felt {
            text::strong(ui, &sign.name);
            text::body(ui, &sign.meaning.text);
            ui.add_space(space::XS);
        }
        if emergency {
            text::strong(ui, Urgency::EmergencyNow.advice(cx.state.region()));
        }
        let mut answers = Answers::new();
        for (finding, option) in felt.iter().flat_map(|s| &s.answers) {
            answers.insert(finding.clone(), Answer::option(option));
        }
        ui.horizontal_wrapped(|ui| {
            if emergency && primary(ui, Some(icon::HELP), "Get help now").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
            if secondary(ui, Some(icon::CHECK), "Check my symptoms").clicked() {
                cx.ask(Action::Check(CheckStep::With(answers)));
                cx.ask(Action::Open(Screen::Check));
            }
        });
    });
}

/// Rest, and another level: suggested, never done by itself.
fn next_time(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) {
    let t = ui.tokens();
    let desk = &cx.state.stretch;
    if let Some(why) = desk.rest_after(draft.after, draft.pull, &draft.feelings) {
        ui.add_space(space::M);
        let title = "Rest it for 48 hours";
        callout(ui, icon::CLOCK, t.caution, t.caution_soft, title, |ui| {
            text::body(ui, why);
        });
    }
    let Some(suggestion) = desk.suggestion(draft.after, draft.pull, &draft.feelings) else {
        return;
    };
    if draft.keeps {
        return;
    }
    ui.add_space(space::M);
    let (title, why) = match suggestion.hint {
        Hint::Easier(why) => ("Next time: a gentler one?", why.sentence()),
        Hint::Harder => (
            "Next time: a little further?",
            crate::stretch::Why::Easy.sentence(),
        ),
    };
    let wish = desk.wish().map(|r| r.id.as_str());
    callout(ui, icon::STRETCH, t.info, t.info_soft, title, |ui| {
        text::body(ui, why);
        let Some(routine) = suggestion.routine else {
            text::body(
                ui,
                "This is the gentlest one for you. Hold shorter next time, and lean or draw in less.",
            );
            return;
        };
        let taken = wish == Some(routine.id.as_str());
        if taken {
            let line = text::strong(ui, format!("Set for next time: {}.", routine.name));
            text::announce(ui, &line, false);
            return;
        }
        text::strong(ui, &routine.name);
        text::muted(ui, &routine.for_whom);
        ui.horizontal_wrapped(|ui| {
            if secondary(ui, Some(icon::CHECK_MARK), "Use it next time").clicked() {
                cx.ask(Action::Stretch(StretchStep::Choose(routine.id.clone())));
            }
            if quiet(ui, None, "Keep the one I have").clicked() {
                draft.keeps = true;
            }
        });
    });
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, draft: &Draft) {
    ui.horizontal_wrapped(|ui| {
        if primary(ui, Some(icon::CHECK_MARK), "Save to the diary").clicked() {
            cx.ask(Action::Stretch(StretchStep::Pull(draft.pull)));
            cx.ask(Action::Stretch(StretchStep::Finish {
                after: draft.after,
                feelings: draft.feelings.clone(),
            }));
        }
        if quiet(ui, None, "Do not save").clicked() {
            cx.ask(Action::Stretch(StretchStep::Discard));
        }
    });
}
