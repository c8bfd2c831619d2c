//! The calendar: a month of days or a year of months, the day that is looked
//! at, and the same as a table.
//!
//! Made once for a revision of the diary and a page. The keyboard stands on one
//! day (or month) at a time: arrows move it, Page Up and Page Down turn the
//! month, Enter opens the day.

mod cell;
mod grid;
mod panel;
mod table;
mod year;

use egui::{ScrollArea, Ui};
use jiff::civil::Date;

use super::{Finder, Top};
use crate::diary::calendar::{self as days, Month, Step, Tally};
use crate::settings::FirstWeekday;
use crate::ui::tokens::space;
use crate::ui::widget::{chip, icon_button, quiet};
use crate::ui::{Cx, icon, scroll, text};

/// Which page was made, and for what.
type MadeFor = (u64, Date, Date, FirstWeekday);

/// From this width on the day stands beside the month, in points.
const BESIDE: f32 = 600.0;

/// How a day was opened in this frame, if it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Opened {
    #[default]
    Not,
    /// The pointer stays where it is.
    ByPointer,
    /// The keyboard goes on into what can be pressed about the day.
    ByKeys,
}

/// What the calendar keeps: the day that is looked at, and its pages.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    /// None: today.
    selected: Option<Date>,
    month: Month,
    month_for: Option<MadeFor>,
    months: Vec<Month>,
    months_for: Option<MadeFor>,
    shows_table: bool,
    /// The keyboard is to go to the selected day or month.
    take_focus: bool,
    /// A day was pressed: what it says is to be seen.
    opened: Opened,
}

impl Calendar {
    fn day(&self, cx: &Cx<'_>) -> Date {
        self.selected.unwrap_or_else(|| cx.now.wall.date())
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        let week = cx.state.settings.first_weekday;
        self.selected = Some(days::step(self.day(cx), step, week));
    }

    /// Makes the month of the selected day, if it is not made.
    fn look_at_month(&mut self, cx: &Cx<'_>) {
        let (day, today) = (self.day(cx), cx.now.wall.date());
        let week = cx.state.settings.first_weekday;
        let wanted = (cx.state.diary.revision(), day.first_of_month(), today, week);
        if self.month_for != Some(wanted) {
            self.month = Month::of(&cx.state.diary, day, today, week);
            self.month_for = Some(wanted);
        }
    }

    /// The same for the year.
    fn look_at_year(&mut self, cx: &Cx<'_>) {
        let (day, today) = (self.day(cx), cx.now.wall.date());
        let week = cx.state.settings.first_weekday;
        let wanted = (cx.state.diary.revision(), day.first_of_year(), today, week);
        if self.months_for != Some(wanted) {
            self.months = days::year(&cx.state.diary, day.year(), today, week);
            self.months_for = Some(wanted);
        }
    }
}

/// Draws the month.
pub(super) fn month(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    calendar: &mut Calendar,
    find: &mut Finder,
    head: Option<Top<'_>>,
) {
    calendar.look_at_month(cx);
    let name = calendar.month.name();
    let turns = ("Previous month", "Next month");
    if head.is_none() {
        turn(ui, cx, calendar, &name, 1, turns);
    }
    scrolled(ui, |ui| {
        if let Some(head) = head {
            head(ui, cx, find);
            turn(ui, cx, calendar, &name, 1, turns);
        }
        calendar.look_at_month(cx);
        let said = calendar.month.tally.words();
        summary(ui, &said);
        if ui.available_width() >= BESIDE {
            side_by_side(ui, cx, calendar, find);
        } else {
            grid::show(ui, cx, calendar);
            ui.add_space(space::S);
            panel::show(ui, cx, calendar, find);
            cell::legend(ui);
        }
        switch(ui, calendar, &format!("Show as table: {name}"));
        if calendar.shows_table {
            table::month(ui, &calendar.month);
        }
    });
}

/// The month at the left, the day that is looked at beside it.
fn side_by_side(ui: &mut Ui, cx: &mut Cx<'_>, calendar: &mut Calendar, find: &mut Finder) {
    let gap = 20.0;
    let room = ui.available_width();
    let side = (room * 0.4).clamp(256.0, 320.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let column = |ui: &mut Ui, wide: f32, add: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui(egui::vec2(wide, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    ui.set_width(wide);
                    add(ui);
                });
            });
        };
        column(ui, room - side - gap, &mut |ui| {
            grid::show(ui, cx, calendar);
            cell::legend(ui);
        });
        column(ui, side, &mut |ui| panel::show(ui, cx, calendar, find));
    });
}

/// Draws the year.
pub(super) fn year(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    calendar: &mut Calendar,
    find: &mut Finder,
    head: Option<Top<'_>>,
) {
    let name = calendar.day(cx).year().to_string();
    let turns = ("Previous year", "Next year");
    if head.is_none() {
        turn(ui, cx, calendar, &name, 12, turns);
    }
    scrolled(ui, |ui| {
        if let Some(head) = head {
            head(ui, cx, find);
            turn(ui, cx, calendar, &name, 12, turns);
        }
        calendar.look_at_year(cx);
        let tallies = calendar.months.iter().map(|month| month.tally);
        let all = tallies.fold(Tally::default(), Tally::and);
        summary(ui, &all.words());
        year::show(ui, cx, calendar, find);
        cell::legend(ui);
        switch(ui, calendar, &format!("Show as table: {name}"));
        if calendar.shows_table {
            table::year(ui, &calendar.months);
        }
    });
}

fn scrolled(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    scroll::beside(ui, |ui| {
        let area = ScrollArea::vertical()
            .id_salt("calendar")
            .auto_shrink(false)
            .show(ui, |ui| {
                scroll::within(ui);
                add(ui);
                ui.add_space(40.0);
                scroll::follow(ui, "calendar");
            });
        scroll::named(ui, area, "the calendar");
    });
}

/// The page's name between the buttons that turn it.
fn turn(
    ui: &mut Ui,
    cx: &Cx<'_>,
    calendar: &mut Calendar,
    name: &str,
    months: i32,
    (back, on): (&str, &str),
) {
    ui.horizontal_wrapped(|ui| {
        if icon_button(ui, icon::CHEVRON_LEFT, back).clicked() {
            calendar.go(cx, Step::Months(-months));
        }
        if icon_button(ui, icon::CHEVRON_RIGHT, on).clicked() {
            calendar.go(cx, Step::Months(months));
        }
        text::heading(ui, name);
        if calendar.day(cx) != cx.now.wall.date()
            && quiet(ui, None, "Today")
                .accessible_name("Go to today")
                .clicked()
        {
            calendar.selected = None;
        }
    });
}

fn summary(ui: &mut Ui, said: &str) {
    let line = text::muted(ui, said);
    text::announce(ui, &line, false);
    ui.add_space(space::XS);
}

fn switch(ui: &mut Ui, calendar: &mut Calendar, name: &str) {
    ui.add_space(space::S);
    let chip = chip(ui, calendar.shows_table, "Show as table");
    if chip.accessible_name(name).clicked() {
        calendar.shows_table = !calendar.shows_table;
    }
}
