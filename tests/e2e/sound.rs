//! Sound for real: a `PulseAudio` server of the test's own with a speaker that
//! nobody hears, its output recorded, and each sound found in the recording.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that panics says where, and tells how far off each sound was"
)]

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use unclench::content::Library;
use unclench::sound::{RATE, Sound, tone};
use unclench::stretch::{Cue, Options, Plan};

use crate::link::Window;

/// A sound may be this far from where the plan puts it.
const SLACK: f64 = 0.06;
/// The tones have nothing above a twelfth of this rate.
const COARSE: usize = 4;

/// A folder of the test's own in place of the person's, and what runs in it.
struct House {
    folder: tempfile::TempDir,
    running: Vec<Child>,
}

impl Drop for House {
    fn drop(&mut self) {
        for child in &mut self.running {
            child.kill().ok();
            child.wait().ok();
        }
        // The speech server put itself into the background.
        let pid = self.path("run/speech-dispatcher/pid/speech-dispatcher.pid");
        if let Ok(pid) = fs::read_to_string(pid) {
            Command::new("kill").arg(pid.trim()).status().ok();
        }
    }
}

impl House {
    fn new() -> Self {
        let house = Self {
            folder: tempfile::tempdir().expect("a folder"),
            running: Vec::new(),
        };
        for name in ["run/pulse", "home/.config/speech-dispatcher", "data"] {
            fs::create_dir_all(house.path(name)).expect("a folder");
        }
        house
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The variables by which programs find this house.
    fn rooms(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("XDG_RUNTIME_DIR", self.path("run")),
            ("HOME", self.path("home")),
        ]
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .envs(self.rooms())
            .env_remove("PULSE_SERVER")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Starts the sound server and waits until it answers.
    fn start_server(&mut self) {
        let socket = self.path("run/pulse/native").display().to_string();
        let server = self
            .command("pulseaudio")
            .args(["-n", "--daemonize=no", "--exit-idle-time=-1"])
            .args(["--use-pid-file=no", "--realtime=no", "--high-priority=no"])
            .arg(format!(
                "--load=module-native-protocol-unix socket={socket}"
            ))
            .arg(format!(
                "--load=module-null-sink sink_name=box rate={RATE} channels=1 \
                 sink_properties=device.description=TestSpeaker"
            ))
            .spawn()
            .expect("pulseaudio starts");
        self.running.push(server);
        let since = Instant::now();
        let answers = |house: &Self| {
            let asked = house.command("pactl").arg("info").status();
            asked.is_ok_and(|status| status.success())
        };
        while !answers(self) {
            assert!(since.elapsed() < Duration::from_secs(20), "no sound server");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Records what the speaker plays, until it is stopped.
    fn record(&mut self, name: &str) -> Recording {
        let path = self.path(name);
        let file = File::create(&path).expect("a file");
        let child = self
            .command("parec")
            .args(["--device=box.monitor", "--format=s16le", "--channels=1"])
            .arg(format!("--rate={RATE}"))
            .args(["--latency-msec=20", "--raw"])
            .stdout(Stdio::from(file))
            .spawn()
            .expect("parec starts");
        Recording { child, path }
    }

    /// Shortest times, today's safety list read, and whether it speaks.
    fn settle(&self, voice: bool) {
        let today = jiff::ZonedDateTime::now().date();
        let text = format!(
            "Settings(schema: 1, gate_passed: \"{today}\", voice: {voice}, stretch_hold_secs: 5, \
             stretch_rounds: 1, stretch_rest_secs: 5, stretch_prepare_secs: 3, \
             stretch_plan: \"own\", stretch_routine: \"figure_four_foot_down\")"
        );
        fs::write(self.path("data/settings.ron"), text).expect("a file");
    }

    fn open(&self) -> Window {
        Window::open_in(&self.path("data"), &self.rooms())
    }
}

struct Recording {
    child: Child,
    path: PathBuf,
}

impl Recording {
    fn stop(mut self) -> Vec<f32> {
        self.child.kill().ok();
        self.child.wait().ok();
        let bytes = fs::read(&self.path).expect("a recording");
        bytes
            .chunks_exact(2)
            .map(|two| f32::from(i16::from_le_bytes([two[0], two[1]])) / 32_768.0)
            .collect()
    }
}

/// Where it is not silent: stretches of samples, with 0.4 s of silence between.
fn loud_parts(samples: &[f32]) -> Vec<(usize, usize)> {
    let gap = RATE as usize * 2 / 5;
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (at, sample) in samples.iter().enumerate() {
        if sample.abs() < 0.002 {
            continue;
        }
        match parts.last_mut() {
            Some((_, end)) if at - *end < gap => *end = at + 1,
            _ => parts.push((at, at + 1)),
        }
    }
    parts
}

fn coarse(samples: &[f32]) -> Vec<f32> {
    samples.iter().step_by(COARSE).copied().collect()
}

/// How alike two are, from -1 to 1.
fn likeness(one: &[f32], other: &[f32]) -> f32 {
    let dot: f32 = one.iter().zip(other).map(|(a, b)| a * b).sum();
    let power = |s: &[f32]| s.iter().map(|x| x * x).sum::<f32>();
    dot / (power(one) * power(other)).sqrt().max(1e-9)
}

/// Which sound a loud part is, by a matched filter against all five; when it
/// begins, in seconds; how alike, and how alike the second best.
fn identify(samples: &[f32], part: (usize, usize)) -> (Sound, f64, f32, f32) {
    let around = RATE as usize / 33;
    let heard = coarse(&samples[part.0.saturating_sub(around)..]);
    let start = part.0.saturating_sub(around);
    let mut scores: Vec<(Sound, f64, f32)> = Sound::ALL
        .into_iter()
        .map(|sound| {
            let mut pattern = coarse(&tone(sound, RATE));
            // A short sound must also be followed by silence.
            let whole = ((part.1 - part.0) / COARSE).max(pattern.len());
            pattern.resize(whole, 0.0);
            let lags = (0..2 * around / COARSE).filter(|lag| lag + whole <= heard.len());
            let best = lags
                .map(|lag| (lag, likeness(&heard[lag..lag + whole], &pattern)))
                .max_by(|a, b| a.1.total_cmp(&b.1));
            let (lag, score) = best.unwrap_or_default();
            let at = (start + lag * COARSE) as f64 / f64::from(RATE);
            (sound, at, score)
        })
        .collect();
    scores.sort_by(|a, b| b.2.total_cmp(&a.2));
    let (sound, at, score) = scores[0];
    (sound, at, score, scores[1].2)
}

/// Every sound of a recording, in order.
fn find(samples: &[f32]) -> Vec<(Sound, f64)> {
    let found = loud_parts(samples).into_iter().map(|part| {
        let (sound, at, score, second) = identify(samples, part);
        assert!(
            score > 0.95 && second < 0.8,
            "at {at:.3} s: {sound:?} {score}, the next {second}"
        );
        (sound, at)
    });
    found.collect()
}

/// What the plan of the shortest session puts where, from its start.
fn planned() -> Vec<(Sound, f64)> {
    let library = Library::embedded().expect("content");
    let routine = library.routine("figure_four_foot_down").expect("routine");
    let options = Options {
        hold_secs: 5,
        rounds: 1,
        rest_secs: 5,
        prepare_secs: 3,
        ..Options::default()
    };
    let plan = Plan::new(routine, &options);
    let mut all = Vec::new();
    let mut at = 0.0;
    for (place, phase) in plan.phases().iter().enumerate() {
        let cue = Cue::PhaseStarted(place);
        all.extend(Sound::of(cue, &plan).map(|sound| (sound, at)));
        let length = phase.length().as_secs_f64();
        if phase.is_hold() {
            all.push((Sound::Half, at + length / 2.0));
        }
        at += length;
    }
    all.push((Sound::Done, at));
    all
}

fn minimise(pid: u32) {
    let found = Command::new("xdotool")
        .args(["search", "--onlyvisible", "--pid", &pid.to_string()])
        .output()
        .expect("xdotool runs");
    let ids = String::from_utf8_lossy(&found.stdout);
    let id = ids.lines().last().expect("a window").to_owned();
    let done = Command::new("xdotool")
        .args(["windowminimize", &id])
        .status();
    assert!(done.is_ok_and(|status| status.success()), "minimised");
}

/// The first half seen, the second half minimised: every sound in its place.
#[test]
fn each_sound_comes_at_its_time_seen_and_hidden() {
    let mut house = House::new();
    house.start_server();
    house.settle(false);
    let mut window = house.open();
    window.press(Role::Button, "Settings");
    window.must_see("Not tried yet");
    window.press(Role::Button, "Test the sound");
    window.must_see("Plays on: TestSpeaker.");
    window.press(Role::Button, "Stretch");
    window.wait("the set-up", |tree| {
        tree.find(Role::Button, "Start the stretch").is_some()
    });
    std::thread::sleep(Duration::from_secs(5)); // the trial is over
    let recording = house.record("session.raw");
    std::thread::sleep(Duration::from_millis(600));
    window.press(Role::Button, "Start the stretch");
    let planned = planned();
    let (_, end) = planned[planned.len() - 1];
    std::thread::sleep(Duration::from_secs_f64(end / 2.0));
    minimise(window.pid());
    std::thread::sleep(Duration::from_secs_f64(end / 2.0 + 4.0));
    let found = find(&recording.stop());
    let names = |all: &[(Sound, f64)]| all.iter().map(|(s, _)| *s).collect::<Vec<_>>();
    assert_eq!(names(&found), names(&planned), "each sound, in order");
    // The first comes with the press of a button; what comes by itself is
    // measured from the second.
    let start = found[1].1 - planned[1].1;
    let off: Vec<f64> = found
        .iter()
        .zip(&planned)
        .map(|((_, at), (_, due))| at - start - due)
        .collect();
    println!("seconds off, sound by sound: {off:.4?}");
    assert!(off[0].abs() < 0.3, "the first answers the press: {off:?}");
    assert!(
        off[1..].iter().all(|off| off.abs() <= SLACK),
        "each at its time: {off:?}"
    );
    window.kill();
}

#[test]
fn without_a_sound_system_the_stretch_goes_on_and_says_so() {
    let house = House::new();
    house.settle(false);
    let mut window = house.open();
    window.press(Role::Button, "Stretch");
    window.press(Role::Button, "Start the stretch");
    window.must_see("No sound: no sound system is running");
    window.must_see("Right buttock");
    window.kill();
}

/// Speech Dispatcher is started by the app itself, speaks into the speaker, and
/// its log has every sentence.
#[test]
fn the_voice_says_the_steps() {
    let mut house = House::new();
    house.start_server();
    house.settle(true);
    fs::write(
        house.path("home/.config/speech-dispatcher/speechd.conf"),
        "LogLevel 5\nLogDir \"default\"\nAudioOutputMethod \"pulse\"\n\
         AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\nDefaultModule espeak-ng\n",
    )
    .expect("a file");
    let mut window = house.open();
    window.press(Role::Button, "Settings");
    window.press(Role::Button, "Test the voice");
    window.must_see("Speaks through Speech Dispatcher.");
    window.press(Role::Button, "Stretch");
    let recording = house.record("voice.raw");
    window.press(Role::Button, "Start the stretch");
    let log = house.path("run/speech-dispatcher/log/speech-dispatcher.log");
    let said = |text: &str| {
        let log = fs::read(&log).unwrap_or_default();
        String::from_utf8_lossy(&log).contains(&format!("Queueing message |{text}"))
    };
    let since = Instant::now();
    for text in [
        "This is how the stretch will sound.",
        "Right ankle on the left thigh",
        "Right side. Hold and breathe. 5 seconds.",
        "Half-way.",
        "Both feet flat. The left side comes next.",
    ] {
        while !said(text) {
            let waited = since.elapsed();
            assert!(waited < Duration::from_secs(70), "{text:?} was not said");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    let heard = recording.stop();
    let loud = heard.iter().filter(|s| s.abs() > 0.02).count() / RATE as usize;
    assert!(loud >= 2, "{loud} s of sound and speech");
    window.kill();
}

/// Even a session with sound reaches for nothing but sockets of this computer.
#[test]
fn sound_opens_no_internet_socket() {
    let mut house = House::new();
    house.start_server();
    house.settle(false);
    let log = house.path("strace.log").display().to_string();
    let mut window = Window::open_under(
        &["strace", "-f", "-e", "trace=socket,connect", "-o", &log],
        &house.path("data"),
        &house.rooms(),
    );
    window.press(Role::Button, "Stretch");
    window.press(Role::Button, "Start the stretch");
    window.must_see("Right buttock");
    window.quit();
    let calls = fs::read_to_string(&log).expect("a log");
    assert!(calls.contains("pulse/native"), "the sound was reached");
    let outside = calls.lines().filter(|line| line.contains("AF_INET"));
    let outside: Vec<&str> = outside.collect();
    // The one at which this test drives the window; releases have none.
    assert!(outside.len() <= 1, "internet sockets: {outside:?}");
    assert!(
        outside.iter().all(|line| !line.contains("connect(")),
        "a connection: {outside:?}"
    );
}
