//! The screens: one module each, one `show` each. They never talk to each other;
//! what one wants of another goes through an action.

mod check;
mod diary;
mod guide;
mod help;
mod now;
mod settings;
mod stretch;
mod trends;

use egui::Ui;

use super::Cx;
use crate::screen::Screen;

/// What each screen keeps for itself between frames.
#[derive(Debug, Default)]
pub struct Screens {
    diary: diary::DiaryScreen,
    guide: guide::GuideScreen,
    stretch: stretch::StretchScreen,
    print: super::print::PrintForm,
    finds: u64,
}

impl Screens {
    /// Draws the screen a person is on.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let find = self.finds != cx.state.finds;
        self.finds = cx.state.finds;
        match cx.state.screen {
            Screen::Now => now::show(ui, cx),
            Screen::Guide => {
                if find {
                    self.guide.find();
                }
                self.guide.show(ui, cx);
            }
            Screen::Check => check::show(ui, cx),
            Screen::Stretch => self.stretch.show(ui, cx),
            Screen::Diary => {
                if find {
                    self.diary.find();
                }
                self.diary.show(ui, cx);
            }
            Screen::Trends => trends::show(ui, cx),
            Screen::Settings => settings::show(ui, cx),
            Screen::Help => help::show(ui, cx),
        }
        self.print.show(ui, cx);
    }
}
