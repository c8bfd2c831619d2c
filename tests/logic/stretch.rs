//! The stretch, whatever a person and the clocks do: no panic, no time
//! invented, both sides alike; and the routines that ship.

use std::time::Duration;

use jiff::{SignedDuration, ZonedDateTime};
use proptest::prelude::*;
use unclench::clock::Moment;
use unclench::content::Library;
use unclench::stretch::{
    Command, Cue, Options, PhaseKind, Plan, Ranges, Routine, Session, Side, Sides, Status,
    StopReason,
};

const ROUTINES: [&str; 7] = [
    include_str!("../../content/routines/figure_four.ron"),
    include_str!("../../content/routines/figure_four_foot_down.ron"),
    include_str!("../../content/routines/seated_figure_four.ron"),
    include_str!("../../content/routines/side_knee_to_chest.ron"),
    include_str!("../../content/routines/wall_figure_four.ron"),
    include_str!("../../content/routines/towel_figure_four.ron"),
    include_str!("../../content/routines/figure_four_across.ron"),
];

/// One thing that happens.
#[derive(Clone, Debug)]
enum Step {
    /// Both clocks go on by so many milliseconds, and the session is told.
    Tick(u64),
    /// The wall is set by so many seconds; ticks stand still.
    SetWall(i64),
    /// A command, so many milliseconds later.
    Do(Command, u64),
    /// It is kept and taken up again.
    Crash,
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        1 => Just(Command::Start),
        1 => Just(Command::Pause),
        4 => Just(Command::Resume),
        1 => Just(Command::Next),
        1 => Just(Command::Back),
        1 => Just(Command::Restart),
        1 => Just(Command::SkipSide),
        1 => Just(Command::TooMuch),
        1 => Just(Command::Stop(StopReason::Asked)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => (0_u64..5_000).prop_map(Step::Tick),
        1 => (0_u64..10_000_000).prop_map(Step::Tick),
        1 => (-100_000_i64..100_000).prop_map(Step::SetWall),
        4 => (command(), 0_u64..6_000).prop_map(|(c, ms)| Step::Do(c, ms)),
        1 => Just(Step::Crash),
    ]
}

fn options() -> impl Strategy<Value = Options> {
    let sides = prop_oneof![
        Just(Sides::RightFirst),
        Just(Sides::LeftFirst),
        Just(Sides::RightOnly),
        Just(Sides::LeftOnly),
    ];
    let secs = 0_u32..200;
    (
        secs.clone(),
        0_u32..9,
        secs.clone(),
        secs.clone(),
        secs,
        sides,
        any::<bool>(),
        (
            proptest::option::of(prop_oneof![Just(Side::Left), Just(Side::Right)]),
            0_u32..9,
        ),
    )
        .prop_map(
            |(hold_secs, rounds, rest_secs, prepare_secs, switch_secs, sides, hands_free, sore)| {
                Options {
                    hold_secs,
                    rounds,
                    rest_secs,
                    prepare_secs,
                    switch_secs,
                    hands_free,
                    sides,
                    sore: sore.0,
                    extra: sore.1,
                }
            },
        )
}

/// Plans of every routine, with every dose or none.
fn plan() -> impl Strategy<Value = Plan> {
    let library = Library::embedded().unwrap();
    let doses = library.doses().to_vec();
    (0..ROUTINES.len(), options(), 0..doses.len() + 3).prop_map(move |(at, options, dose)| {
        let routine = Routine::parse(ROUTINES[at]).unwrap();
        Plan::with(&routine, &options, doses.get(dose))
    })
}

/// Clocks that are moved by hand.
struct Hands(Moment);

impl Hands {
    fn new() -> Self {
        let wall: ZonedDateTime = "2026-03-29T01:59:00+01:00[Europe/Berlin]".parse().unwrap();
        let ticks = Duration::from_secs(1_000);
        Self(Moment { wall, ticks })
    }

    fn set_wall(&mut self, by: SignedDuration) {
        self.0.wall = self.0.wall.checked_add(by).unwrap();
    }

    fn pass(&mut self, time: Duration) -> &Moment {
        self.0.ticks += time;
        self.set_wall(SignedDuration::try_from(time).unwrap());
        &self.0
    }

    fn pass_ms(&mut self, ms: u64) -> &Moment {
        self.pass(Duration::from_millis(ms))
    }
}

fn held(session: &Session) -> Duration {
    session.held(Side::Left).held + session.held(Side::Right).held
}

/// What is true of every session at every moment.
fn sound(session: &Session, now: &Moment) -> Result<(), TestCaseError> {
    let total = session.plan().total();
    prop_assert!(session.remaining(now) <= session.remaining_total(now) || session.is_over());
    prop_assert!(session.remaining_total(now) <= total);
    prop_assert!((0.0..=1.0).contains(&session.progress(now)));
    prop_assert!((0.0..=1.0).contains(&session.phase_progress(now)));
    prop_assert!(session.phase().is_some(), "always in a phase");
    prop_assert_eq!(session.main_command().is_none(), session.is_over());
    let runs = session.status() == Status::Running && !session.is_waiting();
    match session.next_wake(now) {
        Some(wake) => prop_assert!(runs && wake <= Duration::from_millis(1_004), "{wake:?}"),
        None => prop_assert!(!runs, "it would never wake"),
    }
    for side in [Side::Left, Side::Right] {
        let rounds = session.holds().iter().filter(|h| h.side == side).count();
        prop_assert!(
            session.held(side).rounds as usize <= rounds,
            "no round twice"
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn whatever_happens_no_time_is_invented(
        plan in plan(),
        steps in prop::collection::vec(step(), 0..120),
    ) {
        let mut hands = Hands::new();
        let mut session = Session::new(plan, &hands.0).unwrap();
        let mut passed = Duration::ZERO;
        for step in steps {
            let (held_before, over) = (held(&session), session.is_over());
            let mut now_passes = Duration::ZERO;
            match step {
                Step::Tick(ms) => {
                    now_passes = Duration::from_millis(ms);
                    session.tick(hands.pass_ms(ms));
                }
                Step::SetWall(secs) => hands.set_wall(SignedDuration::from_secs(secs)),
                Step::Do(command, ms) => {
                    now_passes = Duration::from_millis(ms);
                    session.apply(command, hands.pass_ms(ms));
                }
                Step::Crash => {
                    if let Some(kept) = session.snapshot() {
                        let text = ron::to_string(&kept).unwrap();
                        let kept = ron::from_str(&text).unwrap();
                        session = Session::restore(kept, &hands.0).unwrap();
                    }
                }
            }
            passed += now_passes;
            let more = held(&session).saturating_sub(held_before);
            prop_assert!(more <= now_passes, "{more:?} held in {now_passes:?}");
            prop_assert!(!over || session.is_over(), "what is over stays over");
            prop_assert!(!over || more.is_zero(), "and holds no more");
            sound(&session, &hands.0)?;
        }
        prop_assert!(held(&session) <= passed);
    }

    #[test]
    fn left_alone_it_does_the_plan_and_both_sides_alike(
        plan in plan(),
        steps in prop::collection::vec(1_u64..5_000, 1..40),
    ) {
        let mut hands = Hands::new();
        let mut session = Session::start(plan, &hands.0).unwrap();
        let mut starts = 0;
        let began = hands.0.ticks;
        for ms in steps.into_iter().cycle() {
            let cues = session.tick(hands.pass_ms(ms));
            starts += cues.iter().filter(|c| matches!(c, Cue::PhaseStarted(_))).count();
            if session.is_waiting() {
                let now = hands.0.clone();
                let cues = session.apply(Command::Next, &now);
                starts += cues.len();
            }
            if session.is_over() {
                break;
            }
        }
        let plan = session.plan();
        prop_assert_eq!(session.status(), Status::Done);
        prop_assert_eq!(starts, plan.phases().len(), "each phase once");
        prop_assert!(hands.0.ticks >= began + plan.total(), "not early");
        for side in [Side::Left, Side::Right] {
            prop_assert_eq!(session.held(side).held, plan.held(side), "as planned");
        }
        prop_assert!(session.holds().iter().all(|h| h.whole));
    }

    #[test]
    fn woken_only_when_it_asks_it_is_never_late(plan in plan()) {
        let mut hands = Hands::new();
        let mut session = Session::start(plan, &hands.0).unwrap();
        session.tick(&hands.0.clone());
        let mut wakes = 0_u64;
        while !session.is_over() {
            let now = hands.0.clone();
            let Some(wake) = session.next_wake(&now) else {
                session.apply(Command::Next, &now);
                continue;
            };
            let (at, left) = (session.at(), session.remaining(&now));
            session.tick(hands.pass(wake));
            wakes += 1;
            let shown = |left: Duration| left.as_millis().div_ceil(1_000);
            let same = session.at() == at;
            let still = shown(session.remaining(&hands.0));
            prop_assert!(!same || still + 1 >= shown(left), "a second was left out");
        }
        let most = session.plan().total().as_secs() + 3 * session.plan().phases().len() as u64;
        prop_assert!(wakes <= most, "{wakes} wakes for {most}");
    }

    #[test]
    fn a_plan_gives_each_side_all_of_its_phases(
        at in 0..ROUTINES.len(),
        options in options(),
    ) {
        let routine = Routine::parse(ROUTINES[at]).unwrap();
        let plan = Plan::new(&routine, &options);
        let of = |side| -> Vec<(PhaseKind, u32, Option<Duration>)> {
            let own = plan.phases().iter().filter(|p| p.side == Some(side));
            own.filter(|p| p.kind != PhaseKind::Swap)
                .map(|p| (p.kind, p.round, p.duration))
                .collect()
        };
        let sides = options.sides.list();
        for side in sides {
            let kinds: Vec<PhaseKind> = of(*side).into_iter().map(|(kind, _, _)| kind).collect();
            prop_assert_eq!(kinds.first(), Some(&PhaseKind::Cross));
            prop_assert_eq!(kinds.last(), Some(&PhaseKind::Release));
        }
        let tame = options.within(&routine.ranges);
        if sides.len() == 2 && (tame.sore.is_none() || tame.extra == 0) {
            prop_assert_eq!(of(Side::Left), of(Side::Right));
        }
        let sum: Duration = plan.phases().iter().filter_map(|p| p.duration).sum();
        prop_assert_eq!(plan.total(), sum);
        prop_assert!(plan.estimated() >= sum);
        for side in [Side::Left, Side::Right] {
            let holds = plan.phases().iter().filter(|p| p.is_hold() && p.side == Some(side));
            let wanted = if sides.contains(&side) { tame.rounds_on(side) } else { 0 };
            prop_assert_eq!(holds.count(), wanted as usize, "exactly its own holds");
            let held = Duration::from_secs(u64::from(tame.hold_secs * wanted));
            prop_assert_eq!(plan.held(side), held);
        }
    }
}

#[test]
fn every_routine_that_ships_is_sound_and_has_its_pictures() {
    let library = Library::embedded().unwrap();
    assert_eq!(
        library.routines().len(),
        ROUTINES.len(),
        "all are tested here"
    );
    for text in ROUTINES {
        let routine = Routine::parse(text).unwrap();
        assert_eq!(routine.check(text), [], "{}", routine.id);
        assert_eq!(
            library.routine(&routine.id),
            Some(&routine),
            "the one that is embedded"
        );
        let of_steps = routine
            .steps
            .iter()
            .map(|s| &s.picture)
            .filter(|p| !p.is_empty());
        for picture in of_steps.chain([&routine.picture]) {
            let known = library.poses().knows(picture);
            assert!(known, "{}: no pose {picture}", routine.id);
        }
        let d = &routine.defaults;
        assert!(Ranges::WIDEST.hold_secs.has(d.hold_secs), "{}", routine.id);
    }
}
