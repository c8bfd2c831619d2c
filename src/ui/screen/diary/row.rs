//! The rows of the list as they look: a day's heading, an entry with its pain,
//! its words and its buttons.

use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, FontId, Rect, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::rows::{headline, lasted};
use crate::action::Action;
use crate::diary::count::entries;
use crate::diary::entry::{Day, Entry};
use crate::diary::late::Late;
use crate::diary::search::Reason;
use crate::diary::{Edit, SaveState};
use crate::ui::theme::{UiExt as _, digits, semibold};
use crate::ui::tokens::size;
use crate::ui::widget::icon_button;
use crate::ui::{Cx, icon};

/// Room for the two buttons of a row, in points.
const BUTTONS: f32 = 108.0;
/// All rows are as high as each other, so that only those seen are drawn.
pub(super) const ROW: f32 = 64.0;

/// The heading of a day.
pub(super) fn day(ui: &mut Ui, cx: &Cx<'_>, date: jiff::civil::Date, count: usize) {
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
            entries(count),
            FontId::proportional(size::CAPTION),
            t.muted,
        );
    }
}

/// An entry: it is the `nth` of so many. `why` it was found, in a search.
pub(super) fn entry(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    entry: &Entry,
    (nth, of): (usize, usize),
    why: &[Reason],
) {
    let id = entry.id();
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, ROW), Sense::hover());
    let card = rect.shrink2(egui::vec2(0.0, 3.0));
    let t = ui.tokens();
    let time = cx.state.say_time(entry.civil().time());
    let title = headline(entry);
    let date = entry.date().strftime("%-d %B");
    let said = if entry.as_day().is_some() {
        format!("{date}, {title}")
    } else {
        format!("{date} {time}, {title}")
    };
    let body = card.with_max_x(card.right() - BUTTONS);
    let open = ui.interact(body, ui.unique_id().with("open"), Sense::click());
    open.widget_info(|| {
        let found: Vec<String> = (why.iter())
            .map(|reason| format!("{}: {}", reason.field, reason.said))
            .collect();
        let name = match found.as_slice() {
            [] => said.clone(),
            found => format!("{said}. Found in {}", found.join("; ")),
        };
        egui::WidgetInfo::labeled(egui::Role::Button, true, name)
    });
    ui.ctx().accesskit_node_builder(open.id, |node| {
        node.set_position_in_set(nth);
        node.set_size_of_set(of);
    });
    // The keyboard pulls the list along.
    if open.gained_focus() {
        open.scroll_to_me(None);
    }
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
    let below = below(ui, cx, entry, &time, why);
    words(ui, title, below, body);
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
        ui.painter().rect_filled(square, round, t.pain(n));
        ui.painter().text(
            center,
            egui::Align2::CENTER_CENTER,
            n.to_string(),
            FontId::new(20.0, digits()),
            t.on_pain(n),
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

/// The title of an entry and the line below it; a title alone stands in the middle.
fn words(ui: &Ui, title: String, below: LayoutJob, body: Rect) {
    let t = ui.tokens();
    let left = body.left() + 68.0;
    let room = (body.right() - left).max(20.0);
    let lay = |mut job: LayoutJob| {
        job.wrap.max_width = room;
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        ui.painter().layout_job(job)
    };
    let font = FontId::new(size::BODY, semibold());
    let top = lay(LayoutJob::simple_singleline(title, font, t.text));
    let is_alone = below.text.is_empty();
    let below = lay(below);
    let under = if is_alone { 0.0 } else { 2.0 + below.size().y };
    let height = top.size().y + under;
    let at = egui::pos2(left, body.center().y - height / 2.0);
    let second = at + egui::vec2(0.0, top.size().y + 2.0);
    ui.painter().galley(at, top, t.text);
    ui.painter().galley(second, below, t.muted);
}

/// The line below the title: what else the entry says; in a search where the
/// words were found, with the words underlined.
fn below(ui: &Ui, cx: &Cx<'_>, entry: &Entry, time: &str, why: &[Reason]) -> LayoutJob {
    let t = ui.tokens();
    let font = FontId::proportional(14.5);
    let plain = TextFormat::simple(font.clone(), t.muted);
    let mut parts = Vec::new();
    match cx.state.diary.state(entry.id()) {
        SaveState::Saved => {}
        SaveState::Saving => parts.push("saving…".to_owned()),
        SaveState::Failed(_) => parts.push("not saved yet".to_owned()),
    }
    if entry.as_day().is_none() {
        parts.push(time.to_owned());
    }
    if why.is_empty() {
        parts.extend(more(cx, entry));
    }
    let mut job = LayoutJob::default();
    job.append(&parts.join(" · "), 0.0, plain.clone());
    let found = TextFormat {
        underline: Stroke::new(1.5, t.accent),
        background: t.accent_soft,
        ..TextFormat::simple(font, t.text)
    };
    for reason in why {
        let gap = if job.text.is_empty() { "" } else { " · " };
        job.append(&format!("{gap}{}: ", reason.field), 0.0, plain.clone());
        let mut from = 0;
        for place in &reason.places {
            let before = reason.said.get(from..place.start).unwrap_or_default();
            job.append(before, 0.0, plain.clone());
            let word = reason.said.get(place.clone()).unwrap_or_default();
            job.append(word, 0.0, found.clone());
            from = place.end;
        }
        let rest = reason.said.get(from..).unwrap_or_default();
        job.append(rest, 0.0, plain.clone());
    }
    job
}

/// What an entry says besides its title and its time.
fn more(cx: &Cx<'_>, entry: &Entry) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(episode) = entry.as_episode() {
        parts.push(lasted(episode.duration));
        parts.extend(Late::of(&episode.started_at, &episode.logged_at).map(Late::said));
    }
    if let Some(day) = entry.as_day() {
        parts.extend(of_day(day));
    }
    parts.extend(super::link::said(cx.state, entry));
    let note = entry
        .note()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if !note.is_empty() {
        parts.push(note);
    }
    parts
}

/// What a check-in says besides whether there was cramp.
fn of_day(day: &Day) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(pain) = day.worst_pain {
        said.push(format!("worst pain {pain}"));
    }
    if let Some(minutes) = day.sitting_min {
        let hours = f32::from(minutes) / 60.0;
        said.push(format!("sat {} h", (hours * 10.0).round() / 10.0));
    }
    if let Some(training) = &day.training {
        said.push(format!("{}, {} min", training.activity, training.minutes));
    }
    if let Some(sleep) = day.sleep {
        said.push(format!("sleep {}", sleep.label().to_lowercase()));
    }
    if let Some(week) = day.week {
        said.push(format!("the week {:.1} of 10", week.mean()));
    }
    // No time of day stands before it: it begins the line.
    if let Some(first) = said.first_mut() {
        *first = crate::ui::text::capital(first);
    }
    said
}
