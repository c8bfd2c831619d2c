//! Sheets that were left with something written: kept until they are saved or
//! thrown away. In memory only: a draft is no entry.

use egui::Ui;

use super::log::LogSheet;
use crate::action::Action;
use crate::state::DiaryPage;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, column_width, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// The most drafts that are kept; the oldest goes first.
const MOST: usize = 8;

/// The drafts, oldest first.
#[derive(Debug, Default)]
pub(super) struct Drafts(Vec<(DiaryPage, Box<LogSheet>)>);

impl Drafts {
    /// Keeps a sheet on which something is written.
    pub(super) fn keep(&mut self, page: DiaryPage, sheet: Box<LogSheet>) {
        if !sheet.draft.is_changed() {
            return;
        }
        self.0.retain(|(of, _)| *of != page);
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push((page, sheet));
    }

    /// The sheet of a page, if it was kept.
    pub(super) fn take(&mut self, page: &DiaryPage) -> Option<Box<LogSheet>> {
        let at = self.0.iter().position(|(of, _)| of == page)?;
        let (_, mut sheet) = self.0.remove(at);
        sheet.come_back();
        Some(sheet)
    }

    /// Says above the list which drafts there are.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, widest: f32) {
        if self.0.is_empty() {
            return;
        }
        let t = ui.tokens();
        let room = ui.available_width();
        let width = column_width(room, widest);
        let mut gone = None;
        ui.add_space(space::L);
        ui.horizontal_top(|ui| {
            ui.add_space((room - width) / 2.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                let title = match self.0.len() {
                    1 => "Draft kept".to_owned(),
                    n => format!("{n} drafts kept"),
                };
                callout(ui, icon::EDIT, t.info, t.info_soft, &title, |ui| {
                    for (at, (page, sheet)) in self.0.iter().enumerate() {
                        let said = if sheet.draft.is_new {
                            format!("A new cramp, {}", sheet.draft.start)
                        } else {
                            format!("The cramp of {}, changed", sheet.draft.start)
                        };
                        text::body(ui, format!("{said}. It is not in the diary yet."));
                        ui.horizontal_wrapped(|ui| {
                            let go_on = secondary(ui, Some(icon::EDIT), "Go on writing");
                            if go_on.clicked() {
                                cx.ask(Action::DiaryPage(page.clone()));
                            }
                            if quiet(ui, None, "Discard the draft").clicked() {
                                gone = Some(at);
                            }
                        });
                    }
                });
            });
        });
        if let Some(at) = gone {
            self.0.remove(at);
        }
    }
}
