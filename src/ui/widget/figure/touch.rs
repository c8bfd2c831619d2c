//! A picture whose places can be pressed: what is chosen is filled and outlined,
//! what is pointed at more faintly. The twin in words stands beside it.

use std::collections::BTreeSet;

use egui::{Id, Rect, Sense, Ui, Vec2};

use super::easel::Easel;
use super::{edges, sheet};
use crate::content::Figure;
use crate::figure::{Lit, Part, Shot, View};
use crate::ui::theme::UiExt as _;

/// How near a pointer must come to a place, in points.
const REACH: f32 = 6.0;
/// How strong all places are at rest.
const AT_REST: f32 = 0.16;
/// How strong the place is that is pointed at.
const POINTED: f32 = 0.6;

/// What happened on the picture in this frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The place under the pointer.
    pub hovered: Option<String>,
    /// Was it pressed?
    pub pressed: bool,
    /// Is the pointer held down on the picture?
    pub held: bool,
}

/// How a pointer works on the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brush {
    /// Each press is one place.
    Press,
    /// Dragging paints.
    Paint,
}

/// Draws a figure whose structures in the layer `places` can be pressed.
pub fn touch(
    ui: &mut Ui,
    easel: &mut Easel,
    figure: &Figure,
    places: &str,
    chosen: &BTreeSet<String>,
    pointed: Option<&str>,
    room: Vec2,
) -> Touched {
    let of = (places, Brush::Press);
    brushed(ui, easel, figure, of, chosen, pointed, room)
}

/// The same with a brush of one's choice.
pub fn brushed(
    ui: &mut Ui,
    easel: &mut Easel,
    figure: &Figure,
    (places, brush): (&str, Brush),
    chosen: &BTreeSet<String>,
    pointed: Option<&str>,
    room: Vec2,
) -> Touched {
    let drawn = sheet::fitted(figure, room);
    // Not a stop for the keyboard: the list beside it is.
    let sense = match brush {
        Brush::Press => Sense::CLICK,
        Brush::Paint => Sense::CLICK | Sense::DRAG,
    };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(room.x, drawn.y), sense);
    response.widget_info(|| {
        let name = format!("{}{}", figure.alt, edges::spoken(figure, false));
        egui::WidgetInfo::labeled(egui::Role::Image, true, name)
    });
    let inner = Rect::from_center_size(rect.center(), drawn);
    let map = easel.hit_map(ui.ctx(), figure);
    let at = response
        .hover_pos()
        .or_else(|| response.interact_pointer_pos());
    let hovered = at.zip(map).and_then(|(pointer, map)| {
        let unit = sheet::units(figure) / inner.size();
        let at = (pointer - inner.min) * unit;
        let hit = map.at(figure, &View::default(), (at.x, at.y), REACH * unit.x)?;
        figure.structures.get(hit.structure).map(|s| s.id.clone())
    });
    if hovered.is_some() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if ui.is_rect_visible(rect) {
        let place = Id::unique(("touch", &figure.id));
        let plain = View {
            hidden: BTreeSet::from([places.to_owned()]),
            ..View::default()
        };
        sheet::paint(ui, easel, place, figure, &plain, inner, false);
        let dim = ui.tokens().drawing;
        let mut over = |salt: &str, lit: Vec<Lit>, strength: f32| {
            let place = place.with(salt);
            let shot = Shot {
                part: Part::Lit,
                view: View {
                    lit,
                    ..View::default()
                },
                frame: sheet::pixels(ui, inner).into(),
                // At rest the places are no more than a hint.
                contour: (strength > AT_REST).then(|| sheet::contour(ui)),
            };
            if let Some(picture) = easel.picture(ui.ctx(), place, figure, shot) {
                let uv = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                let tint = dim.gamma_multiply(strength);
                ui.painter().image(picture.id(), inner, uv, tint);
            }
        };
        let all = figure.structures.iter().filter(|s| s.layer == places);
        let all = all.map(|s| Lit::both(&s.id)).collect();
        over("all", all, AT_REST);
        for id in chosen.iter().filter(|id| figure.structure(id).is_some()) {
            over(id, vec![Lit::both(id)], 1.0);
        }
        let pointed = hovered.as_deref().or(pointed);
        let faint = pointed.filter(|id| figure.structure(id).is_some());
        if let Some(id) = faint.filter(|id| !chosen.contains(*id)) {
            over(id, vec![Lit::both(id)], POINTED);
        }
        if brush == Brush::Press {
            edges::paint(ui, figure, rect, false); // who paints is told above
        }
    }
    Touched {
        pressed: response.clicked() && hovered.is_some(),
        held: response.is_pointer_button_down_on(),
        hovered,
    }
}
