//! The diary: the list by day, the calendar, the sheets, the trash, files with
//! problems, and what goes out and comes in.

mod calendar;
mod conflict;
mod day;
mod exchange;
mod files;
mod filters;
mod head;
mod kept;
mod link;
mod list;
mod log;
mod row;
mod rows;
mod signs;
mod small_sheet;
mod trash;
mod waiting;

use egui::{Rect, ScrollArea, Ui, UiBuilder};

use self::calendar::Calendar;
use self::day::DayDraft;
use self::exchange::ExchangeDraft;
use self::kept::Drafts;
use self::log::{Desk, Leave, LogSheet};
use self::rows::Rows;
use self::small_sheet::SmallDraft;
use crate::action::Action;
use crate::diary::draft::recent::RecentShelf;
use crate::diary::entry::EntryId;
use crate::diary::search::Filter;
use crate::state::DiaryPage;
use crate::ui::leave::escaped;
use crate::ui::tokens::space;
use crate::ui::widget::column_width;
use crate::ui::widget::figure::Easel;
use crate::ui::{Cx, scroll, text};

/// The widest the list and the calendar get.
const WIDEST: f32 = 860.0;

/// What the diary keeps for itself: search, rows, the draft on the sheet.
#[derive(Debug, Default)]
pub(super) struct DiaryScreen {
    find: Finder,
    calendar: Calendar,
    sheet: Option<Sheet>,
    drafts: Drafts,
    /// What was used last, for the chips of the log sheet.
    shelf: RecentShelf,
    easel: Easel,
    exchange: ExchangeDraft,
}

/// How the diary is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    List,
    Month,
    Year,
}

/// In a window lower than this the head of the diary scrolls away.
const LOW: f32 = 430.0;

/// Draws the head where the rest scrolls.
type Top<'a> = &'a mut dyn FnMut(&mut Ui, &mut Cx<'_>, &mut Finder);

/// What is looked for, and where in the list a person is.
#[derive(Debug, Default)]
struct Finder {
    view: View,
    text: String,
    filter: Filter,
    /// The first and the last date, as they are typed.
    dates: [String; 2],
    shows_filters: bool,
    /// The keyboard is to go into the search field.
    focus: bool,
    rows: Rows,
    /// How far the list is scrolled, in points.
    offset: f32,
    /// How much of it is seen, in points.
    page: f32,
    /// What the list shows; something else starts at its top.
    shown: (String, Filter),
}

impl Finder {
    fn clear_filters(&mut self) {
        self.filter = Filter::default();
        self.show_dates();
    }

    /// Writes the dates of the filter into their fields.
    fn show_dates(&mut self) {
        let said = |date: Option<jiff::civil::Date>| date.map_or(String::new(), |d| d.to_string());
        self.dates = [said(self.filter.from), said(self.filter.to)];
    }

    /// Shows one day in the list.
    fn show_day(&mut self, date: jiff::civil::Date) {
        self.view = View::List;
        self.text.clear();
        self.filter = Filter::day(date);
        self.show_dates();
    }
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
    Day(Box<DayDraft>),
    Week(Box<DayDraft>),
    Small(Box<SmallDraft>),
}

impl Kind {
    /// Is something written on it that is not in the diary?
    fn is_changed(&self) -> bool {
        match self {
            Self::Episode(sheet) => sheet.draft.is_changed(),
            Self::Day(draft) | Self::Week(draft) => draft.is_changed(),
            Self::Small(draft) => draft.is_changed(),
        }
    }

    /// It was left with something written and is opened again.
    fn come_back(&mut self) {
        match self {
            Self::Episode(sheet) => sheet.come_back(),
            Self::Day(draft) | Self::Week(draft) => draft.came_back = true,
            Self::Small(draft) => draft.came_back = true,
        }
    }
}

impl DiaryScreen {
    /// Puts the keyboard into the search field at the next frame.
    pub(super) fn find(&mut self) {
        self.find.view = View::List;
        self.find.focus = true;
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
                self.diary(ui, cx);
            }
            DiaryPage::Files => {
                back_by_escape(ui, cx);
                files::show(ui, cx);
            }
            DiaryPage::Trash => {
                back_by_escape(ui, cx);
                trash::show(ui, cx);
            }
            DiaryPage::Exchange => {
                back_by_escape(ui, cx);
                exchange::show(ui, cx, &mut self.exchange);
            }
            page @ (DiaryPage::New(_)
            | DiaryPage::Edit(_)
            | DiaryPage::Day(_)
            | DiaryPage::Week(_)) => self.sheet(ui, cx, page),
        }
    }

    /// Keeps the draft on the sheet that was left.
    fn put_away(&mut self) {
        if let Some(Sheet { of, kind, .. }) = self.sheet.take() {
            self.drafts.keep(of, kind);
        }
    }

    /// The head, and below it the list or the calendar.
    fn diary(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let room = ui.available_rect_before_wrap();
        let width = column_width(room.width(), WIDEST);
        let left = room.left() + (room.width() - width) / 2.0;
        let air = if room.height() < 480.0 { 14.0 } else { 28.0 };
        let column = Rect::from_min_max(
            egui::pos2(left, room.top() + air),
            egui::pos2(left + width, room.bottom()),
        );
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            let drafts = &mut self.drafts;
            let mut top = |ui: &mut Ui, cx: &mut Cx<'_>, find: &mut Finder| {
                head::show(ui, cx, find);
                list::troubles(ui, cx);
                waiting::show(ui, cx);
                drafts.show(ui, cx);
            };
            let is_empty = cx.state.diary.is_empty() && self.find.view == View::List;
            if is_empty {
                let find = &mut self.find;
                let area = ScrollArea::vertical()
                    .id_salt("empty diary")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        top(ui, cx, find);
                        if cx.state.diary.is_loaded() {
                            list::nothing_yet(ui, cx);
                        } else {
                            text::muted(ui, "Reading the diary…");
                        }
                        ui.add_space(space::L);
                        scroll::follow(ui, "empty diary");
                    });
                scroll::named(ui, area, "this page");
                return;
            }
            // In a low window the head scrolls with what is below it.
            let mut within: Option<Top<'_>> = None;
            if room.height() < LOW {
                within = Some(&mut top);
            } else {
                top(ui, cx, &mut self.find);
            }
            match self.find.view {
                View::List => list::show(ui, cx, &mut self.find, within),
                View::Month => {
                    calendar::month(ui, cx, &mut self.calendar, &mut self.find, within);
                }
                View::Year => {
                    calendar::year(ui, cx, &mut self.calendar, &mut self.find, within);
                }
            }
        });
    }

    fn sheet(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, page: DiaryPage) {
        if self.sheet.as_ref().is_none_or(|s| s.of != page) {
            self.put_away();
            let kept = self.drafts.take(&page);
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
            if was_away && sheet.kind.is_changed() {
                sheet.kind.come_back();
            }
        }
        let leave = match self.sheet.as_mut().map(|s| &mut s.kind) {
            Some(Kind::Episode(sheet)) => {
                self.easel.begin(cx.now, cx.state.reduces_motion());
                let mut desk = Desk {
                    shelf: &mut self.shelf,
                    easel: &mut self.easel,
                };
                sheet.show(ui, cx, &mut desk)
            }
            Some(Kind::Day(draft)) => day::show(ui, cx, draft),
            Some(Kind::Week(draft)) => day::week::show(ui, cx, draft),
            Some(Kind::Small(draft)) => small_sheet::show(ui, cx, draft),
            None => {
                list::gone(ui, cx);
                back_by_escape(ui, cx);
                return;
            }
        };
        match leave {
            Leave::No => return,
            Leave::Keep => self.put_away(),
            Leave::Discard | Leave::Saved => self.sheet = None,
        }
        cx.ask(Action::DiaryPage(DiaryPage::List));
    }
}

/// Escape goes back to the list from a page on which nothing is written.
fn back_by_escape(ui: &Ui, cx: &mut Cx<'_>) {
    if escaped(ui) {
        cx.ask(Action::DiaryPage(DiaryPage::List));
    }
}

/// What is on a sheet when it opens.
fn begin(cx: &Cx<'_>, page: &DiaryPage) -> Option<Kind> {
    match page {
        DiaryPage::New(begun) => {
            let sheet = LogSheet::new(cx.now, begun, cx.state.reads());
            Some(Kind::Episode(Box::new(sheet)))
        }
        DiaryPage::Edit(id) => edit(cx, *id),
        DiaryPage::Day(date) => Some(Kind::Day(Box::new(DayDraft::on(cx, *date)))),
        DiaryPage::Week(date) => Some(Kind::Week(Box::new(DayDraft::on(cx, *date)))),
        DiaryPage::List | DiaryPage::Files | DiaryPage::Trash | DiaryPage::Exchange => None,
    }
}

fn edit(cx: &Cx<'_>, id: EntryId) -> Option<Kind> {
    let entry = cx.state.diary.get(id)?;
    if let Some(day) = entry.as_day() {
        return Some(Kind::Day(Box::new(DayDraft::of(cx, day.clone()))));
    }
    Some(match entry.as_episode() {
        Some(episode) => {
            let sheet = LogSheet::of(episode, cx.now, cx.state.reads());
            Kind::Episode(Box::new(sheet))
        }
        None => Kind::Small(Box::new(SmallDraft::of(entry))),
    })
}
