//! What to be reminded of, and when not. All of it is off at first.

use egui::Ui;

use super::field::time;
use crate::action::Action;
use crate::settings::{FirstWeekday, Reminders, Settings};
use crate::state::{Posts, WindowStep};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{hairline, secondary};
use crate::ui::{Cx, text};

/// The days, Monday first, as the settings keep them.
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, settings: &mut Settings) {
    text::muted(
        ui,
        "All off until you turn them on. They come only while Unclench is open. What you have \
         done already is not asked again.",
    );
    ui.add_space(space::S);
    let week = settings.first_weekday;
    let wishes = &mut settings.reminders;
    ui.checkbox(&mut wishes.daily, "A look back on the day, each day");
    ui.checkbox(&mut wishes.stretch, "A stretch I have planned");
    ui.checkbox(
        &mut wishes.recheck,
        "The day to check again, as my last check said",
    );
    if let Some(day) = cx.state.reminders.recheck().filter(|_| wishes.recheck) {
        text::muted(ui, format!("That is {}.", day.strftime("%A, %-d %B %Y")));
    }
    if !wishes.any() {
        return;
    }
    times(ui, cx, wishes);
    if wishes.stretch {
        days(ui, wishes, week);
    }
    hairline(ui);
    ui.add_space(space::S);
    ui.checkbox(
        &mut wishes.quiet,
        "Quiet hours: what falls into them comes after",
    );
    if wishes.quiet {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            time(ui, cx, "Quiet from", &mut wishes.quiet_from);
            time(ui, cx, "Quiet until", &mut wishes.quiet_until);
        });
    }
    ui.add_space(space::S);
    if secondary(ui, None, "Show one now").clicked() {
        cx.ask(Action::Window(WindowStep::TryPost));
    }
    let t = ui.tokens();
    let (said, ink) = match cx.state.desktop.posts {
        Posts::Unknown => return,
        Posts::Taken => ("Your desktop took the notification.", t.muted),
        Posts::Nobody => (
            "Your desktop shows no notifications. Reminders are told in this window alone.",
            t.caution,
        ),
    };
    let said = text::colored(ui, said, ink);
    text::announce(ui, &said, false);
}

fn times(ui: &mut Ui, cx: &Cx<'_>, wishes: &mut Reminders) {
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        if wishes.daily || wishes.recheck {
            let label = match (wishes.daily, wishes.recheck) {
                (true, false) => "Look back at",
                (false, _) => "Check again at",
                (true, true) => "Look back and check at",
            };
            time(ui, cx, label, &mut wishes.daily_at);
        }
        if wishes.stretch {
            time(ui, cx, "Stretch at", &mut wishes.stretch_at);
        }
    });
    ui.add_space(space::S);
}

/// The days of a planned stretch, in the order of this person's week.
fn days(ui: &mut Ui, wishes: &mut Reminders, week: FirstWeekday) {
    text::caption(ui, "Stretch on");
    let first = usize::try_from(week.day().to_monday_zero_offset()).unwrap_or(0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for at in (0..7).map(|n| (first + n) % 7) {
            if let (Some(on), Some(name)) = (wishes.stretch_days.get_mut(at), DAYS.get(at)) {
                ui.checkbox(on, *name);
            }
        }
    });
    ui.add_space(space::S);
}
