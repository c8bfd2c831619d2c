//! The diary: the list by day, the log sheet, the trash, files with problems,
//! and what goes out and comes in.

mod exchange;
mod files;
mod kept;
mod link;
mod list;
mod log;
mod rows;
mod signs;
mod small_sheet;
mod trash;

use egui::Ui;

use self::exchange::ExchangeDraft;
use self::kept::Drafts;
use self::log::{Desk, Leave, LogSheet};
use self::rows::Rows;
use self::small_sheet::SmallDraft;
use crate::action::Action;
use crate::diary::draft::recent::RecentShelf;
use crate::diary::entry::EntryId;
use crate::state::DiaryPage;
use crate::ui::Cx;
use crate::ui::widget::figure::Easel;

/// What the diary keeps for itself: search, rows, the draft on the sheet.
#[derive(Debug, Default)]
pub(super) struct DiaryScreen {
    search: String,
    focus_search: bool,
    rows: Rows,
    sheet: Option<Sheet>,
    drafts: Drafts,
    /// What was used last, for the chips of the log sheet.
    shelf: RecentShelf,
    easel: Easel,
    exchange: ExchangeDraft,
}

/// The sheet that is open and what is written on it.
#[derive(Debug)]
struct Sheet {
    of: DiaryPage,
    kind: Kind,
    /// The pass in which it was seen last.
    seen: u64,
}

#[derive(Debug)]
enum Kind {
    Episode(Box<LogSheet>),
    Small(Box<SmallDraft>),
}

impl DiaryScreen {
    /// Puts the keyboard into the search field at the next frame.
    pub(super) fn find(&mut self) {
        self.focus_search = true;
    }

    /// Draws the page a person is on.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        match cx.state.diary_page.clone() {
            DiaryPage::List => {
                self.put_away();
                let state = cx.state;
                if let Some(signs) = &state.signs
                    && state.diary.get(signs.episode).is_some()
                {
                    signs::show(ui, cx, signs);
                    return;
                }
                self.drafts.show(ui, cx, list::WIDEST);
                list::show(
                    ui,
                    cx,
                    &mut self.search,
                    &mut self.focus_search,
                    &mut self.rows,
                );
            }
            DiaryPage::Files => files::show(ui, cx),
            DiaryPage::Trash => trash::show(ui, cx),
            DiaryPage::Exchange => exchange::show(ui, cx, &mut self.exchange),
            page @ (DiaryPage::New(_) | DiaryPage::Edit(_)) => self.sheet(ui, cx, page),
        }
    }

    /// Keeps the draft on the sheet that was left.
    fn put_away(&mut self) {
        if let Some(Sheet {
            of,
            kind: Kind::Episode(sheet),
            ..
        }) = self.sheet.take()
        {
            self.drafts.keep(of, sheet);
        }
    }

    fn sheet(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, page: DiaryPage) {
        if self.sheet.as_ref().is_none_or(|s| s.of != page) {
            self.put_away();
            let kept = self.drafts.take(&page).map(Kind::Episode);
            let kind = kept.or_else(|| begin(cx, &page));
            let seen = ui.ctx().cumulative_pass_nr();
            self.sheet = kind.map(|kind| Sheet {
                of: page,
                kind,
                seen,
            });
        }
        if let Some(sheet) = &mut self.sheet {
            let pass = ui.ctx().cumulative_pass_nr();
            let was_away = sheet.seen + 1 < pass;
            sheet.seen = pass;
            if let Kind::Episode(log) = &mut sheet.kind
                && was_away
                && log.draft.is_changed()
            {
                log.come_back();
            }
        }
        match self.sheet.as_mut().map(|s| &mut s.kind) {
            Some(Kind::Episode(sheet)) => {
                self.easel.begin(cx.now, cx.state.settings.reduce_motion);
                let mut desk = Desk {
                    shelf: &mut self.shelf,
                    easel: &mut self.easel,
                };
                match sheet.show(ui, cx, &mut desk) {
                    Leave::No => return,
                    Leave::Keep => self.put_away(),
                    Leave::Discard | Leave::Saved => self.sheet = None,
                }
                cx.ask(Action::DiaryPage(DiaryPage::List));
            }
            Some(Kind::Small(draft)) => small_sheet::show(ui, cx, draft),
            None => list::gone(ui, cx),
        }
    }
}

/// What is on a sheet when it opens.
fn begin(cx: &Cx<'_>, page: &DiaryPage) -> Option<Kind> {
    match page {
        DiaryPage::New(begun) => {
            let sheet = LogSheet::new(cx.now, begun, cx.state.settings.units);
            Some(Kind::Episode(Box::new(sheet)))
        }
        DiaryPage::Edit(id) => edit(cx, *id),
        DiaryPage::List | DiaryPage::Files | DiaryPage::Trash | DiaryPage::Exchange => None,
    }
}

fn edit(cx: &Cx<'_>, id: EntryId) -> Option<Kind> {
    let entry = cx.state.diary.get(id)?;
    Some(match entry.as_episode() {
        Some(episode) => {
            let sheet = LogSheet::of(episode, cx.now, cx.state.settings.units);
            Kind::Episode(Box::new(sheet))
        }
        None => Kind::Small(Box::new(SmallDraft::of(entry))),
    })
}
