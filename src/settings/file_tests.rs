//! Settings to text and back: nothing is lost, one broken field costs itself.

use super::*;
use crate::diary::entry::Side;
use crate::settings::{Contrast, DayClock, FirstWeekday, Motion, Night, Theme};
use crate::stretch::Order;

#[test]
fn what_is_written_is_read_again() {
    let mut settings = Settings {
        theme: Theme::Dark,
        zoom_percent: 150,
        night: Night::On,
        region: "GB".to_owned(),
        voice: true,
        voice_rate: -30,
        contrast: Contrast::High,
        motion: Motion::Reduced,
        night_from: jiff::civil::time(23, 30, 0, 0),
        first_weekday: FirstWeekday::Sunday,
        day_clock: DayClock::Twelve,
        reopen: false,
        gate_passed: Some(jiff::civil::date(2026, 11, 23)),
        ..Settings::default()
    };
    settings.gate_answers = vec!["knee".to_owned(), "numb".to_owned()];
    settings.flags_seen = Some("2026-11-23T02:10:00Z".parse().unwrap());
    settings.stretch.sore_side = Some(Side::Left);
    settings.stretch.order = Order::SoreLast;
    settings.stretch.switch_secs = Some(15);
    settings.stretch.extra_rounds = 1;
    settings.stretch.routine = "figure_four".to_owned();
    settings.stretch.plan = "own".to_owned();
    settings.reminders.stretch = true;
    settings.reminders.stretch_days = [true, false, true, false, true, false, false];
    settings.reminders.quiet_until = jiff::civil::time(7, 15, 0, 0);
    let text = format(&settings).unwrap();
    assert!(
        text.starts_with("Settings(\n  schema: 1,\n  theme: dark,"),
        "{text}"
    );
    let read = parse(&text);
    assert_eq!(read.broken, None, "not broken");
    assert_eq!(read.settings, settings, "the same");
}

#[test]
fn one_broken_field_costs_only_itself() {
    let text = "(theme: purple, zoom_percent: 9000, motion: reduced, sound_volume: -3, \
                first_weekday: sunday(4), stretch_hold_secs: 20, gate_answers: [1], \
                stretch_plan: \"../x\", stretch_extra_rounds: 99, from_tomorrow: [1, 2])";
    let read = parse(text);
    assert_eq!(read.broken, None, "not broken");
    assert_eq!(read.settings.theme, Theme::System, "default");
    assert_eq!(read.settings.zoom_percent, 250, "brought into range");
    assert_eq!(read.settings.motion, Motion::Reduced, "read");
    assert_eq!(read.settings.sound_volume, 70, "default");
    assert_eq!(read.settings.stretch.hold_secs, 20, "read");
    assert_eq!(read.settings.stretch.plan, "", "no id");
    assert_eq!(read.settings.stretch.extra_rounds, 3, "into range");
    assert!(read.settings.gate_answers.is_empty(), "default");
}

#[test]
fn a_text_that_is_no_ron_is_told() {
    for text in ["", "Settings(", "{}}", "theme: dark", "\0\0\0", "(((((((("] {
        let read = parse(text);
        assert!(read.broken.is_some(), "{text:?} is broken");
        assert_eq!(read.settings, Settings::default(), "defaults");
    }
    assert!(parse(&"(".repeat(100_000)).broken.is_some(), "deep");
}

#[test]
fn comments_line_ends_and_a_field_twice() {
    let text = "\u{feff}Settings( // mine\r\n  theme: /* at night */ dark, // here\r\n  \
                voice_rate: 10, voice_rate: 20,\r\n  gate_passed: \"2026-11-23\" /* that day */,\r\n  \
                stretch_sore_side: Some(left), stretch_switch_secs: 15 // last\r\n)\r\n// end";
    let read = parse(text);
    assert_eq!(read.broken, None, "not broken");
    assert_eq!(read.settings.theme, Theme::Dark, "between comments");
    assert_eq!(read.settings.voice_rate, 20, "the last one counts");
    assert!(read.settings.gate_passed.is_some(), "without `Some`");
    assert_eq!(read.settings.stretch.sore_side, Some(Side::Left), "with it");
    assert_eq!(read.settings.stretch.switch_secs, Some(15), "the last");
}

/// Each field, one after the other, is made nonsense: it alone is its default.
#[test]
fn any_one_broken_field_costs_only_itself() {
    let mut settings = Settings {
        theme: Theme::Dark,
        contrast: Contrast::High,
        zoom_percent: 130,
        motion: Motion::Full,
        night: Night::Auto,
        night_from: jiff::civil::time(21, 0, 0, 0),
        night_until: jiff::civil::time(7, 0, 0, 0),
        region: "GB".to_owned(),
        first_weekday: FirstWeekday::Saturday,
        day_clock: DayClock::TwentyFour,
        sound_volume: 30,
        discreet: true,
        reopen: false,
        ..Settings::default()
    };
    settings.reminders.daily = true;
    settings.reminders.recheck = true;
    settings.reminders.quiet = false;
    settings.stretch.rounds = 4;
    let text = format(&settings).unwrap();
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with(' ') && *name != "schema")
        .collect();
    assert!(
        names.len() > 35,
        "every field is on a line of its own: {names:?}"
    );
    let defaults = format(&Settings::default()).unwrap();
    for name in names {
        let line_of = |text: &str| {
            let start = format!("  {name}: ");
            text.lines()
                .find(|line| line.starts_with(&start))
                .unwrap()
                .to_owned()
        };
        let line = line_of(&text);
        if line.ends_with('(') || line.ends_with('[') {
            continue; // over several lines
        }
        let broken = text.replace(&line, &format!("  {name}: Nonsense(9),"));
        let read = parse(&broken);
        assert_eq!(read.broken, None, "{name}: not broken as a whole");
        let again = format(&read.settings).unwrap();
        assert_eq!(
            again,
            text.replace(&line, &line_of(&defaults)),
            "{name} alone"
        );
        let gone = parse(&text.replace(&format!("{line}\n"), ""));
        assert_eq!(gone.settings, read.settings, "{name} missing");
    }
}
