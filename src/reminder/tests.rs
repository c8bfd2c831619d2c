//! Reminders on made-up clocks: once, late but not too late, never in a burst.

use jiff::civil::{date, time};

use super::*;

fn at(text: &str) -> ZonedDateTime {
    format!("{text}[Europe/Berlin]").parse().unwrap()
}

fn daily() -> Reminders {
    Reminders {
        daily: true,
        ..Reminders::default()
    }
}

/// Someone who has never done anything.
fn never(_: Kind, _: Date) -> bool {
    false
}

#[test]
fn nothing_is_wished_until_it_is() {
    let wishes = Reminders::default();
    let now = at("2026-11-23T20:00:00+01:00");
    let mut asker = Asker::default();
    asker.due(&wishes, None, &at("2026-11-23T10:00:00+01:00"), never);
    assert!(asker.due(&wishes, None, &now, never).is_empty(), "all off");
    assert_eq!(Asker::next(&wishes, None, &now), None, "no wake either");
}

#[test]
fn it_comes_at_its_time_and_once() {
    let mut asker = Asker::default();
    let wishes = daily();
    let mut ask = |text: &str| asker.due(&wishes, None, &at(text), never);
    assert!(ask("2026-11-23T19:00:00+01:00").is_empty(), "the start");
    assert!(ask("2026-11-23T19:59:59+01:00").is_empty(), "not yet");
    assert_eq!(ask("2026-11-23T20:00:00+01:00"), [Kind::Daily], "now");
    assert!(ask("2026-11-23T20:00:01+01:00").is_empty(), "once");
    assert!(
        ask("2026-11-23T19:30:00+01:00").is_empty(),
        "the wall set back"
    );
    assert!(ask("2026-11-23T20:00:00+01:00").is_empty(), "and again");
    assert_eq!(
        ask("2026-11-24T20:03:00+01:00"),
        [Kind::Daily],
        "the next day"
    );
}

#[test]
fn what_was_due_before_the_start_is_not_asked() {
    let mut asker = Asker::default();
    let now = at("2026-11-23T21:00:00+01:00");
    assert!(
        asker.due(&daily(), None, &now, never).is_empty(),
        "started late"
    );
    // Nor what was due before it was wished.
    let mut asker = Asker::default();
    asker.due(
        &Reminders::default(),
        None,
        &at("2026-11-23T10:00:00+01:00"),
        never,
    );
    assert!(
        asker.due(&daily(), None, &now, never).is_empty(),
        "wished late"
    );
}

#[test]
fn what_is_done_is_not_asked_not_even_later() {
    let mut asker = Asker::default();
    let wishes = daily();
    let done = |kind: Kind, day: Date| kind == Kind::Daily && day == date(2026, 11, 23);
    asker.due(&wishes, None, &at("2026-11-23T10:00:00+01:00"), done);
    let now = at("2026-11-23T20:00:00+01:00");
    assert!(asker.due(&wishes, None, &now, done).is_empty(), "done");
    let later = at("2026-11-23T20:30:00+01:00");
    assert!(
        asker.due(&wishes, None, &later, never).is_empty(),
        "settled"
    );
}

#[test]
fn after_a_sleep_it_comes_once_and_after_a_long_one_not() {
    let mut asker = Asker::default();
    let mut wishes = daily();
    wishes.quiet = false;
    asker.due(&wishes, None, &at("2026-11-20T10:00:00+01:00"), never);
    // Three days asleep: one, not three.
    let woken = at("2026-11-23T21:00:00+01:00");
    assert_eq!(
        asker.due(&wishes, None, &woken, never),
        [Kind::Daily],
        "once"
    );
    assert!(
        asker.due(&wishes, None, &woken, never).is_empty(),
        "no burst"
    );
    // Over night: the evening is too far back.
    let noon = at("2026-11-25T12:00:00+01:00");
    assert!(
        asker.due(&wishes, None, &noon, never).is_empty(),
        "long past"
    );
}

#[test]
fn quiet_hours_put_it_off_to_their_end() {
    let mut asker = Asker::default();
    let mut wishes = daily();
    wishes.daily_at = time(23, 0, 0, 0);
    asker.due(&wishes, None, &at("2026-11-23T10:00:00+01:00"), never);
    let mut ask = |text: &str| asker.due(&wishes, None, &at(text), never);
    assert!(ask("2026-11-23T23:30:00+01:00").is_empty(), "quiet");
    assert!(ask("2026-11-24T07:59:00+01:00").is_empty(), "still quiet");
    assert_eq!(ask("2026-11-24T08:00:00+01:00"), [Kind::Daily], "morning");
    assert!(ask("2026-11-24T08:01:00+01:00").is_empty(), "once");
}

#[test]
fn a_stretch_comes_on_its_days_alone() {
    let mut wishes = Reminders {
        stretch: true,
        ..Reminders::default()
    };
    wishes.stretch_days = [true, false, false, false, false, false, false];
    let mut asker = Asker::default();
    asker.due(&wishes, None, &at("2026-11-22T10:00:00+01:00"), never);
    let mut ask = |text: &str| asker.due(&wishes, None, &at(text), never);
    assert!(ask("2026-11-22T18:00:00+01:00").is_empty(), "Sunday");
    assert_eq!(ask("2026-11-23T18:00:00+01:00"), [Kind::Stretch], "Monday");
    assert!(ask("2026-11-24T18:00:00+01:00").is_empty(), "Tuesday");
}

#[test]
fn a_day_to_check_again_comes_on_that_day() {
    let wishes = Reminders {
        recheck: true,
        ..Reminders::default()
    };
    let day = Some(date(2026, 12, 7));
    let mut asker = Asker::default();
    asker.due(&wishes, day, &at("2026-12-06T10:00:00+01:00"), never);
    let mut ask = |text: &str| asker.due(&wishes, day, &at(text), never);
    assert!(
        ask("2026-12-06T20:30:00+01:00").is_empty(),
        "the day before"
    );
    assert_eq!(ask("2026-12-07T20:00:00+01:00"), [Kind::Recheck], "the day");
    assert!(ask("2026-12-08T20:00:00+01:00").is_empty(), "the day after");
}

#[test]
fn the_change_of_the_clocks_neither_doubles_nor_drops_it() {
    let mut wishes = daily();
    wishes.quiet = false;
    wishes.daily_at = time(2, 30, 0, 0);
    // In October 2:30 comes twice: asked at the first.
    let mut asker = Asker::default();
    asker.due(&wishes, None, &at("2026-10-25T01:00:00+02:00"), never);
    let mut ask = |text: &str| asker.due(&wishes, None, &at(text), never);
    assert_eq!(ask("2026-10-25T02:30:00+02:00"), [Kind::Daily], "the first");
    assert!(
        ask("2026-10-25T02:30:00+01:00").is_empty(),
        "not the second"
    );
    // In March there is no 2:30: it comes after the gap.
    let mut asker = Asker::default();
    asker.due(&wishes, None, &at("2026-03-29T01:00:00+01:00"), never);
    let mut ask = |text: &str| asker.due(&wishes, None, &at(text), never);
    assert!(ask("2026-03-29T01:59:00+01:00").is_empty(), "before");
    assert_eq!(
        ask("2026-03-29T03:30:00+02:00"),
        [Kind::Daily],
        "after the gap"
    );
}

#[test]
fn it_is_waited_for_to_the_second_but_looked_at_now_and_then() {
    let wait = |text: &str| Asker::next(&daily(), None, &at(text));
    let far = wait("2026-11-23T10:00:00+01:00");
    assert_eq!(far, Some(Duration::from_mins(5)), "the computer may sleep");
    let near = wait("2026-11-23T19:59:20+01:00");
    assert_eq!(near, Some(Duration::from_secs(40)), "to the second");
}
