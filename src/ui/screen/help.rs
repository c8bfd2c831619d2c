//! Get help: the emergency number and every red flag, most urgent first.

use egui::{FontId, RichText, Ui};

use crate::action::Action;
use crate::content::{AlertGroup, Rule};
use crate::screen::Screen;
use crate::settings::Settings;
use crate::state::GuidePage;
use crate::triage::{Urgency, urgent_advice};
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, hairline, link_row, page, secondary, two_columns};
use crate::ui::{Cx, icon, text, urgency};

/// From this width on the lists stand in two columns.
const TWO_COLUMNS: f32 = 820.0;

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "help", size::COLUMN, |ui| {
        text::title(ui, "Get help");
        ui.add_space(space::S);
        call(ui, cx);
        ui.add_space(space::L);
        text::muted(
            ui,
            "Read down from the top. If a line is true for you, do what its heading \
             says. If you are not sure about a line under “emergency”, speak to someone today.",
        );
        for level in [Urgency::EmergencyNow, Urgency::SameDay, Urgency::WithinDays] {
            ui.add_space(space::L);
            flags(ui, cx, level);
        }
        ui.add_space(space::L);
        card(ui, |ui| {
            text::subheading(ui, 2, "None of these?");
            text::body(
                ui,
                "Then there is time. Read about causes, or book a routine visit if it goes on \
                 for more than six weeks, keeps coming back, or worries you.",
            );
            ui.add_space(space::S);
            ui.horizontal_wrapped(|ui| {
                if secondary(ui, Some(icon::CHECK), "Go through them one by one").clicked() {
                    cx.ask(Action::Open(Screen::Check));
                }
                if secondary(ui, Some(icon::GUIDE), "Read the guide").clicked() {
                    cx.ask(Action::Guide(GuidePage::Home));
                }
                crate::ui::print::button(ui, cx);
            });
        });
    });
}

/// The card with the numbers to call.
fn call(ui: &mut Ui, cx: &mut Cx<'_>) {
    let region = cx.state.region();
    let t = ui.tokens();
    urgency::row(ui, Urgency::EmergencyNow, |ui| {
        text::body(ui, &region.emergency_words);
        let number = RichText::new(&region.emergency)
            .font(FontId::new(56.0, digits()))
            .color(t.danger);
        ui.label(number);
        if let Some(whom) = urgent_advice(region) {
            text::body(ui, format!("Urgent, but no emergency: call {whom}."));
        }
        ui.add_space(space::S);
        region_choice(ui, cx);
    });
}

/// The choice of the country whose numbers are shown.
pub(super) fn region_choice(ui: &mut Ui, cx: &mut Cx<'_>) {
    let here = cx.state.region().id.clone();
    let label = text::caption(ui, "Numbers for");
    let mut chosen = None;
    let combo = crate::ui::field::combo("region")
        .width(ui.available_width().min(240.0))
        .selected_text(&cx.state.region().name)
        .show_ui(ui, |ui| {
            for region in cx.library().regions() {
                if ui
                    .selectable_label(region.id == here, &region.name)
                    .clicked()
                {
                    chosen = Some(region.id.clone());
                }
            }
        });
    combo.response.labelled_by(label.id);
    if let Some(id) = chosen {
        let settings = Settings {
            region: id,
            ..cx.state.settings.clone()
        };
        cx.ask(Action::Settings(Box::new(settings)));
    }
}

/// The red flags of one urgency, grouped.
fn flags(ui: &mut Ui, cx: &mut Cx<'_>, level: Urgency) {
    let rules: Vec<&Rule> = cx
        .library()
        .rules()
        .iter()
        .filter(|r| r.red_flag && r.urgency == level)
        .collect();
    let (mark, ink, _) = urgency::face(ui.tokens(), level);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(28.0), egui::Sense::hover());
        mark.paint(ui, rect, ink);
        text::heading(ui, level.label());
    });
    text::muted(ui, level.advice(cx.state.region()));
    ui.add_space(space::S);
    let groups: Vec<(AlertGroup, Vec<&Rule>)> = AlertGroup::ALL
        .iter()
        .copied()
        .map(|g| (g, rules.iter().copied().filter(|r| r.group == g).collect()))
        .filter(|(_, list): &(_, Vec<_>)| !list.is_empty())
        .collect();
    if ui.available_width() >= TWO_COLUMNS && groups.len() > 1 {
        two_columns(ui, |ui, column| {
            for (group, list) in groups.iter().skip(column).step_by(2) {
                group_card(ui, cx, *group, list);
            }
        });
    } else {
        for (group, list) in &groups {
            group_card(ui, cx, *group, list);
        }
    }
}

fn group_card(ui: &mut Ui, cx: &mut Cx<'_>, group: AlertGroup, rules: &[&Rule]) {
    card(ui, |ui| {
        text::subheading(ui, 3, group.title());
        ui.add_space(space::XS);
        for (at, rule) in rules.iter().enumerate() {
            if at > 0 {
                hairline(ui);
            }
            if let Some(alert) = &rule.alert {
                if link_row(ui, &rule.sign, &rule.reason).clicked() {
                    cx.ask(Action::Guide(GuidePage::Alert(alert.clone())));
                }
            } else {
                text::strong(ui, &rule.sign);
                text::muted(ui, &rule.reason);
            }
        }
    });
    ui.add_space(space::M);
}
