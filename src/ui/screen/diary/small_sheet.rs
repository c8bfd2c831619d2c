//! The sheet of a stretch session or of a day's check-in: what was noted, and
//! the fields a person may set right.

use egui::Ui;

use super::day::{by_escape, save_or_cancel, say_kept};
use super::list::way_back;
use super::log::Leave;
use crate::action::{Action, CheckStep};
use crate::diary::Edit;
use crate::diary::entry::{Check, Ended, Entry, Intensity, Session};
use crate::screen::Screen;
use crate::state::CheckView;
use crate::stretch::OWN;
use crate::ui::tokens::space;
use crate::ui::widget::{card, page, pain_scale, pull_scale, quiet, secondary};
use crate::ui::{Cx, field, icon, text, urgency};

/// The sheet so far.
#[derive(Clone, Debug)]
pub(super) struct SmallDraft {
    pub(super) entry: Entry,
    /// As it was when the sheet was opened.
    begun: Entry,
    /// It was left with something written and is opened again.
    pub(super) came_back: bool,
}

impl SmallDraft {
    /// The sheet of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            entry: entry.clone(),
            begun: entry.clone(),
            came_back: false,
        }
    }

    /// Is something on the sheet that is not in the diary?
    pub(super) fn is_changed(&self) -> bool {
        self.entry != self.begun
    }
}

/// What a check came to, and the way back into it.
fn check_of_symptoms(ui: &mut Ui, cx: &mut Cx<'_>, check: &mut Check) {
    text::title(ui, "Check of symptoms");
    let when = check.logged_at.civil();
    text::muted(ui, cx.state.say_when(when, "%A, %-d %B %Y, {time}"));
    ui.add_space(space::M);
    card(ui, |ui| {
        urgency::badge(ui, check.urgency);
        if check.undecided {
            text::body(ui, "The answers did not point clearly to one cause.");
        }
        for fitted in &check.fitted {
            let name = cx.library().cause(&fitted.cause).map(|c| c.name.as_str());
            let name = name.unwrap_or(&fitted.cause);
            text::body(ui, format!("•  {name}"));
        }
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if secondary(ui, Some(icon::CHECK), "Open this check").clicked() {
                cx.ask(Action::Check(CheckStep::Reopen(check.id)));
            }
            let running = cx.state.check.assessment().is_some();
            if running && quiet(ui, None, "Compare with the check now").clicked() {
                let compare = CheckStep::View(CheckView::Compare(check.id));
                cx.ask(Action::Check(compare));
                cx.ask(Action::Open(Screen::Check));
            }
        });
        ui.add_space(space::M);
        field::note(ui, "Note", "Anything to remember", &mut check.note);
    });
}

/// One line that says what a session was: how long it was held, and what it changed.
pub(super) fn session_line(session: &Session) -> String {
    let held = session.left.held_secs + session.right.held_secs;
    let how = match session.ended {
        Ended::Finished => "Stretch".to_owned(),
        Ended::Stopped(_) => "Stretch, stopped early".to_owned(),
    };
    let change = match (session.pain_before, session.pain_after) {
        (Some(before), Some(after)) => format!(", pain {before} to {after}"),
        _ => String::new(),
    };
    let long = match (held / 60, held % 60) {
        (0, secs) => format!("{secs} s"),
        (mins, 0) => format!("{mins} min"),
        (mins, secs) => format!("{mins} min {secs} s"),
    };
    format!("{how}: {long}{change}")
}

/// What a session was, and what a person may set right about it.
fn stretch_session(ui: &mut Ui, cx: &Cx<'_>, session: &mut Session) {
    text::title(ui, "Stretch session");
    let when = session.started_at.civil();
    text::muted(ui, cx.state.say_when(when, "%A, %-d %B %Y, {time}"));
    ui.add_space(space::M);
    card(ui, |ui| {
        let library = cx.library();
        let routine = library.routine(&session.routine);
        let name = routine.map_or(session.routine.as_str(), |r| r.name.as_str());
        let plan = match library.dose(&session.plan) {
            Some(dose) => format!(", plan: {}", dose.name),
            None if session.plan == OWN => ", your own lengths".to_owned(),
            None => String::new(),
        };
        text::strong(ui, format!("{name}{plan}"));
        text::body(ui, session_line(session));
        let (left, right) = (session.left, session.right);
        text::muted(
            ui,
            format!(
                "Left: {} holds, {} s. Right: {} holds, {} s.",
                left.rounds, left.held_secs, right.rounds, right.held_secs
            ),
        );
        let whole = Entry::from(session.clone());
        if let Some(said) = super::link::said(cx.state, &whole) {
            text::muted(ui, format!("Done {said}."));
        }
        ui.add_space(space::M);
        text::subheading(ui, 2, "Pain before");
        let before = session.pain_before.map(Intensity::get);
        if let Some(n) = pain_scale(ui, "Pain before", before) {
            session.pain_before = Intensity::new(n);
        }
        ui.add_space(space::M);
        text::subheading(ui, 2, "Pain after");
        let after = session.pain_after.map(Intensity::get);
        if let Some(n) = pain_scale(ui, "Pain after", after) {
            session.pain_after = Intensity::new(n);
        }
        ui.add_space(space::M);
        text::subheading(ui, 2, "Pull while holding");
        if let Some(n) = pull_scale(ui, "Pull", session.pull.map(Intensity::get)) {
            session.pull = Intensity::new(n);
        }
        ui.add_space(space::M);
        field::note(ui, "Note", "Anything to remember", &mut session.note);
    });
}

/// Draws the sheet.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut SmallDraft) -> Leave {
    let unpressed = by_escape(ui);
    page(ui, "small sheet", 760.0, |ui| {
        way_back(ui, cx);
        say_kept(ui, draft.came_back);
        match &mut draft.entry {
            Entry::Session(session) => stretch_session(ui, cx, session),
            Entry::Check(check) => check_of_symptoms(ui, cx, check),
            // These have sheets of their own.
            Entry::Episode(_) | Entry::Day(_) => {}
        }
        let leave = save_or_cancel(ui, draft.is_changed(), unpressed);
        if leave == Leave::Saved {
            let shown = cx.state.diary.get(draft.entry.id());
            if shown.is_none_or(|shown| **shown != draft.entry) {
                let edit = Edit::Change(draft.entry.clone());
                cx.ask(Action::Diary(Box::new(edit)));
            }
        }
        leave
    })
}
