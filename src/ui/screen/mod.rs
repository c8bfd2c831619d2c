//! The screens: one module each, one `show` each. They never talk to each other;
//! what one wants of another goes through an action.

mod check;
mod check_in;
mod diary;
mod guide;
mod help;
mod home;
mod intro;
mod now;
mod settings;
mod stretch;
mod trends;

use egui::Ui;

use super::Cx;
use super::leave::Trail;
use crate::diary::pattern::Shelf;
use crate::screen::Screen;

/// What each screen keeps for itself between frames.
#[derive(Debug, Default)]
pub struct Screens {
    diary: diary::DiaryScreen,
    home: home::HomeForm,
    guide: guide::GuideScreen,
    now: now::NowScreen,
    stretch: stretch::StretchScreen,
    settings: settings::SettingsScreen,
    print: super::print::PrintForm,
    manual: super::manual::ManualSheet,
    trends: trends::TrendsScreen,
    /// What the diary shows again and again, for the trends and the guide.
    patterns: Shelf,
    finds: u64,
    trail: Trail,
}

impl Screens {
    /// Draws the screen a person is on.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let find = self.finds != cx.state.finds;
        self.finds = cx.state.finds;
        let today = cx.now.wall.date();
        self.trail.begin(cx.state);
        match cx.state.screen {
            // A diary that is missing is told before anything else.
            _ if cx.state.over.intro.is_some() && cx.state.home.lost.is_none() => {
                intro::show(ui, cx);
            }
            // Help, guide, check and stretch need no diary.
            Screen::Now | Screen::Diary | Screen::Trends if cx.state.home.lost.is_some() => {
                self.home.lost(ui, cx);
            }
            Screen::Now => self.now.show(ui, cx),
            Screen::Guide => {
                if find {
                    self.guide.find();
                }
                let patterns = self
                    .patterns
                    .look(&cx.state.diary, &cx.state.library, today);
                self.guide.show(ui, cx, patterns);
            }
            Screen::Check => check::show(ui, cx),
            Screen::Stretch => self.stretch.show(ui, cx),
            Screen::Diary => {
                if find {
                    self.diary.find();
                }
                self.diary.show(ui, cx);
            }
            Screen::Trends => {
                let patterns = self
                    .patterns
                    .look(&cx.state.diary, &cx.state.library, today);
                self.trends.show(ui, cx, patterns);
            }
            Screen::Settings => self.settings.show(ui, cx, &mut self.home),
            Screen::Help => help::show(ui, cx),
        }
        self.trail.end(ui);
        self.print.show(ui, cx);
        self.manual.show(ui, cx);
    }
}
