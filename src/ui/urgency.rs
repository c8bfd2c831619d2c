//! How an urgency looks: icon, word and color together, never color alone.

use egui::{Color32, CornerRadius, FontId, Frame, Label, Margin, RichText, Ui};

use super::icon::{self, Icon};
use super::theme::{UiExt as _, semibold};
use super::tokens::{Tokens, size};
use crate::triage::Urgency;

/// The icon, ink and soft fill of an urgency.
pub fn face(t: &Tokens, urgency: Urgency) -> (Icon, Color32, Color32) {
    match urgency {
        Urgency::EmergencyNow => (icon::EMERGENCY, t.danger, t.danger_soft),
        Urgency::SameDay => (icon::TODAY, t.caution, t.caution_soft),
        Urgency::WithinDays => (icon::CALENDAR, t.caution, t.caution_soft),
        Urgency::Routine => (icon::LETTER, t.info, t.info_soft),
        Urgency::SelfCare => (icon::HOUSE, t.positive, t.positive_soft),
    }
}

/// The urgency as icon and words.
pub fn badge(ui: &mut Ui, urgency: Urgency) {
    sized(ui, urgency, size::BODY);
}

/// The same with words of this size, in points.
fn sized(ui: &mut Ui, urgency: Urgency, points: f32) {
    let (icon, ink, _) = face(ui.tokens(), urgency);
    ui.horizontal(|ui| {
        let side = egui::Vec2::splat((points * 1.25).round());
        let (rect, _) = ui.allocate_exact_size(side, egui::Sense::hover());
        icon.paint(ui, rect, ink);
        let word = RichText::new(urgency.label()).font(FontId::new(points, semibold()));
        ui.add(Label::new(word.color(ink)).wrap());
    });
}

/// A soft row in the urgency's color: its badge, and what `add` draws below.
pub fn row<R>(ui: &mut Ui, urgency: Urgency, add: impl FnOnce(&mut Ui) -> R) -> R {
    soft(ui, urgency, size::BODY, add)
}

/// The same where the urgency is what the page is there to say.
pub fn banner<R>(ui: &mut Ui, urgency: Urgency, add: impl FnOnce(&mut Ui) -> R) -> R {
    soft(ui, urgency, size::H2, add)
}

fn soft<R>(ui: &mut Ui, urgency: Urgency, points: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let (_, _, fill) = face(ui.tokens(), urgency);
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            sized(ui, urgency, points);
            add(ui)
        })
        .inner
}
