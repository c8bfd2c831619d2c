//! The sheet of a day's check-in: no cramp, the worst pain, sitting, training,
//! sleep, and a note. Nothing in it is required.

pub(super) mod week;

use egui::{Key, KeyboardShortcut, Modifiers, Ui};
use jiff::civil::Date;

use super::list::way_back;
use super::log::Leave;
use crate::action::Action;
use crate::diary::Edit;
use crate::diary::check_in::{cramps_on, day_of};
use crate::diary::entry::{Day, EntryId, Intensity, Sleep, Training, WeekLook};
use crate::diary::week::look_before;
use crate::diary::when::When;
use crate::ui::leave::escaped;
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, make_room, page, pain_scale, primary, quiet, segmented};
use crate::ui::{Cx, field, icon, text};

/// Saves the sheet.
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);

/// Hours sat that are one press away.
const HOURS: [u16; 6] = [2, 4, 6, 8, 10, 12];

/// The check-in so far.
#[derive(Clone, Debug)]
pub(super) struct DayDraft {
    pub(super) day: Day,
    trained: bool,
    training: Training,
    /// What is told of the week; the answers one by one, as they come.
    pub(super) week: [Option<u8>; 3],
    /// Save was pressed, so that what is missing may be said.
    pub(super) tried: bool,
    /// The look back before this one.
    pub(super) earlier: Option<(Date, WeekLook)>,
    made_for: Option<u64>,
    cramps: usize,
    /// What was on the sheet when it was opened.
    begun: Box<Written>,
    /// It was left with something written and is opened again.
    pub(super) came_back: bool,
}

/// What a person can write on the sheet.
type Written = (Day, Option<Training>, [Option<u8>; 3]);

impl DayDraft {
    /// The check-in of a date: the one that is there, or a new one.
    pub(super) fn on(cx: &Cx<'_>, date: Date) -> Self {
        let day = day_of(&cx.state.diary, date).cloned();
        let new = || Day::new(EntryId::default(), When::from(&cx.now.wall), date);
        Self::of(cx, day.unwrap_or_else(new))
    }

    /// The sheet of a check-in.
    pub(super) fn of(cx: &Cx<'_>, day: Day) -> Self {
        let week = day.week.map(|week| {
            let all = [week.pain, week.enjoyment, week.activity];
            all.map(|points| Some(points.get()))
        });
        let week = week.unwrap_or_default();
        Self {
            trained: day.training.is_some(),
            training: day.training.clone().unwrap_or_else(|| Training {
                minutes: 30,
                ..Training::default()
            }),
            week,
            tried: false,
            earlier: look_before(&cx.state.diary, day.date),
            made_for: None,
            cramps: 0,
            begun: Box::new((day.clone(), day.training.clone(), week)),
            came_back: false,
            day,
        }
    }

    /// Is something on the sheet that is not in the diary?
    pub(super) fn is_changed(&self) -> bool {
        let (day, training, week) = &*self.begun;
        let trained = self.trained.then_some(&self.training);
        self.day != *day || trained != training.as_ref() || self.week != *week
    }

    /// Cramps of the date, counted once for a revision of the diary.
    fn cramps(&mut self, cx: &Cx<'_>) -> usize {
        let revision = Some(cx.state.diary.revision());
        if self.made_for != revision {
            self.made_for = revision;
            self.cramps = cramps_on(&cx.state.diary, self.day.date);
        }
        self.cramps
    }

    /// Keeps the day.
    pub(super) fn save(&self, cx: &mut Cx<'_>) {
        let day = self.day.clone();
        let edit = match cx.state.diary.get(day.id) {
            Some(_) if day.is_empty() => Some(Edit::Delete(day.id)),
            Some(shown) => {
                let entry = day.into();
                (**shown != entry).then_some(Edit::Change(entry))
            }
            None if day.is_empty() => None,
            None => Some(Edit::Create(day.into())),
        };
        if let Some(edit) = edit {
            cx.ask(Action::Diary(Box::new(edit)));
        }
    }
}

/// Save and cancel, below a sheet: how it is left. What is saved may lack
/// something. `unpressed`: how, if neither is pressed.
pub(super) fn save_or_cancel(ui: &mut Ui, is_changed: bool, unpressed: Leave) -> Leave {
    ui.add_space(space::L);
    ui.horizontal_wrapped(|ui| {
        let save = primary(ui, Some(icon::CHECK_MARK), "Save")
            .on_hover_text(ui.ctx().format_shortcut(&SAVE));
        let keys = ui.input_mut(|i| i.consume_shortcut(&SAVE));
        let word = if is_changed { "Discard" } else { "Cancel" };
        let discard = quiet(ui, None, word).clicked();
        if save.clicked() || keys {
            Leave::Saved
        } else if discard {
            Leave::Discard
        } else {
            unpressed
        }
    })
    .inner
}

/// How a sheet is left by Escape, if it was pressed. To be asked before the sheet
/// is drawn.
pub(super) fn by_escape(ui: &Ui) -> Leave {
    if escaped(ui) { Leave::Keep } else { Leave::No }
}

/// Says that this is what was written before, where it is.
pub(super) fn say_kept(ui: &mut Ui, came_back: bool) {
    if came_back {
        let said = text::muted(ui, "Draft kept: this is what you had written.");
        text::announce(ui, &said, false);
    }
}

/// Draws the sheet.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut DayDraft) -> Leave {
    let unpressed = by_escape(ui);
    page(ui, "day sheet", 760.0, |ui| {
        way_back(ui, cx);
        text::title(ui, "Check-in of the day");
        let date = draft.day.date;
        text::muted(ui, date.strftime("%A, %-d %B %Y").to_string());
        say_kept(ui, draft.came_back);
        ui.add_space(space::M);
        card(ui, |ui| {
            cramp(ui, cx, draft);
            gap(ui);
            sitting(ui, draft);
            gap(ui);
            training(ui, draft);
            gap(ui);
            sleep(ui, draft);
            period(ui, cx, draft);
            gap(ui);
            let note = &mut draft.day.note;
            field::note(ui, "Note (optional)", "Anything to remember", note);
            if let Some(week) = draft.day.week {
                ui.add_space(space::M);
                let said = format!("Your look back on the week: {:.1} of 10.", week.mean());
                text::muted(ui, said);
            }
        });
        let leave = save_or_cancel(ui, draft.is_changed(), unpressed);
        if leave == Leave::Saved {
            draft.tried = true;
            if draft.trained && draft.training.activity.trim().is_empty() {
                return Leave::No;
            }
            draft.day.training = draft.trained.then(|| draft.training.clone());
            draft.save(cx);
        }
        leave
    })
}

fn gap(ui: &mut Ui) {
    ui.add_space(space::L);
}

fn part(ui: &mut Ui, question: &str) {
    text::subheading(ui, 2, question);
    ui.add_space(space::XS);
}

fn cramp(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut DayDraft) {
    part(ui, "Was there a cramp?");
    let cramps = draft.cramps(cx);
    if cramps > 0 {
        draft.day.cramp_free = false;
        let said = match cramps {
            1 => "1 cramp of this day is in the diary.".to_owned(),
            count => format!("{count} cramps of this day are in the diary."),
        };
        text::body(ui, said);
    } else {
        ui.horizontal_wrapped(|ui| {
            if chip(ui, draft.day.cramp_free, "No cramp that day").clicked() {
                draft.day.cramp_free = !draft.day.cramp_free;
            }
        });
    }
    gap(ui);
    part(ui, "Worst pain of the day");
    let now = draft.day.worst_pain.map(Intensity::get);
    if let Some(points) = pain_scale(ui, "Worst pain of the day", now) {
        // The same number once more takes it back.
        let again = now == Some(points);
        draft.day.worst_pain = Intensity::new(points).filter(|_| !again);
    }
}

fn sitting(ui: &mut Ui, draft: &mut DayDraft) {
    part(ui, "How long did you sit?");
    let sat = &mut draft.day.sitting_min;
    ui.horizontal_wrapped(|ui| {
        for hours in HOURS {
            let on = *sat == Some(hours * 60);
            if chip(ui, on, &format!("{hours} hours")).clicked() {
                *sat = (!on).then_some(hours * 60);
            }
        }
    });
    // As a person reads it; what is kept changes only when this is changed.
    let before = (f64::from(sat.unwrap_or(0)) / 6.0).round() / 10.0;
    let mut hours = before;
    ui.horizontal(|ui| {
        field::number(ui, "Or in hours", &mut hours, 0.0..=24.0, " h");
    });
    if (hours - before).abs() > 1e-6 {
        // To the quarter of an hour.
        *sat = Some((hours * 4.0).round().clamp(0.0, 96.0) as u16 * 15);
    }
}

fn training(ui: &mut Ui, draft: &mut DayDraft) {
    part(ui, "Did you train?");
    ui.horizontal_wrapped(|ui| {
        if chip(ui, draft.trained, "I trained").clicked() {
            draft.trained = !draft.trained;
        }
    });
    if !draft.trained {
        return;
    }
    let training = &mut draft.training;
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.vertical(|ui| field::line(ui, "What", "cycling", &mut training.activity, 200.0));
        make_room(ui, 110.0);
        ui.vertical(|ui| field::number(ui, "How long", &mut training.minutes, 0..=1440, " min"));
        let mut effort = training.effort.map_or(0, Intensity::get);
        make_room(ui, 110.0);
        ui.vertical(|ui| field::number(ui, "Effort, 0 to 10", &mut effort, 0..=10, ""));
        training.effort = Intensity::new(effort).filter(|points| points.get() > 0);
    });
    if draft.tried && training.activity.trim().is_empty() {
        let ink = crate::ui::theme::UiExt::tokens(ui).danger;
        let said = text::colored(ui, "Write what you trained, or switch it off.", ink);
        text::announce(ui, &said, false);
    }
}

fn sleep(ui: &mut Ui, draft: &mut DayDraft) {
    part(ui, "How was the night before?");
    let all: Vec<(Option<Sleep>, &str)> = Sleep::ALL
        .iter()
        .map(|sleep| (Some(*sleep), sleep.label()))
        .collect();
    if let Some(picked) = segmented(ui, "Sleep", draft.day.sleep, &all) {
        draft.day.sleep = picked.filter(|_| picked != draft.day.sleep);
    }
}

/// Only where a person wants to log it, or has.
fn period(ui: &mut Ui, cx: &Cx<'_>, draft: &mut DayDraft) {
    if !cx.state.settings.log_cycle && draft.day.period_day.is_none() {
        return;
    }
    gap(ui);
    part(ui, "Was it a day of your period?");
    let all = [(Some(true), "Yes"), (Some(false), "No")];
    if let Some(picked) = segmented(ui, "Period", draft.day.period_day, &all) {
        draft.day.period_day = picked.filter(|_| picked != draft.day.period_day);
    }
}
