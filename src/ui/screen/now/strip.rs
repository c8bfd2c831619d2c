//! The last days as a strip, a column a day.

use egui::{CornerRadius, FontId, Sense, Ui};

use crate::diary::trend;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::card;
use crate::ui::{Cx, text};

/// The strip shows this many days.
const STRIP_DAYS: usize = 14;

/// The last days as a strip: a column a day, its worst intensity by height,
/// color and number.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>) {
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
                painter.rect_filled(bar, CornerRadius::same(6), t.pain(worst));
                painter.text(
                    egui::pos2(x, floor - 9.0),
                    egui::Align2::CENTER_CENTER,
                    worst.to_string(),
                    FontId::new(13.0, crate::ui::theme::digits()),
                    t.on_pain(worst),
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
