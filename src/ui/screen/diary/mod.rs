//! The diary: the list by day, the log sheet, the trash, files with problems,
//! and what goes out and comes in.

mod conflict;
mod draft;
mod exchange;
mod files;
mod link;
mod list;
mod places;
mod rows;
mod sheet;
mod small_sheet;
mod trash;

use egui::Ui;

use self::draft::Draft;
use self::exchange::ExchangeDraft;
use self::rows::Rows;
use self::small_sheet::SmallDraft;
use crate::diary::entry::EntryId;
use crate::state::DiaryPage;
use crate::ui::Cx;

/// What the diary keeps for itself: search, rows, the draft on the sheet.
#[derive(Debug, Default)]
pub(super) struct DiaryScreen {
    search: String,
    focus_search: bool,
    rows: Rows,
    sheet: Option<Sheet>,
    exchange: ExchangeDraft,
}

/// The sheet that is open and what is written on it.
#[derive(Debug)]
struct Sheet {
    of: DiaryPage,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Episode(Box<Draft>),
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
                self.sheet = None;
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

    fn sheet(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, page: DiaryPage) {
        if self.sheet.as_ref().is_none_or(|s| s.of != page) {
            self.sheet = begin(cx, &page).map(|kind| Sheet { of: page, kind });
        }
        match self.sheet.as_mut().map(|s| &mut s.kind) {
            Some(Kind::Episode(draft)) => sheet::show(ui, cx, draft),
            Some(Kind::Small(draft)) => small_sheet::show(ui, cx, draft),
            None => list::gone(ui, cx),
        }
    }
}

/// What is on a sheet when it opens.
fn begin(cx: &Cx<'_>, page: &DiaryPage) -> Option<Kind> {
    match page {
        DiaryPage::New(begun) => Some(Kind::Episode(Box::new(Draft::new(cx.now, begun)))),
        DiaryPage::Edit(id) => edit(cx, *id),
        DiaryPage::List | DiaryPage::Files | DiaryPage::Trash | DiaryPage::Exchange => None,
    }
}

fn edit(cx: &Cx<'_>, id: EntryId) -> Option<Kind> {
    let entry = cx.state.diary.get(id)?;
    Some(match entry.as_episode() {
        Some(episode) => Kind::Episode(Box::new(Draft::of(episode))),
        None => Kind::Small(Box::new(SmallDraft::of(entry))),
    })
}
