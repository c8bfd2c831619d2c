//! The desk of the cramps that are not in the diary yet.

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::action::{Action, CrampStep, CrampTold, StretchStep};
use crate::content::Library;
use crate::diary::entry::{Entry, Intensity};
use crate::diary::format::Seal;
use crate::diary::found::Version;
use crate::job::{Fault, FaultKind, Ticket};
use crate::settings::{Night, Settings};
use crate::state::{Stage, State};

fn moment(minutes: i64) -> Moment {
    let start: jiff::ZonedDateTime = "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap();
    Moment {
        wall: start
            .checked_add(SignedDuration::from_mins(minutes))
            .unwrap(),
        ticks: Duration::from_secs(u64::try_from(minutes * 60).unwrap()),
    }
}

fn state() -> State {
    let library = Arc::new(Library::embedded().unwrap());
    State::new(library, Settings::default(), String::new())
}

/// Takes a step, and lets the disk answer at once.
fn step(state: &mut State, step: CrampStep, minutes: i64) -> Vec<Job> {
    let now = moment(minutes);
    let mut jobs = state.apply(Action::Cramp(step), &now);
    answer(state, &jobs);
    let more = state.tick(&now);
    jobs.extend(more);
    jobs
}

fn answer(state: &mut State, jobs: &[Job]) {
    for job in jobs {
        if let Job::KeepCramp(begun) = job {
            state.receive(Report::CrampKept(begun.clone()));
        } else if let Job::Create { ticket, entry } = job {
            state.receive(saved(*ticket, entry));
        }
    }
}

fn saved(ticket: Ticket, entry: &Arc<Entry>) -> Report {
    Report::Saved {
        ticket,
        version: Version {
            path: std::path::PathBuf::from(format!("diary/{}.ron", entry.id())).into(),
            entry: Arc::clone(entry),
            seal: Seal::Whole,
        },
        aside: None,
    }
}

fn press(state: &mut State, minutes: i64) -> EntryId {
    step(state, CrampStep::Press, minutes);
    state.cramp.view().expect("the signs are asked").id()
}

fn tell_all(state: &mut State, id: EntryId, minutes: i64) {
    step(state, CrampStep::Tell(id, CrampTold::Pain(7)), minutes);
    step(
        state,
        CrampStep::Tell(id, CrampTold::Side(Some(Side::Left))),
        minutes,
    );
    step(
        state,
        CrampStep::Tell(id, CrampTold::Place("buttock_deep")),
        minutes,
    );
    step(state, CrampStep::Tell(id, CrampTold::Stopped), minutes);
}

#[test]
fn the_press_is_kept_at_once_and_said_only_when_it_is_safe() {
    let mut state = state();
    let jobs = state.apply(Action::Cramp(CrampStep::Press), &moment(0));
    let id = state.cramp.view().unwrap().id();
    assert!(
        matches!(jobs.as_slice(), [Job::KeepCramp(begun)] if begun.id == Some(id)),
        "one write: {jobs:?}"
    );
    assert!(!state.cramp.is_kept(id), "not yet");
    answer(&mut state, &jobs);
    assert!(state.cramp.is_kept(id), "now");
}

#[test]
fn what_could_not_be_kept_is_tried_again_and_holds_the_window() {
    let mut state = state();
    let jobs = state.apply(Action::Cramp(CrampStep::Press), &moment(0));
    assert_eq!(jobs.len(), 1, "a write");
    let id = state.cramp.view().unwrap().id();
    state.receive(Report::Failed {
        ticket: None,
        what: Task::KeepCramp(id),
        fault: Fault::new(FaultKind::Full, "the disk is full"),
    });
    assert!(state.cramp.get(id).is_some(), "still here");
    assert!(state.refuses_to_close(), "told before closing");
    let again = state.cramp.keep_again();
    answer(&mut state, &again);
    assert!(state.cramp.is_kept(id), "kept in the end");
}

#[test]
fn the_file_goes_only_after_the_entry_is_durable() {
    let mut state = state();
    let id = press(&mut state, 0);
    tell_all(&mut state, id, 5);
    let now = moment(6);
    let jobs = state.apply(Action::Cramp(CrampStep::Save(id)), &now);
    let [Job::Create { ticket, entry }] = jobs.as_slice() else {
        panic!("one write: {jobs:?}")
    };
    assert_eq!(entry.id(), id, "under the id of the cramp");
    assert!(state.cramp.get(id).is_none(), "not in the tray any more");
    let before = state.tick(&now);
    assert!(!before.contains(&Job::DropCramp(id)), "too early");
    state.receive(saved(*ticket, entry));
    assert!(state.tick(&now).contains(&Job::DropCramp(id)), "now");
    let episode = entry.as_episode().unwrap();
    assert_eq!(episode.duration, Lasted::Seconds(300), "from the stamp");
    assert_eq!(episode.samples.len(), 1, "with its pain");
    assert_eq!(episode.woke_me, Some(true), "at ten past three");
    state.receive(Report::Unfinished(vec![Begun {
        id: Some(id),
        ..Begun::now(&now)
    }]));
    assert!(state.cramp.get(id).is_none(), "a late word changes nothing");
}

#[test]
fn two_cramps_may_overlap() {
    let mut state = state();
    let first = press(&mut state, 0);
    let second = press(&mut state, 20);
    assert_eq!(state.cramp.open().count(), 2, "both are open");
    step(&mut state, CrampStep::Tell(first, CrampTold::Pain(3)), 21);
    step(&mut state, CrampStep::Tell(second, CrampTold::Pain(8)), 21);
    let worst = |state: &State, id| state.cramp.get(id).unwrap().worst().map(Intensity::get);
    assert_eq!(worst(&state, first), Some(3), "the first");
    assert_eq!(worst(&state, second), Some(8), "the second");
    tell_all(&mut state, second, 30);
    step(&mut state, CrampStep::Save(second), 30);
    assert!(state.cramp.get(first).is_some(), "the first stays open");
    assert_eq!(state.diary.len(), 1, "the second is logged");
}

#[test]
fn the_place_of_last_time_is_proposed_on_the_side_that_is_told() {
    let mut state = state();
    let first = press(&mut state, 0);
    assert_eq!(state.cramp.proposal(first), None, "nothing to go by");
    tell_all(&mut state, first, 5);
    step(&mut state, CrampStep::Save(first), 6);
    let second = press(&mut state, 60);
    let (regions, side) = state.cramp.proposal(second).expect("proposed");
    let left = (vec![Region::ButtockLeftDeep], Side::Left);
    assert_eq!((regions, side), left, "as last time");
    step(
        &mut state,
        CrampStep::Tell(second, CrampTold::Side(Some(Side::Right))),
        61,
    );
    let (regions, _) = state.cramp.proposal(second).unwrap();
    assert_eq!(regions, [Region::ButtockRightDeep], "mirrored");
    step(&mut state, CrampStep::Tell(second, CrampTold::Pain(5)), 61);
    step(&mut state, CrampStep::Tell(second, CrampTold::Stopped), 62);
    step(&mut state, CrampStep::Save(second), 62);
    assert_eq!(state.diary.len(), 2, "the proposal is taken on saving");
}

#[test]
fn one_put_aside_comes_back() {
    let mut state = state();
    let id = press(&mut state, 0);
    let jobs = step(&mut state, CrampStep::Discard(id), 1);
    assert!(jobs.contains(&Job::DropCramp(id)), "its file goes");
    assert_eq!(state.cramp.open().count(), 0, "aside");
    let notice = state.notices.list()[0].clone();
    let remedy = notice.remedy.expect("a way back");
    let jobs = state.apply(Action::Remedy(notice.id, remedy), &moment(2));
    assert!(matches!(jobs.as_slice(), [Job::KeepCramp(_)]), "kept again");
    assert!(state.cramp.get(id).is_some(), "back");
}

#[test]
fn after_the_signs_the_gate_and_then_the_stretch_by_itself() {
    let mut state = state();
    let id = press(&mut state, 0);
    step(&mut state, CrampStep::NoSigns(id), 0);
    assert_eq!(state.stretch.stage(), Stage::Gate, "first the list");
    let pass = Action::Stretch(StretchStep::PassGate);
    state.apply(pass, &moment(0));
    assert_eq!(state.stretch.stage(), Stage::Floor, "then it runs");
    let mut other = self::state();
    other.settings.gate_passed = Some(moment(0).wall.date());
    let settings = other.settings.clone();
    other.stretch.choose(&settings);
    other.tick(&moment(0));
    let id = press(&mut other, 0);
    step(&mut other, CrampStep::NoSigns(id), 0);
    assert_eq!(other.stretch.stage(), Stage::Floor, "at once");
}

#[test]
fn a_sign_stops_the_stretch_and_shows_what_to_do() {
    for sign in Library::embedded().unwrap().now_signs() {
        let mut state = state();
        state.settings.gate_passed = Some(moment(0).wall.date());
        let settings = state.settings.clone();
        state.stretch.choose(&settings);
        let id = press(&mut state, 0);
        step(&mut state, CrampStep::Sign(sign.id.clone()), 0);
        assert_eq!(state.screen, crate::screen::Screen::Check, "{}", sign.id);
        let expected = match sign.group {
            crate::content::NowGroup::Emergency => Urgency::EmergencyNow,
            crate::content::NowGroup::Today => Urgency::SameDay,
        };
        let urgency = state.check.urgency().unwrap();
        assert!(urgency >= expected, "{}: {urgency:?}", sign.id);
        step(&mut state, CrampStep::NoSigns(id), 1);
        assert_eq!(
            state.stretch.stage(),
            Stage::Gate,
            "{}: no stretch",
            sign.id
        );
    }
}

#[test]
fn a_session_is_joined_to_the_cramp_and_tells_it_the_pain() {
    let mut state = state();
    let id = press(&mut state, 0);
    step(&mut state, CrampStep::Tell(id, CrampTold::Pain(8)), 0);
    step(&mut state, CrampStep::NoSigns(id), 1);
    state.apply(Action::Stretch(StretchStep::PassGate), &moment(1));
    let stop = crate::stretch::Command::Stop(crate::stretch::StopReason::Asked);
    state.apply(Action::Stretch(StretchStep::Command(stop)), &moment(6));
    let after = Some(3);
    let feelings = Vec::new();
    let finish = Action::Stretch(StretchStep::Finish { after, feelings });
    state.apply(finish, &moment(7));
    let session = state.diary.entries()[0].as_session().cloned().unwrap();
    assert_eq!(session.episode, Some(id), "joined");
    assert_eq!(session.pain_before.map(Intensity::get), Some(8), "before");
    let pains = state.cramp.get(id).unwrap().samples.iter();
    let pains: Vec<_> = pains.map(|s| (s.after_secs, s.pain.get())).collect();
    assert_eq!(pains, [(0, 8), (420, 3)], "each told once");
    assert_eq!(
        state.cramp.view(),
        Some(CrampView::Cramp(id)),
        "how is it now"
    );
}

#[test]
fn the_night_is_worn_by_the_hour_only_with_a_cramp_at_hand() {
    let mut state = state();
    let wears = |state: &mut State, minutes| {
        state.tick(&moment(minutes));
        state.is_night()
    };
    assert!(!wears(&mut state, 0), "the home stays as it is");
    press(&mut state, 0);
    assert!(wears(&mut state, 0), "the flow at ten past three");
    assert!(!wears(&mut state, 600), "not at one in the afternoon");
    state.settings.night = Night::Off;
    assert!(!wears(&mut state, 0), "never, if so chosen");
}

#[test]
fn an_entry_that_was_still_going_is_asked_about_until_it_is_answered() {
    let mut state = state();
    let id = press(&mut state, 0);
    tell_all(&mut state, id, 5);
    let going = Some(Lasted::StillGoing);
    step(&mut state, CrampStep::Tell(id, CrampTold::Lasted(going)), 5);
    step(&mut state, CrampStep::Save(id), 6);
    let asked = |state: &State| state.cramp.still_going(&state.diary).count();
    assert_eq!(asked(&state), 0, "not yet");
    state.tick(&moment(600));
    assert_eq!(asked(&state), 1, "hours later");
    step(&mut state, CrampStep::Ended(id, Some(1800)), 600);
    assert_eq!(asked(&state), 0, "answered");
    let episode = state.diary.get(id).unwrap().as_episode().unwrap();
    assert_eq!(episode.duration, Lasted::Seconds(1800), "as told");
}

#[test]
fn what_another_window_finished_goes_and_what_it_began_comes() {
    let mut state = state();
    let own = press(&mut state, 0);
    let other = Begun::now(&moment(3));
    let here = state.cramp.get(own).unwrap().clone();
    state.receive(Report::Unfinished(vec![here, other.clone()]));
    assert_eq!(state.cramp.open().count(), 2, "both");
    state.receive(Report::Unfinished(vec![other]));
    assert!(state.cramp.get(own).is_none(), "finished elsewhere");
}
