//! The card to hand over: what a stranger must know, in big type.

use egui::{FontId, Label, RichText, Ui};

use super::answers::sentence;
use crate::action::{Action, CheckStep};
use crate::state::CheckView;
use crate::triage::{Answer, Urgency};
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Findings that go on the card whatever was answered.
const ALWAYS: [&str; 5] = [
    "pregnancy_status",
    "symptom_weeks",
    "course",
    "pain_worst_nrs",
    "leg_radiation",
];

/// Draws the card.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::title(ui, "Card to hand over");
    text::muted(
        ui,
        "Show it at the desk, or read it out on the phone. It says only what you answered.",
    );
    ui.add_space(space::M);
    let lines = lines(cx);
    let level = cx.state.check.urgency().unwrap_or_default();
    let reasons: Vec<String> = cx
        .state
        .check
        .assessment()
        .map(|a| {
            let urgent = a.fired.iter().filter(|f| f.urgency >= Urgency::WithinDays);
            urgent.map(|f| f.reason.clone()).collect()
        })
        .unwrap_or_default();
    let date = cx
        .state
        .say_when(cx.now.wall.datetime(), "%-d %B %Y, {time}");
    card(ui, |ui| {
        text::caption(ui, date);
        urgency::badge(ui, level);
        ui.add_space(space::S);
        let age = cx.state.check.run().answer("age_years");
        big(
            ui,
            &match age {
                Some(Answer::Number(age)) => {
                    format!("I am {age}, and I have pain or cramp in the buttock.")
                }
                _ => "I have pain or cramp in the buttock.".to_owned(),
            },
        );
        for line in &lines {
            big(ui, line);
        }
        if !reasons.is_empty() {
            ui.add_space(space::M);
            text::strong(ui, "Why I was told to come");
            for reason in &reasons {
                text::item(ui, |ui| text::body(ui, reason));
            }
        }
        ui.add_space(space::M);
        text::caption(
            ui,
            format!(
                "From the answers to a questionnaire (Unclench, content {}). Not a finding of \
                 an examination.",
                cx.library().version()
            ),
        );
    });
    ui.add_space(space::M);
    if secondary(ui, Some(icon::BACK), "Back to the result").clicked() {
        cx.ask(Action::Check(CheckStep::View(CheckView::Run)));
    }
}

fn big(ui: &mut Ui, line: &str) {
    let color = ui.tokens().text;
    let rich = RichText::new(line)
        .font(FontId::new(size::H3, semibold()))
        .color(color);
    ui.add(Label::new(rich).wrap());
}

/// What was answered that a stranger must know: signs first.
fn lines(cx: &Cx<'_>) -> Vec<String> {
    let run = cx.state.check.run();
    let knowledge = cx.library().knowledge();
    let mut lines = Vec::new();
    for finding in knowledge.findings() {
        let Some(answer) = run.answer(&finding.id) else {
            continue;
        };
        let none = finding.is_nothing(answer);
        let flag = finding.group == "flag";
        match answer {
            Answer::Unsure if flag => lines.push(format!("Not sure: {}.", finding.ask)),
            Answer::Unsure | Answer::Skipped => {}
            _ if flag && !none => lines.push(mine(&sentence(finding, answer))),
            Answer::Number(n) if finding.id == "pain_worst_nrs" => {
                lines.push(format!("Worst pain in the last day: {n} of 10."));
            }
            _ if ALWAYS.contains(&finding.id.as_str()) && !none => {
                lines.push(mine(&sentence(finding, answer)));
            }
            Answer::Chosen(_) | Answer::Number(_) => {}
        }
    }
    lines
}

/// A statement to the person, turned into one by them.
fn mine(says: &str) -> String {
    let mut line = format!(" {says}");
    for (yours, mine) in [
        (" You are ", " I am "),
        (" you are ", " I am "),
        (" You ", " I "),
        (" you ", " I "),
        (" Your ", " My "),
        (" your ", " my "),
        (" you.", " me."),
    ] {
        line = line.replace(yours, mine);
    }
    line.trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::mine;

    #[test]
    fn a_statement_turns_round() {
        assert_eq!(mine("You feel ill."), "I feel ill.");
        assert_eq!(mine("Your urine is brown."), "My urine is brown.");
        assert_eq!(mine("You are 70 or older."), "I am 70 or older.");
        assert_eq!(mine("It is on one side."), "It is on one side.");
    }
}
