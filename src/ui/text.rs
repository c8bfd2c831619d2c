//! Text with its size, weight and accessible role: titles, headings, body, captions.

use egui::accesskit::{Live, Role};
use egui::{Color32, FontId, Label, Response, RichText, Ui};

use super::theme::{UiExt as _, semibold};
use super::tokens::size;

/// Narrower than this, in points, a long word may not fit at full size.
const TIGHT: f32 = 240.0;

/// The same with a large first letter.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get(..1).map(str::to_uppercase) {
        text.replace_range(..1, &first);
    }
    text
}

/// The size at which no word has to be broken, at least that of a paragraph.
fn fitting(ui: &Ui, points: f32, text: &str) -> f32 {
    let room = ui.available_width();
    if room >= TIGHT {
        return points;
    }
    let wide = |word: &str| {
        let font = FontId::new(points, semibold());
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), font, Color32::PLACEHOLDER);
        galley.size().x
    };
    let widest = text.split_whitespace().map(wide).fold(1.0, f32::max);
    (points * room / (widest + 1.0))
        .floor()
        .clamp(size::BODY, points)
}

fn heading_of(ui: &mut Ui, level: usize, points: f32, text: &str) -> Response {
    let points = fitting(ui, points, text);
    let color = ui.tokens().text;
    let rich = RichText::new(text)
        .font(FontId::new(points, semibold()))
        .color(color);
    let response = ui.add(Label::new(rich).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
        node.clear_value();
    });
    response
}

/// The name of a screen: heading of level 1, once a screen.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, 1, size::H1, text)
}

/// The name of a part: heading of level 2.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, 2, size::H2, text)
}

/// The name of a card or group: heading of level 3, or level 2 in smaller type
/// where no larger heading stands above it.
pub fn subheading(ui: &mut Ui, level: usize, text: &str) -> Response {
    heading_of(ui, level, size::H3, text)
}

/// A paragraph.
pub fn body(ui: &mut Ui, text: impl Into<String>) -> Response {
    colored(ui, text, ui.tokens().text)
}

/// A quieter paragraph.
pub fn muted(ui: &mut Ui, text: impl Into<String>) -> Response {
    colored(ui, text, ui.tokens().muted)
}

/// A paragraph in a token's color.
pub fn colored(ui: &mut Ui, text: impl Into<String>, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(text).size(size::BODY).color(color)).wrap())
}

/// Body text in semibold.
pub fn strong(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = ui.tokens().text;
    strong_colored(ui, text, color)
}

/// Semibold body text in a token's color.
pub fn strong_colored(ui: &mut Ui, text: impl Into<String>, color: Color32) -> Response {
    ui.add(
        Label::new(
            RichText::new(text)
                .font(FontId::new(size::BODY, semibold()))
                .color(color),
        )
        .wrap(),
    )
}

/// One item of a list: a dot, and what `add` draws beside it. Lines that wrap
/// begin under the words, not under the dot.
pub fn item<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let ink = ui.tokens().accent;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(8.0, 20.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 3.0, ink);
        ui.vertical(add).inner
    })
    .inner
}

/// Small, quiet text.
pub fn caption(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = ui.tokens().muted;
    ui.add(Label::new(RichText::new(text).size(size::CAPTION).color(color)).wrap())
}

/// Makes a screen reader read `response` out when its text changes.
pub fn announce(ui: &Ui, response: &Response, urgent: bool) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(if urgent {
            Live::Assertive
        } else {
            Live::Polite
        });
    });
}
