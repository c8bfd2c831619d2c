//! How a day looks: a bar as high as its worst pain with the number in it, a
//! tick for "no cramp", a ring for a day of which only something else is known.
//! Height, number and sign say what the color says.

use egui::{CornerRadius, FontId, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::diary::calendar::Said;
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::{size, space};
use crate::ui::widget::make_room;
use crate::ui::{icon, text};

/// What a day says, in its track.
pub(super) fn sign(ui: &Ui, track: Rect, said: Said) {
    let t = ui.tokens();
    let painter = ui.painter();
    let small = track.width() < 18.0;
    let radius = CornerRadius::same(if small { 2 } else { 5 });
    match said {
        Said::Cramp { worst, .. } => {
            painter.rect_filled(track, radius, t.sunken);
            let share = 0.3 + 0.7 * f32::from(worst) / 10.0;
            let bar = track.with_min_y(track.bottom() - track.height() * share);
            painter.rect_filled(bar, radius, t.pain(worst));
            // Pale bars need an edge to be seen on paper.
            let line = Stroke::new(1.0, t.outline);
            painter.rect_stroke(bar, radius, line, StrokeKind::Inside);
            if !small {
                painter.text(
                    egui::pos2(track.center().x, track.bottom() - 8.0),
                    egui::Align2::CENTER_CENTER,
                    worst.to_string(),
                    FontId::new(13.0, digits()),
                    t.on_pain(worst),
                );
            }
        }
        Said::Free if small => {
            let side = track.width() * 1.3;
            let mark = Rect::from_center_size(track.center(), Vec2::splat(side));
            icon::CHECK_MARK.paint(ui, mark, t.positive);
        }
        Said::Free => {
            let mark = Rect::from_center_size(
                egui::pos2(track.center().x, track.bottom() - 11.0),
                Vec2::splat(20.0),
            );
            icon::CHECK_MARK.paint(ui, mark, t.positive);
        }
        Said::Something => {
            let at = if small {
                track.center()
            } else {
                egui::pos2(track.center().x, track.bottom() - 10.0)
            };
            let ring = if small { 2.5 } else { 4.0 };
            painter.circle_stroke(at, ring, Stroke::new(1.5, t.muted));
        }
        Said::Nothing => {}
    }
}

/// What the signs mean.
pub(super) fn legend(ui: &mut Ui) {
    ui.add_space(space::S);
    let cramp = Said::Cramp { count: 1, worst: 6 };
    let marks = [
        (cramp, "Worst pain, 0 to 10"),
        (Said::Free, "No cramp"),
        (Said::Something, "Other entries"),
    ];
    ui.horizontal_wrapped(|ui| {
        for (said, word) in marks {
            let font = FontId::proportional(size::CAPTION);
            let wide = ui
                .painter()
                .layout_no_wrap(word.to_owned(), font, ui.tokens().muted);
            // A sign and its word stay together.
            make_room(ui, 20.0 + space::S + wide.size().x + 4.0);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(20.0, 22.0), Sense::hover());
            let track = Rect::from_center_size(rect.center(), egui::vec2(19.0, 22.0));
            sign(ui, track, said);
            ui.allocate_ui(egui::vec2(wide.size().x + 2.0, 22.0), |ui| {
                text::caption(ui, word)
            });
            ui.add_space(space::S);
        }
        make_room(ui, 150.0);
        text::caption(ui, "Empty: nothing written");
    });
}
