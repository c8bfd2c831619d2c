//! One question a screen, or one list to tick.

use egui::{Id, Key, Ui};

use crate::action::{Action, CheckStep};
use crate::triage::{Answer, Finding, Kind, MOST_QUESTIONS, Range};
use crate::ui::shortcut::DIGITS;
use crate::ui::tokens::space;
use crate::ui::widget::{Pick, card, choice, pain_scale, primary, progress, quiet, secondary};
use crate::ui::{Cx, field, icon, text};

/// The number key of an option, if there is one left for it.
fn number_key(at: usize) -> Option<usize> {
    (at + 1 < DIGITS.len()).then_some(at + 1)
}

/// Which option a number key asks for in this frame.
fn key_pressed(ui: &Ui) -> Option<usize> {
    if ui.ctx().egui_wants_keyboard_input() {
        return None;
    }
    let mut keys = DIGITS.iter().skip(1);
    ui.input(|input| keys.position(|key| input.key_pressed(*key)))
}

/// Was `Enter` pressed with the keyboard nowhere else? A key that is held down
/// does not race through the questions.
pub(super) fn entered(ui: &Ui) -> bool {
    let is_enter = |event: &egui::Event| {
        matches!(
            event,
            egui::Event::Key {
                key: Key::Enter,
                pressed: true,
                repeat: false,
                ..
            }
        )
    };
    ui.memory(|memory| memory.focused().is_none())
        && ui.input(|input| input.events.iter().any(is_enter))
}

/// How far it is: the number of questions can end earlier, never later.
fn heading(ui: &mut Ui, cx: &Cx<'_>) {
    let knowledge = cx.library().knowledge();
    let run = cx.state.check.run();
    let flags = knowledge.sheets().iter().filter(|s| s.flags).count();
    let at = (run.trail().len() + 1).saturating_sub(flags).max(1);
    text::muted(
        ui,
        format!("Question {at} of {} at most", MOST_QUESTIONS.max(at)),
    );
    progress(ui, at - 1, MOST_QUESTIONS);
    ui.add_space(space::S);
}

/// A list of findings to tick.
pub(super) fn sheet(ui: &mut Ui, cx: &mut Cx<'_>, sheet: &str) {
    heading(ui, cx);
    let knowledge = cx.library().knowledge();
    let Some(named) = knowledge.sheet(sheet) else {
        return;
    };
    let rows: Vec<&Finding> = knowledge.rows(sheet, cx.state.check.run().answers());
    let pressed = key_pressed(ui);
    let mut why = None;
    card(ui, |ui| {
        text::subheading(ui, 2, &named.ask);
        ui.add_space(space::S);
        for (at, finding) in rows.iter().enumerate() {
            let answer = cx.state.check.run().answer(&finding.id);
            let on = answer.is_some_and(|a| a.has("yes"));
            let key = number_key(at);
            let row = choice(ui, Pick::Several, on, key, &finding.ask);
            if row.hovered() || row.has_focus() {
                why = Some(finding.why.as_str());
            }
            ui.ctx()
                .accesskit_node_builder(row.id, |node| node.set_description(&*finding.why));
            if row.clicked() || pressed == Some(at) {
                let next = (!on).then(|| Answer::option("yes"));
                cx.ask(Action::Check(CheckStep::Answer(finding.id.clone(), next)));
            }
            ui.add_space(space::XS);
        }
        if rows.iter().any(|f| cx.state.check.is_from_diary(&f.id)) {
            text::strong(ui, "What your diary tells is ticked already.");
        }
        // Below the rows, where it covers none of them.
        text::caption(
            ui,
            why.map_or_else(
                || "Why we ask: point at a line to read it.".to_owned(),
                |why| format!("Why we ask: {why}"),
            ),
        );
    });
    ui.add_space(space::M);
    let any = rows.iter().any(|f| {
        let answer = cx.state.check.run().answer(&f.id);
        answer.is_some_and(|a| a.has("yes"))
    });
    let word = if any { "That is all" } else { "None of these" };
    steps(ui, cx, Some(word), true);
}

/// A single question.
pub(super) fn finding(ui: &mut Ui, cx: &mut Cx<'_>, id: &str) {
    heading(ui, cx);
    let Some(finding) = cx.library().knowledge().finding(id) else {
        return;
    };
    card(ui, |ui| {
        text::subheading(ui, 2, &finding.ask);
        if let Some(hint) = &finding.hint {
            text::muted(ui, hint);
        }
        ui.add_space(space::S);
        match (&finding.number, finding.id.as_str()) {
            (Some(_), "pain_worst_nrs") => pain(ui, cx, finding),
            (Some(range), _) => number(ui, cx, finding, range),
            (None, _) => options(ui, cx, finding),
        }
        if cx.state.check.is_from_diary(id) {
            text::strong(ui, "From your diary. Change it if it is wrong.");
        }
        ui.add_space(space::S);
        text::caption(ui, format!("Why we ask: {}", finding.why));
    });
    ui.add_space(space::M);
    let run = cx.state.check.run();
    let goes_on = match finding.kind() {
        // A press on an option goes on by itself.
        Kind::YesNo | Kind::One => run.answer(id).is_some().then_some("Continue"),
        Kind::Many | Kind::Number => Some("Continue"),
    };
    let ready =
        finding.kind() != Kind::Many && finding.kind() != Kind::Number || run.answer(id).is_some();
    steps(ui, cx, goes_on, ready);
}

fn options(ui: &mut Ui, cx: &mut Cx<'_>, finding: &Finding) {
    let pressed = key_pressed(ui);
    let many = finding.kind() == Kind::Many;
    let pick = if many { Pick::Several } else { Pick::One };
    let current = cx.state.check.run().answer(&finding.id).cloned();
    for (at, option) in finding.options.iter().enumerate() {
        let on = current.as_ref().is_some_and(|a| a.has(&option.id));
        let key = number_key(at);
        if choice(ui, pick, on, key, &option.text).clicked() || pressed == Some(at) {
            let step = if many {
                let next = toggled(finding, current.as_ref(), &option.id);
                CheckStep::Answer(finding.id.clone(), next)
            } else {
                CheckStep::AnswerAndGo(finding.id.clone(), Answer::option(&option.id))
            };
            cx.ask(Action::Check(step));
        }
        ui.add_space(space::XS);
    }
    let at = finding.options.len();
    let unsure = current == Some(Answer::Unsure);
    let key = number_key(at);
    if choice(ui, Pick::One, unsure, key, "Not sure").clicked() || pressed == Some(at) {
        let step = CheckStep::AnswerAndGo(finding.id.clone(), Answer::Unsure);
        cx.ask(Action::Check(step));
    }
}

/// The answer with one option switched. "None" and the others exclude each
/// other.
fn toggled(finding: &Finding, current: Option<&Answer>, id: &str) -> Option<Answer> {
    let none = finding.nothing().map(|n| n.id.as_str());
    let mut chosen: Vec<String> = match current {
        Some(Answer::Chosen(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    if chosen.iter().any(|i| i == id) {
        chosen.retain(|i| i != id);
    } else if none == Some(id) {
        chosen = vec![id.to_owned()];
    } else {
        chosen.retain(|i| none != Some(i));
        chosen.push(id.to_owned());
    }
    (!chosen.is_empty()).then_some(Answer::Chosen(chosen))
}

fn pain(ui: &mut Ui, cx: &mut Cx<'_>, finding: &Finding) {
    let current = match cx.state.check.run().answer(&finding.id) {
        Some(Answer::Number(n)) => u8::try_from(*n).ok(),
        _ => None,
    };
    // The number keys pick 1 to 9 here, as they stand on the scale.
    let pressed = key_pressed(ui).and_then(|at| u8::try_from(at + 1).ok());
    if let Some(picked) = pain_scale(ui, "Worst pain", current).or(pressed) {
        let answer = Answer::Number(u32::from(picked));
        cx.ask(Action::Check(CheckStep::AnswerAndGo(
            finding.id.clone(),
            answer,
        )));
    }
}

/// A number to type; `Enter` goes on.
fn number(ui: &mut Ui, cx: &mut Cx<'_>, finding: &Finding, range: &Range) {
    let id = Id::unique(("check number", &finding.id));
    let known = match cx.state.check.run().answer(&finding.id) {
        Some(Answer::Number(n)) => Some(*n),
        _ => None,
    };
    let inside = |text: &str| {
        let n = text.trim().parse::<u32>().ok()?;
        (range.min..=range.max).contains(&n).then_some(n)
    };
    // What was typed stays only while it says what is known, or says nothing.
    let mut typed: String = ui
        .data(|data| data.get_temp(id))
        .filter(|text: &String| inside(text) == known)
        .unwrap_or_else(|| known.map(|n| n.to_string()).unwrap_or_default());
    let response = ui
        .horizontal(|ui| {
            let response = field::short(ui, &mut typed, &finding.ask, 96.0);
            text::body(ui, &range.unit);
            response
        })
        .inner;
    if typed.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let fits = inside(&typed);
    if response.changed() {
        let answer = fits.map(Answer::Number);
        cx.ask(Action::Check(CheckStep::Answer(finding.id.clone(), answer)));
    }
    if !typed.trim().is_empty() && fits.is_none() {
        text::caption(
            ui,
            format!("A whole number from {} to {}.", range.min, range.max),
        );
    }
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    ui.data_mut(|data| data.insert_temp(id, typed));
    if let (true, Some(n)) = (entered, fits) {
        let step = CheckStep::AnswerAndGo(finding.id.clone(), Answer::Number(n));
        cx.ask(Action::Check(step));
    }
}

/// The row at the foot: on, back, skip, result now.
fn steps(ui: &mut Ui, cx: &mut Cx<'_>, goes_on: Option<&str>, ready: bool) {
    ui.horizontal_wrapped(|ui| {
        if let Some(word) = goes_on {
            ui.add_enabled_ui(ready, |ui| {
                let entered = ready && entered(ui);
                if primary(ui, None, word).clicked() || entered {
                    cx.ask(Action::Check(CheckStep::Next));
                }
            });
        }
        if secondary(ui, Some(icon::BACK), "Back").clicked() {
            cx.ask(Action::Check(CheckStep::Back));
        }
        if quiet(ui, None, "Skip").clicked() {
            cx.ask(Action::Check(CheckStep::Skip));
        }
        if quiet(ui, None, "Show the result now").clicked() {
            cx.ask(Action::Check(CheckStep::Finish));
        }
    });
}
