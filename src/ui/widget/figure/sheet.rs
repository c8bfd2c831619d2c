//! Lays the two halves of a picture over each other: the plate, and what is lit
//! above it while the plate recedes. Close up it draws the part that is seen
//! at the resolution of the screen.

use egui::emath::GuiRounding as _;
use egui::{Color32, Id, Painter, Rect, TextureHandle, Ui, Vec2};

use super::easel::Easel;
use crate::content::Figure;
use crate::figure::{Contour, Crop, Drawing, Frame, Part, RECEDED, Shot, View};
use crate::ui::theme::UiExt as _;

/// The widest a whole picture is drawn, in pixels; of a wider one only what is seen.
const WIDEST: u32 = 1400;
/// How wide the line around what is lit is, in points.
const CONTOUR: f32 = 1.8;

/// The size of a figure, in units of its drawing.
pub(super) fn units(figure: &Figure) -> Vec2 {
    let (w, h) = Drawing::size_of(&figure.id).unwrap_or((4.0, 3.0));
    egui::vec2(w, h)
}

/// The largest size with the figure's proportions that fits.
pub(super) fn fitted(figure: &Figure, room: Vec2) -> Vec2 {
    let units = units(figure);
    units * (room.x / units.x).min(room.y / units.y)
}

/// How many pixels wide a whole picture is drawn that is shown in `rect`.
pub(super) fn pixels(ui: &Ui, rect: Rect) -> u32 {
    let pixels = (rect.width() * ui.ctx().pixels_per_point()).round() as u32;
    pixels.clamp(8, WIDEST)
}

/// The line around what is lit, in the colors of the theme.
pub(super) fn contour(ui: &Ui) -> Contour {
    let t = ui.tokens();
    let bytes = |c: Color32| [c.r(), c.g(), c.b()];
    Contour {
        tenths: (CONTOUR * ui.ctx().pixels_per_point() * 10.0).round() as u32,
        ink: bytes(t.accent),
        rim: bytes(t.raised),
    }
}

/// The part of `rect` that is seen through `clip`, at `scale` pixels a point; `None`
/// where the whole picture is drawn as finely.
fn crop(scale: f32, clip: Rect, rect: Rect, mirrored: bool) -> Option<Frame> {
    let width = (rect.width() * scale).round();
    if width <= WIDEST as f32 {
        return None;
    }
    let seen = rect.intersect(clip);
    if !seen.is_positive() {
        return None;
    }
    let left = ((seen.left() - rect.left()) * scale).round();
    let wide = (seen.width() * scale).round().max(1.0);
    let left = if mirrored { width - left - wide } else { left };
    Some(Frame {
        width: width as u32,
        crop: Some(Crop {
            x: left.max(0.0) as u32,
            y: ((seen.top() - rect.top()) * scale).round() as u32,
            width: wide as u32,
            height: (seen.height() * scale).round().max(1.0) as u32,
        }),
    })
}

/// Where a frame lies when all of its picture lies in `rect`.
fn place_of(frame: Frame, rect: Rect, mirrored: bool) -> Rect {
    let Some(crop) = frame.crop else { return rect };
    let scale = rect.width() / frame.width as f32;
    let size = egui::vec2(crop.width as f32, crop.height as f32) * scale;
    let x = crop.x as f32 * scale;
    let left = if mirrored {
        rect.right() - x - size.x
    } else {
        rect.left() + x
    };
    Rect::from_min_size(egui::pos2(left, rect.top() + crop.y as f32 * scale), size)
}

/// Paints a view into a rectangle of the figure's proportions, clipped by `ui`.
pub(super) fn paint(
    ui: &Ui,
    easel: &mut Easel,
    place: Id,
    figure: &Figure,
    view: &View,
    rect: Rect,
    mirrored: bool,
) {
    let sheet = Sheet {
        mirrored,
        ..Sheet::of(ui, place, figure, view, rect)
    };
    sheet.show(ui, easel, 1.0);
}

/// The same on paper, which is as light at night as by day.
pub(super) fn on_paper(
    ui: &Ui,
    easel: &mut Easel,
    place: Id,
    figure: &Figure,
    view: &View,
    rect: Rect,
) {
    let sheet = Sheet {
        tint: Color32::WHITE,
        ..Sheet::of(ui, place, figure, view, rect)
    };
    sheet.show(ui, easel, 1.0);
}

/// The same, seen through: `strength` goes from 0 to 1.
pub(super) fn faint(
    ui: &Ui,
    easel: &mut Easel,
    place: Id,
    figure: &Figure,
    view: &View,
    rect: Rect,
    strength: f32,
) {
    Sheet::of(ui, place, figure, view, rect).show(ui, easel, strength);
}

/// A picture that lies between two pixels is not crisp.
fn on_pixels(ui: &Ui, rect: Rect) -> Rect {
    rect.round_to_pixels(ui.ctx().pixels_per_point())
}

/// A picture and where it lies.
struct Sheet<'a> {
    place: Id,
    figure: &'a Figure,
    view: &'a View,
    rect: Rect,
    mirrored: bool,
    /// What its colors are multiplied with.
    tint: Color32,
}

impl<'a> Sheet<'a> {
    /// The picture the right way round, as dim as the hour asks.
    fn of(ui: &Ui, place: Id, figure: &'a Figure, view: &'a View, rect: Rect) -> Self {
        Self {
            place,
            figure,
            view,
            rect: on_pixels(ui, rect),
            mirrored: false,
            tint: ui.tokens().drawing,
        }
    }

    fn show(&self, ui: &Ui, easel: &mut Easel, strength: f32) {
        let view = self.view;
        let recedes = ui
            .ctx()
            .animate_bool(self.place.with("recedes"), !view.lit.is_empty());
        let rest = egui::lerp(1.0..=RECEDED, recedes);
        self.part(ui, easel, Part::Plate, strength * rest);
        if !view.lit.is_empty() || !view.pain.is_empty() {
            self.part(ui, easel, Part::Lit, strength);
        }
    }

    fn shot(&self, ui: &Ui, part: Part, frame: Frame) -> Shot {
        Shot {
            part,
            view: self.view.clone(),
            frame,
            contour: Some(contour(ui)),
        }
    }

    /// Paints one half: sharp where it is drawn, scaled where it is not yet.
    fn part(&self, ui: &Ui, easel: &mut Easel, part: Part, strength: f32) {
        let ctx = ui.ctx();
        let whole = Frame::from(pixels(ui, self.rect));
        let scale = ctx.pixels_per_point();
        let Some(frame) = crop(scale, ui.clip_rect(), self.rect, self.mirrored) else {
            let shot = self.shot(ui, part, whole);
            if let Some(picture) = easel.picture(ctx, self.place, self.figure, shot) {
                self.image(ui.painter(), &picture, whole, strength);
            }
            return;
        };
        // A draft comes before the crop, which takes its time; it is painted only
        // below what is not drawn yet.
        let below = (part == Part::Plate).then(|| {
            let shot = self.shot(ui, part, whole);
            easel.below(ctx, self.place, self.figure, shot)
        });
        let shot = self.shot(ui, part, frame);
        if let Some(sharp) = easel.crop(ctx, self.place, self.figure, shot.clone()) {
            self.image(ui.painter(), &sharp, frame, strength);
            return;
        }
        let before = easel.before(ctx, self.figure, shot);
        let covered = before.as_ref().map_or(Rect::NOTHING, |(_, frame)| {
            place_of(*frame, self.rect, self.mirrored)
        });
        if let Some(below) = below.flatten() {
            // Around the sharp part alone: two layers of a faint plate would be stronger.
            for clip in around(ui.clip_rect(), covered) {
                self.image(&ui.painter().with_clip_rect(clip), &below, whole, strength);
            }
        }
        if let Some((picture, frame)) = before {
            self.image(ui.painter(), &picture, frame, strength);
        }
    }

    fn image(&self, painter: &Painter, picture: &TextureHandle, frame: Frame, strength: f32) {
        let uv = if self.mirrored {
            Rect::from_min_max(egui::pos2(1.0, 0.0), egui::pos2(0.0, 1.0))
        } else {
            Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0))
        };
        let rect = place_of(frame, self.rect, self.mirrored);
        let tint = self.tint.gamma_multiply(strength);
        painter.image(picture.id(), rect, uv, tint);
    }
}

/// All of `clip` but `hole`, as up to four rectangles.
fn around(clip: Rect, hole: Rect) -> Vec<Rect> {
    let hole = hole.intersect(clip);
    if !hole.is_positive() {
        return vec![clip];
    }
    let strip = |min: (f32, f32), max: (f32, f32)| Rect::from_min_max(min.into(), max.into());
    let all = [
        strip((clip.left(), clip.top()), (clip.right(), hole.top())),
        strip((clip.left(), hole.bottom()), (clip.right(), clip.bottom())),
        strip((clip.left(), hole.top()), (hole.left(), hole.bottom())),
        strip((hole.right(), hole.top()), (clip.right(), hole.bottom())),
    ];
    all.into_iter().filter(Rect::is_positive).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_up_each_pixel_of_the_screen_has_its_own() {
        let rect = Rect::from_min_size(egui::pos2(-700.0, -500.0), egui::vec2(2400.0, 2800.0));
        let seen = Rect::from_min_size(egui::pos2(20.0, 60.0), egui::vec2(560.0, 480.0));
        for (scale, mirrored) in [(1.0, false), (1.0, true), (2.0, false), (2.5, true)] {
            let frame = crop(scale, seen, rect, mirrored).expect("a crop");
            let drawn = frame.crop.expect("a crop");
            let pixels = |points: f32| (points * scale) as u32;
            assert_eq!(frame.width, pixels(2400.0), "the whole, as on the screen");
            let size = (pixels(560.0), pixels(480.0));
            assert_eq!((drawn.width, drawn.height), size, "what is seen");
            let back = place_of(frame, rect, mirrored);
            assert!(
                (back.min - seen.min).length() < 0.6 && (back.max - seen.max).length() < 0.6,
                "it lies where it is seen: {back:?}"
            );
        }
    }

    #[test]
    fn a_picture_that_is_fine_enough_is_drawn_whole() {
        let rect = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(600.0, 700.0));
        assert_eq!(crop(1.0, rect, rect, false), None, "drawn whole");
        assert!(crop(2.5, rect, rect, false).is_some(), "it is larger there");
    }

    #[test]
    fn what_lies_around_a_hole_covers_all_but_it() {
        let clip = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(100.0, 80.0));
        let hole = Rect::from_min_size(egui::pos2(20.0, 10.0), egui::vec2(30.0, 90.0));
        let area: f32 = around(clip, hole).iter().map(Rect::area).sum();
        assert!((area - (8000.0 - 30.0 * 70.0)).abs() < 0.1, "{area}");
        assert_eq!(around(clip, Rect::NOTHING), vec![clip], "no hole");
    }
}
