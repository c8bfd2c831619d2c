//! Buttons: primary, secondary, quiet, and the large ones for the floor.

use egui::{
    Align, Button, Color32, CornerRadius, Direction, FontId, Response, RichText, Stroke,
    StrokeKind, Ui, UiBuilder,
};

use crate::ui::icon::{self, Icon};
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{Tokens, size};

/// How a button looks at rest and under the pointer.
struct Face {
    fill: Color32,
    hover: Color32,
    line: Color32,
    ink: Color32,
}

impl Face {
    /// The one to see first.
    fn lead(t: &Tokens) -> Self {
        Self {
            fill: t.accent,
            hover: t.accent.lerp_to_gamma(t.text, 0.16),
            line: t.accent,
            ink: t.on_accent,
        }
    }

    /// One without a frame.
    fn quiet(t: &Tokens) -> Self {
        Self {
            fill: Color32::TRANSPARENT,
            hover: t.accent_soft,
            line: Color32::TRANSPARENT,
            ink: t.accent,
        }
    }

    /// Any other.
    fn plain(t: &Tokens) -> Self {
        Self {
            fill: t.raised,
            hover: t.accent_soft,
            line: t.outline,
            ink: t.text,
        }
    }
}

/// Draws the ring that shows where the keyboard is.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            CornerRadius::same(size::RADIUS + 2),
            Stroke::new(2.5, ui.tokens().accent),
            StrokeKind::Outside,
        );
    }
}

fn dressed(ui: &mut Ui, face: &Face, height: f32, icon: Option<Icon>, text: &str) -> Response {
    laid(ui, face, height, (icon, None), text)
}

/// A button with an icon before and one behind its word.
fn laid(
    ui: &mut Ui,
    face: &Face,
    height: f32,
    (icon, behind): (Option<Icon>, Option<Icon>),
    text: &str,
) -> Response {
    let points = if height >= size::FLOOR {
        size::H3
    } else {
        size::BODY
    };
    let icons = [icon, behind].into_iter().flatten().count();
    next_row(ui, FontId::new(points, semibold()), text, icons);
    let response = ui
        .scope(|ui| {
            let style = ui.style_mut();
            style.visuals.override_text_color = None;
            let widgets = &mut style.visuals.widgets;
            for (state, fill) in [
                (&mut widgets.inactive, face.fill),
                (&mut widgets.hovered, face.hover),
                (&mut widgets.active, face.hover),
            ] {
                state.weak_bg_fill = fill;
                state.bg_fill = fill;
                state.bg_stroke = Stroke::new(1.0, face.line);
                state.fg_stroke = Stroke::new(1.0, face.ink);
            }
            let rich = RichText::new(text)
                .font(FontId::new(points, semibold()))
                .color(face.ink);
            let button = match icon {
                Some(icon) if text.is_empty() => Button::image(icon.image(22.0, face.ink)),
                Some(icon) => Button::image_and_text(icon.image(22.0, face.ink), rich),
                None => match behind {
                    Some(icon) => Button::new((rich, icon.image(22.0, face.ink))),
                    None => Button::new(rich),
                },
            };
            ui.add(button.min_size(egui::vec2(height, height)))
        })
        .inner;
    focus_ring(ui, &response);
    response
}

/// In a row that wraps, a button that does not fit goes into the next one. Else
/// its words would stand one below the other in what is left of this one.
fn next_row(ui: &mut Ui, font: FontId, text: &str, icons: usize) {
    if !ui.layout().main_wrap() {
        return;
    }
    if text.is_empty() {
        return super::make_room(ui, 34.0); // an icon alone, without its air
    }
    let ink = ui.tokens().text;
    let word = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
    let spacing = ui.spacing();
    let beside = icons as f32 * (22.0 + spacing.icon_spacing);
    let wide = word.size().x + beside + 2.0 * spacing.button_padding.x;
    super::make_room(ui, wide);
}

/// The one primary action of a screen.
pub fn primary(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    let face = Face::lead(ui.tokens());
    dressed(ui, &face, size::PRIMARY, icon, text)
}

/// Any other action.
pub fn secondary(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    let face = Face::plain(ui.tokens());
    dressed(ui, &face, size::CONTROL, icon, text)
}

/// An action that cannot be taken back, or that ends something.
pub fn danger(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    let t = ui.tokens();
    let face = Face {
        fill: t.danger_soft,
        hover: t.danger_soft.lerp_to_gamma(t.danger, 0.12),
        line: t.danger,
        ink: t.danger,
    };
    dressed(ui, &face, size::CONTROL, icon, text)
}

/// A small action without a frame, such as a link inside a card. First in its
/// line, its word stands below the words above it.
pub fn quiet(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    frameless(ui, (icon, None), text)
}

/// The same with the icon behind the word: it leads on.
pub fn onward(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    frameless(ui, (None, Some(icon)), text)
}

fn frameless(ui: &mut Ui, icons: (Option<Icon>, Option<Icon>), text: &str) -> Response {
    let face = Face::quiet(ui.tokens());
    let count = [icons.0, icons.1].into_iter().flatten().count();
    next_row(ui, FontId::new(size::BODY, semibold()), text, count);
    let out = overhang(ui);
    if out <= 0.0 {
        return laid(ui, &face, size::CONTROL, icons, text);
    }
    let mut place = ui.available_rect_before_wrap();
    place.min.x -= out;
    let mut beyond = ui.new_child(UiBuilder::new().max_rect(place));
    let response = laid(&mut beyond, &face, size::CONTROL, icons, text);
    // The air before the word takes no room, or the card would grow by it.
    let mut taken = beyond.min_rect();
    taken.min.x += out;
    ui.advance_cursor_after_rect(taken);
    response
}

/// How far the air before a word may stand out to the left, in points: as far as
/// it is wide where a line begins, else not at all.
fn overhang(ui: &Ui) -> f32 {
    let left = ui.max_rect().left();
    let layout = ui.layout();
    let is_leftmost = match layout.main_dir() {
        Direction::LeftToRight => true,
        Direction::TopDown => layout.horizontal_align() == Align::Min,
        Direction::RightToLeft | Direction::BottomUp => false,
    };
    if !is_leftmost || (ui.cursor().left() - left).abs() > 0.5 {
        return 0.0;
    }
    // A part of a row is where a line begins only if the row is.
    for part in ui.stack().iter() {
        if !part.layout_direction.is_horizontal() {
            break;
        }
        if part.max_rect.left() < left - 0.5 {
            return 0.0;
        }
    }
    // The ring of the keyboard stays whole.
    let room = left - ui.clip_rect().left() - 5.0;
    ui.spacing().button_padding.x.min(room).max(0.0)
}

/// How wide such a button with an icon is, in points.
pub fn quiet_width(ui: &Ui, text: &str) -> f32 {
    word_width(ui, text) + 22.0 + ui.spacing().icon_spacing
}

/// How wide such a button is without one, in points.
pub fn word_width(ui: &Ui, text: &str) -> f32 {
    let font = FontId::new(size::BODY, semibold());
    let word = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, ui.tokens().text);
    word.size().x + 2.0 * ui.spacing().button_padding.x
}

/// A large control, pressed from the floor. `lead` is the one to see first.
pub fn floor(ui: &mut Ui, lead: bool, icon: Option<Icon>, text: &str) -> Response {
    let face = if lead {
        Face::lead(ui.tokens())
    } else {
        Face::plain(ui.tokens())
    };
    dressed(ui, &face, size::FLOOR, icon, text)
}

/// A button that is an icon alone; `name` is what a screen reader says.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let t = ui.tokens();
    let face = Face {
        fill: Color32::TRANSPARENT,
        hover: t.accent_soft,
        line: Color32::TRANSPARENT,
        ink: t.muted,
    };
    dressed(ui, &face, size::CONTROL, Some(icon), "")
        .on_hover_text(name)
        .accessible_name(name)
}

/// How wide it is, in points.
pub fn icon_width(ui: &Ui) -> f32 {
    (22.0 + 2.0 * ui.spacing().button_padding.x).max(size::CONTROL)
}

/// An address that opens in the browser, in small type and tall enough to hit;
/// a screen reader says what it leads to.
pub fn link(ui: &mut Ui, address: &str, to: &str) -> Response {
    let rich = RichText::new(address)
        .size(size::CAPTION)
        .color(ui.tokens().accent)
        .underline();
    let button = Button::new(rich).frame(false).wrap();
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = egui::Vec2::ZERO;
            ui.add(button.min_size(egui::vec2(24.0, 24.0)))
        })
        .inner
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .accessible_name(to);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Link);
        node.set_url(address);
    });
    focus_ring(ui, &response);
    if response.clicked() {
        ui.ctx().open_url(egui::OpenUrl::new_tab(address));
    }
    response
}

/// A full-width row that opens something: title, a line under it, a chevron.
pub fn link_row(ui: &mut Ui, title: &str, line: &str) -> Response {
    let t = ui.tokens();
    let width = ui.available_width();
    let inner = width - 16.0 - 16.0 - 28.0;
    let title_galley = ui.painter().layout(
        title.to_owned(),
        FontId::new(size::BODY, semibold()),
        t.text,
        inner,
    );
    let line_galley =
        ui.painter()
            .layout(line.to_owned(), FontId::proportional(15.0), t.muted, inner);
    let gap = if line.is_empty() {
        0.0
    } else {
        2.0 + line_galley.size().y
    };
    let height = (title_galley.size().y + gap + 24.0).max(52.0);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if !line.is_empty() {
            node.set_description(line);
        }
    });
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(size::RADIUS), t.accent_soft);
        }
        let mut at =
            rect.left_top() + egui::vec2(16.0, (height - title_galley.size().y - gap) / 2.0);
        let title_height = title_galley.size().y;
        ui.painter().galley(at, title_galley, t.text);
        at.y += title_height + 2.0;
        ui.painter().galley(at, line_galley, t.muted);
        let mark = egui::Rect::from_center_size(
            egui::pos2(rect.right() - 24.0, rect.center().y),
            egui::Vec2::splat(20.0),
        );
        icon::CHEVRON_RIGHT.paint(ui, mark, t.muted);
    }
    focus_ring(ui, &response);
    response
}
