//! The set-up of a session: first what is recommended, with its start; below,
//! everything that can be chosen.

use egui::Ui;

use super::{choices, picture, words};
use crate::action::{Action, StretchStep};
use crate::screen::Screen;
use crate::stretch::{Side, Verdict};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, card, more, page, pain_scale, primary, quiet};
use crate::ui::{Cx, icon, text};

/// From this width on the picture stands beside the words.
const TWO_COLUMNS: f32 = 540.0;
/// In a lower window the start comes before everything else.
const SHORT: f32 = 520.0;

/// Draws the set-up.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
    let is_short = ui.available_height() < SHORT;
    page(ui, "stretch set-up", 920.0, |ui| {
        let title = text::title(ui, "Stretch");
        if fresh {
            super::to_top(ui, &title);
        }
        ui.add_space(space::S);
        notes(ui, cx);
        hero(ui, cx, is_short);
        ui.add_space(space::XL);
        choices::show(ui, cx);
    });
}

/// What must be known before a start: rest, the safety answers.
fn notes(ui: &mut Ui, cx: &mut Cx<'_>) {
    let t = ui.tokens();
    let desk = &cx.state.stretch;
    if let Some(rest) = desk.rest(cx.now) {
        let zone = cx.now.wall.time_zone().clone();
        let until = rest.until.to_zoned_datetime(zone).datetime();
        let until = cx.state.say_when(until, "%A, {time}");
        callout(
            ui,
            icon::WARNING,
            t.caution,
            t.caution_soft,
            &format!("Rest it until {until}"),
            |ui| {
                text::body(
                    ui,
                    format!(
                        "{} Rest it for 48 hours after the last session, then take a gentler one.",
                        rest.why
                    ),
                );
            },
        );
        ui.add_space(space::M);
    }
    let verdict = desk.verdict();
    if matches!(verdict, Verdict::Open) {
        return;
    }
    let wish = desk.wish().map_or("", |r| r.name.as_str());
    let title = match desk.routine() {
        Some(routine) if routine.name != wish => format!("Your safety answers: {}", routine.name),
        _ => "Your safety answers".to_owned(),
    };
    callout(ui, icon::INFO, t.info, t.info_soft, &title, |ui| {
        for reason in verdict.reasons() {
            text::strong(ui, reason.so);
            text::muted(ui, &reason.check.why);
        }
    });
    ui.add_space(space::M);
}

/// What will be done, how long it takes, and the start.
fn hero(ui: &mut Ui, cx: &mut Cx<'_>, is_short: bool) {
    card(ui, |ui| {
        side_by_side(ui, cx, is_short);
        ui.add_space(space::S);
        more(ui, "what you will do", "What you will do", |ui| {
            steps(ui, cx);
        });
    });
}

/// The words with the picture beside them, or below where it is narrow; then
/// the pain and the start.
fn side_by_side(ui: &mut Ui, cx: &mut Cx<'_>, is_short: bool) {
    let width = ui.available_width();
    if width < TWO_COLUMNS {
        told(ui, cx);
        if is_short {
            start(ui, cx);
        }
        asked(ui, cx);
        if !is_short {
            start(ui, cx);
            ui.add_space(space::M);
            held(ui, cx, egui::vec2(width, 190.0));
        }
        return;
    }
    let seen = (width * 0.4).min(330.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        let words = ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.set_width(width - seen - space::XL);
            told(ui, cx);
        });
        let high = words.response.rect.height().clamp(150.0, 220.0);
        held(ui, cx, egui::vec2(seen, high));
    });
    asked(ui, cx);
    start(ui, cx);
}

/// The held position.
fn held(ui: &mut Ui, cx: &Cx<'_>, room: egui::Vec2) {
    let Some(routine) = cx.state.stretch.routine() else {
        return;
    };
    let sides = cx.state.stretch.options().sides.list();
    let side = sides.first().copied().unwrap_or(Side::Right);
    let named = format!("The held position of: {}", routine.name);
    picture::show(ui, cx.library(), &routine.picture, side, room, &named);
}

/// Each step of the first round, told whole.
fn steps(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(plan) = cx.state.stretch.plan() else {
        return;
    };
    for phase in words::steps(&plan) {
        text::strong(ui, &phase.title);
        text::muted(ui, &phase.detail);
        ui.add_space(space::XS);
    }
}

/// The name, what will happen, how long.
fn told(ui: &mut Ui, cx: &Cx<'_>) {
    let desk = &cx.state.stretch;
    let Some(routine) = desk.routine() else {
        return;
    };
    let plan = desk
        .dose()
        .map_or("Your own lengths", |dose| dose.name.as_str());
    let why = if desk.is_for_cramp() {
        "For the cramp now".to_owned()
    } else if desk.has_done_it_before() {
        format!("As you chose last: {plan}")
    } else {
        format!("A good one to begin with: {plan}")
    };
    text::caption(ui, why);
    text::heading(ui, &routine.name);
    text::body(ui, words::holds(desk.options(), desk.dose()));
    let total = words::about(desk.total());
    let end = cx
        .now
        .wall
        .checked_add(jiff::SignedDuration::try_from(total).unwrap_or_default());
    let end = end.map_or_else(
        |_| String::new(),
        |end| cx.state.say_when(end.datetime(), ", done by {time}"),
    );
    let about = if desk.dose().is_some_and(|d| d.until_eased.is_some()) {
        "At most"
    } else {
        "About"
    };
    text::muted(ui, format!("{about} {}{end}.", words::length(total)));
    text::muted(ui, &routine.position);
}

/// How much it hurts before.
fn asked(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.add_space(space::M);
    text::strong(ui, "How much does it hurt now?");
    if let Some(n) = pain_scale(ui, "Pain before", cx.state.stretch.before()) {
        cx.ask(Action::Stretch(StretchStep::Before(Some(n))));
    }
}

fn start(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.add_space(space::M);
    let desk = &cx.state.stretch;
    if desk.waits_for_pain() {
        let verdict = desk.verdict();
        for reason in verdict.reasons() {
            text::strong(ui, reason.so);
        }
        if quiet(ui, None, "Check my symptoms").clicked() {
            cx.ask(Action::Open(Screen::Check));
        }
        return;
    }
    let word = if desk.rest(cx.now).is_some() {
        "Start all the same"
    } else {
        "Start the stretch"
    };
    ui.horizontal_wrapped(|ui| {
        // Where both do not fit, the second goes below, whole.
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        if primary(ui, Some(icon::PLAY), word).clicked() {
            cx.ask(Action::Stretch(StretchStep::Start));
        }
        if desk.is_for_cramp() {
            if quiet(ui, None, "It is not cramping now").clicked() {
                let plan = cx.state.stretch.chosen().plan.clone();
                cx.ask(Action::Stretch(StretchStep::Dose(plan)));
            }
        } else if quiet(ui, None, "It is cramping now").clicked() {
            cx.ask(Action::Stretch(StretchStep::Dose(
                crate::stretch::CRAMP.to_owned(),
            )));
        }
    });
}
