//! Entries of every kind, made up at random but valid.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use unclench::diary::entry::{
    BowelUrine, Check, Day, Ended, Entry, EntryId, Episode, Feeling, Fitted, FluidHeat, Helped,
    Intensity, Lasted, LegSymptom, Medicine, Quality, Region, Relief, Required, Sample, Schema,
    Session, Side, SideDone, Sleep, StopReason, StretchDone, Training, Trigger, WeekLook,
};
use unclench::diary::when::When;
use unclench::triage::{Answer, Answers, Urgency};

fn id() -> impl Strategy<Value = EntryId> {
    (0_u32..40).prop_map(nth)
}

fn nth(n: u32) -> EntryId {
    EntryId::parse(&format!("01a2082c-0000-7000-8000-{n:012}")).unwrap()
}

fn when() -> impl Strategy<Value = When> {
    const ZONES: &[&str] = &[
        "",
        "[Europe/Berlin]",
        "[Mars/Olympus]",
        "[+05:30]",
        "[Etc/UTC]",
    ];
    (
        1900_i32..=2199,
        1_u32..=12,
        1_u32..=28,
        0_u32..24,
        0_u32..60,
        -14_i32..=14,
        select(ZONES),
    )
        .prop_map(|(year, month, day, hour, minute, offset, zone)| {
            let sign = if offset < 0 { '-' } else { '+' };
            let offset = offset.unsigned_abs();
            let text = format!(
                "{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00{sign}{offset:02}:00{zone}"
            );
            When::parse(&text).unwrap()
        })
}

fn pain() -> impl Strategy<Value = Intensity> {
    (0_u8..=10).prop_map(|value| Intensity::new(value).unwrap())
}

fn word() -> impl Strategy<Value = String> {
    "[^\\s]\\PC{0,30}"
}

fn words<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    vec(select(all), 0..4)
}

fn training() -> impl Strategy<Value = Option<Training>> {
    let one = (word(), 0_u16..=1440, option::of(pain()));
    option::of(one.prop_map(|(activity, minutes, effort)| Training {
        activity,
        minutes,
        effort,
    }))
}

fn required() -> impl Strategy<Value = Required> {
    let duration = option::of(0_u32..=2_592_000)
        .prop_map(|seconds| seconds.map_or(Lasted::StillGoing, Lasted::Seconds));
    let regions = vec(select(Region::ALL), 1..5);
    (duration, regions, select(Side::ALL), pain()).prop_map(
        |(duration, regions, side, pain_peak)| Required {
            duration,
            regions,
            side,
            pain_peak,
        },
    )
}

fn plain_episode() -> impl Strategy<Value = Episode> {
    (
        id(),
        when(),
        option::of(when()),
        when(),
        required(),
        any::<String>(),
    )
        .prop_map(|(id, logged_at, edited_at, started_at, required, note)| {
            let mut episode = Episode::new(id, logged_at, started_at, required);
            episode.edited_at = edited_at;
            episode.note = note;
            episode
        })
}

/// An attack with any of its fields.
pub(crate) fn episode() -> impl Strategy<Value = Episode> {
    full_episode()
}

fn full_episode() -> impl Strategy<Value = Episode> {
    let around = (
        words(Quality::ALL),
        words(Trigger::ALL),
        words(Relief::ALL),
        words(LegSymptom::ALL),
        words(BowelUrine::ALL),
        words(FluidHeat::ALL),
        vec(word(), 0..3),
        training(),
    );
    let numbers = (
        option::of(pain()),
        vec((0_u32..9999, pain()), 0..3),
        option::of(0_u16..=120),
        option::of(0_u32..=200_000),
        option::of(any::<bool>()),
        option::of(1_u8..=99),
    );
    let helped = (
        vec((word(), any::<bool>()), 0..3),
        vec((word(), pain()), 0..3),
        option::of((
            any::<u8>(),
            option::of(pain()),
            option::of(select(StopReason::ALL)),
        )),
    );
    (plain_episode(), around, numbers, helped).prop_map(|(mut e, around, numbers, helped)| {
        (
            e.quality,
            e.triggers,
            e.relief,
            e.leg_symptoms,
            e.bowel_urine,
            e.fluid_heat,
            e.tags,
            e.training,
        ) = around;
        let samples;
        (
            e.pain_average,
            samples,
            e.sitting_before_min,
            e.walk_distance_m,
            e.walk_uphill,
            e.cycle_day,
        ) = numbers;
        e.samples = samples
            .into_iter()
            .map(|(after_secs, pain)| Sample { after_secs, pain })
            .collect();
        e.samples.sort_by_key(|sample| sample.after_secs);
        e.woke_me = e.walk_uphill;
        e.about = e.walk_uphill == Some(true);
        e.medicines = helped
            .0
            .into_iter()
            .map(|(name, taken)| Medicine { name, taken })
            .collect();
        e.helped = helped
            .1
            .into_iter()
            .map(|(remedy, score)| Helped { remedy, score })
            .collect();
        e.stretch = helped.2.map(|(rounds, pain_before, stopped)| StretchDone {
            rounds,
            level: "1b".to_owned(),
            pain_before,
            pain_after: None,
            stopped,
        });
        e
    })
}

/// Any entry.
pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let session = (
        plain_episode(),
        word(),
        0_u32..=86_400,
        option::of(select(StopReason::ALL)),
        words(Feeling::ALL),
    );
    let session = session.prop_map(|(e, routine, held_secs, stopped, feelings)| {
        let ended = stopped.map_or(Ended::Finished, Ended::Stopped);
        let mut session = Session::new(e.id, e.logged_at, e.started_at, &routine, ended);
        session.left = SideDone {
            rounds: 2,
            held_secs,
        };
        session.feelings = feelings;
        session.sore_side = Some(e.side);
        session.pain_before = Some(e.pain_peak);
        session.pull = e.pain_average;
        session.episode = Some(nth(77));
        session.note = e.note;
        Entry::from(session)
    });
    let day = (
        full_episode(),
        training(),
        option::of(select(Sleep::ALL)),
        option::of(0_u16..=1440),
    );
    let day = day.prop_map(|(e, training, sleep, sitting_min)| {
        let mut day = Day::new(e.id, e.logged_at, e.started_at.date());
        day.training = training;
        day.sleep = sleep;
        day.sitting_min = sitting_min;
        day.cramp_free = sitting_min.is_none();
        day.week = e.pain_average.map(|pain| WeekLook {
            pain,
            enjoyment: e.pain_peak,
            activity: Intensity::MIN,
        });
        day.note = e.note;
        Entry::from(day)
    });
    let check = (full_episode(), any::<bool>(), 0..5_usize, 0..=100_u8).prop_map(
        |(e, undecided, level, percent)| {
            let answers = [
                ("rf_fever".to_owned(), Answer::option("no")),
                ("age_years".to_owned(), Answer::Number(u32::from(percent))),
                ("side".to_owned(), Answer::Unsure),
                (
                    "loc_buttock".to_owned(),
                    Answer::Chosen(vec!["a".into(), "b".into()]),
                ),
            ];
            Entry::from(Check {
                schema: Schema,
                id: e.id,
                logged_at: e.logged_at,
                edited_at: e.edited_at,
                urgency: Urgency::ALL[level],
                content: "0e13aadd".to_owned(),
                answers: Answers::from(answers),
                fitted: vec![Fitted {
                    cause: "gluteal_strain".to_owned(),
                    percent,
                }],
                undecided,
                note: e.note,
            })
        },
    );
    prop_oneof![
        3 => full_episode().prop_map(Entry::from),
        1 => session,
        1 => day,
        1 => check,
    ]
}
