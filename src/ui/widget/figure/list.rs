//! The twin of a plate in words: a row for each structure, and a strip that
//! says what is lit.

use egui::{Color32, CornerRadius, FontId, Sense, Ui};

use super::plate::PlateView;
use crate::content::{Figure, SeenFrom, Side, Structure};
use crate::figure::Lit;
use crate::ui::text;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;
use crate::ui::widget::focus_ring;

/// One structure: pressing chooses it, pointing at it or reaching it by keyboard
/// lights it. Returns whether it is pointed at.
pub fn row(ui: &mut Ui, view: &mut PlateView, structure: &Structure) -> bool {
    let t = ui.tokens();
    let is = |lit: Option<&Lit>| lit.is_some_and(|l| l.structure == structure.id);
    let chosen = is(view.selected.as_ref());
    let width = ui.available_width();
    let name = ui.painter().layout(
        structure.name.clone(),
        FontId::new(size::BODY, semibold()),
        if chosen { t.accent } else { t.text },
        width - 24.0,
    );
    let also = ui.painter().layout(
        structure.also.clone(),
        FontId::proportional(size::CAPTION),
        t.muted,
        width - 24.0,
    );
    let second = if structure.also.is_empty() {
        0.0
    } else {
        also.size().y + 1.0
    };
    let height = (name.size().y + second + 12.0).max(size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), chosen, &structure.name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if !structure.also.is_empty() {
            node.set_description(structure.also.as_str());
        }
    });
    if response.clicked() {
        view.choose(Lit::both(&structure.id));
    }
    if chosen && std::mem::take(&mut view.to_list) {
        response.scroll_to_me(Some(egui::Align::Center));
    }
    let pointed = response.hovered() || response.has_focus();
    if ui.is_rect_visible(rect) {
        let fill = if chosen || pointed || is(view.pointed.as_ref()) {
            t.accent_soft
        } else {
            Color32::TRANSPARENT
        };
        let radius = CornerRadius::same(size::RADIUS);
        ui.painter().rect_filled(rect, radius, fill);
        if chosen {
            // A bar, so that the choice is never color alone.
            let bar = egui::Rect::from_min_size(rect.min, egui::vec2(4.0, height));
            ui.painter()
                .rect_filled(bar.shrink2(egui::vec2(0.0, 8.0)), 2, t.accent);
        }
        let top = rect.center().y - f32::midpoint(name.size().y, second);
        let name_height = name.size().y;
        let at = egui::pos2(rect.left() + 12.0, top);
        ui.painter().galley(at, name, t.text);
        ui.painter()
            .galley(at + egui::vec2(0.0, name_height + 1.0), also, t.muted);
    }
    focus_ring(ui, &response);
    pointed
}

/// How tall the strip is in this width with the longest sentence of a figure, in
/// points, so that nothing jumps when the pointer moves.
pub fn strip_height(figure: &Figure, width: f32) -> f32 {
    let longest = figure.structures.iter().map(|s| s.text.chars().count());
    // A letter of body text is about half as wide as it is high.
    let lines = longest.max().unwrap_or(0) as f32 * 7.9 / width;
    34.0 + 22.0 * (lines.ceil() + 1.0)
}

/// Says what is lit: its name and its sentence, or how to begin.
pub fn strip(ui: &mut Ui, figure: &Figure, view: &PlateView) {
    let Some((lit, structure)) = view
        .lit()
        .and_then(|lit| Some((lit, figure.structure(&lit.structure)?)))
    else {
        text::muted(ui, "Point at the drawing, or choose a name in the list.");
        return;
    };
    let said = text::strong(ui, full_name(figure, structure, lit.side));
    text::body(ui, &structure.text);
    if view.pointed.is_none() {
        text::announce(ui, &said, false);
    }
}

/// The name with its side: "Piriformis, left".
fn full_name(figure: &Figure, structure: &Structure, side: Option<Side>) -> String {
    match side {
        Some(Side::Left) if figure.seen_from != SeenFrom::Detail => {
            format!("{}, left", structure.name)
        }
        Some(Side::Right) if figure.seen_from != SeenFrom::Detail => {
            format!("{}, right", structure.name)
        }
        Some(_) | None => structure.name.clone(),
    }
}
