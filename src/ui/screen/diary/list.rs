//! The list by day: every entry, found again by search, edited, deleted.

use egui::{CornerRadius, FontId, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::rows::{Row, Rows, headline, lasted};
use crate::action::Action;
use crate::diary::entry::{Entry, EntryId};
use crate::diary::{Edit, SaveState};
use crate::state::DiaryPage;
use crate::ui::theme::{UiExt as _, digits, semibold};
use crate::ui::tokens::{self, size, space};
use crate::ui::widget::{callout, column_width, empty, icon_button, primary, quiet, secondary};
use crate::ui::{Cx, field, icon, text};

/// Room for the two buttons of a row, in points.
const BUTTONS: f32 = 108.0;
/// All rows are as high as each other, so that only those seen are drawn.
const ROW: f32 = 64.0;
/// The widest the list gets.
const WIDEST: f32 = 860.0;

/// Draws the list.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    search: &mut String,
    focus: &mut bool,
    rows: &mut Rows,
) {
    let room = ui.available_rect_before_wrap();
    let width = column_width(room.width(), WIDEST);
    let left = room.left() + (room.width() - width) / 2.0;
    let column = Rect::from_min_max(
        egui::pos2(left, room.top() + 28.0),
        egui::pos2(left + width, room.bottom()),
    );
    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        head(ui, cx);
        troubles(ui, cx);
        let diary = &cx.state.diary;
        if diary.is_empty() {
            if diary.is_loaded() {
                nothing_yet(ui, cx);
            } else {
                text::muted(ui, "Reading the diary…");
            }
            return;
        }
        let response = field::search(ui, "Search the diary", search);
        if std::mem::take(focus) {
            response.request_focus();
        }
        rows.update(diary, search);
        let total = rows.entries();
        let said = match (search.trim().is_empty(), total) {
            (true, 1) => "1 entry".to_owned(),
            (true, n) => format!("{n} entries"),
            (false, 0) => format!("Nothing found for “{}”", search.trim()),
            (false, 1) => "1 entry found".to_owned(),
            (false, n) => format!("{n} entries found"),
        };
        let line = text::caption(ui, said);
        text::announce(ui, &line, false);
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("entries")
            .auto_shrink(false)
            .show_rows(ui, ROW, rows.list().len(), |ui, range| {
                let seen = rows.list().get(range).unwrap_or_default();
                for row in seen {
                    match row {
                        Row::Day(date, count) => day(ui, cx, *date, *count),
                        Row::Entry(id) => {
                            ui.push_id(id, |ui| entry(ui, cx, *id));
                        }
                    }
                }
            });
    });
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal(|ui| {
        text::title(ui, "Diary");
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if primary(ui, Some(icon::PLUS), "Log a cramp").clicked() {
                cx.ask(Action::NewEntry);
            }
            if icon_button(ui, icon::FOLDER, "Bring in and take out").clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::Exchange));
            }
            if icon_button(ui, icon::TRASH, "Trash").clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::Trash));
            }
        });
    });
    ui.add_space(space::S);
}

/// Files that could not be read, and the like: said above everything else.
fn troubles(ui: &mut Ui, cx: &mut Cx<'_>) {
    let count = super::files::count(&cx.state.diary);
    if count == 0 {
        return;
    }
    let t = ui.tokens();
    let said = if count == 1 {
        "1 file needs a look".to_owned()
    } else {
        format!("{count} files need a look")
    };
    callout(ui, icon::WARNING, t.caution, t.caution_soft, &said, |ui| {
        text::body(
            ui,
            "They are kept as they are; nothing was changed or deleted.",
        );
        if secondary(ui, None, "Show the files").clicked() {
            cx.ask(Action::DiaryPage(DiaryPage::Files));
        }
    });
    ui.add_space(space::M);
}

fn nothing_yet(ui: &mut Ui, cx: &mut Cx<'_>) {
    let first = empty(
        ui,
        icon::DIARY,
        "Your diary is empty",
        "Each cramp you log appears here by day. It takes seconds, it stays on this computer, and \
         nothing you write is ever lost.",
        "Log your first cramp",
    );
    if first.clicked() {
        cx.ask(Action::NewEntry);
    }
}

/// The page of an entry that is not there any more.
pub(super) fn gone(ui: &mut Ui, cx: &mut Cx<'_>) {
    crate::ui::widget::page(ui, "gone", WIDEST, |ui| {
        let back = empty(
            ui,
            icon::DIARY,
            "This entry is not here any more",
            "It may be in the trash, or another window may have deleted it.",
            "Back to the diary",
        );
        if back.clicked() {
            cx.ask(Action::DiaryPage(DiaryPage::List));
        }
    });
}

fn day(ui: &mut Ui, cx: &Cx<'_>, date: jiff::civil::Date, count: usize) {
    let t = ui.tokens();
    let today = cx.now.wall.date();
    let said = if date == today {
        format!("Today, {}", date.strftime("%-d %B"))
    } else if today.yesterday().is_ok_and(|day| day == date) {
        format!("Yesterday, {}", date.strftime("%-d %B"))
    } else if date.year() == today.year() {
        date.strftime("%A, %-d %B").to_string()
    } else {
        date.strftime("%A, %-d %B %Y").to_string()
    };
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &said));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_level(2));
    let font = FontId::new(size::BODY, semibold());
    let at = rect.left_bottom() - egui::vec2(0.0, 12.0);
    ui.painter()
        .text(at, egui::Align2::LEFT_BOTTOM, &said, font, t.text);
    if count > 1 {
        ui.painter().text(
            rect.right_bottom() - egui::vec2(8.0, 12.0),
            egui::Align2::RIGHT_BOTTOM,
            format!("{count} entries"),
            FontId::proportional(size::CAPTION),
            t.muted,
        );
    }
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId) {
    let Some(entry) = cx.state.diary.get(id) else {
        ui.add_space(ROW);
        return;
    };
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, ROW), Sense::hover());
    let card = rect.shrink2(egui::vec2(0.0, 3.0));
    let t = ui.tokens();
    let time = cx.state.say_time(entry.civil().time());
    let title = headline(entry);
    let said = format!("{} {time}, {title}", entry.date().strftime("%-d %B"));
    let body = card.with_max_x(card.right() - BUTTONS);
    let open = ui.interact(body, ui.unique_id().with("open"), Sense::click());
    open.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    let lit = open.hovered() || open.has_focus();
    ui.painter().rect_filled(
        card,
        CornerRadius::same(size::RADIUS),
        if lit { t.accent_soft } else { t.raised },
    );
    crate::ui::widget::focus_ring(ui, &open);
    if open.clicked() {
        cx.ask(Action::EditEntry(id));
    }
    badge(ui, entry, card);
    words(ui, cx, entry, &time, title, body);
    let buttons = card.with_min_x(card.right() - BUTTONS + 4.0);
    ui.scope_builder(UiBuilder::new().max_rect(buttons), |ui| {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let edit = icon_button(ui, icon::EDIT, &format!("Edit {said}"));
            if edit.clicked() {
                cx.ask(Action::EditEntry(id));
            }
            if icon_button(ui, icon::TRASH, &format!("Delete {said}")).clicked() {
                cx.ask(Action::Diary(Box::new(Edit::Delete(id))));
            }
        });
    });
}

/// The intensity as a number on its color; a session and a day have an icon.
fn badge(ui: &Ui, entry: &Entry, card: Rect) {
    let t = ui.tokens();
    let center = egui::pos2(card.left() + 34.0, card.center().y);
    let square = Rect::from_center_size(center, Vec2::splat(40.0));
    let round = CornerRadius::same(10);
    if let Some(episode) = entry.as_episode() {
        let n = episode.pain_peak.get();
        ui.painter().rect_filled(square, round, tokens::pain(n));
        ui.painter().text(
            center,
            egui::Align2::CENTER_CENTER,
            n.to_string(),
            FontId::new(20.0, digits()),
            tokens::on_pain(n),
        );
    } else {
        ui.painter().rect_filled(square, round, t.accent_soft);
        let mark = if entry.as_session().is_some() {
            icon::STRETCH
        } else if entry.as_check().is_some() {
            icon::CHECK
        } else {
            icon::CHECK_MARK
        };
        mark.paint(
            ui,
            Rect::from_center_size(center, Vec2::splat(22.0)),
            t.accent,
        );
    }
}

fn words(ui: &Ui, cx: &Cx<'_>, entry: &Entry, time: &str, title: String, body: Rect) {
    let t = ui.tokens();
    let left = body.left() + 68.0;
    let room = (body.right() - left).max(20.0);
    let one_line = |text: String, font: FontId, color| {
        let mut job = egui::text::LayoutJob::simple(text, font, color, room);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        ui.painter().layout_job(job)
    };
    let top = one_line(title, FontId::new(size::BODY, semibold()), t.text);
    let mut parts = Vec::new();
    match cx.state.diary.state(entry.id()) {
        SaveState::Saved => {}
        SaveState::Saving => parts.push("saving…".to_owned()),
        SaveState::Failed(_) => parts.push("not saved yet".to_owned()),
    }
    if entry.as_day().is_none() {
        parts.push(time.to_owned());
    }
    if let Some(episode) = entry.as_episode() {
        parts.push(lasted(episode.duration));
    }
    parts.extend(super::link::said(&cx.state.diary, entry));
    let note = entry
        .note()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if !note.is_empty() {
        parts.push(note);
    }
    let below = one_line(parts.join(" · "), FontId::proportional(14.5), t.muted);
    let height = top.size().y + 2.0 + below.size().y;
    let at = egui::pos2(left, body.center().y - height / 2.0);
    let second = at + egui::vec2(0.0, top.size().y + 2.0);
    ui.painter().galley(at, top, t.text);
    ui.painter().galley(second, below, t.muted);
}

/// The way back to the list, at the top of the diary's other pages.
pub(super) fn way_back(ui: &mut Ui, cx: &mut Cx<'_>) {
    if quiet(ui, Some(icon::BACK), "Diary").clicked() {
        cx.ask(Action::DiaryPage(DiaryPage::List));
    }
    ui.add_space(space::XS);
}
