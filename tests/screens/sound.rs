//! A session by ear: which sound comes when, what is said, when the screen is
//! kept on, and what a person is told where there is nothing to hear.

use std::time::Duration;

use egui::Role;
use unclench::action::{Action, StretchStep};
use unclench::diary::entry::Side;
use unclench::screen::Screen;
use unclench::settings::Settings;
use unclench::sound::{NoSound, Sound, Status};
use unclench::stretch::{Command, Options, Order, StopReason};
use unclench::{awake, voice};

use crate::kit::Person;

/// One short hold on the right side, begun.
fn start(person: &mut Person) {
    person.ask(Action::Open(Screen::Stretch));
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.ask(Action::Stretch(StretchStep::Choose(
        "figure_four".to_owned(),
    )));
    let options = Options {
        hold_secs: 12,
        rounds: 1,
        prepare_secs: 3,
        ..Options::default()
    };
    person.ask(Action::Stretch(StretchStep::Sore(Some(Side::Right))));
    person.ask(Action::Stretch(StretchStep::Order(Order::SoreOnly)));
    person.ask(Action::Stretch(StretchStep::Options(Box::new(options))));
    person.ask(Action::Stretch(StretchStep::Start));
}

fn change(person: &mut Person, change: impl FnOnce(&mut Settings)) {
    let mut settings = person.harness.state().state().settings.clone();
    change(&mut settings);
    person.ask(Action::Settings(Box::new(settings)));
}

#[test]
fn a_session_is_heard_from_start_to_end() {
    let mut person = Person::new();
    start(&mut person);
    person.pass(Duration::from_mins(1));
    let played = person.ears.with(|heard| heard.played.clone());
    let first = played[0].0;
    let by_second: Vec<(u64, Sound)> = played
        .iter()
        .map(|(at, sound)| (at.saturating_sub(first).as_millis() as u64, *sound))
        .collect();
    let wanted = [
        (0, Sound::Prepare),
        (3_000, Sound::Prepare),
        (13_000, Sound::Prepare),
        (18_000, Sound::Prepare),
        (23_000, Sound::Go),
        (29_000, Sound::Half),
        (35_000, Sound::Prepare),
        (45_000, Sound::Done),
    ];
    assert_eq!(by_second, wanted, "each sound at its time, in milliseconds");
    let expected = person.ears.with(|heard| heard.expected);
    assert_eq!(expected, None, "nothing is to come");
}

#[test]
fn muted_it_is_silent_and_goes_on() {
    let mut person = Person::new();
    person.ask(Action::Mute);
    start(&mut person);
    person.pass(Duration::from_secs(10));
    assert!(person.ears.with(|heard| heard.played.is_empty()), "silent");
    person.ask(Action::Mute);
    person.pass(Duration::from_secs(5));
    let played = person.ears.with(|heard| heard.played.clone());
    assert_eq!(played.len(), 1, "heard again: {played:?}");
    assert!(person.ears.with(|heard| heard.said.is_empty()), "no voice");
}

#[test]
fn the_voice_says_the_steps_after_the_sounds() {
    let mut person = Person::new();
    change(&mut person, |s| s.voice = true);
    start(&mut person);
    person.pass(Duration::from_mins(1));
    let said = person.ears.with(|heard| heard.said.clone());
    let words: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
    assert!(words[0].starts_with("On your back"), "{words:?}");
    let hold = "Right side. Hold and breathe. 12 seconds.";
    let let_go = "Let go. Foot down, then uncross with your hands.";
    assert_eq!(
        words[4..],
        [hold, "Half-way.", "Five seconds.", let_go, "Done."],
        "side, half-way, five seconds, the end"
    );
    let played = person.ears.with(|heard| heard.played.clone());
    assert!(said[4].0 > played[4].0, "after the sound, not over it");
    person.ask(Action::Stretch(StretchStep::Discard));
    start(&mut person);
    let before = person.ears.with(|heard| heard.hushed);
    person.ask(Action::Stretch(StretchStep::Command(Command::Pause)));
    let after = person.ears.with(|heard| heard.hushed);
    assert_eq!(after, before + 1, "silent when paused");
}

#[test]
fn the_screen_is_kept_on_only_while_time_runs() {
    let mut person = Person::new();
    let kept = |person: &Person| person.ears.with(|heard| heard.kept_on);
    assert!(!kept(&person), "not before");
    start(&mut person);
    assert!(kept(&person), "while it runs");
    let command = |command| Action::Stretch(StretchStep::Command(command));
    person.ask(command(Command::Pause));
    assert!(!kept(&person), "not while paused");
    person.ask(command(Command::Resume));
    assert!(kept(&person), "again");
    person.clock.sleep(Duration::from_mins(5));
    person.harness.run();
    assert!(!kept(&person), "not after the computer slept");
    person.ask(command(Command::Resume));
    person.ask(command(Command::Stop(StopReason::Asked)));
    assert!(!kept(&person), "not after the end");
}

#[test]
fn the_self_test_says_which_device_plays() {
    let mut person = Person::new();
    person.open(Screen::Settings);
    person.must_see("Not tried yet. Press “Test the sound”.");
    person.press("Test the sound");
    person.ears.with(|heard| {
        assert_eq!(heard.tried, [Sound::Go], "played");
        heard.sound_news = Some(Status::Ready {
            device: "Built-in speakers".to_owned(),
            muted: false,
        });
    });
    person.harness.run();
    person.must_see("Plays on: Built-in speakers.");
    person.ears.with(|heard| {
        heard.sound_news = Some(Status::None(NoSound::NoDevice));
        heard.awake_news = Some(awake::Status::Refused);
    });
    person.harness.run();
    person.must_see("No sound: there is no speaker or headphone.");
    person.must_see("Connect a speaker or headphones");
    person.must_see("The screen may go dark");
    person.must_not_see("The stretch goes on"); // no session runs
    person.press("Test the voice");
    person.ears.with(|heard| {
        assert_eq!(heard.said.len(), 1, "said");
        heard.voice_news = Some(voice::Status::None(voice::NoVoice::NoSystem));
    });
    person.harness.run();
    person.must_see("No voice: no speech system was found.");
}

#[test]
fn every_sound_can_be_heard_and_is_explained() {
    let mut person = Person::new();
    person.open(Screen::Settings);
    for sound in Sound::ALL {
        person.must_see(sound.meaning());
        person.press(&format!("Play: {}", sound.name()));
    }
    let tried = person.ears.with(|heard| heard.tried.clone());
    assert_eq!(tried, Sound::ALL, "all five");
}

#[test]
fn volume_and_voice_are_kept() {
    let mut person = Person::new();
    person.open(Screen::Settings);
    assert_eq!(person.ears.with(|h| h.volume), Some(70), "as it comes");
    person.act(Role::CheckBox, "Mute: no sound and no voice");
    person.act(
        Role::CheckBox,
        "Voice: says each step and side, half-way, the last five seconds and the end",
    );
    person.act(Role::RadioButton, "Slow");
    change(&mut person, |s| s.sound_volume = 40);
    assert_eq!(person.ears.with(|h| h.volume), Some(40), "told the player");
    let person = person.restart();
    let settings = &person.harness.state().state().settings;
    assert!(settings.sound_muted && settings.voice, "both are kept");
    assert_eq!(settings.voice_rate, -35, "slow");
    assert_eq!(settings.sound_volume, 40, "the volume");
}

#[test]
fn who_follows_by_ear_is_told_when_there_is_no_sound() {
    let mut person = Person::new();
    start(&mut person);
    person
        .ears
        .with(|heard| heard.sound_news = Some(Status::None(NoSound::NoSystem)));
    person.harness.run();
    person.must_see("No sound: no sound system is running. The stretch goes on");
    person.ears.with(|heard| {
        heard.sound_news = Some(Status::Ready {
            device: "Headphones".to_owned(),
            muted: false,
        });
    });
    person.harness.run();
    person.must_not_see("No sound");
    person
        .ears
        .with(|heard| heard.sound_news = Some(Status::None(NoSound::Lost)));
    person.harness.run();
    person.press("Sound settings");
    person.must_see("The five sounds");
}
