//! The session's table of cases: every command, sleep, clocks set, late ticks.

use std::time::Duration;

use jiff::{SignedDuration, ZonedDateTime};

use super::*;
use crate::stretch::{Options, PhaseKind, Routine, Side, Sides};

/// Both clocks, moved apart at will.
struct Hands {
    wall: ZonedDateTime,
    ticks: Duration,
}

impl Hands {
    fn new() -> Self {
        Self {
            wall: "2026-11-23T02:10:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: Duration::from_secs(1_000),
        }
    }

    fn now(&self) -> Moment {
        Moment {
            wall: self.wall.clone(),
            ticks: self.ticks,
        }
    }

    fn set_wall(&mut self, by_secs: i64) {
        let by = SignedDuration::from_secs(by_secs);
        self.wall = self.wall.checked_add(by).unwrap();
    }

    fn pass(&mut self, ms: u64) -> Moment {
        let step = Duration::from_millis(ms);
        self.ticks += step;
        let by = SignedDuration::try_from(step).unwrap();
        self.wall = self.wall.checked_add(by).unwrap();
        self.now()
    }
}

fn plan(change: impl FnOnce(&mut Options)) -> Plan {
    let text = include_str!("../../../content/routines/figure_four.ron");
    let routine = Routine::parse(text).unwrap();
    let mut options = Options::of(&routine);
    change(&mut options);
    Plan::new(&routine, &options)
}

fn begun(change: impl FnOnce(&mut Options)) -> (Session, Hands) {
    let hands = Hands::new();
    let mut session = Session::start(plan(change), &hands.now()).unwrap();
    assert_eq!(session.tick(&hands.now()), [Cue::PhaseStarted(0)], "told once");
    (session, hands)
}

/// Ticks in steps of `ms` until `done`, gathering cues.
fn until(s: &mut Session, h: &mut Hands, ms: u64, done: impl Fn(&Session) -> bool) -> Vec<Cue> {
    let mut cues = Vec::new();
    for _ in 0..100_000 {
        if done(s) {
            return cues;
        }
        cues.extend(s.tick(&h.pass(ms)));
    }
    panic!("it never came to that");
}

fn in_hold(s: &Session) -> bool {
    s.phase().is_some_and(Phase::is_hold)
}

fn at_hold(change: impl FnOnce(&mut Options)) -> (Session, Hands) {
    let (mut s, mut h) = begun(change);
    until(&mut s, &mut h, 250, in_hold);
    (s, h)
}

fn minus(left: Duration, passed: Duration) -> Duration {
    left.checked_sub(passed).unwrap()
}

const fn secs(number: u64) -> Duration {
    Duration::from_secs(number)
}

#[test]
fn a_whole_session_holds_both_sides_fully_and_loses_no_time() {
    for step in [40, 250, 1_000, 1_300, 4_900] {
        let (mut s, mut h) = begun(|_| ());
        let began = h.ticks;
        let cues = until(&mut s, &mut h, step, Session::is_over);
        assert_eq!(cues.last(), Some(&Cue::Done), "{step} ms");
        let starts = cues.iter().filter(|c| matches!(c, Cue::PhaseStarted(_)));
        assert_eq!(starts.count() + 1, s.plan().phases().len(), "every border, {step} ms");
        for side in [Side::Left, Side::Right] {
            assert_eq!(s.held(side), SideHeld { rounds: 2, held: secs(60) }, "{step} ms");
        }
        let due = began + s.plan().total();
        let late = h.ticks.checked_sub(due).unwrap();
        assert!(late < Duration::from_millis(step), "no drift: {late:?} at {step} ms");
    }
}

#[test]
fn a_late_tick_crosses_several_borders_exactly() {
    let (mut s, mut h) = begun(|o| o.prepare_secs = 3);
    s.tick(&h.pass(2_900));
    s.tick(&h.pass(1_300));
    assert_eq!(s.phase().unwrap().kind, PhaseKind::Cross, "crossed the border");
    assert_eq!(s.remaining(&h.now()), Duration::from_millis(8_800), "and not a whit more");
    let (mut s, mut h) = at_hold(|o| {
        o.hold_secs = 5;
        o.rest_secs = 5;
    });
    s.apply(Command::Back, &h.now());
    until(&mut s, &mut h, 500, |s| in_hold(s) && s.spent >= secs(3));
    let cues = s.tick(&h.pass(4_999));
    assert_eq!(cues.len(), 1, "one border: {cues:?}");
    assert_eq!(s.remaining(&h.now()), Duration::from_millis(2_001), "exactly");
}

#[test]
fn a_hold_tells_its_half_and_its_last_five_seconds_once() {
    for (hold, wanted) in [
        (30, vec![Cue::Half, Cue::FiveLeft]),
        (11, vec![Cue::Half, Cue::FiveLeft]),
        (10, vec![Cue::Half]),
        (5, vec![Cue::Half]),
    ] {
        let (mut s, mut h) = at_hold(|o| o.hold_secs = hold);
        let cues = until(&mut s, &mut h, 100, |s| !in_hold(s));
        assert_eq!(cues[..cues.len() - 1], wanted, "{hold} s");
    }
}

#[test]
fn before_the_start_nothing_counts() {
    let mut h = Hands::new();
    let mut s = Session::new(plan(|_| ()), &h.now()).unwrap();
    assert_eq!(s.main_command(), Some(Command::Start), "the large button");
    for command in [Command::Pause, Command::Back, Command::SkipSide, Command::TooMuch] {
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
    assert_eq!(s.apply(Command::Start, &h.pass(9_000)), [Cue::PhaseStarted(1)], "on");
    assert_eq!(s.remaining(&h.now()), secs(10), "from its start");
}

#[test]
fn a_pause_stands_still() {
    let (mut s, mut h) = at_hold(|_| ());
    s.tick(&h.pass(4_000));
    let left = s.remaining(&h.now());
    s.apply(Command::Pause, &h.now());
    assert_eq!(s.status(), Status::Paused(Pause::Asked), "asked");
    assert_eq!(s.tick(&h.pass(3_600_000)), [], "a long one, and no sleep");
    assert_eq!(s.remaining(&h.now()), left, "still");
    assert_eq!(s.next_wake(&h.now()), None, "no wake");
    s.apply(Command::Resume, &h.now());
    s.tick(&h.pass(1_000));
    assert_eq!(s.remaining(&h.now()), minus(left, secs(1)), "it goes on");
}

#[test]
fn sleep_pauses_and_nothing_of_it_is_held() {
    // (ticks in ms, how much further the wall went in s)
    for (ticks, ahead) in [(5_001, 0), (3_600_000, 0), (200, 4), (0, 3_600), (4_000, 30)] {
        let (mut s, mut h) = at_hold(|_| ());
        s.tick(&h.pass(2_000));
        let (held, left) = (s.held(Side::Right), s.remaining(&h.now()));
        h.set_wall(ahead);
        let now = h.pass(ticks);
        assert_eq!(s.remaining(&now), left, "shown before the tick, too");
        assert_eq!(s.next_wake(&now), Some(Duration::ZERO), "tick at once");
        assert_eq!(s.tick(&now), [Cue::Slept], "{ticks} ms, {ahead} s");
        assert_eq!(s.status(), Status::Paused(Pause::Slept), "and says why");
        assert_eq!(s.held(Side::Right), held, "nothing of the gap");
        s.apply(Command::Resume, &h.pass(9_000));
        assert_eq!(s.remaining(&h.now()), left, "where it was");
    }
}

#[test]
fn a_command_after_sleep_finds_it_paused() {
    let (mut s, mut h) = at_hold(|_| ());
    h.set_wall(600);
    assert_eq!(s.apply(Command::Pause, &h.pass(100)), [Cue::Slept], "the large button");
    assert_eq!(s.status(), Status::Paused(Pause::Slept), "the reason stays");
}

#[test]
fn small_gaps_and_a_clock_set_back_change_nothing() {
    for (ticks, ahead) in [(5_000, 0), (1_000, 3), (1_000, -7_200), (1_000, -86_400)] {
        let (mut s, mut h) = at_hold(|_| ());
        let left = s.remaining(&h.now());
        h.set_wall(ahead);
        s.tick(&h.pass(ticks));
        assert_eq!(s.status(), Status::Running, "{ticks} ms, {ahead} s");
        let passed = Duration::from_millis(ticks);
        assert_eq!(s.remaining(&h.now()), minus(left, passed), "{ahead} s");
    }
    let (mut s, mut h) = at_hold(|_| ());
    let left = s.remaining(&h.now());
    h.ticks -= secs(100);
    s.tick(&h.now());
    h.ticks += secs(100);
    s.tick(&h.now());
    assert_eq!(s.remaining(&h.now()), left, "ticks that went back are not counted twice");
}

#[test]
fn back_restarts_and_pressed_again_goes_to_the_phase_before() {
    let (mut s, mut h) = at_hold(|_| ());
    let at = s.at();
    s.tick(&h.pass(3_000));
    assert_eq!(s.apply(Command::Back, &h.now()), [Cue::PhaseStarted(at)], "restart");
    assert_eq!(s.remaining(&h.now()), secs(30), "whole again");
    let cues = s.apply(Command::Back, &h.pass(1_900));
    assert_eq!(cues, [Cue::PhaseStarted(at - 1)], "the one before");
    let held = s.held(Side::Right).held;
    assert!(held >= secs(4) && held < secs(6), "both tries were held: {held:?}");
    let (mut s, h) = begun(|_| ());
    assert_eq!(s.apply(Command::Back, &h.now()), [Cue::PhaseStarted(0)], "never before 0");
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
    assert_eq!(s.held(Side::Left), SideHeld { rounds: 2, held: secs(60) }, "the other side");
    assert!(s.record().finished, "gone through");
}

#[test]
fn a_side_can_be_skipped() {
    let (mut s, h) = begun(|o| o.sides = Sides::LeftFirst);
    assert_eq!(s.side(), Some(Side::Left), "to come");
    s.apply(Command::SkipSide, &h.now());
    let phase = s.phase().unwrap();
    assert_eq!((phase.kind, phase.side), (PhaseKind::Swap, Some(Side::Right)), "the other");
    let cues = s.apply(Command::SkipSide, &h.now());
    assert_eq!((cues.as_slice(), s.status()), ([Cue::Done].as_slice(), Status::Done), "the end");
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
    s.tick(&h.pass(4_000));
    s.apply(Command::TooMuch, &h.now());
    let cues = s.apply(Command::TooMuch, &h.now());
    assert!(matches!(cues.as_slice(), [Cue::PhaseStarted(_)]), "over: {cues:?}");
    let got = s.holds()[0];
    assert!(got.whole && got.held >= secs(6) && got.held < secs(7), "{got:?}");
    assert_eq!(s.record().eased, 3, "counted");
    assert_eq!(s.plan().phases()[s.at() - 1].length(), secs(30), "the plan is as it was");
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
    assert!(!record.finished && record.right.held >= secs(3), "{record:?}");
    assert_eq!(s.remaining_total(&h.now()), Duration::ZERO, "nothing is left");
    assert!((s.progress(&h.now()) - share).abs() < 0.001, "the bar stays");
    for command in [Command::Start, Command::Resume, Command::Next, Command::Back] {
        assert_eq!(s.apply(command, &h.pass(1_000)), [], "{command:?}");
    }
    assert_eq!(s.main_command(), None, "no large button");
}

#[test]
fn it_wakes_at_whole_seconds_halves_and_borders() {
    let late = Duration::from_millis(4);
    let (mut s, mut h) = at_hold(|o| o.hold_secs = 15);
    s.apply(Command::Next, &h.now());
    s.apply(Command::Back, &h.now());
    assert_eq!(s.next_wake(&h.now()), Some(secs(1) + late), "a whole second");
    s.tick(&h.pass(300));
    assert_eq!(s.next_wake(&h.now()), Some(Duration::from_millis(700) + late), "the rest");
    for _ in 0..7 {
        s.tick(&h.pass(1_000));
    }
    let to_half = Duration::from_millis(200) + late;
    assert_eq!(s.next_wake(&h.now()), Some(to_half), "the half, at 7.5 s");
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
    assert_eq!(taken.status(), Status::Paused(Pause::Asked), "waits to be resumed");
    assert_eq!((taken.remaining(&later), taken.held(Side::Right)), (left, held), "the same");
    assert_eq!(taken.record().started, s.record().started, "the same session");
    taken.apply(Command::Resume, &later);
    until(&mut taken, &mut h, 1_000, Session::is_over);
    assert_eq!(taken.held(Side::Left).held, secs(60), "to the end");
    assert_eq!(taken.snapshot(), None, "nothing to take up any more");
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
