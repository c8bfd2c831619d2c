//! A session is right about time: half an hour without drift, jittered frames,
//! clocks that jump, and shades that never flash.

use std::time::Duration;

use jiff::SignedDuration;
use proptest::prelude::*;
use unclench::clock::Moment;
use unclench::stretch::{
    Command, Cue, Options, Pause, Plan, Routine, Session, Side, Status, StopReason, Visuals,
};

const FRAME: Duration = Duration::from_millis(16);

fn start() -> Moment {
    Moment {
        wall: "2026-03-29T01:40:00+01:00[Europe/Berlin]".parse().unwrap(),
        ticks: Duration::from_secs(5),
    }
}

fn later(now: &Moment, time: Duration) -> Moment {
    Moment {
        wall: now
            .wall
            .checked_add(SignedDuration::try_from(time).unwrap())
            .unwrap(),
        ticks: now.ticks + time,
    }
}

/// More than half an hour: six holds of two minutes on each side.
fn long_plan() -> Plan {
    let text = include_str!("../../content/routines/figure_four.ron");
    let routine = Routine::parse(text).unwrap();
    let options = Options {
        hold_secs: 120,
        rounds: 6,
        rest_secs: 60,
        prepare_secs: 30,
        switch_secs: 60,
        ..Options::of(&routine)
    };
    let plan = Plan::new(&routine, &options);
    assert!(plan.total() > Duration::from_mins(30), "{:?}", plan.total());
    plan
}

/// When each phase is due, counted from the start.
fn due(plan: &Plan) -> Vec<Duration> {
    let mut sum = Duration::ZERO;
    let mut all = Vec::new();
    for phase in plan.phases() {
        all.push(sum);
        sum += phase.length();
    }
    all.push(sum);
    all
}

/// Runs the plan in frames of these lengths; no phase may begin early, or later
/// than the frame that shows it.
fn no_drift(frames: impl Iterator<Item = Duration>) {
    let plan = long_plan();
    let due = due(&plan);
    let mut now = start();
    let began = now.ticks;
    let mut session = Session::start(plan, &now).unwrap();
    assert_eq!(session.tick(&now), [Cue::PhaseStarted(0)], "at once");
    let mut next = 1;
    for frame in frames {
        now = later(&now, frame);
        for cue in session.tick(&now) {
            let at = match cue {
                Cue::PhaseStarted(at) => at,
                Cue::Done => due.len() - 1,
                Cue::Half | Cue::FiveLeft | Cue::Asks => continue,
                Cue::Slept => panic!("nobody slept"),
            };
            let passed = now.ticks.checked_sub(began).unwrap();
            let late = passed.checked_sub(due[at]).expect("not early");
            assert!(late < frame, "phase {at} is {late:?} late in {frame:?}");
            assert_eq!(at, next, "in order");
            next += 1;
        }
        if session.is_over() {
            break;
        }
    }
    assert_eq!(session.status(), Status::Done, "to the end");
    for side in [Side::Left, Side::Right] {
        let held = session.held(side);
        assert_eq!((held.rounds, held.held.as_secs()), (6, 720), "{side:?}");
    }
}

#[test]
fn half_an_hour_of_frames_drifts_less_than_one_frame() {
    no_drift(std::iter::repeat(FRAME));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn jittered_frames_drift_no_more(jitter in prop::collection::vec(1_u64..90, 5..60)) {
        no_drift(jitter.into_iter().cycle().map(Duration::from_millis));
    }

    /// Stopped, put to sleep, clock set: whatever makes the counting stop, the
    /// session stands where it stood, says how long, and goes on from there.
    #[test]
    fn an_absence_is_never_counted(
        before in 1_u64..1_500,
        ticks in 0_u64..8_000,
        wall_ahead in 0_i64..20_000,
        again in 1_u64..3_000,
    ) {
        let mut now = start();
        let mut session = Session::start(long_plan(), &now).unwrap();
        for _ in 0..before {
            now = later(&now, Duration::from_millis(700));
            session.tick(&now);
        }
        let (left, held) = (session.remaining_total(&now), session.held(Side::Right));
        now = later(&now, Duration::from_secs(ticks));
        now.wall = now.wall.checked_add(SignedDuration::from_secs(wall_ahead)).unwrap();
        let gone = ticks > 5 || wall_ahead > 3;
        session.tick(&now);
        if gone {
            prop_assert_eq!(session.status(), Status::Paused(Pause::Slept));
            prop_assert_eq!(session.remaining_total(&now), left);
            prop_assert_eq!(session.held(Side::Right), held);
            let away = Duration::from_secs(ticks + wall_ahead.unsigned_abs());
            prop_assert_eq!(session.away(), Some(away));
            now = later(&now, Duration::from_secs(again));
            session.apply(Command::Resume, &now);
            prop_assert_eq!(session.remaining_total(&now), left);
        } else {
            prop_assert_eq!(session.status(), Status::Running);
            prop_assert!(session.remaining_total(&now) <= left);
        }
        prop_assert!(!session.is_over());
    }

    /// No more than one shade begins in a second, and none jumps, whatever a
    /// person presses.
    #[test]
    fn the_window_never_flashes(
        presses in prop::collection::vec((0_u8..7, 0_u64..1_500), 1..120),
    ) {
        let mut now = start();
        let plan = long_plan();
        let mut session = Session::start(plan.clone(), &now).unwrap();
        let mut visuals = Visuals::default();
        let (mut level, mut begun) = (0.0_f32, Vec::new());
        for (press, wait) in presses {
            let command = match press {
                0 => Command::Back,
                1 => Command::Restart,
                2 => Command::TooMuch,
                3 => Command::SkipSide,
                4 => Command::Pause,
                5 => Command::Resume,
                _ => Command::Next,
            };
            let cues = session.apply(command, &now);
            visuals.tell(&cues, &plan, now.ticks);
            for _ in 0..=wait / 16 {
                now = later(&now, FRAME);
                let cues = session.tick(&now);
                visuals.tell(&cues, &plan, now.ticks);
                let shown = visuals.at(now.ticks).map_or(0.0, |v| v.level);
                prop_assert!((shown - level).abs() < 0.06, "from {level} to {shown}");
                if level < 0.1 && shown >= 0.1 {
                    begun.push(now.ticks);
                }
                level = shown;
            }
        }
        for pair in begun.windows(2) {
            prop_assert!(pair[1] >= pair[0] + Duration::from_secs(1), "{pair:?}");
        }
    }

    /// Whatever is pressed: a hold never counts for more than its time, and a
    /// side that was never skipped, eased or stopped gets all of its holds.
    #[test]
    fn each_side_gets_its_holds_whatever_is_pressed(
        presses in prop::collection::vec((0_u8..6, 1_u64..4_000), 0..200),
    ) {
        let mut now = start();
        let text = include_str!("../../content/routines/figure_four.ron");
        let routine = Routine::parse(text).unwrap();
        let plan = Plan::new(&routine, &Options::of(&routine));
        let total = plan.total();
        let mut session = Session::start(plan, &now).unwrap();
        for (press, wait) in presses {
            let command = match press {
                0 => Command::Back,
                1 => Command::Restart,
                2 => Command::Pause,
                _ => Command::Resume,
            };
            now = later(&now, Duration::from_millis(wait));
            session.apply(command, &now);
            let sum: Duration = session.plan().phases().iter().map(unclench::stretch::Phase::length).sum();
            prop_assert_eq!(sum, total, "the plan stays as it is");
        }
        session.apply(Command::Resume, &now);
        while !session.is_over() {
            now = later(&now, Duration::from_secs(1));
            session.tick(&now);
        }
        prop_assert_eq!(session.status(), Status::Done);
        for side in [Side::Left, Side::Right] {
            let held = session.held(side);
            prop_assert_eq!(held.rounds, 2, "every hold of the side");
            prop_assert!(held.held >= Duration::from_mins(1), "to its end");
        }
        session.apply(Command::Stop(StopReason::Asked), &now);
        prop_assert_eq!(session.status(), Status::Done, "what is over stays over");
    }
}
