//! The parts of the settings, the list of them beside the page, and the way
//! from the one to the other.

use egui::{Align, CornerRadius, FontId, Frame, Margin, Panel, Rect, Sense, Ui};

use crate::state::SettingsPart;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, focus_ring};
use crate::ui::{field, text};

/// With less room than this the list of parts is a field above the page.
const BESIDE: f32 = 880.0;
/// How wide the list is.
const LIST: f32 = 212.0;

/// The parts, in their order on the page.
pub(super) const ALL: [SettingsPart; 8] = [
    SettingsPart::Appearance,
    SettingsPart::Sound,
    SettingsPart::Stretch,
    SettingsPart::Region,
    SettingsPart::Reminders,
    SettingsPart::Window,
    SettingsPart::Data,
    SettingsPart::About,
];

/// The heading of a part.
pub(super) const fn title(part: SettingsPart) -> &'static str {
    match part {
        SettingsPart::Appearance => "Appearance",
        SettingsPart::Sound => "Sound and voice",
        SettingsPart::Stretch => "Stretch",
        SettingsPart::Region => "Region",
        SettingsPart::Reminders => "Reminders",
        SettingsPart::Window => "Discretion and start",
        SettingsPart::Data => "Your data",
        SettingsPart::About => "About",
    }
}

/// Which part is seen, and which one is to be gone to.
#[derive(Debug, Default)]
pub(super) struct Contents {
    here: Option<SettingsPart>,
    wanted: Option<SettingsPart>,
    /// The number of the last way here from elsewhere.
    jump: Option<u64>,
    /// The upper edge of each part in this frame.
    seen: Vec<(SettingsPart, f32)>,
}

impl Contents {
    /// Goes where something else led to.
    pub(super) fn follow(&mut self, jump: Option<(u64, SettingsPart)>) {
        if let Some((number, part)) = jump
            && self.jump != Some(number)
        {
            self.jump = Some(number);
            self.wanted = Some(part);
        }
    }

    /// The list at the left, where there is room; says whether it is there.
    pub(super) fn beside(&mut self, ui: &mut Ui) -> bool {
        if ui.available_width() < BESIDE {
            return false;
        }
        Panel::left("settings-parts")
            .exact_size(LIST)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new().inner_margin(Margin {
                left: 24,
                right: 0,
                top: 92,
                bottom: 8,
            }))
            .show(ui, |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(egui::accesskit::Role::Navigation);
                    node.set_label("Parts of the settings");
                });
                ui.spacing_mut().item_spacing.y = 2.0;
                for part in ALL {
                    if self.entry(ui, part) {
                        self.wanted = Some(part);
                    }
                }
            });
        true
    }

    /// The same as a field, where there is not.
    pub(super) fn above(&mut self, ui: &mut Ui) {
        let name = text::caption(ui, "Go to");
        let combo = field::combo("settings-part")
            .width(ui.available_width().min(240.0))
            .selected_text(title(self.here.unwrap_or(SettingsPart::Appearance)))
            .show_ui(ui, |ui| {
                for part in ALL {
                    let here = self.here == Some(part);
                    if ui.selectable_label(here, title(part)).clicked() {
                        self.wanted = Some(part);
                    }
                }
            });
        combo.response.labelled_by(name.id);
        ui.add_space(space::M);
    }

    fn entry(&self, ui: &mut Ui, part: SettingsPart) -> bool {
        let t = ui.tokens();
        let here = self.here == Some(part);
        let wanted = egui::vec2(ui.available_width(), size::CONTROL);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| {
            let name = format!("Go to {}", title(part));
            egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), here, name)
        });
        let ink = if here { t.accent } else { t.muted };
        if here || response.hovered() {
            let radius = CornerRadius::same(size::RADIUS);
            ui.painter().rect_filled(rect, radius, t.accent_soft);
        }
        if here {
            let bar = Rect::from_min_max(
                rect.left_top() + egui::vec2(0.0, 8.0),
                rect.left_bottom() + egui::vec2(3.0, -8.0),
            );
            ui.painter().rect_filled(bar, 2, t.accent);
        }
        ui.painter().text(
            rect.left_center() + egui::vec2(14.0, 0.0),
            egui::Align2::LEFT_CENTER,
            title(part),
            FontId::new(size::BODY, semibold()),
            ink,
        );
        focus_ring(ui, &response);
        response.clicked()
    }

    /// A part: a card with its heading.
    pub(super) fn part(&mut self, ui: &mut Ui, part: SettingsPart, add: impl FnOnce(&mut Ui)) {
        let drawn = card(ui, |ui| {
            text::subheading(ui, 2, title(part));
            ui.add_space(space::S);
            add(ui);
        });
        let rect = drawn.response.rect;
        if self.wanted == Some(part) {
            self.wanted = None;
            ui.scroll_to_rect(rect.expand2(egui::vec2(0.0, space::L)), Some(Align::TOP));
        }
        self.seen.push((part, rect.top()));
        ui.add_space(space::L);
    }

    /// After the last part: which one is being read. `top` is the upper edge of
    /// what is seen, `is_end` says that there is nothing below.
    pub(super) fn settle(&mut self, top: f32, is_end: bool) {
        let read = self.seen.iter().rev().find(|(_, y)| *y <= top + 120.0);
        let read = if is_end { self.seen.last() } else { read };
        self.here = read.or(self.seen.first()).map(|(part, _)| *part);
        self.seen.clear();
    }
}
