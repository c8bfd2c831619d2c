//! The fields that only the settings have.

use egui::Ui;
use jiff::civil::Time;

use crate::ui::widget::make_room;
use crate::ui::{Cx, field, text};

/// How wide a time of day is, in points.
const WIDE: f32 = 116.0;

/// A time of day, to the half hour; one in between that was written into the
/// file stays as it is until another is picked.
pub(super) fn time(ui: &mut Ui, cx: &Cx<'_>, label: &str, value: &mut Time) {
    make_room(ui, WIDE);
    ui.vertical(|ui| {
        let name = text::caption(ui, label);
        let combo = field::combo(label)
            .width(WIDE)
            .selected_text(cx.state.say_time(*value))
            .show_ui(ui, |ui| {
                for half in 0..48_i8 {
                    let time = Time::new(half / 2, half % 2 * 30, 0, 0);
                    let Ok(time) = time else { continue };
                    let row = ui.selectable_label(time == *value, cx.state.say_time(time));
                    if row.clicked() {
                        *value = time;
                    }
                }
            });
        combo.response.labelled_by(name.id);
    });
}
