//! The five things every entry needs, and the note.

use egui::Ui;
use jiff::SignedDuration;

use super::part::{question, steady};
use super::{Desk, LogSheet};
use crate::clock::Moment;
use crate::diary::draft::Field;
use crate::diary::draft::start::Unread;
use crate::diary::entry::Lasted;
use crate::diary::when::When;
use crate::ui::tokens::space;
use crate::ui::widget::{chips, make_room, pain_scale};
use crate::ui::{Cx, field, text};

/// Starts that are one press away, in minutes before now.
const STARTS: [(i64, &str); 4] = [
    (0, "Now"),
    (15, "15 minutes ago"),
    (60, "1 hour ago"),
    (480, "8 hours ago"),
];

/// Durations that are one press away, in seconds.
const DURATIONS: [(u32, &str); 7] = [
    (30, "Under a minute"),
    (120, "2 min"),
    (300, "5 min"),
    (600, "10 min"),
    (1800, "30 min"),
    (3600, "1 hour"),
    (10_800, "3 hours"),
];

fn before(now: &Moment, minutes: i64) -> When {
    let wall = now.wall.checked_sub(SignedDuration::from_mins(minutes));
    wall.map_or_else(|_e| When::from(&now.wall), |wall| When::from(&wall))
}

impl LogSheet {
    /// Draws them.
    pub(super) fn required(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        steady(ui, "start", |ui| self.start(ui, cx));
        ui.add_space(space::L);
        steady(ui, "lasted", |ui| self.lasted(ui));
        ui.add_space(space::L);
        steady(ui, "place", |ui| self.place(ui, cx, desk));
        ui.add_space(space::L);
        steady(ui, "pain", |ui| {
            question(ui, "How bad at its worst?");
            self.lead(ui, Field::Pain, "Worst pain");
            if let Some(n) = pain_scale(ui, "Worst pain", self.draft.pain) {
                self.draft.pain = Some(n);
            }
            self.complain(ui, Field::Pain);
        });
        ui.add_space(space::L);
        steady(ui, "note", |ui| {
            let note = field::note(
                ui,
                "Note (optional)",
                "What you were doing, what helped, anything else",
                &mut self.draft.so_far.note,
            );
            if self.goes_to(Field::Note) {
                note.request_focus();
            }
            self.complain(ui, Field::Note);
        });
    }

    fn start(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        question(ui, "When did it start?");
        if self.goes_to(Field::Start) {
            if self.draft.tried || self.draft.started(cx.now).is_err() {
                self.focus = Some(Field::Start); // the text field takes it
            } else {
                crate::ui::widget::enter(ui, "When did it start?");
            }
        }
        let today = cx.now.wall.date();
        let at = |hour, minute| cx.state.say_time(jiff::civil::time(hour, minute, 0, 0));
        let started = self.draft.started(cx.now).ok();
        let is_at = |minutes: i64| {
            let minute = |when: &When| when.instant().as_second().div_euclid(60);
            let when = before(cx.now, minutes);
            started.as_ref().is_some_and(|s| minute(s) == minute(&when))
        };
        let items = STARTS.map(|(minutes, word)| (is_at(minutes), word));
        if let Some((minutes, _)) =
            chips(ui, "When did it start?", &items).and_then(|at| STARTS.get(at))
        {
            self.draft.set_start(before(cx.now, *minutes), cx.now);
        }
        ui.horizontal_wrapped(|ui| {
            let hint = format!("{}, yesterday {}, 20 min ago", at(3, 10), at(22, 30));
            let wide = 270.0_f32.min(ui.available_width() - 96.0);
            let written = field::beside(ui, "Or write it", &hint, &mut self.draft.start, wide)
                .accessible_name("Start, written");
            if self.goes_to(Field::Start) {
                written.request_focus();
            }
            make_room(ui, 110.0);
            let about = [(self.draft.so_far.about, "About")];
            if chips(ui, "The start is a guess", &about).is_some() {
                self.draft.so_far.about = !self.draft.so_far.about;
            }
        });
        let read = self.draft.started(cx.now);
        if read == Err(Unread::NoTime) && !self.draft.tried {
            let such = format!("Write the time behind the day, such as {}.", at(22, 30));
            text::caption(ui, such);
        }
        if let Ok(started) = read {
            let civil = started.civil();
            let format = if civil.date().year() == today.year() {
                "%A, %-d %B, {time}"
            } else {
                "%A, %-d %B %Y, {time}"
            };
            let mut said = cx.state.say_when(civil, format);
            if let Some(late) = self.draft.late(cx.now) {
                said = format!(
                    "{said}, {}. Late entries count half in averages.",
                    late.said()
                );
            }
            let line = text::caption(ui, said);
            text::announce(ui, &line, false);
        }
        self.complain(ui, Field::Start);
    }

    fn lasted(&mut self, ui: &mut Ui) {
        question(ui, "How long did it last?");
        if self.goes_to(Field::Lasted) {
            if self.draft.lasted.trim().is_empty() {
                crate::ui::widget::enter(ui, "How long did it last?");
            } else {
                self.focus = Some(Field::Lasted); // the text field takes it
            }
        }
        let now = self.draft.duration();
        let mut items: Vec<(bool, &str)> = DURATIONS
            .iter()
            .map(|(secs, word)| (now == Some(Lasted::Seconds(*secs)), *word))
            .collect();
        items.push((now == Some(Lasted::StillGoing), "Still going"));
        if let Some(at) = chips(ui, "How long did it last?", &items) {
            let picked = DURATIONS.get(at);
            let lasted = picked.map_or(Lasted::StillGoing, |(secs, _)| Lasted::Seconds(*secs));
            self.draft.set_duration(lasted);
        }
        let hint = "90 s, 10 min, 1 h 30";
        let written = ui
            .horizontal(|ui| {
                field::beside(ui, "Or write it", hint, &mut self.draft.lasted, 180.0)
                    .accessible_name("Duration, written")
            })
            .inner;
        if written.changed() {
            self.draft.goes_on = false;
        }
        if self.goes_to(Field::Lasted) {
            written.request_focus();
        }
        self.complain(ui, Field::Lasted);
    }
}
