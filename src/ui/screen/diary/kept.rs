//! Sheets that were left with something written: kept until they are saved or
//! thrown away. In memory only: a draft is no entry.

use egui::Ui;

use super::Kind;
use crate::action::Action;
use crate::state::DiaryPage;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// The most drafts that are kept; the oldest goes first.
const MOST: usize = 8;

/// The drafts, oldest first.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    kept: Vec<(DiaryPage, Kind)>,
    /// The last one was kept in this very frame: the keyboard goes there.
    is_fresh: bool,
}

impl Drafts {
    /// Keeps a sheet on which something is written.
    pub(super) fn keep(&mut self, page: DiaryPage, sheet: Kind) {
        if !sheet.is_changed() {
            return;
        }
        self.kept.retain(|(of, _)| *of != page);
        if self.kept.len() == MOST {
            self.kept.remove(0);
        }
        self.kept.push((page, sheet));
        self.is_fresh = true;
    }

    /// The sheet of a page, if it was kept.
    pub(super) fn take(&mut self, page: &DiaryPage) -> Option<Kind> {
        let at = self.kept.iter().position(|(of, _)| of == page)?;
        let (_, mut sheet) = self.kept.remove(at);
        sheet.come_back();
        Some(sheet)
    }

    /// Says above the list which drafts there are.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.kept.is_empty() {
            return;
        }
        let t = ui.tokens();
        let mut gone = None;
        let is_fresh = std::mem::take(&mut self.is_fresh);
        let count = self.kept.len();
        let title = match count {
            1 => "Draft kept".to_owned(),
            n => format!("{n} drafts kept"),
        };
        callout(ui, icon::EDIT, t.info, t.info_soft, &title, |ui| {
            for (at, (page, sheet)) in self.kept.iter().enumerate() {
                text::body(ui, format!("{}. It is not in the diary yet.", said(sheet)));
                ui.horizontal_wrapped(|ui| {
                    let go_on = secondary(ui, Some(icon::EDIT), "Go on writing");
                    if is_fresh && at + 1 == count {
                        go_on.request_focus();
                    }
                    if go_on.clicked() {
                        cx.ask(Action::DiaryPage(page.clone()));
                    }
                    if quiet(ui, None, "Discard the draft").clicked() {
                        gone = Some(at);
                    }
                });
            }
        });
        ui.add_space(space::M);
        if let Some(at) = gone {
            self.kept.remove(at);
        }
    }
}

/// What a sheet is, and what is new on it.
fn said(sheet: &Kind) -> String {
    match sheet {
        Kind::Episode(sheet) if sheet.draft.is_new => {
            format!("A new cramp, {}", sheet.draft.start)
        }
        Kind::Episode(sheet) => format!("The cramp of {}, changed", sheet.draft.start),
        Kind::Day(draft) => {
            let day = draft.day.date.strftime("%-d %B %Y");
            format!("The check-in of {day}, changed")
        }
        Kind::Week(draft) => {
            let day = draft.day.date.strftime("%-d %B %Y");
            format!("The look back on the week up to {day}, changed")
        }
        Kind::Small(draft) => {
            let day = draft.entry.date().strftime("%-d %B %Y");
            let what = if draft.entry.as_check().is_some() {
                "check of symptoms"
            } else {
                "stretch session"
            };
            format!("The {what} of {day}, changed")
        }
    }
}
