//! Leaving a sheet: Escape goes back to where one came from, and the keyboard goes
//! back to what it was on there.

use egui::{Id, Key, Ui};

use crate::screen::Screen;
use crate::state::{CheckView, DiaryPage, State};

/// The most places that are remembered.
const MOST: usize = 12;
/// For so many frames the keyboard is waited for: what had it on the page that
/// was left loses it in the second one.
const FRAMES: u8 = 3;

/// Was Escape pressed, and is it for the page: not for a dialog or a list over it?
/// To be asked before the page is drawn.
pub fn escaped(ui: &Ui) -> bool {
    let has_modal = ui.memory(|m| m.top_modal_layer().is_some());
    let is_free = !has_modal && !egui::Popup::is_any_open(ui.ctx());
    is_free && ui.input(|i| i.key_pressed(Key::Escape))
}

/// A page one can go away from and come back to.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    screen: Screen,
    diary: DiaryPage,
    check: CheckView,
    is_at_doctor: bool,
}

impl Place {
    fn is(&self, state: &State) -> bool {
        self.screen == state.screen
            && self.diary == state.diary_page
            && self.check == state.check.view()
            && self.is_at_doctor == state.is_at_doctor()
    }

    fn of(state: &State) -> Self {
        Self {
            screen: state.screen,
            diary: state.diary_page.clone(),
            check: state.check.view(),
            is_at_doctor: state.is_at_doctor(),
        }
    }
}

/// Where the keyboard was on the pages one came from.
#[derive(Debug, Default)]
pub struct Trail {
    here: Option<Place>,
    /// What had the keyboard in the last frame.
    focus: Option<Id>,
    /// The pages one came from, the last one at the end.
    from: Vec<(Place, Option<Id>)>,
    /// What is to have the keyboard again, unless something else has it.
    back: Option<(Id, u8)>,
}

impl Trail {
    /// Notes where one is. Call it before the page is drawn.
    pub fn begin(&mut self, state: &State) {
        if self.here.as_ref().is_some_and(|here| here.is(state)) {
            return;
        }
        let left = self.here.replace(Place::of(state));
        if let Some(at) = self.from.iter().rposition(|(place, _)| place.is(state)) {
            let back = self.from.get(at).and_then(|(_, focus)| *focus);
            self.back = back.map(|id| (id, FRAMES));
            self.from.truncate(at);
        } else if let Some(left) = left {
            if self.from.len() == MOST {
                self.from.remove(0);
            }
            self.from.push((left, self.focus));
        }
    }

    /// Gives the keyboard back. Call it after the page was drawn.
    pub fn end(&mut self, ui: &Ui) {
        let focus = ui.memory(egui::Memory::focused);
        if let Some((id, frames)) = self.back.take() {
            if focus.is_none() {
                ui.memory_mut(|m| m.request_focus(id));
            } else if frames > 0 {
                self.back = Some((id, frames - 1));
            }
            ui.ctx().request_repaint();
        }
        self.focus = focus;
    }
}
