//! The words are short and name the side; the voice waits for the sound, falls
//! silent when it must, and talks to a speech server as it should.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;
use crate::clock::Moment;
use crate::content::Library;
use crate::settings::Settings;
use crate::stretch::{Command, Cue, Options, PhaseKind, Plan, Session, Sides};

fn moment(secs: f64) -> Moment {
    let passed = Duration::from_secs_f64(secs);
    let start: jiff::ZonedDateTime = "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap();
    Moment {
        wall: start.checked_add(passed).unwrap(),
        ticks: Duration::from_secs(100) + passed,
    }
}

fn plan(sides: Sides) -> Plan {
    let library = Library::embedded().unwrap();
    let routine = library.routine("figure_four").unwrap();
    let mut options = Options::of(routine);
    options.prepare_secs = 3;
    options.hold_secs = 20;
    options.rounds = 1;
    options.sides = sides;
    Plan::new(routine, &options)
}

#[test]
fn the_words_of_every_routine_are_few_and_name_the_side() {
    let library = Library::embedded().unwrap();
    let mut count = 0;
    for routine in library.routines() {
        let plan = Plan::new(routine, &Options::of(routine));
        for (at, phase) in plan.phases().iter().enumerate() {
            let said = words::of(Cue::PhaseStarted(at), &plan).unwrap();
            count += 1;
            // Four seconds at a calm pace.
            assert!(said.split(' ').count() <= 10, "too long: {said}");
            assert!(!said.contains('{'), "a gap: {said}");
            assert!(said.ends_with(['.', '?']), "no end: {said}");
            let moves = !matches!(phase.kind, PhaseKind::Prepare | PhaseKind::Release);
            if let Some(side) = phase.side.filter(|_| moves) {
                let said = said.to_lowercase();
                assert!(said.contains(&side.word().to_lowercase()), "side: {said}");
            }
        }
    }
    assert!(count > 20, "the routines were found");
}

#[test]
fn a_session_is_told_in_words() {
    let plan = plan(Sides::RightOnly);
    let said = |cue| words::of(cue, &plan).unwrap();
    assert_eq!(
        said(Cue::PhaseStarted(4)),
        "Right side. Hold and breathe. 20 seconds.",
        "hold"
    );
    assert_eq!(
        said(Cue::PhaseStarted(5)),
        "Let go. Foot down, then uncross with your hands.",
        "how to let go, with eyes shut"
    );
    assert_eq!(said(Cue::Half), "Half-way.", "half");
    assert_eq!(said(Cue::FiveLeft), "Five seconds.", "five");
    assert_eq!(said(Cue::Done), "Done.", "done");
    assert_eq!(words::of(Cue::PhaseStarted(99), &plan), None, "no phase");
}

#[test]
fn the_voice_waits_for_the_sound_and_stops_with_the_session() {
    let mut tongue = Tongue::default();
    let mut settings = Settings::default();
    let mut session = Session::start(plan(Sides::RightOnly), &moment(0.0)).unwrap();
    let cues = session.tick(&moment(0.0));
    let asked = tongue.tell(&cues, Some(&session), &settings, &moment(0.0));
    assert!(
        matches!(asked[..], [Ask::Manner(_)]),
        "off unless wanted: {asked:?}"
    );
    settings.voice = true;
    let cues = session.apply(Command::Next, &moment(1.0));
    let asked = tongue.tell(&cues, Some(&session), &settings, &moment(1.0));
    let [Ask::Say(text, at)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert!(text.contains("Right ankle"), "{text}");
    let wait = at.saturating_sub(moment(1.0).ticks);
    assert!(
        wait > Duration::from_millis(200),
        "after the sound: {wait:?}"
    );
    session.apply(Command::Pause, &moment(2.0));
    let asked = tongue.tell(&[], Some(&session), &settings, &moment(2.0));
    assert_eq!(asked, [Ask::Hush], "paused");
    session.apply(Command::Resume, &moment(3.0));
    settings.sound_muted = true;
    let cues = session.apply(Command::Next, &moment(4.0));
    let asked = tongue.tell(&cues, Some(&session), &settings, &moment(4.0));
    assert_eq!(asked, [], "muted");
}

#[derive(Debug, PartialEq)]
enum Done {
    Say(String),
    Hush,
}

struct Told(Sender<Done>);

impl Mouth for Told {
    fn say(&mut self, text: &str, _manner: Manner) -> Result<Status, NoVoice> {
        self.0.send(Done::Say(text.to_owned())).unwrap();
        Ok(Status::Ready("a test".to_owned()))
    }

    fn hush(&mut self) {
        self.0.send(Done::Hush).unwrap();
    }

    fn rest(&mut self) {}
}

struct Hands(Mutex<Moment>);

impl Clock for Hands {
    fn now(&self) -> Moment {
        self.0.lock().unwrap().clone()
    }
}

#[test]
fn newer_words_replace_those_that_were_not_said_yet() {
    let hands = Arc::new(Hands(Mutex::new(moment(0.0))));
    let (tell, told): (_, Receiver<Done>) = mpsc::channel();
    let clock: Arc<dyn Clock> = Arc::<Hands>::clone(&hands);
    let mut speech = Speech::new(clock, Box::new(move || Box::new(Told(tell))));
    let at = |secs| moment(secs).ticks;
    speech.ask(Ask::Say("First.".to_owned(), at(5.0)));
    speech.ask(Ask::Say("Second.".to_owned(), at(6.0)));
    *hands.0.lock().unwrap() = moment(6.5);
    speech.ask(Ask::Manner(Manner {
        rate: 0,
        volume: 70,
    }));
    assert_eq!(told.recv().unwrap(), Done::Say("Second.".to_owned()), "one");
    speech.ask(Ask::Say("Late.".to_owned(), at(1.0)));
    speech.ask(Ask::Hush);
    assert_eq!(told.recv().unwrap(), Done::Hush, "not what is late");
}

#[cfg(target_os = "linux")]
mod server {
    //! A speech server of a few lines, which keeps what it was asked.

    use std::io::{BufRead as _, BufReader, Write as _};
    use std::os::unix::net::UnixListener;
    use std::thread;

    use super::*;
    use crate::voice::ssip::Ssip;

    /// Answers one client; returns what it was asked, line by line.
    fn serve(listener: UnixListener, modules: &'static str) -> thread::JoinHandle<Vec<String>> {
        let thread = thread::Builder::new();
        let serving = thread.spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            let mut out = stream.try_clone().unwrap();
            let mut asked = Vec::new();
            let mut reads_text = false;
            for line in BufReader::new(stream).lines() {
                let Ok(line) = line else { break };
                let answer = match line.as_str() {
                    "." => "225-1\r\n225 OK MESSAGE QUEUED",
                    _ if reads_text => "",
                    "SPEAK" => "230 OK RECEIVING DATA",
                    "LIST OUTPUT_MODULES" => modules,
                    "QUIT" => "231 HAPPY HACKING",
                    l if l.starts_with("CANCEL") => "213 OK CANCELED",
                    l if l.contains("CLIENT_NAME") => "208 OK CLIENT NAME SET",
                    l if l.contains("LANGUAGE") => "201 OK LANGUAGE SET",
                    l if l.contains("PRIORITY") => "202 OK PRIORITY SET",
                    l if l.contains("RATE") => "203 OK RATE SET",
                    l if l.contains("VOLUME") => "218 OK VOLUME SET",
                    _ => "500 ERR INVALID COMMAND",
                };
                reads_text = line == "SPEAK" || (reads_text && line != ".");
                if !answer.is_empty() {
                    // Who says farewell does not wait for an answer.
                    out.write_all(format!("{answer}\r\n").as_bytes()).ok();
                }
                asked.push(line);
            }
            asked
        });
        serving.unwrap()
    }

    const MANNER: Manner = Manner {
        rate: -20,
        volume: 70,
    };

    #[test]
    fn sentences_arrive_each_in_place_of_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("speechd.sock");
        let listener = UnixListener::bind(&path).unwrap();
        let modules = "250-espeak-ng\r\n250-dummy\r\n250 OK MODULES LIST SENT";
        let serving = serve(listener, modules);
        let mut mouth = Ssip::at(path);
        let status = mouth.say("Right side. Let the knee open.", MANNER);
        assert_eq!(
            status,
            Ok(Status::Ready("Speech Dispatcher".to_owned())),
            "ready"
        );
        mouth.say("Half-way.", MANNER).unwrap();
        mouth.hush();
        mouth.rest();
        let asked = serving.join().unwrap();
        let spoken: Vec<&str> = asked
            .windows(3)
            .filter(|three| three[0] == "SPEAK" && three[2] == ".")
            .map(|three| three[1].as_str())
            .collect();
        assert_eq!(
            spoken,
            ["Right side. Let the knee open.", "Half-way."],
            "in order"
        );
        let cancelled = asked.iter().filter(|l| l.starts_with("CANCEL")).count();
        assert_eq!(cancelled, 3, "before each, and when told to be silent");
        assert!(asked.contains(&"SET self RATE -20".to_owned()), "{asked:?}");
        assert!(
            asked.contains(&"SET self VOLUME 40".to_owned()),
            "{asked:?}"
        );
        assert!(
            asked.contains(&"SET self LANGUAGE en".to_owned()),
            "{asked:?}"
        );
    }

    #[test]
    fn a_server_without_a_voice_is_told_from_none_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("speechd.sock");
        let mut mouth = Ssip::at(path.clone());
        assert_eq!(mouth.say("Hello.", MANNER), Err(NoVoice::NoSystem), "none");
        let listener = UnixListener::bind(&path).unwrap();
        let serving = serve(listener, "250-dummy\r\n250 OK MODULES LIST SENT");
        assert_eq!(
            mouth.say("Hello.", MANNER),
            Err(NoVoice::NoSpeaker),
            "dummy"
        );
        let asked = serving.join().unwrap();
        assert!(!asked.contains(&"SPEAK".to_owned()), "nothing was said");
    }
}
