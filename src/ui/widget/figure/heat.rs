//! A picture whose places are the stronger the more often something was felt
//! there. Each has its count, so that color is never the only sign.

use egui::{Align2, Color32, FontId, Id, Rect, Sense, Stroke, Ui, Vec2};

use super::easel::Easel;
use super::{edges, sheet};
use crate::content::Figure;
use crate::figure::{Frame, Lit, Part, Shot, View};
use crate::print::Art;
use crate::ui::theme::{UiExt as _, digits};

/// How strong a place is drawn: a quarter, half, three quarters or all of the
/// most often felt one. Few steps, so that few pictures are kept.
const STEPS: [f32; 4] = [0.3, 0.52, 0.76, 1.0];

/// Draws a picture as it is printed: a view, and what is lit above it.
pub fn art(ui: &Ui, easel: &mut Easel, place: Id, art: &Art, rect: Rect) {
    sheet::on_paper(ui, easel, place, &art.figure, &art.view, rect);
    for (at, (view, strength)) in art.heat.iter().enumerate() {
        let tint = Color32::WHITE.gamma_multiply(*strength);
        lit(
            ui,
            easel,
            place.with(at),
            &art.figure,
            view.clone(),
            tint,
            rect,
        );
    }
}

/// What is lit in a view, on top of what is there, in so strong a tint.
fn lit(
    ui: &Ui,
    easel: &mut Easel,
    place: Id,
    figure: &Figure,
    view: View,
    tint: Color32,
    rect: Rect,
) {
    let shot = Shot {
        part: Part::Lit,
        view,
        frame: Frame::from(sheet::pixels(ui, rect)),
        contour: None, // the counts tell, not the edges
    };
    if let Some(picture) = easel.picture(ui.ctx(), place, figure, shot) {
        let uv = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter().image(picture.id(), rect, uv, tint);
    }
}

/// How often something was felt in a structure.
#[derive(Clone, Copy, Debug)]
pub struct Heat<'a> {
    /// The id of the structure.
    pub structure: &'a str,
    /// How often.
    pub count: u32,
}

/// Draws the figure with its places as often as they were felt.
pub fn heat(
    ui: &mut Ui,
    easel: &mut Easel,
    figure: &Figure,
    places: &str,
    counts: &[Heat<'_>],
    room: Vec2,
    name: &str,
) {
    let t = ui.tokens();
    let drawn = sheet::fitted(figure, room);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(room.x, drawn.y), Sense::hover());
    response.widget_info(|| {
        let name = format!("{name}{}", edges::spoken(figure, false));
        egui::WidgetInfo::labeled(egui::Role::Image, true, name)
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    let inner = Rect::from_center_size(rect.center(), drawn);
    let place = Id::unique(("heat", &figure.id));
    let plain = View {
        hidden: std::collections::BTreeSet::from([places.to_owned()]),
        ..View::default()
    };
    sheet::paint(ui, easel, place, figure, &plain, inner, false);
    let most = counts.iter().map(|heat| heat.count).max().unwrap_or(0);
    for (at, strength) in STEPS.into_iter().enumerate() {
        let lit: Vec<Lit> = counts
            .iter()
            .filter(|heat| step(heat.count, most) == at)
            .map(|heat| Lit::both(heat.structure))
            .collect();
        if lit.is_empty() {
            continue;
        }
        let view = View {
            lit,
            ..View::default()
        };
        let tint = t.drawing.gamma_multiply(strength);
        self::lit(ui, easel, place.with(at), figure, view, tint, inner);
    }
    let scale = inner.size() / sheet::units(figure);
    for heat in counts {
        let Some(structure) = figure.structure(heat.structure) else {
            continue;
        };
        let (x, y) = structure.label;
        let at = inner.min + egui::vec2(x, y) * scale;
        let painter = ui.painter();
        painter.circle(at, 12.0, t.raised, Stroke::new(1.0, t.outline));
        painter.text(
            at,
            Align2::CENTER_CENTER,
            heat.count.to_string(),
            FontId::new(13.0, digits()),
            t.text,
        );
    }
    // The sides are named beside the body, not at the edges of a wide card.
    let wide = (inner.width() + 160.0).min(rect.width());
    let near = Rect::from_center_size(rect.center(), egui::vec2(wide, rect.height()));
    edges::paint(ui, figure, near, false);
}

/// Which of the steps a count is drawn with.
fn step(count: u32, most: u32) -> usize {
    let quarters = f64::from(count) / f64::from(most.max(1)) * STEPS.len() as f64;
    (quarters.ceil() as usize).clamp(1, STEPS.len()) - 1
}
