//! Training, medicine, period and cycle, tags of one's own.

use egui::Ui;

use super::part::{number, own_word, yes_no};
use super::{Desk, LogSheet};
use crate::diary::draft::{Field, MEDICINE, Number, TAG};
use crate::diary::entry::Medicine;
use crate::ui::tokens::space;
use crate::ui::widget::{answers, chips, effort_scale, icon_button, make_room, quiet};
use crate::ui::{Cx, field, icon, text};

impl LogSheet {
    /// What was trained, how long, how hard.
    pub(super) fn training(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let recent = desk.shelf.look(&cx.state.diary);
        if !recent.training.is_empty() {
            let items: Vec<(bool, &str)> = recent
                .training
                .iter()
                .map(|kind| (*kind == self.draft.activity, kind.as_str()))
                .collect();
            let pressed = chips(ui, "Kinds of training", &items);
            if let Some(kind) = pressed.and_then(|at| recent.training.get(at)) {
                if *kind == self.draft.activity {
                    self.draft.activity.clear();
                } else {
                    self.draft.activity.clone_from(kind);
                }
            }
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            ui.vertical(|ui| {
                let hint = "Running, gym, garden";
                let what = field::line(ui, "What", hint, &mut self.draft.activity, 200.0);
                if self.goes_to(Field::Training) {
                    what.request_focus();
                }
            });
            let focus = self.goes_to(Field::Number(Number::Trained));
            make_room(ui, 150.0);
            ui.vertical(|ui| {
                let of = (Number::Trained, "How long", "45 min");
                number(ui, &mut self.draft, of, focus);
            });
        });
        self.complain(ui, Field::Training);
        self.complain(ui, Field::Number(Number::Trained));
        ui.add_space(space::S);
        text::strong(ui, "How hard?");
        if let Some(n) = effort_scale(ui, "Effort", self.draft.effort) {
            self.draft.effort = Some(n);
        }
        if self.draft.effort.is_some() && quiet(ui, None, "Clear the effort").clicked() {
            self.draft.effort = None;
        }
    }

    /// Medicines by name, taken or not. Never a dose.
    pub(super) fn medicine(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        text::muted(
            ui,
            "The name is enough. Unclench gives no advice about doses.",
        );
        let recent = desk.shelf.look(&cx.state.diary);
        let list = &mut self.draft.so_far.medicines;
        let has = |name: &str| list.iter().any(|m| m.name == name);
        let items: Vec<(bool, &str)> = recent
            .medicines
            .iter()
            .map(|name| (has(name), name.as_str()))
            .collect();
        if !items.is_empty()
            && let Some(name) =
                chips(ui, "Medicines", &items).and_then(|at| recent.medicines.get(at))
        {
            let before = list.len();
            list.retain(|m| m.name != *name);
            if list.len() == before {
                list.push(Medicine {
                    name: name.clone(),
                    taken: true,
                });
            }
        }
        let mut gone = None;
        for (at, medicine) in list.iter_mut().enumerate() {
            ui.horizontal_wrapped(|ui| {
                text::body(ui, &medicine.name);
                let group = format!("{}:", medicine.name);
                let items = [(medicine.taken, "Taken"), (!medicine.taken, "Not taken")];
                if let Some(pressed) = answers(ui, &group, &items) {
                    medicine.taken = pressed == 0;
                }
                let name = format!("Take {} off", medicine.name);
                if icon_button(ui, icon::CLOSE, &name).clicked() {
                    gone = Some(at);
                }
            });
        }
        if let Some(at) = gone {
            list.remove(at);
        }
        let focus = self.goes_to(Field::Medicine);
        own_word(ui, &mut self.draft, (MEDICINE, "Another medicine"), focus);
        self.complain(ui, Field::Medicine);
    }

    /// Period and day of the cycle.
    pub(super) fn cycle(&mut self, ui: &mut Ui) {
        yes_no(
            ui,
            "A day of the period?",
            &mut self.draft.so_far.period_day,
        );
        let focus = self.goes_to(Field::Number(Number::Cycle));
        let label = "Day of the cycle; the first day of the period is 1";
        number(ui, &mut self.draft, (Number::Cycle, label, "14"), focus);
        self.complain(ui, Field::Number(Number::Cycle));
    }

    /// Tags: those used before, and new ones.
    pub(super) fn tags(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let mut all = desk.shelf.look(&cx.state.diary).tags.clone();
        let tags = &mut self.draft.so_far.tags;
        for tag in tags.iter() {
            if !all.contains(tag) {
                all.push(tag.clone());
            }
        }
        if all.is_empty() {
            text::muted(
                ui,
                "A word you want to find again, such as stairs or long drive.",
            );
        }
        let items: Vec<(bool, &str)> = all
            .iter()
            .map(|tag| (tags.contains(tag), tag.as_str()))
            .collect();
        if !items.is_empty()
            && let Some(tag) = chips(ui, "Your own tags", &items).and_then(|at| all.get(at))
        {
            if tags.contains(tag) {
                tags.retain(|t| t != tag);
            } else {
                tags.push(tag.clone());
            }
        }
        let focus = self.goes_to(Field::Tag);
        own_word(ui, &mut self.draft, (TAG, "New tag"), focus);
        self.complain(ui, Field::Tag);
    }
}
