//! What time does to a session: borders, cues, sleep, clocks set.

use super::*;
use crate::stretch::{PhaseKind, Side};

#[test]
fn a_whole_session_holds_both_sides_fully_and_loses_no_time() {
    for step in [40, 250, 1_000, 1_300, 4_900] {
        let (mut s, mut h) = begun(|_| ());
        let began = h.ticks;
        let cues = until(&mut s, &mut h, step, Session::is_over);
        assert_eq!(cues.last(), Some(&Cue::Done), "{step} ms");
        let starts = cues.iter().filter(|c| matches!(c, Cue::PhaseStarted(_)));
        assert_eq!(
            starts.count() + 1,
            s.plan().phases().len(),
            "every border, {step} ms"
        );
        for side in [Side::Left, Side::Right] {
            assert_eq!(
                s.held(side),
                SideHeld {
                    rounds: 2,
                    held: secs(60)
                },
                "{step} ms"
            );
        }
        let due = began + s.plan().total();
        let late = h.ticks.checked_sub(due).unwrap();
        assert!(
            late < Duration::from_millis(step),
            "no drift: {late:?} at {step} ms"
        );
    }
}

#[test]
fn a_late_tick_crosses_several_borders_exactly() {
    let (mut s, mut h) = begun(|o| o.prepare_secs = 3);
    s.tick(&h.pass(2_900));
    s.tick(&h.pass(1_300));
    assert_eq!(
        s.phase().unwrap().kind,
        PhaseKind::Cross,
        "crossed the border"
    );
    assert_eq!(
        s.remaining(&h.now()),
        Duration::from_millis(8_800),
        "and not a whit more"
    );
    let (mut s, mut h) = at_hold(|o| {
        o.hold_secs = 5;
        o.rest_secs = 5;
    });
    s.apply(Command::Back, &h.now());
    until(&mut s, &mut h, 500, |s| in_hold(s) && s.spent >= secs(3));
    let cues = s.tick(&h.pass(4_999));
    assert_eq!(cues.len(), 1, "one border: {cues:?}");
    assert_eq!(
        s.remaining(&h.now()),
        Duration::from_millis(2_001),
        "exactly"
    );
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
    for (ticks, ahead) in [
        (5_001, 0),
        (3_600_000, 0),
        (200, 4),
        (0, 3_600),
        (4_000, 30),
    ] {
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
        let gap = Duration::from_millis(ticks) + secs(u64::try_from(ahead).unwrap());
        assert_eq!(s.away(), Some(gap), "how long");
        s.apply(Command::Resume, &h.pass(9_000));
        assert_eq!(s.remaining(&h.now()), left, "where it was");
    }
}

#[test]
fn a_command_after_sleep_finds_it_paused() {
    let (mut s, mut h) = at_hold(|_| ());
    h.set_wall(600);
    assert_eq!(
        s.apply(Command::Pause, &h.pass(100)),
        [Cue::Slept],
        "the large button"
    );
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
    assert_eq!(
        s.remaining(&h.now()),
        left,
        "ticks that went back are not counted twice"
    );
}

#[test]
fn it_wakes_at_whole_seconds_halves_and_borders() {
    let late = Duration::from_millis(4);
    let (mut s, mut h) = at_hold(|o| o.hold_secs = 15);
    s.apply(Command::Next, &h.now());
    s.apply(Command::Back, &h.now());
    assert_eq!(
        s.next_wake(&h.now()),
        Some(secs(1) + late),
        "a whole second"
    );
    s.tick(&h.pass(300));
    assert_eq!(
        s.next_wake(&h.now()),
        Some(Duration::from_millis(700) + late),
        "the rest"
    );
    for _ in 0..7 {
        s.tick(&h.pass(1_000));
    }
    let to_half = Duration::from_millis(200) + late;
    assert_eq!(s.next_wake(&h.now()), Some(to_half), "the half, at 7.5 s");
}
