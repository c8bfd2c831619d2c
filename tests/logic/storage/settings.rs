//! The settings of several windows: each changes only what its person changed.

use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use unclench::job::{Job, Report, Task, Ticket};
use unclench::settings::{Change, Motion, Settings, Theme};
use unclench::store::{Places, Store, Worker};

use super::Folder;

fn with(change: impl FnOnce(&mut Settings)) -> Settings {
    let mut settings = Settings::default();
    change(&mut settings);
    settings
}

fn change(before: &Settings, change: impl FnOnce(&mut Settings)) -> Change {
    let mut now = before.clone();
    change(&mut now);
    Change::between(before.clone(), now)
}

/// The text of the file.
fn text(folder: &Folder) -> String {
    String::from_utf8(folder.census()[std::path::Path::new("settings.ron")].clone()).unwrap()
}

#[test]
fn two_windows_keep_each_others_choices() {
    let folder = Folder::new();
    let (one, other) = (folder.store(), folder.store());
    let start = Settings::default();
    let kept = one.save_settings(&Change::whole(start.clone())).unwrap();
    assert_eq!(kept, start, "all of it");
    // Both know the settings as they were at their start.
    one.save_settings(&change(&start, |s| s.theme = Theme::Dark))
        .unwrap();
    let kept = other
        .save_settings(&change(&start, |s| {
            s.zoom_percent = 150;
            s.stretch.rounds = 4;
            s.reminders.daily = true;
        }))
        .unwrap();
    let both = with(|s| {
        s.theme = Theme::Dark;
        s.zoom_percent = 150;
        s.stretch.rounds = 4;
        s.reminders.daily = true;
    });
    assert_eq!(kept, both, "told");
    assert_eq!(folder.store().load_settings(), (both.clone(), None), "kept");
    // The newer choice of the same field holds.
    one.save_settings(&change(&start, |s| s.zoom_percent = 90))
        .unwrap();
    let last = folder.store().load_settings().0;
    assert_eq!((last.zoom_percent, last.theme), (90, Theme::Dark), "newest");
}

#[test]
fn what_this_version_does_not_know_or_cannot_read_stays() {
    let folder = Folder::new();
    let planted = "Settings(\n  schema: 3,\n  theme: sepia(warmth: 4), // of next year\n  \
                   motion: reduced,\n  zoom_percent: 120,\n  from_tomorrow: (a: [1, 2], b: \
                   Some(\"x, )\")),\n  remind_stretch_days: [true],\n)\n";
    folder.plant("settings.ron", planted.as_bytes());
    let store = folder.store();
    let before = store.load_settings().0;
    assert_eq!(before.theme, Theme::System, "not known");
    store
        .save_settings(&change(&before, |s| s.sound_volume = 20))
        .unwrap();
    let now = text(&folder);
    for stays in [
        "schema: 3,",
        "theme: sepia(warmth: 4),",
        "from_tomorrow: (a: [1, 2], b: Some(\"x, )\")),",
        "remind_stretch_days: [true],",
        "sound_volume: 20,",
        "motion: reduced,",
        "zoom_percent: 120,",
    ] {
        assert_eq!(now.matches(stays).count(), 1, "{stays} in {now}");
    }
    let (read, fault) = store.load_settings();
    assert_eq!((read.sound_volume, fault), (20, None), "it reads again");
    // Whoever chooses a theme here means it.
    store
        .save_settings(&change(&read, |s| s.theme = Theme::Dark))
        .unwrap();
    let now = text(&folder);
    assert!(now.contains("theme: dark,"), "{now}");
    assert!(!now.contains("sepia"), "{now}");
    assert!(now.contains("from_tomorrow"), "{now}");
}

#[test]
fn a_file_that_is_gone_or_broken_is_written_whole() {
    let folder = Folder::new();
    let store = folder.store();
    let here = with(|s| s.motion = Motion::Reduced);
    let kept = store
        .save_settings(&change(&here, |s| s.theme = Theme::Light))
        .unwrap();
    assert_eq!(kept.motion, Motion::Reduced, "all that the window has");
    folder.plant("settings.ron", b"Settings(theme: ");
    store
        .save_settings(&change(&kept, |s| s.zoom_percent = 110))
        .unwrap();
    let (read, fault) = folder.store().load_settings();
    assert_eq!(fault, None, "it can be read again");
    assert_eq!(
        (read.motion, read.theme, read.zoom_percent),
        (Motion::Reduced, Theme::Light, 110),
        "whole"
    );
    let aside = folder.census().into_iter().find(|(path, _)| {
        let name = path.to_string_lossy();
        name.starts_with("settings.ron.damaged-")
    });
    assert_eq!(aside.unwrap().1, b"Settings(theme: ", "kept aside");
}

/// A window without a window, and what it was told.
struct Window {
    worker: Worker,
    woken: mpsc::Receiver<()>,
}

impl Window {
    fn open(store: Store) -> Self {
        let (wake, woken) = mpsc::channel();
        let worker = Worker::spawn(store, move || {
            wake.send(()).ok();
        })
        .unwrap();
        worker.send(Job::Load);
        Self { worker, woken }
    }

    /// Waits for a report that fits.
    fn told<T>(&self, fits: impl Fn(Report) -> Option<T>) -> T {
        loop {
            if let Some(found) = self.worker.drain().into_iter().find_map(&fits) {
                return found;
            }
            let woken = self.woken.recv_timeout(Duration::from_secs(20));
            woken.expect("told in time");
        }
    }
}

/// What a change with this ticket came to.
fn saved(ticket: u64) -> impl Fn(Report) -> Option<Settings> {
    move |report| {
        let Report::SettingsSaved(Ticket(of), settings) = report else {
            return None;
        };
        (of == ticket).then_some(*settings)
    }
}

fn found(report: Report) -> Option<Settings> {
    let Report::SettingsFound(settings) = report else {
        return None;
    };
    Some(*settings)
}

#[test]
fn a_window_hears_of_what_another_one_chose() {
    let temp = tempfile::tempdir().unwrap();
    let (usual, config) = (temp.path().join("usual"), temp.path().join("config"));
    std::fs::create_dir_all(&config).unwrap();
    std::fs::create_dir_all(&usual).unwrap();
    let clock = super::Hand::today();
    let elsewhere = || {
        let places = Places::of_system(&usual, &config, &config);
        Store::open(places, Arc::new(clock.clone()))
    };
    let folder = Folder::new();
    folder.plant("store.ron", b"(format: 1)\n");
    // In a folder of their own, and within the folder of the diary.
    for open in [&elsewhere as &dyn Fn() -> Store, &|| folder.store()] {
        let window = Window::open(open());
        let loaded = |report| matches!(report, Report::Loaded(_)).then_some(());
        window.told(loaded);
        let dark = with(|s| s.theme = Theme::Dark);
        open().save_settings(&Change::whole(dark.clone())).unwrap();
        assert_eq!(window.told(found), dark, "told");
        // Its own change lets the other's stand.
        let louder = change(&dark, |s| s.sound_volume = 95);
        let job = Job::SaveSettings(Ticket(7), Box::new(louder));
        window.worker.send(job);
        let saved = window.told(saved(7));
        assert_eq!((saved.theme, saved.sound_volume), (Theme::Dark, 95), "both");
    }
}

#[test]
fn what_could_not_be_saved_goes_with_the_next_change() {
    let temp = tempfile::tempdir().unwrap();
    let (usual, config) = (temp.path().join("usual"), temp.path().join("config"));
    std::fs::File::create(&config).unwrap(); // where the folder should be
    let places = Places::of_system(&usual, &config, &config);
    let clock = super::Hand::today();
    let store = || Store::open(places.clone(), Arc::new(clock.clone()));
    let window = Window::open(store());
    let start = Settings::default();
    let first = change(&start, |s| s.theme = Theme::Dark);
    let before = first.now.clone();
    let send = |ticket, change| {
        let job = Job::SaveSettings(ticket, Box::new(change));
        window.worker.send(job);
    };
    send(Ticket(1), first);
    window.told(|report| {
        let Report::Failed { what, .. } = report else {
            return None;
        };
        (what == Task::SaveSettings).then_some(())
    });
    std::fs::remove_file(&config).unwrap();
    send(Ticket(2), change(&before, |s| s.zoom_percent = 200));
    let saved = window.told(saved(2));
    assert_eq!(
        (saved.theme, saved.zoom_percent),
        (Theme::Dark, 200),
        "both"
    );
    assert_eq!(store().load_settings(), (saved, None), "kept");
}
