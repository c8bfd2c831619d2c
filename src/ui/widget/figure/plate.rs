//! The large plate to explore: lift layers, point at a structure, move closer.

use egui::{CornerRadius, Id, Key, Rect, Response, Sense, Ui, Vec2};

use super::easel::Easel;
use super::{edges, sheet, tools};
use crate::content::Figure;
use crate::figure::{Drawing, Lit, View};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::size;

/// The closest one can get.
pub(super) const CLOSEST: f32 = 5.0;
/// How near a pointer must come to a structure, in points.
const REACH: f32 = 12.0;

/// How a person looks at a plate.
#[derive(Clone, Debug, PartialEq)]
pub struct PlateView {
    /// What was chosen.
    pub selected: Option<Lit>,
    /// What is under the pointer or has the keyboard.
    pub pointed: Option<Lit>,
    /// How many layers are lifted off.
    pub lifted: usize,
    /// The state shown, where the figure has several.
    pub state: Option<String>,
    /// Is it drawn as in a mirror?
    pub mirrored: bool,
    /// How close, from 1 (all of it).
    pub zoom: f32,
    /// How far it is moved, in parts of its own size.
    pub pan: Vec2,
    /// Was a choice made, so that the list must show its row?
    pub(super) to_list: bool,
}

impl Default for PlateView {
    fn default() -> Self {
        Self {
            selected: None,
            pointed: None,
            lifted: 0,
            state: None,
            mirrored: false,
            zoom: 1.0,
            pan: Vec2::ZERO,
            to_list: false,
        }
    }
}

impl PlateView {
    /// What is lit now: what is pointed at, else what was chosen.
    pub fn lit(&self) -> Option<&Lit> {
        self.pointed.as_ref().or(self.selected.as_ref())
    }

    /// Chooses a structure; choosing it again lets it go.
    pub fn choose(&mut self, lit: Lit) {
        let again = self
            .selected
            .as_ref()
            .is_some_and(|s| s.structure == lit.structure);
        self.selected = (!again).then_some(lit);
        self.to_list = !again;
    }

    /// Moves closer or away, about a place in parts of the picture's size from its middle.
    pub(super) fn approach(&mut self, factor: f32, about: Vec2) {
        let zoom = (self.zoom * factor).clamp(1.0, CLOSEST);
        let grown = zoom / self.zoom;
        // What lies under the pointer stays there.
        self.pan = about - (about - self.pan * self.zoom) * grown;
        self.pan /= zoom;
        self.zoom = zoom;
        self.hold();
    }

    /// Keeps the picture over the place it is shown in.
    fn hold(&mut self) {
        let most = (1.0 - 1.0 / self.zoom) / 2.0;
        self.pan = self.pan.clamp(Vec2::splat(-most), Vec2::splat(most));
    }

    fn view(&self, figure: &Figure) -> View {
        View {
            hidden: Drawing::peel_order(figure)
                .into_iter()
                .take(self.lifted)
                .collect(),
            state: self.state.clone(),
            lit: self.lit().cloned().into_iter().collect(),
            pain: Vec::new(),
        }
    }
}

/// Draws the plate into all of `room`.
pub fn plate(
    ui: &mut Ui,
    easel: &mut Easel,
    figure: &Figure,
    view: &mut PlateView,
    room: Vec2,
) -> Response {
    // Not a stop for the keyboard: the list beside it is.
    let (rect, response) = ui.allocate_exact_size(room, Sense::CLICK | Sense::DRAG);
    let mirrored = view.mirrored;
    response.widget_info(|| {
        let name = format!("{}{}", figure.alt, edges::spoken(figure, mirrored));
        egui::WidgetInfo::labeled(egui::Role::Image, true, name)
    });
    keys(ui, figure, view);
    let fitted = sheet::fitted(figure, room - Vec2::splat(8.0));
    moves(ui, &response, view, rect, fitted);
    let drawn = Rect::from_center_size(
        rect.center() + view.pan * fitted * view.zoom,
        fitted * view.zoom,
    );
    point(ui, easel, figure, view, &response, drawn);
    if ui.is_rect_visible(rect) {
        let place = Id::unique(("plate", &figure.id));
        ui.scope(|ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            let shown = view.view(figure);
            sheet::paint(ui, easel, place, figure, &shown, drawn, view.mirrored);
        });
        edges::paint(ui, figure, rect, view.mirrored);
    }
    tools::distance(ui, rect, view);
    response
}

/// Layers by Page Up and Page Down, or by the brackets; Escape lets go.
fn keys(ui: &Ui, figure: &Figure, view: &mut PlateView) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let most = Drawing::peel_order(figure).len().saturating_sub(1);
    let (deeper, back, free) = ui.input(|i| {
        (
            i.key_pressed(Key::PageDown) || i.key_pressed(Key::CloseBracket),
            i.key_pressed(Key::PageUp) || i.key_pressed(Key::OpenBracket),
            i.key_pressed(Key::Escape),
        )
    });
    if deeper {
        view.lifted = (view.lifted + 1).min(most);
    }
    if back {
        view.lifted = view.lifted.saturating_sub(1);
    }
    if free {
        view.selected = None;
    }
}

/// The wheel with Ctrl moves closer, dragging moves along.
fn moves(ui: &Ui, response: &Response, view: &mut PlateView, rect: Rect, fitted: Vec2) {
    if response.contains_pointer() {
        let factor = ui.input(egui::InputState::zoom_delta);
        if (factor - 1.0).abs() > f32::EPSILON {
            let at = response.hover_pos().unwrap_or(rect.center());
            view.approach(factor, (at - rect.center()) / fitted);
        }
    }
    if response.dragged() && view.zoom > 1.0 {
        view.pan += response.drag_delta() / (fitted * view.zoom);
        view.hold();
    }
    if view.zoom > 1.0 && response.hovered() {
        let held = response.dragged();
        ui.ctx().set_cursor_icon(if held {
            egui::CursorIcon::Grabbing
        } else {
            egui::CursorIcon::Grab
        });
    }
}

/// Finds what the pointer is on, and chooses it with a click.
fn point(
    ui: &Ui,
    easel: &mut Easel,
    figure: &Figure,
    view: &mut PlateView,
    response: &Response,
    drawn: Rect,
) {
    let map = easel.hit_map(ui.ctx(), figure);
    let free = |at: &egui::Pos2| !tools::column(response.rect).contains(*at);
    let Some((pointer, map)) = response.hover_pos().filter(free).zip(map) else {
        return;
    };
    let unit = sheet::units(figure) / drawn.size();
    let mut at = (pointer - drawn.min) * unit;
    if view.mirrored {
        at.x = sheet::units(figure).x - at.x;
    }
    let shown = view.view(figure);
    let hit = map.at(figure, &shown, (at.x, at.y), REACH * unit.x);
    let lit = hit.and_then(|hit| {
        Some(Lit {
            structure: figure.structures.get(hit.structure)?.id.clone(),
            side: hit.side,
        })
    });
    // The outer cover lies everywhere: to point at it is to point at nothing.
    let whole = Drawing::peel_order(figure).len() > 1 && view.lifted == 0;
    let cover = |lit: &Lit| whole && lit.structure == "skin";
    if response.clicked() {
        view.selected.clone_from(&lit);
        view.to_list = lit.is_some();
    }
    view.pointed = lit.filter(|lit| !cover(lit));
}

/// A small picture of the middle of a figure, as an invitation; it has no node
/// of its own.
pub fn thumbnail(ui: &mut Ui, easel: &mut Easel, figure: &Figure, view: &View, rect: Rect) {
    let t = ui.tokens();
    ui.painter()
        .rect_filled(rect, CornerRadius::same(size::RADIUS), t.sunken);
    let units = sheet::units(figure);
    let drawn = units * (rect.width() / units.x).max(rect.height() / units.y);
    let inner = Rect::from_center_size(rect.center(), drawn);
    let place = Id::unique(("thumbnail", &figure.id));
    ui.scope(|ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        sheet::paint(ui, easel, place, figure, view, inner, false);
    });
}
