//! What it felt like, and what set it off.

use egui::Ui;

use super::part::{ask, many, number, yes_no};
use super::{Desk, LogSheet};
use crate::diary::draft::{Field, Number};
use crate::diary::entry::{Intensity, Quality, Trigger};
use crate::ui::widget::{pain_scale, quiet};
use crate::ui::{Cx, text};

impl LogSheet {
    /// What it felt like.
    pub(super) fn feel(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let recent = desk.shelf.look(&cx.state.diary);
        let list = &mut self.draft.so_far.quality;
        many(
            ui,
            "What it felt like",
            &recent.quality,
            Quality::label,
            list,
            None,
        );
        ask(ui, "How bad on average?");
        let average = self.draft.so_far.pain_average.map(Intensity::get);
        if let Some(n) = pain_scale(ui, "Average pain", average) {
            self.draft.so_far.pain_average = Intensity::new(n);
        }
        if average.is_some() && quiet(ui, None, "Clear the average").clicked() {
            self.draft.so_far.pain_average = None;
        }
        yes_no(ui, "Did it wake you?", &mut self.draft.so_far.woke_me);
        let samples = &self.draft.so_far.samples;
        if !samples.is_empty() {
            let all: Vec<String> = samples.iter().map(|s| s.pain.to_string()).collect();
            text::muted(ui, format!("Noted while it lasted: {}.", all.join(", ")));
        }
    }

    /// What set it off.
    pub(super) fn trigger(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let recent = desk.shelf.look(&cx.state.diary);
        let list = &mut self.draft.so_far.triggers;
        let none = Some(Trigger::None);
        many(
            ui,
            "What set it off",
            &recent.triggers,
            Trigger::label,
            list,
            none,
        );
        let focus = self.goes_to(Field::Number(Number::Sat));
        let label = "Sat in the two hours before";
        number(ui, &mut self.draft, (Number::Sat, label, "45 min"), focus);
        self.complain(ui, Field::Number(Number::Sat));
    }
}
