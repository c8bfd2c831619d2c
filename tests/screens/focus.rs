//! One sees where the keyboard is, on every kind of control.

use egui::epaint::{ClippedShape, ColorMode};
use egui::{Color32, Rect, Role, Shape};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::{Action, CheckStep, StretchStep};
use unclench::diary::example::{TODAY, plausible};
use unclench::screen::Screen;
use unclench::settings::{Night, Settings};
use unclench::state::{DiaryPage, GuidePage};
use unclench::triage::Item;

use crate::audit::is_control;
use crate::kit::Person;
use crate::log::{modules, open_all, plain};
use crate::trends::with_diary;

/// So far a ring may stand out from its control, in points.
const OUT: f32 = 8.0;
/// The least width of its line, in points.
const WIDE: f32 = 2.0;

/// Controls that can have the keyboard, in reading order.
fn stops<'a>(node: Node<'a>, into: &mut Vec<Node<'a>>) {
    let inner = node.accesskit_node();
    let takes = inner.data().supports_action(egui::accesskit::Action::Focus);
    let children: Vec<Node<'a>> = node.children().collect();
    if is_control(inner.role()) && takes && !inner.is_disabled() {
        into.push(node);
    }
    for child in children {
        stops(child, into);
    }
}

/// How many lines of this color are drawn around or in a place.
fn rings(shapes: &[ClippedShape], place: Rect, ink: Color32) -> usize {
    fn count(shape: &Shape, place: Rect, ink: Color32) -> usize {
        let is_line = |color: Color32, width: f32, drawn: Rect| {
            let is_at = place.expand(OUT).contains_rect(drawn);
            // A slider's ring goes around its number too.
            let is_around = drawn.contains_rect(place) && drawn.area() < 3.0 * place.area();
            color == ink && width >= WIDE && (is_at || is_around)
        };
        let found = match shape {
            Shape::Vec(all) => return all.iter().map(|s| count(s, place, ink)).sum(),
            Shape::Rect(r) => is_line(r.stroke.color, r.stroke.width, r.rect),
            Shape::Circle(c) => {
                let drawn = Rect::from_center_size(c.center, egui::Vec2::splat(2.0 * c.radius));
                is_line(c.stroke.color, c.stroke.width, drawn)
            }
            Shape::Path(p) => {
                let drawn = Rect::from_points(&p.points);
                p.stroke.color == ColorMode::Solid(ink) && is_line(ink, p.stroke.width, drawn)
            }
            Shape::Noop
            | Shape::Ellipse(_)
            | Shape::LineSegment { .. }
            | Shape::Band(_)
            | Shape::Text(_)
            | Shape::Mesh(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_)
            | Shape::Callback(_) => false,
        };
        usize::from(found)
    }
    shapes.iter().map(|s| count(&s.shape, place, ink)).sum()
}

/// Focuses each control of a page and looks for the line around it.
fn every_control_shows_it(person: &mut Person, page: &str) -> Vec<String> {
    let ink = person
        .harness
        .ctx
        .global_style()
        .visuals
        .selection
        .stroke
        .color;
    let mut wrong = Vec::new();
    let mut count = usize::MAX;
    let mut at = 0;
    while at < count {
        let mut all = Vec::new();
        stops(person.harness.root(), &mut all);
        count = all.len();
        let Some(node) = all.get(at) else { break };
        let id = node.accesskit_node().id();
        let before = rings(&person.harness.output().shapes, node.rect(), ink);
        let had = node.accesskit_node().is_focused();
        node.focus();
        person.harness.run();
        let mut all = Vec::new();
        stops(person.harness.root(), &mut all);
        // Opening the keyboard's stop of a group may move the others.
        let node = all.iter().find(|n| n.accesskit_node().id() == id);
        if let Some(node) = node {
            let inner = node.accesskit_node();
            let after = rings(&person.harness.output().shapes, node.rect(), ink);
            let shown = after > before || (had && after > 0);
            if !inner.is_focused() || !shown {
                let name = inner.label().unwrap_or_default();
                let why = if inner.is_focused() {
                    "shows no"
                } else {
                    "takes no"
                };
                wrong.push(format!("{page}: {:?} {name:?} {why} focus", inner.role()));
            }
        }
        at += 1;
    }
    assert!(count > 5, "{page}: only {count} controls");
    wrong
}

#[test]
fn the_focus_is_seen_on_every_kind_of_control() {
    let tall = [900.0, 5000.0];
    let mut wrong = Vec::new();
    let mut person = Person::with(tall, 1.0, egui::Theme::Light);
    let mut settings = Settings {
        night: Night::Auto,
        ..person.harness.state().state().settings.clone()
    };
    settings.reminders.daily = true;
    settings.reminders.stretch = true;
    person.ask(Action::Settings(Box::new(settings)));
    person.open(Screen::Settings);
    wrong.extend(every_control_shows_it(&mut person, "settings"));
    for page in [
        GuidePage::Home,
        GuidePage::Cause("piriformis_dgs".to_owned()),
        GuidePage::Figure("back_layers".to_owned()),
        GuidePage::Compare(String::new(), String::new()),
        GuidePage::Find,
    ] {
        let name = format!("{page:?}");
        person.ask(Action::Guide(page));
        wrong.extend(every_control_shows_it(&mut person, &name));
    }
    person.ask(Action::Open(Screen::Check));
    person.ask(Action::Check(CheckStep::Begin));
    wrong.extend(every_control_shows_it(&mut person, "card"));
    for item in ["course", "age_years", "pain_worst_nrs"] {
        let item = Item::Finding(item.to_owned());
        let name = format!("{item:?}");
        person.ask(Action::Check(CheckStep::Revisit(item)));
        wrong.extend(every_control_shows_it(&mut person, &name));
    }
    modules(&mut person);
    person.ask(Action::NewEntry);
    person.open(Screen::Diary);
    plain(&mut person);
    person.press("All places, on the body map");
    open_all(&mut person);
    wrong.extend(every_control_shows_it(&mut person, "log sheet"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_focus_is_seen_in_diary_trends_and_stretch() {
    let mut wrong = Vec::new();
    let person = Person::with([900.0, 3000.0], 1.0, egui::Theme::Dark);
    let mut person = with_diary(person, &plausible(TODAY, 60, 2));
    person.harness.set_size(egui::vec2(900.0, 3000.0));
    person.open(Screen::Diary);
    person.act(Role::CheckBox, "Filters");
    wrong.extend(every_control_shows_it(&mut person, "list"));
    for view in ["Month", "Year"] {
        person.act(Role::RadioButton, view);
        wrong.extend(every_control_shows_it(&mut person, view));
    }
    for page in [DiaryPage::Day(TODAY), DiaryPage::Exchange] {
        let name = format!("{page:?}");
        person.ask(Action::DiaryPage(page));
        wrong.extend(every_control_shows_it(&mut person, &name));
    }
    person.open(Screen::Trends);
    wrong.extend(every_control_shows_it(&mut person, "trends"));
    person.open(Screen::Stretch);
    wrong.extend(every_control_shows_it(&mut person, "safety list"));
    person.ask(Action::Stretch(StretchStep::PassGate));
    wrong.extend(every_control_shows_it(&mut person, "set-up"));
    person.press("Start the stretch");
    wrong.extend(every_control_shows_it(&mut person, "floor"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where the keyboard is, in a window of the usual size.
fn held(person: &Person) -> Option<(Rect, String)> {
    fn find(node: Node<'_>) -> Option<(Rect, String)> {
        let inner = node.accesskit_node();
        if inner.is_focused() && !inner.is_root() {
            let name = format!("{:?} {:?}", inner.role(), inner.label());
            return Some((node.rect(), name));
        }
        node.children().find_map(find)
    }
    find(person.harness.root())
}

#[test]
fn the_page_follows_the_keyboard_both_ways() {
    let size = egui::vec2(900.0, 640.0);
    let seen = Rect::from_min_size(egui::Pos2::ZERO, size);
    let mut person = Person::with([size.x, size.y], 1.0, egui::Theme::Light);
    person.open(Screen::Settings);
    let mut wrong = Vec::new();
    for way in [egui::Modifiers::NONE, egui::Modifiers::SHIFT] {
        let mut names = Vec::new();
        for _ in 0..40 {
            person.harness.key_press_modifiers(way, egui::Key::Tab);
            person.harness.run();
            let Some((at, name)) = held(&person) else {
                continue;
            };
            if !seen.contains_rect(at) {
                wrong.push(format!("{name} is at {at:?}"));
            }
            names.push(name);
        }
        let far = names.iter().any(|name| name.contains("Meters"));
        assert!(far, "came down the page: {names:?}");
    }
    assert!(wrong.is_empty(), "out of sight:\n{}", wrong.join("\n"));
}

#[test]
fn a_screen_reader_can_go_to_any_of_a_group() {
    let mut person = Person::with([900.0, 640.0], 1.0, egui::Theme::Light);
    person.open(Screen::Settings);
    for name in ["Dark", "Stills", "Dark"] {
        let node = person
            .harness
            .get_by_role_and_label(Role::RadioButton, name);
        let can = node
            .accesskit_node()
            .data()
            .supports_action(egui::accesskit::Action::Focus);
        assert!(can, "{name} can be gone to");
        node.focus();
        person.harness.run();
        let (_, held) = held(&person).expect("something has the keyboard");
        assert!(held.contains(name), "{held} has it, not {name}");
    }
    let theme = person.harness.state().state().settings.theme;
    assert_eq!(
        theme,
        unclench::settings::Theme::System,
        "going there chooses nothing"
    );
}
