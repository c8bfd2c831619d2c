//! The day that is looked at: what it says, its entries, and what can be said
//! of it.

use egui::{Key, Modifiers, Response, Ui};

use super::super::Finder;
use super::super::rows::headline;
use super::{Calendar, Opened};
use crate::action::Action;
use crate::diary::begun::Begun;
use crate::diary::calendar::Said;
use crate::diary::check_in::day_of;
use crate::diary::entry::Entry;
use crate::state::DiaryPage;
use crate::ui::tokens::space;
use crate::ui::widget::{card, link_row, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// More entries than this are shown in the list.
const MOST: usize = 8;
/// So much of the day is brought into view when it is opened, in points.
const SEEN: f32 = 190.0;

/// Draws the day.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, calendar: &mut Calendar, find: &mut Finder) {
    let date = calendar.day(cx);
    let entries = cx.state.diary.on(date);
    let said = Said::of(&cx.state.diary, date);
    let is_ahead = date > cx.now.wall.date();
    let mut pressable: Vec<Response> = Vec::new();
    let card = card(ui, |ui| {
        text::subheading(ui, 3, &date.strftime("%A, %-d %B %Y").to_string());
        if is_ahead {
            text::muted(ui, "This day is still to come.");
            return;
        }
        let words = text::capital(&said.words());
        text::muted(ui, format!("{words}."));
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if matches!(said, Said::Nothing | Said::Something) {
                let free = secondary(ui, Some(icon::CHECK_MARK), "No cramp that day");
                if free.clicked() {
                    cx.ask(Action::NoCramp(date));
                }
                pressable.push(free);
            }
            let word = if day_of(&cx.state.diary, date).is_some() {
                "Edit the check-in"
            } else {
                "Check in"
            };
            let check_in = secondary(ui, None, word);
            if check_in.clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::Day(date)));
            }
            pressable.push(check_in);
            let cramp = secondary(ui, Some(icon::PLUS), "Log a cramp");
            if cramp.accessible_name("Log a cramp of this day").clicked() {
                log(cx, date);
            }
        });
        if !entries.is_empty() {
            ui.add_space(space::S);
        }
        for entry in entries.iter().rev().take(MOST) {
            ui.push_id(entry.id(), |ui| row(ui, cx, entry));
        }
        if entries.len() > MOST {
            let word = format!("All {} entries of this day", entries.len());
            if quiet(ui, None, &word).clicked() {
                find.show_day(date);
            }
        }
    });
    let opened = std::mem::take(&mut calendar.opened);
    if opened != Opened::Not {
        // As much of it as fits without losing the month.
        let place = card.response.rect;
        let low = place.bottom().min(place.top() + SEEN);
        ui.scroll_to_rect(place.with_max_y(low), None);
    }
    if opened == Opened::ByKeys
        && let Some(first) = pressable.first()
    {
        first.request_focus();
        first.scroll_to_me(None);
    }
    let is_within = pressable.iter().any(Response::has_focus);
    if is_within && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        calendar.take_focus = true;
    }
}

/// Opens the log sheet on this day; its time is still to be set.
fn log(cx: &mut Cx<'_>, date: jiff::civil::Date) {
    let now = &cx.now.wall;
    if date == now.date() {
        cx.ask(Action::NewEntry);
        return;
    }
    if let Some(begun) = Begun::on_day(date, now.time_zone().clone()) {
        cx.ask(Action::DiaryPage(DiaryPage::New(Box::new(begun))));
    }
}

fn row(ui: &mut Ui, cx: &mut Cx<'_>, entry: &Entry) {
    let title = match entry {
        Entry::Day(_) => headline(entry),
        Entry::Episode(_) | Entry::Session(_) | Entry::Check(_) => {
            let time = cx.state.say_time(entry.civil().time());
            format!("{time}  {}", headline(entry))
        }
    };
    let line = entry.as_episode().map_or(String::new(), |episode| {
        let lasted = super::super::rows::lasted(episode.duration);
        format!("{} of 10, {lasted}", episode.pain_peak)
    });
    if link_row(ui, &title, &line).clicked() {
        cx.ask(Action::EditEntry(entry.id()));
    }
}
