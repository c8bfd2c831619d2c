//! What the person did about it, how soon it eased, and how much each remedy
//! helped.

use egui::Ui;

use super::part::{ask, many, number, own_word};
use super::{Desk, LogSheet};
use crate::diary::draft::{Field, Number, REMEDY};
use crate::diary::entry::Relief;
use crate::ui::tokens::space;
use crate::ui::widget::{chips, help_scale, quiet};
use crate::ui::{Cx, icon, text};

/// So many remedies are offered at first.
const OFFERED: usize = 6;

impl LogSheet {
    /// Draws the part.
    pub(super) fn relief(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let recent = desk.shelf.look(&cx.state.diary);
        ask(ui, "What did you do?");
        let list = &mut self.draft.so_far.relief;
        let nothing = Some(Relief::Nothing);
        many(
            ui,
            "What did you do?",
            &recent.relief,
            Relief::label,
            list,
            nothing,
        );
        let focus = self.goes_to(Field::Number(Number::Better));
        let label = "Clearly better after";
        number(ui, &mut self.draft, (Number::Better, label, "5 min"), focus);
        self.complain(ui, Field::Number(Number::Better));
        self.remedies(ui, cx, &recent.remedies);
        if let Some(stretch) = &self.draft.so_far.stretch {
            let change = match (stretch.pain_before, stretch.pain_after) {
                (Some(before), Some(after)) => format!(", pain {before} to {after}"),
                _ => String::new(),
            };
            let said = format!("Stretched: {} holds{change}.", stretch.rounds);
            text::muted(ui, said);
        }
    }

    fn remedies(&mut self, ui: &mut Ui, cx: &Cx<'_>, recent: &[String]) {
        ask(ui, "What did you try, and did it help?");
        self.lead(ui, Field::Helped, "What did you try?");
        let library = cx.library();
        let mut ids: Vec<String> = recent.to_vec();
        for remedy in library.remedies() {
            if !ids.contains(&remedy.id) {
                ids.push(remedy.id.clone());
            }
        }
        let more = ids.len() > OFFERED && !self.shows_remedies;
        if more {
            ids.truncate(OFFERED);
        }
        for (tried, _) in &self.draft.helped {
            if !ids.contains(tried) {
                ids.push(tried.clone());
            }
        }
        let name = |id: &str| {
            let known = library.remedy(id);
            known.map_or_else(|| id.to_owned(), |r| r.name.clone())
        };
        let names: Vec<String> = ids.iter().map(|id| name(id)).collect();
        let tried = |id: &str| self.draft.helped.iter().any(|(t, _)| t == id);
        let items: Vec<(bool, &str)> = ids
            .iter()
            .zip(&names)
            .map(|(id, name)| (tried(id), name.as_str()))
            .collect();
        if let Some(id) = chips(ui, "What did you try?", &items).and_then(|at| ids.get(at)) {
            let before = self.draft.helped.len();
            self.draft.helped.retain(|(t, _)| t != id);
            if self.draft.helped.len() == before {
                self.draft.helped.push((id.clone(), None));
            }
        }
        if more && quiet(ui, Some(icon::CHEVRON_DOWN), "Show all remedies").clicked() {
            self.shows_remedies = true;
        }
        own_word(
            ui,
            &mut self.draft,
            (REMEDY, "Something else you tried"),
            false,
        );
        for (id, score) in &mut self.draft.helped {
            let name = name(id);
            ui.add_space(space::S);
            text::body(ui, format!("{name}: how much did it help?"));
            if let Some(n) = help_scale(ui, &format!("{name} helped"), *score) {
                *score = Some(n);
            }
        }
        self.complain(ui, Field::Helped);
    }
}
