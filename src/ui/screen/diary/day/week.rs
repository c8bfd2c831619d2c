//! The look back on the week: three questions, each 0 to 10, and what became of
//! it since the last one.
//!
//! The questions are our own words for what the PEG scale asks (source PEG09);
//! its exact items need leave.

use egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{DayDraft, Leave, by_escape, save_or_cancel, say_kept};
use crate::diary::entry::{Intensity, WeekLook};
use crate::diary::week::Change;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hindrance_scale, page, pain_scale};
use crate::ui::{Cx, text};

/// What is asked, and the name of each scale.
const QUESTIONS: [(&str, &str); 3] = [
    (
        "Taking the whole week together, how strong was the pain?",
        "Pain this week",
    ),
    (
        "How much did it take from the things you enjoy?",
        "Taken from what you enjoy",
    ),
    (
        "How much did it get in the way of your days: work, chores, getting about?",
        "In the way of your days",
    ),
];

/// Draws the sheet.
pub(in super::super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut DayDraft) -> Leave {
    let unpressed = by_escape(ui);
    page(ui, "week sheet", 760.0, |ui| {
        super::way_back(ui, cx);
        text::title(ui, "Look back on your week");
        text::muted(ui, span(draft.day.date));
        say_kept(ui, draft.came_back);
        ui.add_space(space::M);
        card(ui, |ui| {
            let answers = draft.week.iter_mut().zip(QUESTIONS).enumerate();
            for (at, (answer, (question, name))) in answers {
                if at > 0 {
                    ui.add_space(space::L);
                }
                text::subheading(ui, 2, question);
                ui.add_space(space::XS);
                let scale = if at == 0 { pain_scale } else { hindrance_scale };
                if let Some(points) = scale(ui, name, *answer) {
                    *answer = Some(points);
                }
            }
            if let Some(look) = look(draft.week) {
                ui.add_space(space::L);
                verdict(ui, draft.earlier.as_ref(), look);
            }
        });
        let found = look(draft.week);
        if draft.tried && found.is_none() {
            ui.add_space(space::M);
            let ink = ui.tokens().danger;
            let said = text::strong_colored(ui, "Answer all three, or cancel.", ink);
            text::announce(ui, &said, false);
        }
        let leave = save_or_cancel(ui, draft.is_changed(), unpressed);
        if leave == Leave::Saved {
            draft.tried = true;
            if found.is_none() {
                return Leave::No;
            }
            draft.day.week = found;
            draft.save(cx);
        }
        leave
    })
}

/// "17 to 23 November 2026": the seven days up to a date.
fn span(date: Date) -> String {
    let first = date.saturating_sub(6.days());
    let how = if first.month() == date.month() {
        "%-d"
    } else {
        "%-d %B"
    };
    let (first, last) = (first.strftime(how), date.strftime("%-d %B %Y"));
    format!("The seven days from {first} to {last}.")
}

/// The answers, once all three are there.
fn look(answers: [Option<u8>; 3]) -> Option<WeekLook> {
    let [pain, enjoyment, activity] = answers.map(|n| n.and_then(Intensity::new));
    Some(WeekLook {
        pain: pain?,
        enjoyment: enjoyment?,
        activity: activity?,
    })
}

/// The mean, and what became of it since the last time.
fn verdict(ui: &mut Ui, earlier: Option<&(Date, WeekLook)>, look: WeekLook) {
    let mean = look.mean();
    text::strong(ui, format!("This week: {mean:.1} of 10."));
    let said = match earlier {
        None => "From the next one on you see here whether it changes.".to_owned(),
        Some((day, earlier)) => {
            let change = Change::between(earlier.mean(), mean).word();
            let day = day.strftime("%-d %B");
            format!(
                "On {day} it was {:.1}: {change}. A change counts from 1 point or 30 percent.",
                earlier.mean()
            )
        }
    };
    text::muted(ui, said);
}
