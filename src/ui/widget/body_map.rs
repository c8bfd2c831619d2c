//! The body map: the body from behind or from the front, painted by pressing or
//! dragging, and its twin in words beside it, which has every place, also those
//! that no picture shows.

use std::collections::BTreeSet;

use egui::{CornerRadius, FontId, Response, Sense, StrokeKind, Ui};

use super::chip::face;
use super::figure::{Brush, Easel, brushed};
use super::{focus_ring, segmented};
use crate::content::{Figure, SeenFrom};
use crate::diary::entry::{Region, Side};
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;
use crate::ui::{icon, text};

/// The layer of places in the figure.
const PLACES: &str = "places";
/// From this width on the list stands beside the picture.
const BESIDE: f32 = 600.0;
/// The tallest the picture gets, in points.
const TALLEST: f32 = 400.0;
/// The height of a row of the list, and the width of a box with its word.
const ROW: f32 = 30.0;
const BOX: f32 = 72.0;

/// A region that was painted, or taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painted {
    /// Which.
    pub region: Region,
    /// It is felt there.
    pub on: bool,
}

/// What a body map keeps between frames.
#[derive(Debug, Default)]
pub struct BodyMap {
    /// What the stroke that is being drawn does: paint, or take off.
    stroke: Option<bool>,
    /// The place whose row is pointed at; the picture is drawn before it is known.
    pointed: Option<Region>,
    /// Which of the pictures is shown.
    shown: usize,
}

impl BodyMap {
    /// Draws the map, from behind first; returns what was painted in this frame.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        easel: &mut Easel,
        figures: &[&Figure],
        felt: &[Region],
    ) -> Vec<Painted> {
        let mut done = Vec::new();
        let mut pointed = None;
        let mut hovered = None;
        if ui.available_width() >= BESIDE {
            super::two_columns(ui, |ui, column| {
                if column == 0 {
                    hovered = self.picture(ui, easel, figures, felt, &mut done);
                } else {
                    pointed = list(ui, figures, felt, hovered, &mut done);
                }
            });
        } else {
            hovered = self.picture(ui, easel, figures, felt, &mut done);
            pointed = list(ui, figures, felt, hovered, &mut done);
        }
        if pointed != self.pointed {
            self.pointed = pointed;
            ui.ctx().request_repaint(); // light it, once
        }
        done
    }

    fn picture(
        &mut self,
        ui: &mut Ui,
        easel: &mut Easel,
        figures: &[&Figure],
        felt: &[Region],
        done: &mut Vec<Painted>,
    ) -> Option<Region> {
        let words = figures.iter().enumerate().map(|(at, f)| (at, name(f)));
        let words: Vec<(usize, &str)> = words.collect();
        if let Some(shown) = segmented(ui, "The body map", self.shown, &words) {
            self.shown = shown;
            self.stroke = None;
        }
        let figure = figures.get(self.shown)?;
        sides(ui, figure.seen_from);
        let chosen: BTreeSet<String> = felt.iter().map(|r| r.id().to_owned()).collect();
        let room = egui::vec2(ui.available_width(), TALLEST);
        let pointed = self.pointed.map(Region::id);
        let of = (PLACES, Brush::Paint);
        let touched = brushed(ui, easel, figure, of, &chosen, pointed, room);
        let under = touched.hovered.as_deref().and_then(Region::from_id);
        if touched.held {
            if let Some(region) = under {
                let is_on = felt.contains(&region);
                // The first place decides whether the stroke paints or takes off.
                let on = *self.stroke.get_or_insert(!is_on);
                if on != is_on {
                    done.push(Painted { region, on });
                }
            }
        } else if self.stroke.take().is_none()
            && touched.pressed
            && let Some(region) = under
        {
            // Pressed and let go between two frames.
            let on = !felt.contains(&region);
            done.push(Painted { region, on });
        }
        let at = under.or(self.pointed);
        let said = match at.and_then(|r| figure.structure(r.id())) {
            Some(place) => format!("{}: {}", place.name, lower(&place.also)),
            None => "Press a place, or drag over several.".to_owned(),
        };
        text::caption(ui, said);
        under
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// What the picture of a figure is called.
const fn name(figure: &Figure) -> &'static str {
    match figure.seen_from {
        SeenFrom::Front => "Front",
        SeenFrom::Back | SeenFrom::Side | SeenFrom::Above | SeenFrom::Detail => "Back",
    }
}

/// Names the sides above the picture, as they are seen from there.
fn sides(ui: &mut Ui, seen_from: SeenFrom) {
    let (left, middle, right, said) = match seen_from {
        SeenFrom::Front => (
            "Your right",
            "Seen from the front",
            "Your left",
            "Seen from the front: your left is on the right",
        ),
        SeenFrom::Back | SeenFrom::Side | SeenFrom::Above | SeenFrom::Detail => (
            "Your left",
            "Seen from behind",
            "Your right",
            "Seen from behind: your left is on the left",
        ),
    };
    let t = ui.tokens();
    let wide = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(egui::vec2(wide, 22.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, said));
    let font = FontId::new(size::CAPTION, semibold());
    for (align, at, word) in [
        (egui::Align2::LEFT_CENTER, rect.left_center(), left),
        (egui::Align2::CENTER_CENTER, rect.center(), middle),
        (egui::Align2::RIGHT_CENTER, rect.right_center(), right),
    ] {
        ui.painter().text(at, align, word, font.clone(), t.muted);
    }
}

/// What the places of a picture are called in the list.
const fn group(figure: &Figure) -> &'static str {
    match figure.seen_from {
        SeenFrom::Front => "In front",
        SeenFrom::Back | SeenFrom::Side | SeenFrom::Above | SeenFrom::Detail => "Behind",
    }
}

/// Every region as a box, with its sides on one row; returns the one pointed at.
fn list(
    ui: &mut Ui,
    figures: &[&Figure],
    felt: &[Region],
    hovered: Option<Region>,
    done: &mut Vec<Painted>,
) -> Option<Region> {
    let mut pointed = None;
    let picture = |r: &Region| figures.iter().position(|f| f.structure(r.id()).is_some());
    ui.spacing_mut().item_spacing.y = 2.0;
    let groups = figures
        .iter()
        .enumerate()
        .map(|(at, f)| (Some(at), group(f)));
    for (on, title) in groups.chain([(None, "Inside, and further down")]) {
        text::caption(ui, title);
        let mut places: Vec<String> = Vec::new();
        for region in Region::ALL.iter().filter(|r| picture(r) == on) {
            let place = region.place();
            if places.contains(&place) {
                continue;
            }
            places.push(place.clone());
            let pair: Vec<Region> = Region::ALL
                .iter()
                .copied()
                .filter(|r| r.place() == place)
                .collect();
            let lit = hovered.is_some_and(|h| pair.contains(&h));
            row(ui, &pair, felt, lit, &mut pointed, done);
        }
        ui.add_space(6.0);
    }
    pointed
}

fn row(
    ui: &mut Ui,
    pair: &[Region],
    felt: &[Region],
    lit: bool,
    pointed: &mut Option<Region>,
    done: &mut Vec<Painted>,
) {
    let t = ui.tokens();
    let wide = (ui.available_width() - 2.0 * BOX - 16.0).max(70.0);
    ui.spacing_mut().interact_size.y = ROW;
    ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        let Some(first) = pair.first() else { return };
        let ink = if lit { t.accent } else { t.text };
        let font = FontId::proportional(14.5);
        let galley = ui.painter().layout(sideless(*first), font, ink, wide);
        let tall = galley.size().y.max(ROW);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(wide, tall), Sense::hover());
        let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        for region in pair {
            let (word, name) = match region.side() {
                Some(Side::Left) => ("Left", region.label().to_owned()),
                Some(Side::Right) => ("Right", region.label().to_owned()),
                Some(Side::Both | Side::Middle) | None => {
                    ("Middle", format!("{}, middle", region.label()))
                }
            };
            let on = felt.contains(region);
            let response = tick(ui, on, word, &name);
            if response.clicked() {
                done.push(Painted {
                    region: *region,
                    on: !on,
                });
            }
            if response.hovered() || response.has_focus() {
                *pointed = Some(*region);
            }
        }
    });
}

/// A small box to tick, with its word; all are equally wide.
fn tick(ui: &mut Ui, on: bool, word: &str, name: &str) -> Response {
    let t = ui.tokens();
    let wide = if word == "Middle" { BOX + 14.0 } else { BOX };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(wide, ROW), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, ui.is_enabled(), on, name)
    });
    if ui.is_rect_visible(rect) {
        let (fill, line) = face(t, on, &response);
        let center = egui::pos2(rect.left() + 12.0, rect.center().y);
        let square = egui::Rect::from_center_size(center, egui::Vec2::splat(20.0));
        ui.painter().rect(
            square,
            CornerRadius::same(6),
            fill,
            line,
            StrokeKind::Inside,
        );
        if on {
            icon::CHECK_MARK.paint(ui, square.shrink(2.0), t.accent);
        }
        ui.painter().text(
            egui::pos2(rect.left() + 28.0, rect.center().y),
            egui::Align2::LEFT_CENTER,
            word,
            FontId::proportional(14.5),
            t.text,
        );
    }
    focus_ring(ui, &response);
    response
}

/// The name of a place without its side: "Buttock, upper".
fn sideless(region: Region) -> String {
    let bare = region.label().replace("Left ", "").replace("left ", "");
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
