//! The guide: causes, relief, anatomy, and what must not be missed.

mod anatomy;
mod article;
mod cause;
mod compare;
mod find;
mod from_diary;
mod home;
mod invitation;
mod reading;
mod remedy;
mod telling;
mod turn;

use egui::Ui;

use crate::action::Action;
use crate::diary::pattern::Patterns;
use crate::state::GuidePage;
use crate::ui::widget::figure::Easel;
use crate::ui::widget::quiet;
use crate::ui::{Cx, icon};

/// What the guide keeps for itself: the search text, its pictures, how a person
/// looks at the anatomy, where it hurts.
#[derive(Debug, Default)]
pub(super) struct GuideScreen {
    search: String,
    focus_search: bool,
    easel: Easel,
    anatomy: anatomy::Anatomy,
    touch: find::Touch,
}

impl GuideScreen {
    /// Puts the keyboard into the search field at the next frame.
    pub(super) fn find(&mut self) {
        self.focus_search = true;
    }

    /// Draws the page a person is on.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, patterns: &Patterns) {
        let page = cx.state.guide.here().clone();
        self.easel.begin(cx.now, cx.state.reduces_motion());
        match &page {
            GuidePage::Home => home::show(ui, cx, self, patterns),
            GuidePage::Cause(id) => cause::show(ui, cx, &mut self.easel, id),
            GuidePage::Alert(id) => article::alert(ui, cx, &mut self.easel, id),
            GuidePage::Remedy(id) => remedy::show(ui, cx, id),
            GuidePage::Figure(id) => self.anatomy.show(ui, cx, &mut self.easel, id),
            GuidePage::Conflicts => article::conflicts(ui, cx),
            GuidePage::Compare(a, b) => compare::show(ui, cx, &mut self.easel, a, b),
            GuidePage::Find => self.touch.show(ui, cx, &mut self.easel),
        }
    }
}

/// The way back, the way home and the ways on, at the top of every page but the first.
fn way_back(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        if cx.state.guide.can_go_back() && quiet(ui, Some(icon::BACK), "Back").clicked() {
            cx.ask(Action::GuideBack);
        }
        if quiet(ui, Some(icon::GUIDE), "All causes").clicked() {
            cx.ask(Action::Guide(GuidePage::Home));
        }
        crate::ui::print::button(ui, cx);
        turn::top(ui, cx);
    });
    ui.add_space(4.0);
}
