//! The first screen: one calm button for the minute it hurts, and what else can
//! be done from here.

use egui::{CornerRadius, FontId, Sense, Ui, Vec2};

use crate::action::Action;
use crate::diary::trend;
use crate::screen::Screen;
use crate::settings::{Night, Settings};
use crate::state::GuidePage;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{self, size, space};
use crate::ui::widget::{card, focus_ring, link_row, page, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// The strip shows this many days.
const STRIP_DAYS: usize = 14;

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "now", 760.0, |ui| {
        ui.horizontal(|ui| {
            text::title(ui, "Now");
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                night_switch(ui, cx);
            });
        });
        ui.add_space(space::S);
        match &cx.state.cramp {
            None => {
                if cramp_button(ui).clicked() {
                    cx.ask(Action::CrampNow);
                }
            }
            Some(started) => {
                let started = cx.state.say_time(started.civil().time());
                begun(ui, cx, &started);
            }
        }
        ui.add_space(space::XL);
        card(ui, |ui| {
            if link_row(
                ui,
                "Check my symptoms",
                "How soon to see someone, and what it could be",
            )
            .clicked()
            {
                cx.ask(Action::Open(Screen::Check));
            }
            if link_row(ui, "Stretch", "The figure-four stretch, guided, both sides").clicked() {
                cx.ask(Action::Open(Screen::Stretch));
            }
            if link_row(
                ui,
                "Log an earlier one",
                "Seconds to write down, kept for good",
            )
            .clicked()
            {
                cx.ask(Action::NewEntry);
            }
            if link_row(ui, "What is this?", "Causes, told apart in plain words").clicked() {
                cx.ask(Action::Guide(GuidePage::Home));
            }
        });
        ui.add_space(space::XL);
        strip(ui, cx);
    });
}

fn night_switch(ui: &mut Ui, cx: &mut Cx<'_>) {
    let night = cx.state.is_night();
    let (mark, word) = if night {
        (icon::SUN, "Day colours")
    } else {
        (icon::MOON, "Night colours")
    };
    if quiet(ui, Some(mark), word).clicked() {
        let settings = Settings {
            night: if night { Night::Off } else { Night::On },
            ..cx.state.settings.clone()
        };
        cx.ask(Action::Settings(Box::new(settings)));
    }
}

/// The big calm button.
fn cramp_button(ui: &mut Ui) -> egui::Response {
    let t = ui.tokens();
    let wanted = egui::vec2(ui.available_width(), 148.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), "It’s cramping now")
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description("Notes the time and takes you to the stretch");
    });
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() {
            t.accent.lerp_to_gamma(t.text, 0.12)
        } else {
            t.accent
        };
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(20), fill);
        let left = rect.left() + 32.0;
        icon::NOW.paint(
            ui,
            egui::Rect::from_center_size(
                egui::pos2(left + 28.0, rect.center().y),
                Vec2::splat(56.0),
            ),
            t.on_accent,
        );
        let words = left + 80.0;
        painter.text(
            egui::pos2(words, rect.center().y + 2.0),
            egui::Align2::LEFT_BOTTOM,
            "It’s cramping now",
            FontId::new(28.0, semibold()),
            t.on_accent,
        );
        painter.text(
            egui::pos2(words, rect.center().y + 8.0),
            egui::Align2::LEFT_TOP,
            "Notes the time, then the stretch",
            FontId::proportional(size::BODY),
            t.on_accent,
        );
    }
    focus_ring(ui, &response);
    response
}

/// What can be done about the cramp that was begun.
fn begun(ui: &mut Ui, cx: &mut Cx<'_>, started: &str) {
    card(ui, |ui| {
        text::subheading(ui, 2, &format!("Cramp noted at {started}"));
        text::body(
            ui,
            "If it came with numbness between the legs, trouble with urine or bowels, weakness \
             in both legs, chest pain or fainting, get help first.",
        );
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            let stretch = crate::ui::widget::primary(ui, Some(icon::STRETCH), "Stretch it");
            if stretch.clicked() {
                cx.ask(Action::Open(Screen::Stretch));
            }
            if secondary(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
            if secondary(ui, Some(icon::DIARY), "Log it").clicked() {
                cx.ask(Action::NewEntry);
            }
            if quiet(ui, None, "It was nothing").clicked() {
                cx.ask(Action::ForgetCramp);
            }
        });
    });
}

/// The last days as a strip: a column a day, its worst intensity by height,
/// color and number.
fn strip(ui: &mut Ui, cx: &mut Cx<'_>) {
    let today = cx.now.wall.date();
    let days = trend::worst_by_day(&cx.state.diary, today, STRIP_DAYS);
    let attacks = days.iter().filter(|d| d.worst.is_some()).count();
    card(ui, |ui| {
        text::subheading(ui, 2, "The last 14 days");
        let said = match attacks {
            0 => "No cramp logged in these days.".to_owned(),
            1 => "Cramp on 1 of 14 days.".to_owned(),
            n => format!("Cramp on {n} of 14 days."),
        };
        text::muted(ui, &said);
        ui.add_space(space::S);
        let t = ui.tokens();
        let wanted = egui::vec2(ui.available_width(), 96.0);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Image,
                true,
                format!("The last 14 days, oldest first. {said}"),
            )
        });
        let step = rect.width() / STRIP_DAYS as f32;
        let floor = rect.bottom() - 22.0;
        for (at, day) in days.iter().enumerate() {
            let x = rect.left() + (at as f32 + 0.5) * step;
            let wide = (step * 0.62).min(34.0);
            let painter = ui.painter();
            let track = egui::Rect::from_min_max(
                egui::pos2(x - wide / 2.0, rect.top()),
                egui::pos2(x + wide / 2.0, floor),
            );
            painter.rect_filled(track, CornerRadius::same(6), t.sunken);
            if let Some(worst) = day.worst {
                let share = 0.22 + 0.78 * f32::from(worst) / 10.0;
                let bar = track.with_min_y(floor - track.height() * share);
                painter.rect_filled(bar, CornerRadius::same(6), tokens::pain(worst));
                painter.text(
                    egui::pos2(x, floor - 9.0),
                    egui::Align2::CENTER_CENTER,
                    worst.to_string(),
                    FontId::new(13.0, crate::ui::theme::digits()),
                    tokens::on_pain(worst),
                );
            }
            let ink = if day.date == today { t.text } else { t.muted };
            painter.text(
                egui::pos2(x, rect.bottom() - 8.0),
                egui::Align2::CENTER_CENTER,
                day.date.strftime("%a").to_string().get(..2).unwrap_or(""),
                FontId::proportional(12.5),
                ink,
            );
        }
    });
}
