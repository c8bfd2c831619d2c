//! Figures: every drawing in every state, the change that is played, turning the
//! pages, and the line around what is lit.

use std::time::Duration;

use egui::{Key, Modifiers, Role, Theme};
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable as _;
use unclench::action::Action;
use unclench::content::Library;
use unclench::figure::{Contour, Drawing, Part, Pixels, RECEDED, Sheet, View};
use unclench::settings::{Motion, Settings};
use unclench::state::{GuidePage, PLATES};
use unclench::ui::tokens::{DARK, LIGHT, NIGHT, Tokens};

use crate::audit::audit;
use crate::kit::Person;

const PLAY: &str = "Play the change: the piriformis and the sciatic nerve";
const PAUSE: &str = "Pause: the piriformis and the sciatic nerve";
const MOVING: &str = "The piriformis and the sciatic nerve: from loose muscle to tight muscle";
const STILL: &str = "The piriformis and the sciatic nerve: tight muscle";

fn cause(id: &str) -> Action {
    Action::Guide(GuidePage::Cause(id.to_owned()))
}

fn contour(t: &Tokens) -> Contour {
    Contour {
        tenths: 18,
        ink: [t.accent.r(), t.accent.g(), t.accent.b()],
        rim: [t.raised.r(), t.raised.g(), t.raised.b()],
    }
}

fn is_image(person: &Person, name: &str) -> bool {
    let found = person.harness.query_by_role_and_label(Role::Image, name);
    found.is_some()
}

#[test]
fn the_change_is_played_halted_and_put_back() {
    let mut person = Person::with([1200.0, 900.0], 1.0, Theme::Light);
    person.ask(cause("piriformis_dgs"));
    assert!(is_image(&person, STILL), "two stills at first");
    person.press(PLAY);
    assert!(is_image(&person, MOVING), "the change takes their place");
    person.must_see("Loose muscle");
    person.pass(Duration::from_millis(1600));
    person.must_see("Tight muscle");
    person.press(PAUSE);
    person.pass(Duration::from_secs(5));
    person.must_see("Tight muscle");
    person.picture("page_cause_played");
    person.press("Show both pictures");
    assert!(is_image(&person, STILL), "both are there again");
    person.must_see("Tight muscle".to_lowercase().as_str());
}

#[test]
fn the_change_ends_by_itself_and_asks_for_no_frame_when_it_is_halted() {
    let mut person = Person::with([1200.0, 900.0], 1.0, Theme::Light);
    person.ask(cause("piriformis_dgs"));
    person.press(PLAY);
    let due = |person: &Person| {
        let out = &person.harness.output().viewport_output;
        out.values().map(|v| v.repaint_delay).min().unwrap()
    };
    let soon = due(&person);
    assert!(soon >= Duration::from_millis(33), "30 a second: {soon:?}");
    assert!(soon < Duration::from_secs(2), "it goes on: {soon:?}");
    person.press(PAUSE);
    assert!(due(&person) > Duration::from_secs(30), "halted, no frames");
    person.press("Play: the piriformis and the sciatic nerve");
    person.pass(Duration::from_secs(20));
    assert!(is_image(&person, STILL), "after some rounds it is over");
    assert!(due(&person) > Duration::from_secs(30), "over, no frames");
}

#[test]
fn with_reduced_motion_there_are_two_stills_and_nothing_to_play() {
    let mut person = Person::new();
    let settings = Settings {
        motion: Motion::Reduced,
        ..person.harness.state().state().settings.clone()
    };
    person.ask(Action::Settings(Box::new(settings)));
    person.ask(cause("piriformis_dgs"));
    assert!(is_image(&person, STILL), "two stills");
    person.must_not_see("Play the change");
}

#[test]
fn pages_are_turned_at_the_top_at_the_foot_and_by_keyboard() {
    let mut person = Person::with([1200.0, 900.0], 1.0, Theme::Light);
    person.ask(cause("piriformis_dgs"));
    person.press("Next: Sciatica from a disc");
    person.must_see("The disc keeps its soft core inside");
    person.press("Previous page: Piriformis syndrome");
    person.must_see("What it feels like");
    let keys = |person: &mut Person, key: Key| {
        person.harness.key_press_modifiers(Modifiers::ALT, key);
        person.harness.run();
        person.harness.state().state().guide.here().clone()
    };
    let disc = GuidePage::Cause("disc_radiculopathy".to_owned());
    let piriformis = GuidePage::Cause("piriformis_dgs".to_owned());
    assert_eq!(keys(&mut person, Key::PageDown), disc, "on");
    assert_eq!(keys(&mut person, Key::PageUp), piriformis, "back by one");
    assert_eq!(keys(&mut person, Key::ArrowLeft), disc, "where one was");
    person.ask(Action::Guide(GuidePage::Figure(PLATES[0].0.to_owned())));
    person.press("Next: Pelvis from the side");
    let side = GuidePage::Figure("side".to_owned());
    assert_eq!(person.harness.state().state().guide.here(), &side);
}

#[test]
fn every_figure_in_every_state_looks_as_accepted() {
    let library = Library::embedded().expect("content without problems");
    for (name, tokens) in [("light", LIGHT), ("dark", DARK)] {
        let ground = tokens.sunken;
        let sheet = Sheet {
            width: 170,
            columns: 8,
            ground: [ground.r(), ground.g(), ground.b()],
            contour: Some(contour(&tokens)),
        };
        let figures = sheet.figures(&library, None).expect("pictures");
        accept(&format!("figures_{name}"), figures);
        let guide = sheet.guide(&library).expect("pictures");
        accept(&format!("figures_of_the_guide_{name}"), guide);
    }
}

fn accept(name: &str, pixels: Pixels) {
    let (width, height) = (pixels.width as u32, pixels.height as u32);
    let image = image::RgbaImage::from_raw(width, height, pixels.rgba).expect("its size");
    let options = SnapshotOptions::new().output_path("tests/pictures");
    egui_kittest::image_snapshot_options(&image, name, &options);
}

#[test]
fn every_cause_looks_composed_at_every_size() {
    let library = Library::embedded().expect("content without problems");
    for (size, zoom) in [([480.0, 420.0], 1.0), ([1440.0, 900.0], 1.5)] {
        let mut person = Person::with(size, zoom, Theme::Light);
        for one in library.causes() {
            person.ask(cause(&one.id));
            audit(&person, size[0]);
        }
    }
}

fn luminance(color: [f64; 3]) -> f64 {
    let part = |v: f64| {
        let v = v / 255.0;
        if v <= 0.040_45 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    };
    let [r, g, b] = color.map(part);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What lies beside the line is the plate that recedes, on a card or in a well.
#[test]
fn the_line_around_what_is_lit_stands_out_in_every_theme() {
    let library = Library::embedded().expect("content without problems");
    for (theme, t) in [("light", LIGHT), ("dark", DARK), ("night", NIGHT)] {
        let bytes = |c: egui::Color32| [c.r(), c.g(), c.b()].map(f64::from);
        let ink = bytes(t.accent);
        for ground in [t.raised, t.sunken].map(bytes) {
            let on_ground = contrast(ink, ground);
            assert!(on_ground >= 3.0, "{theme}: on the ground {on_ground:.2}");
            for (id, _) in PLATES {
                let figure = library.figure(id).expect("a plate");
                let drawing = Drawing::of(figure).expect("a drawing");
                let plate = drawing
                    .part(Part::Plate, &View::default(), 200)
                    .expect("a picture")
                    .faded(RECEDED);
                let seen = plate.rgba.chunks_exact(4).map(|p| {
                    let through = 1.0 - f64::from(p[3]) / 255.0;
                    [0, 1, 2].map(|n| f64::from(p[n]) + ground[n] * through)
                });
                let seen: Vec<[f64; 3]> = seen.collect();
                let low = seen.iter().filter(|c| contrast(ink, **c) < 3.0).count();
                assert!(low * 25 < seen.len(), "{theme}: {id}: {low} below 3:1");
                // Right beside it the rim lies between, three quarters strong.
                let rim = bytes(t.raised);
                let worst = seen.iter().map(|beside| {
                    let mixed = [0, 1, 2].map(|n| rim[n] * 0.75 + beside[n] * 0.25);
                    contrast(ink, mixed)
                });
                let worst = worst.fold(f64::INFINITY, f64::min);
                assert!(worst >= 3.0, "{theme}: {id}: {worst:.2} on the rim");
            }
        }
    }
}
