//! What the diary says before and after a stretch: open flags, which cramp it
//! was for, how often it helped.

use unclench::diary::entry::{
    Check, Ended, EntryId, Episode, Intensity, Lasted, LegSymptom, Region, Required, Schema,
    Session as Kept, Side as Sore,
};
use unclench::diary::flag::{self, Raised};
use unclench::diary::when::When;
use unclench::diary::{Diary, Edit, link, relief};
use unclench::triage::{Answer, Answers, Urgency};

use crate::dose::{evening, library};

fn episode(started: &str, duration: Lasted) -> Episode {
    let when = When::parse(started).unwrap();
    let required = Required {
        duration,
        regions: vec![Region::ButtockLeftDeep],
        side: Sore::Left,
        pain_peak: Intensity::new(6).unwrap(),
    };
    Episode::new(EntryId::default(), when.clone(), when, required)
}

fn session(started: &str) -> Kept {
    let when = When::parse(started).unwrap();
    Kept::new(
        EntryId::default(),
        when.clone(),
        when,
        "figure_four",
        Ended::Finished,
    )
}

fn kept(diary: &mut Diary, entry: impl Into<unclench::diary::entry::Entry>) -> EntryId {
    diary.apply(Edit::Create(entry.into()), &evening());
    diary.entries().iter().map(|e| e.id()).max().unwrap()
}

#[test]
fn a_session_belongs_to_the_newest_cramp_of_twelve_hours() {
    let at = |hour: &str| format!("2026-11-23T{hour}:00+01:00[Europe/Berlin]");
    let short = Lasted::Seconds(600);
    for (cramps, belongs) in [
        (vec![("03:10", short)], None),          // nearly 17 h before
        (vec![("08:00", short)], Some("08:00")), // 12 h, to the minute
        (vec![("07:59", short)], None),
        (vec![("08:30", short), ("19:00", short)], Some("19:00")),
        (vec![("19:00", short), ("20:03", short)], Some("20:03")), // put down late
        (vec![("20:30", short)], None),                            // after it
        (vec![("03:10", Lasted::StillGoing)], Some("03:10")),
    ] {
        let mut diary = Diary::new();
        for (hour, duration) in &cramps {
            kept(&mut diary, episode(&at(hour), *duration));
        }
        let start = evening().wall.timestamp();
        let found = link::episode_at(&diary, start);
        let found = found.map(|e| e.started_at.civil().strftime("%H:%M").to_string());
        assert_eq!(found.as_deref(), belongs, "{cramps:?}");
    }
}

#[test]
fn a_cramp_logged_after_the_stretch_finds_it() {
    let mut diary = Diary::new();
    kept(
        &mut diary,
        session("2026-11-23T03:14:00+01:00[Europe/Berlin]"),
    );
    let began = "2026-11-23T03:10:00+01:00[Europe/Berlin]";
    kept(&mut diary, episode(began, Lasted::Seconds(600)));
    let id = diary
        .entries()
        .iter()
        .find_map(|e| e.as_episode())
        .unwrap()
        .id;
    assert_eq!(link::sessions_of(&diary, id).len(), 1, "both ways");
}

#[test]
fn days_and_relief_are_counted_over_the_diary() {
    let mut diary = Diary::new();
    for day in ["10", "17", "19", "19", "23"] {
        kept(
            &mut diary,
            session(&format!("2026-11-{day}T20:00:00+01:00[Europe/Berlin]")),
        );
    }
    let today = jiff::civil::date(2026, 11, 23);
    assert_eq!(relief::days_stretched(&diary, today, 7), 3, "17, 19, 23");
    assert_eq!(relief::lately(&diary, today).of, 0, "no pain was told");
}

fn check(logged: &str, urgency: Urgency, answers: Answers) -> Check {
    Check {
        schema: Schema,
        id: EntryId::default(),
        logged_at: When::parse(logged).unwrap(),
        edited_at: None,
        urgency,
        content: String::new(),
        answers,
        fitted: Vec::new(),
        undecided: false,
        note: String::new(),
    }
}

#[test]
fn a_red_flag_stands_open_until_it_is_looked_at() {
    let library = library();
    let open = |diary: &Diary, seen| {
        flag::open(diary, library.knowledge(), evening().wall.timestamp(), seen)
    };
    let mut diary = Diary::new();
    assert_eq!(open(&diary, None), None, "nothing");
    let mut answers = Answers::new();
    answers.insert("rf_fever".to_owned(), Answer::option("fever_or_chills"));
    let logged = "2026-11-20T12:00:00+01:00[Europe/Berlin]";
    kept(&mut diary, check(logged, Urgency::SameDay, answers));
    let found = open(&diary, None).unwrap();
    assert_eq!(found.urgency, Urgency::SameDay, "today");
    assert!(matches!(found.raised, Raised::Check(_)), "the check");
    assert!(
        found.rules.contains(&"R12".to_owned()),
        "its reason: {found:?}"
    );
    let seen = When::parse("2026-11-21T09:00:00+01:00[Europe/Berlin]").unwrap();
    assert_eq!(open(&diary, Some(seen.instant())), None, "looked at");
    let later = "2026-11-22T12:00:00+01:00[Europe/Berlin]";
    kept(&mut diary, check(later, Urgency::Routine, Answers::new()));
    assert_eq!(open(&diary, None), None, "a newer check without it");
}

#[test]
fn an_old_flag_is_not_asked_about_and_a_weak_leg_in_the_diary_is() {
    let library = library();
    let now = evening().wall.timestamp();
    let mut diary = Diary::new();
    let old = "2026-11-01T12:00:00+01:00[Europe/Berlin]";
    kept(
        &mut diary,
        check(old, Urgency::EmergencyNow, Answers::new()),
    );
    assert_eq!(
        flag::open(&diary, library.knowledge(), now, None),
        None,
        "old"
    );
    let mut cramp = episode(
        "2026-11-22T03:00:00+01:00[Europe/Berlin]",
        Lasted::Seconds(60),
    );
    kept(&mut diary, cramp.clone());
    assert_eq!(
        flag::open(&diary, library.knowledge(), now, None),
        None,
        "a plain cramp"
    );
    cramp.leg_symptoms = vec![LegSymptom::Weak];
    kept(&mut diary, cramp);
    let found = flag::open(&diary, library.knowledge(), now, None).unwrap();
    assert!(matches!(found.raised, Raised::Episode(_)), "the cramp");
    assert_eq!(found.rules, ["R09"], "one leg is newly weak");
}
