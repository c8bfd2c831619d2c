//! The view for the floor: the picture, the side, and digits a third of the
//! window high, with large controls below.

use std::time::Duration;

use egui::{FontId, Key, Modifiers, Rect, Ui, UiBuilder, Vec2};

use super::picture;
use crate::action::{Action, StretchStep};
use crate::stretch::{Command, Pause, Phase, Session, Status, StopReason};
use crate::ui::theme::{UiExt as _, digits, semibold};
use crate::ui::tokens::{size, space};
use crate::ui::widget::floor as control;
use crate::ui::{Cx, icon, text};

/// Draws the running session.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(session) = cx.state.stretch.session() else {
        return;
    };
    keys(ui, cx, session);
    let room = ui
        .available_rect_before_wrap()
        .shrink2(egui::vec2(28.0, 20.0));
    let controls = if room.width() < 760.0 { 148.0 } else { 76.0 };
    let (top, bottom) = room.split_top_bottom_at_y(room.bottom() - controls);
    let wide = top.width() > top.height() * 1.35;
    let (pose, words) = if wide {
        top.split_left_right_at_fraction(0.52)
    } else {
        top.split_top_bottom_at_fraction(0.40)
    };
    let Some(phase) = session.phase() else {
        return;
    };
    ui.scope_builder(UiBuilder::new().max_rect(pose.shrink(8.0)), |ui| {
        let named = format!("{}. {}", phase.title, phase.cue);
        let side = phase.side.unwrap_or(crate::stretch::Side::Right);
        let room = ui.available_size();
        picture::show(ui, cx.library(), &phase.picture, side, room, &named);
    });
    ui.scope_builder(UiBuilder::new().max_rect(words), |ui| {
        said(ui, cx, session, phase, room.height());
    });
    ui.scope_builder(UiBuilder::new().max_rect(bottom), |ui| {
        buttons(ui, cx, session);
    });
}

/// Title, side, digits, cue, what comes next.
fn said(ui: &mut Ui, cx: &Cx<'_>, session: &Session, phase: &Phase, height: f32) {
    let t = ui.tokens();
    ui.spacing_mut().item_spacing.y = space::XS;
    if let Some(side) = phase.side {
        let font = FontId::new(size::H2, semibold());
        let word = format!("{} buttock", side.word());
        ui.label(egui::RichText::new(word).font(font).color(t.accent));
    }
    let title = text::title(ui, &phase.title);
    text::announce(ui, &title, false);
    if phase.of_rounds > 1 && phase.side.is_some() {
        text::muted(ui, format!("Round {} of {}", phase.round, phase.of_rounds));
    }
    countdown(ui, session, cx, height);
    let cue = egui::RichText::new(&phase.cue).size(size::H3).color(t.text);
    ui.add(egui::Label::new(cue).wrap());
    if let Some(watch) = &phase.watch {
        text::muted(ui, watch);
    }
    if let Status::Paused(pause) = session.status() {
        let why = match pause {
            Pause::Asked => "Paused. Press Space to go on.",
            Pause::Slept => "Paused: the computer was asleep. The time it slept was not counted.",
        };
        let line = text::strong_colored(ui, why, t.caution);
        text::announce(ui, &line, false);
    }
    ui.add_space(space::S);
    if let Some(next) = session.next_up() {
        text::muted(ui, format!("Next: {}", next.title));
    }
    let left = super::words::length(session.remaining_total(cx.now));
    text::muted(ui, format!("{left} left in all"));
}

fn countdown(ui: &mut Ui, session: &Session, cx: &Cx<'_>, height: f32) {
    let t = ui.tokens();
    let points = (height / 3.0)
        .clamp(72.0, 320.0)
        .min(ui.available_width() / 2.2);
    let shown = clock_face(session.remaining(cx.now));
    let points = if shown.len() > 3 {
        points * 0.62
    } else {
        points
    };
    let galley = ui
        .painter()
        .layout_no_wrap(shown.clone(), FontId::new(points, digits()), t.text);
    let (rect, response) = ui.allocate_exact_size(
        egui::vec2(galley.size().x.max(10.0), points * 0.95),
        egui::Sense::hover(),
    );
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Timer, true, format!("{shown} seconds left"))
    });
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, t.text);
    bar(ui, session.progress(cx.now));
}

/// How far the whole session is.
fn bar(ui: &mut Ui, share: f32) {
    let t = ui.tokens();
    let wanted = egui::vec2(ui.available_width().min(520.0), 8.0);
    let (rect, response) = ui.allocate_exact_size(wanted, egui::Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::Role::ProgressIndicator,
            true,
            format!("{} percent done", (share * 100.0).round()),
        )
    });
    ui.painter().rect_filled(rect, 4, t.hairline);
    let done = Rect::from_min_size(rect.min, Vec2::new(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, 4, t.accent);
    ui.add_space(space::XS);
}

/// Whole seconds, rounded up, so that "1" is shown until the phase ends.
fn clock_face(left: Duration) -> String {
    let secs = left.as_millis().div_ceil(1000);
    if secs < 100 {
        secs.to_string()
    } else {
        format!("{}:{:02}", secs / 60, secs % 60)
    }
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let press = |cx: &mut Cx<'_>, command| cx.ask(Action::Stretch(StretchStep::Command(command)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(10.0, 8.0);
        let paused = matches!(session.status(), Status::Paused(_));
        if paused {
            if control(ui, true, Some(icon::PLAY), "Go on").clicked() {
                press(cx, Command::Resume);
            }
        } else if control(ui, true, Some(icon::PAUSE), "Pause").clicked() {
            press(cx, Command::Pause);
        }
        if control(ui, false, Some(icon::SKIP_BACK), "Back").clicked() {
            press(cx, Command::Back);
        }
        if control(ui, false, Some(icon::SKIP_NEXT), "Skip").clicked() {
            press(cx, Command::Next);
        }
        if control(ui, false, Some(icon::EASE_OFF), "Too much").clicked() {
            press(cx, Command::TooMuch);
        }
        if control(ui, false, Some(icon::STOP), "Stop").clicked() {
            press(cx, Command::Stop(StopReason::Asked));
        }
        if control(ui, false, Some(icon::WARNING), "Sharp or numb").clicked() {
            press(cx, Command::Stop(StopReason::Pain));
        }
    });
}

/// Space pauses, arrows step, Escape stops. Left alone while a button has the
/// focus and Space would press it.
fn keys(ui: &Ui, cx: &mut Cx<'_>, session: &Session) {
    let focused = ui.memory(|m| m.focused().is_some());
    let paused = matches!(session.status(), Status::Paused(_));
    let space_means = if paused {
        Command::Resume
    } else {
        Command::Pause
    };
    let table = [
        (Key::Space, space_means, !focused),
        (Key::ArrowRight, Command::Next, !focused),
        (Key::ArrowLeft, Command::Back, !focused),
        (Key::ArrowDown, Command::TooMuch, !focused),
        (Key::Escape, Command::Stop(StopReason::Asked), true),
    ];
    for (key, command, free) in table {
        if free && ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            cx.ask(Action::Stretch(StretchStep::Command(command)));
        }
    }
}
