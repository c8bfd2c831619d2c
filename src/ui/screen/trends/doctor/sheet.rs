//! The page as it will be printed: the same marks as in the file, page by page,
//! larger and smaller; and its text for a person who cannot see it.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{
    Color32, CornerRadius, FontId, Id, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
};

use crate::print::{Preview, Shown};
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{self, space};
use crate::ui::widget::figure::{Easel, art};
use crate::ui::widget::{card, chip, icon_button, make_room};
use crate::ui::{Cx, icon, scroll, text};

/// How large the page may be looked at, in parts of what fits.
const SIZES: [f32; 5] = [1.0, 1.25, 1.5, 2.0, 3.0];
/// The widest a page is drawn where it fits, in points.
const WIDEST: f32 = 820.0;

/// How the page is looked at.
#[derive(Debug, Default)]
pub(super) struct Look {
    page: usize,
    size: usize,
    as_text: bool,
    easel: Easel,
}

impl Look {
    /// Draws the page that is looked at.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        text::subheading(ui, 2, "Preview");
        let preview = match cx.state.doctor.preview() {
            None => {
                text::muted(ui, "Making the page…");
                return;
            }
            Some(Err(why)) => {
                text::body(ui, format!("The page could not be made: {why}."));
                return;
            }
            Some(Ok(preview)) => Arc::clone(preview),
        };
        let count = preview.pages.len().max(1);
        self.page = self.page.min(count - 1);
        ui.horizontal_wrapped(|ui| self.tools(ui, count));
        ui.add_space(space::XS);
        if self.as_text {
            self.text(ui, &preview);
            return;
        }
        self.easel.begin(cx.now, cx.state.reduces_motion());
        let fit = ui.available_width().min(WIDEST);
        let wide = fit * SIZES.get(self.size).copied().unwrap_or(1.0);
        let scale = wide / Preview::PAPER.0;
        let size = egui::vec2(wide, Preview::PAPER.1 * scale);
        let name = format!(
            "Page {} of {count} of the report, as it is printed",
            self.page + 1
        );
        let area = ScrollArea::horizontal()
            .id_salt("paper")
            .max_width(fit)
            .show(ui, |ui| {
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
                if ui.is_rect_visible(rect)
                    && let Some(page) = preview.pages.get(self.page)
                {
                    let easel = &mut self.easel;
                    paint(ui, easel, page, rect, scale);
                }
            });
        scroll::named(ui, area, "the sheet of paper");
    }

    fn tools(&mut self, ui: &mut Ui, count: usize) {
        ui.add_enabled_ui(self.page > 0, |ui| {
            if icon_button(ui, icon::CHEVRON_LEFT, "Page before").clicked() {
                self.page -= 1;
            }
        });
        let label = text::body(ui, format!("Page {} of {count}", self.page + 1));
        text::announce(ui, &label, false);
        make_room(ui, 56.0);
        ui.add_enabled_ui(self.page + 1 < count, |ui| {
            if icon_button(ui, icon::CHEVRON_RIGHT, "Page after").clicked() {
                self.page += 1;
            }
        });
        make_room(ui, 56.0);
        ui.add_enabled_ui(self.size > 0, |ui| {
            if icon_button(ui, icon::MINUS, "Page smaller").clicked() {
                self.size -= 1;
            }
        });
        make_room(ui, 56.0);
        ui.add_enabled_ui(self.size + 1 < SIZES.len(), |ui| {
            if icon_button(ui, icon::PLUS, "Page larger").clicked() {
                self.size += 1;
            }
        });
        if chip(ui, self.as_text, "Show as text").clicked() {
            self.as_text = !self.as_text;
        }
    }

    fn text(&self, ui: &mut Ui, preview: &Preview) {
        card(ui, |ui| {
            for line in preview.text.get(self.page).into_iter().flatten() {
                text::body(ui, line);
            }
        });
    }
}

/// Paints the marks of a page.
fn paint(ui: &Ui, easel: &mut Easel, page: &[Shown], rect: Rect, scale: f32) {
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    painter.rect(
        rect,
        CornerRadius::ZERO,
        Color32::WHITE,
        Stroke::new(1.0, ui.tokens().outline),
        StrokeKind::Inside,
    );
    let at = |(x, y): (f32, f32)| rect.min + egui::vec2(x, y) * scale;
    let area = |[left, top, right, bottom]: [f32; 4]| {
        Rect::from_min_max(at((left, top)), at((right, bottom)))
    };
    for shown in page {
        match shown {
            Shown::Text {
                at: base,
                size,
                strong,
                ink,
                text,
                ..
            } => {
                let family = if *strong {
                    semibold()
                } else {
                    egui::FontFamily::Proportional
                };
                let font = FontId::new(size * scale, family);
                let ink = tokens::paper(*ink);
                let galley = painter.layout_no_wrap(text.clone(), font, ink);
                let row = galley.rows.first();
                let up = row.and_then(|row| Some(row.pos.y + row.row.glyphs.first()?.pos.y));
                let corner: Pos2 = at(*base) - egui::vec2(0.0, up.unwrap_or(0.0));
                painter.add(TextShape::new(corner, galley, ink));
            }
            Shown::Fill(place, corner, ink) => {
                let corner = (corner * scale).round().clamp(0.0, 255.0) as u8;
                painter.rect_filled(
                    area(*place),
                    CornerRadius::same(corner),
                    tokens::paper(*ink),
                );
            }
            Shown::Line(from, to, wide, ink) => {
                let stroke = Stroke::new(wide * scale, tokens::paper(*ink));
                painter.line_segment([at(*from), at(*to)], stroke);
            }
            Shown::Disc(middle, radius, ink, hollow) => {
                let ink = tokens::paper(*ink);
                let (fill, line) = if *hollow {
                    (Color32::WHITE, Stroke::new(scale, ink))
                } else {
                    (ink, Stroke::NONE)
                };
                painter.circle(at(*middle), radius * scale, fill, line);
            }
            Shown::Mark(_, place, ink) => {
                // The only mark of the page is the warning.
                icon::WARNING.paint(ui, area(*place), tokens::paper(*ink));
            }
            Shown::Art(drawn, place) => {
                let place = area(*place);
                art(ui, easel, Id::unique("report figure"), drawn, place);
            }
        }
    }
}
