//! Input fields with a visible label that is also their accessible name.

use egui::text::{CCursor, CCursorRange};
use egui::{Margin, Response, TextEdit, Ui};

use super::icon;
use super::text;
use super::theme::UiExt as _;
use super::tokens::size;

fn edit(value: &mut String, multiline: bool) -> TextEdit<'_> {
    let edit = if multiline {
        TextEdit::multiline(value).desired_rows(3)
    } else {
        TextEdit::singleline(value).align(egui::Align2::LEFT_CENTER)
    };
    edit.margin(Margin::symmetric(12, 9))
        .min_size(egui::vec2(0.0, size::CONTROL))
}

/// A field to pick one of many from. The caller joins it to its visible label.
pub fn combo<'a>(salt: &str) -> egui::ComboBox<'a> {
    egui::ComboBox::from_id_salt(salt).icon(|ui, rect, visuals, _| {
        let at = egui::Rect::from_center_size(rect.center(), egui::Vec2::splat(20.0));
        icon::CHEVRON_DOWN.paint(ui, at, visuals.fg_stroke.color);
    })
}

/// A search field with a magnifier; `name` is its accessible name and hint.
pub fn search(ui: &mut Ui, name: &str, value: &mut String) -> Response {
    let width = ui.available_width().min(520.0);
    let t = ui.tokens();
    let mut field = edit(value, false);
    field = field
        .hint_text(name)
        .desired_width(width - 56.0)
        .margin(Margin {
            left: 42,
            right: 12,
            top: 9,
            bottom: 9,
        });
    let response = ui.add(field).accessible_name(name);
    let glass = egui::Rect::from_center_size(
        response.rect.left_center() + egui::vec2(22.0, 0.0),
        egui::Vec2::splat(20.0),
    );
    icon::SEARCH.paint(ui, glass, t.muted);
    response
}

/// Gives a search field the keyboard, what is in it chosen: typing begins anew.
pub fn begin_search(ui: &Ui, response: &Response, value: &str) {
    response.request_focus();
    let mut state = egui::TextEdit::load_state(ui.ctx(), response.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(value.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), response.id);
}

/// A labelled line of text.
pub fn line(ui: &mut Ui, label: &str, hint: &str, value: &mut String, width: f32) -> Response {
    let name = text::caption(ui, label);
    ui.add(edit(value, false).hint_text(hint).desired_width(width))
        .labelled_by(name.id)
}

/// A line of text with its label in front of it.
pub fn beside(ui: &mut Ui, label: &str, hint: &str, value: &mut String, width: f32) -> Response {
    let name = text::caption(ui, label);
    ui.add(edit(value, false).hint_text(hint).desired_width(width))
        .labelled_by(name.id)
}

/// A short line of text whose label stands elsewhere; `name` is its accessible
/// name.
pub fn short(ui: &mut Ui, value: &mut String, name: &str, width: f32) -> Response {
    ui.add(edit(value, false).desired_width(width))
        .accessible_name(name)
}

/// A labelled field for several lines of text.
pub fn note(ui: &mut Ui, label: &str, hint: &str, value: &mut String) -> Response {
    let name = text::caption(ui, label);
    ui.add(
        edit(value, true)
            .hint_text(hint)
            .desired_width(ui.available_width()),
    )
    .labelled_by(name.id)
}

/// A number with a name and a unit, stepped with buttons or dragged or typed.
pub fn number<N: egui::emath::Numeric>(
    ui: &mut Ui,
    label: &str,
    value: &mut N,
    range: std::ops::RangeInclusive<N>,
    unit: &str,
) -> Response {
    let name = text::caption(ui, label);
    ui.add(
        egui::DragValue::new(value)
            .range(range)
            .speed(0.5)
            .suffix(unit),
    )
    .labelled_by(name.id)
}
