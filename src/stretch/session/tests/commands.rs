//! What a person does to a session, and what it keeps.

use super::*;
use crate::stretch::{PhaseKind, Side, Sides};

#[test]
fn before_the_start_nothing_counts() {
    let mut h = Hands::new();
    let mut s = Session::new(plan(|_| ()), &h.now()).unwrap();
    assert_eq!(s.main_command(), Some(Command::Start), "the large button");
    for command in [
        Command::Pause,
        Command::Back,
        Command::Restart,
        Command::SkipSide,
        Command::TooMuch,
    ] {
        assert_eq!(s.apply(command, &h.pass(60_000)), [], "{command:?}");
        assert_eq!(s.status(), Status::Ready, "{command:?}");
    }
    assert_eq!(s.next_wake(&h.now()), None, "no wake");
    let cues = s.apply(Command::Start, &h.pass(60_000));
    assert_eq!(cues, [Cue::PhaseStarted(0)], "it begins");
    assert_eq!(s.record().started, h.wall, "now, not when it was laid out");
    assert_eq!(s.eased, 0, "too much of nothing");
}

#[test]
fn getting_ready_waits_for_the_person_however_long() {
    let (mut s, mut h) = begun(|o| o.hands_free = false);
    assert!(s.is_waiting(), "it waits");
    assert_eq!(s.remaining(&h.now()), Duration::ZERO, "no digits");
    assert_eq!(s.next_wake(&h.now()), None, "no wake");
    h.set_wall(3_600);
    assert_eq!(s.tick(&h.pass(600_000)), [], "not even sleep disturbs it");
    assert_eq!(s.main_command(), Some(Command::Next), "the large button");
    assert_eq!(
        s.apply(Command::Start, &h.pass(9_000)),
        [Cue::PhaseStarted(1)],
        "on"
    );
    assert_eq!(s.remaining(&h.now()), secs(10), "from its start");
}

#[test]
fn back_restarts_and_pressed_again_goes_to_the_phase_before() {
    let (mut s, mut h) = at_hold(|_| ());
    let at = s.at();
    s.tick(&h.pass(3_000));
    assert_eq!(
        s.apply(Command::Back, &h.now()),
        [Cue::PhaseStarted(at)],
        "restart"
    );
    assert_eq!(s.remaining(&h.now()), secs(30), "whole again");
    let cues = s.apply(Command::Back, &h.pass(1_900));
    assert_eq!(cues, [Cue::PhaseStarted(at - 1)], "the one before");
    let held = s.held(Side::Right).held;
    assert!(
        held >= secs(4) && held < secs(6),
        "both tries were held: {held:?}"
    );
    let (mut s, h) = begun(|_| ());
    assert_eq!(
        s.apply(Command::Back, &h.now()),
        [Cue::PhaseStarted(0)],
        "never before 0"
    );
}

#[test]
fn a_restart_begins_the_phase_again_and_goes_on() {
    let (mut s, mut h) = at_hold(|_| ());
    let at = s.at();
    s.apply(Command::TooMuch, &h.pass(1_000));
    s.apply(Command::Pause, &h.pass(500));
    assert_eq!(
        s.apply(Command::Restart, &h.pass(60_000)),
        [Cue::PhaseStarted(at)],
        "the same one, however early it is pressed"
    );
    assert_eq!(s.status(), Status::Running, "it goes on");
    assert_eq!(s.remaining(&h.now()), secs(30), "whole again");
    assert!(s.held(Side::Right).held >= secs(1), "what was held counts");
}

#[test]
fn a_session_ended_by_mistake_is_taken_up_where_it_was() {
    let (mut s, mut h) = at_hold(|_| ());
    s.tick(&h.pass(3_000));
    let left = s.remaining(&h.now());
    s.apply(Command::Stop(StopReason::Asked), &h.now());
    s.take_up(&h.pass(90_000));
    assert_eq!(s.status(), Status::Paused(Pause::Asked), "it waits");
    s.apply(Command::Resume, &h.now());
    assert_eq!(s.remaining(&h.now()), left, "where it was");
    s.apply(Command::Stop(StopReason::Pain), &h.now());
    s.take_up(&h.now());
    assert!(s.is_over(), "what pain ended stays ended");
}

#[test]
fn skipped_time_is_not_held() {
    let (mut s, mut h) = at_hold(|_| ());
    s.tick(&h.pass(4_000));
    s.apply(Command::Next, &h.now());
    let first = s.holds()[0];
    assert!(first.held < secs(5), "{first:?}");
    assert!(!first.whole, "not a round");
    until(&mut s, &mut h, 1_000, Session::is_over);
    assert_eq!(s.held(Side::Right).rounds, 1, "the second round");
    assert_eq!(
        s.held(Side::Left),
        SideHeld {
            rounds: 2,
            held: secs(60)
        },
        "the other side"
    );
    assert!(s.record().finished, "gone through");
}

#[test]
fn a_side_can_be_skipped() {
    let (mut s, h) = begun(|o| o.sides = Sides::LeftFirst);
    assert_eq!(s.side(), Some(Side::Left), "to come");
    s.apply(Command::SkipSide, &h.now());
    let phase = s.phase().unwrap();
    assert_eq!(
        (phase.kind, phase.side),
        (PhaseKind::Swap, Some(Side::Right)),
        "the other"
    );
    let cues = s.apply(Command::SkipSide, &h.now());
    assert_eq!(
        (cues.as_slice(), s.status()),
        ([Cue::Done].as_slice(), Status::Done),
        "the end"
    );
}

#[test]
fn too_much_takes_ten_seconds_and_never_what_is_done() {
    let (mut s, mut h) = at_hold(|_| ());
    s.apply(Command::Back, &h.now());
    until(&mut s, &mut h, 500, |s| in_hold(s) && s.spent >= secs(2));
    assert!(!s.offers_easier(), "not yet");
    let left = s.remaining(&h.now());
    s.apply(Command::TooMuch, &h.now());
    assert_eq!(s.remaining(&h.now()), minus(left, secs(10)), "ten less");
    assert!(s.offers_easier(), "an easier level");
    assert_eq!(s.eased_by(), secs(10), "told");
    s.tick(&h.pass(4_000));
    s.apply(Command::TooMuch, &h.now());
    let cues = s.apply(Command::TooMuch, &h.now());
    assert!(
        matches!(cues.as_slice(), [Cue::PhaseStarted(_)]),
        "over: {cues:?}"
    );
    let got = s.holds()[0];
    assert!(
        got.whole && got.held >= secs(6) && got.held < secs(7),
        "{got:?}"
    );
    assert_eq!(s.record().eased, 3, "counted");
    assert_eq!(
        s.plan().phases()[s.at() - 1].length(),
        secs(30),
        "the plan is as it was"
    );
}

#[test]
fn easing_a_hold_away_at_once_is_no_round() {
    let (mut s, h) = at_hold(|o| o.hold_secs = 10);
    s.apply(Command::TooMuch, &h.now());
    assert!(!in_hold(&s), "over");
    assert_eq!(s.held(Side::Right).rounds, 0, "nothing was held");
}

#[test]
fn a_stop_keeps_what_was_held_and_ends_all() {
    let (mut s, mut h) = at_hold(|_| ());
    s.tick(&h.pass(3_000));
    let share = s.progress(&h.now());
    s.apply(Command::Stop(StopReason::Pain), &h.now());
    let record = s.record();
    assert_eq!(record.stopped, Some(StopReason::Pain), "why");
    assert!(
        !record.finished && record.right.held >= secs(3),
        "{record:?}"
    );
    assert_eq!(
        s.remaining_total(&h.now()),
        Duration::ZERO,
        "nothing is left"
    );
    assert!(
        (s.progress(&h.now()) - share).abs() < 0.001,
        "the bar stays"
    );
    for command in [
        Command::Start,
        Command::Resume,
        Command::Next,
        Command::Back,
    ] {
        assert_eq!(s.apply(command, &h.pass(1_000)), [], "{command:?}");
    }
    assert_eq!(s.main_command(), None, "no large button");
}

#[test]
fn a_snapshot_takes_up_where_it_was() {
    let (mut s, mut h) = at_hold(|_| ());
    s.tick(&h.pass(3_000));
    s.apply(Command::TooMuch, &h.now());
    let text = ron::to_string(&s.snapshot().unwrap()).unwrap();
    let (left, held) = (s.remaining(&h.now()), s.held(Side::Right));
    let later = h.pass(7_200_000);
    let back: Snapshot = ron::from_str(&text).unwrap();
    let mut taken = Session::restore(back, &later).unwrap();
    assert_eq!(
        taken.status(),
        Status::Paused(Pause::Asked),
        "waits to be resumed"
    );
    assert_eq!(
        (taken.remaining(&later), taken.held(Side::Right)),
        (left, held),
        "the same"
    );
    assert_eq!(
        taken.record().started,
        s.record().started,
        "the same session"
    );
    taken.apply(Command::Resume, &later);
    until(&mut taken, &mut h, 1_000, Session::is_over);
    assert_eq!(taken.held(Side::Left).held, secs(60), "to the end");
    let over = taken.snapshot().unwrap();
    assert!(over.is_over(), "nothing to go on with");
    let kept = Session::restore(over, &later).unwrap();
    assert_eq!(kept.status(), Status::Done, "but something to save");
    assert_eq!(kept.record(), taken.record(), "all of it");
    for (from, to) in [
        (",at:", ",at:9"),
        (",length:(secs:", ",length:(secs:9"),
        (",wait:(secs:", ",wait:(secs:99999999999"),
        (",got:[", ",got:[(held:(secs:1,nanos:0),whole:true),"),
    ] {
        assert!(text.contains(from), "{from} in {text}");
        let broken = text.replacen(from, to, 1);
        let refused = ron::from_str::<Snapshot>(&broken)
            .ok()
            .and_then(|snapshot| Session::restore(snapshot, &later))
            .is_none();
        assert!(refused, "{from} -> {to}");
    }
}
