//! Settings: appearance, sound and voice, stretch, region, reminders, discretion,
//! where the data lives, about. Each part is drawn here or in a file of its
//! name; the list of them is in `parts.rs`.

mod about;
mod appearance;
mod field;
mod parts;
mod reminders;
mod sound;

use egui::Ui;

use self::appearance::choice;
use self::parts::Contents;
use super::home::HomeForm;
use crate::action::Action;
use crate::diary::count::grouped;
use crate::screen::Screen;
use crate::settings::{DayClock, FirstWeekday, Settings, Units};
use crate::state::{DiaryPage, SettingsPart};
use crate::ui::tokens::space;
use crate::ui::widget::{make_room, page, quiet};
use crate::ui::{Cx, field as fields, icon, text};

const WEEKS: [(FirstWeekday, &str); 3] = [
    (FirstWeekday::Monday, "Monday"),
    (FirstWeekday::Saturday, "Saturday"),
    (FirstWeekday::Sunday, "Sunday"),
];
const UNITS: [(Units, &str); 2] = [
    (Units::Metric, "Meters"),
    (Units::Imperial, "Feet and miles"),
];
const CLOCKS: [(DayClock, &str); 3] = [
    (DayClock::Locale, "As the system"),
    (DayClock::TwentyFour, "24 hours: 15:10"),
    (DayClock::Twelve, "12 hours: 3:10 pm"),
];

/// What the settings keep between frames.
#[derive(Debug, Default)]
pub(super) struct SettingsScreen {
    contents: Contents,
}

impl SettingsScreen {
    /// Draws the screen. Each change is saved at once.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, home: &mut HomeForm) {
        let mut settings = cx.state.settings.clone();
        let contents = &mut self.contents;
        contents.follow(cx.state.desktop.jump);
        let is_beside = contents.beside(ui);
        page(ui, "settings", 760.0, |ui| {
            text::title(ui, "Settings");
            text::muted(ui, "Changes are saved as you make them.");
            ui.add_space(space::M);
            if !is_beside {
                contents.above(ui);
            }
            for part in parts::ALL {
                contents.part(ui, part, |ui| match part {
                    SettingsPart::Appearance => appearance::show(ui, cx, &mut settings),
                    SettingsPart::Sound => sound::show(ui, cx, &mut settings),
                    SettingsPart::Stretch => stretch(ui, &mut settings),
                    SettingsPart::Region => region(ui, cx, &mut settings),
                    SettingsPart::Reminders => reminders::show(ui, cx, &mut settings),
                    SettingsPart::Window => window(ui, &mut settings),
                    SettingsPart::Data => data(ui, cx, home),
                    SettingsPart::About => about::show(ui, cx),
                });
            }
            let seen = ui.clip_rect();
            contents.settle(seen.top(), ui.min_rect().bottom() <= seen.bottom());
        });
        if settings != cx.state.settings {
            cx.ask(Action::Settings(Box::new(settings)));
        }
    }
}

fn region(ui: &mut Ui, cx: &mut Cx<'_>, settings: &mut Settings) {
    crate::ui::screen::help::region_choice(ui, cx);
    let region = cx.state.region();
    let advice = crate::triage::urgent_advice(region);
    let advice = advice.map_or(String::new(), |whom| format!(" Urgent advice: {whom}."));
    text::muted(
        ui,
        format!("Emergency number: {}.{advice}", region.emergency),
    );
    ui.add_space(space::M);
    choice(ui, "Distances", &mut settings.units, &UNITS);
    choice(ui, "A week begins on", &mut settings.first_weekday, &WEEKS);
    choice(ui, "Time of day", &mut settings.day_clock, &CLOCKS);
}

/// Discreet mode, and where the window opens.
fn window(ui: &mut Ui, settings: &mut Settings) {
    ui.checkbox(
        &mut settings.discreet,
        "Discreet mode: nothing outside the pages says what this is about",
    );
    text::muted(
        ui,
        "The window is called “Notes” and has no icon of its own after the next start. \
         Notifications say “Reminder”. Files you save have neutral names. Some desktops still \
         show the name of the program in their list of programs.",
    );
    ui.add_space(space::M);
    ui.checkbox(
        &mut settings.reopen,
        "Open on the screen that was open last, not on Now",
    );
}

fn stretch(ui: &mut Ui, settings: &mut Settings) {
    let lengths = &mut settings.stretch;
    text::muted(
        ui,
        "Your own lengths, for the plan of that name. Getting ready counts for every plan.",
    );
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        ui.spacing_mut().interact_size.x = 72.0; // one width for all of them
        let mut rounds = u16::from(lengths.rounds);
        for (label, value, range, unit) in [
            ("Hold, each side", &mut lengths.hold_secs, 5..=120, " s"),
            ("Rounds", &mut rounds, 1..=6, ""),
            ("Rest between", &mut lengths.rest_secs, 5..=60, " s"),
            ("Time to get ready", &mut lengths.prepare_secs, 3..=30, " s"),
        ] {
            make_room(ui, 150.0);
            ui.vertical(|ui| fields::number(ui, label, value, range, unit));
        }
        lengths.rounds = u8::try_from(rounds).unwrap_or(lengths.rounds);
    });
    ui.add_space(space::S);
    ui.checkbox(
        &mut settings.full_screen_stretch,
        "Full screen when a stretch starts",
    );
}

fn data(ui: &mut Ui, cx: &mut Cx<'_>, home: &mut HomeForm) {
    text::body(
        ui,
        "Everything stays on this computer, as small text files you can read yourself. \
         Unclench has no network code at all.",
    );
    ui.add_space(space::S);
    home.part(ui, cx);
    ui.add_space(space::S);
    let diary = &cx.state.diary;
    let count = |count: usize, one: &str, many: &str| {
        format!("{} {}", grouped(count), if count == 1 { one } else { many })
    };
    let entries = count(diary.len(), "entry", "entries");
    let trash = grouped(diary.trash().count());
    let damaged = count(diary.damaged().count(), "file", "files");
    let said = format!("{entries}, {trash} in the trash, {damaged} that could not be read.");
    text::muted(ui, said);
    ui.add_space(space::XS);
    let has_trash = diary.trash().next().is_some();
    let has_trouble = diary.damaged().next().is_some();
    ui.horizontal_wrapped(|ui| {
        for (icon, word, page, is_there) in [
            (
                icon::RESTORE,
                "Backups and copies",
                DiaryPage::Exchange,
                true,
            ),
            (icon::TRASH, "Trash", DiaryPage::Trash, has_trash),
            (
                icon::WARNING,
                "Show the files",
                DiaryPage::Files,
                has_trouble,
            ),
        ] {
            if is_there && quiet(ui, Some(icon), word).clicked() {
                cx.ask(Action::Open(Screen::Diary));
                cx.ask(Action::DiaryPage(page));
            }
        }
    });
}
