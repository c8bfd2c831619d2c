//! The page for the doctor: what is on it, how it looks, and the way to a file.

mod options;
mod sheet;

use egui::Ui;

use self::options::Draft;
use self::sheet::Look;
use crate::action::Action;
use crate::print::Page;
use crate::state::{DoctorStep, PrintStep};
use crate::ui::tokens::space;
use crate::ui::widget::{empty, page, primary, quiet};
use crate::ui::{Cx, icon, text};

/// From this width on the page stands beside what is chosen, in points.
const WIDE: f32 = 820.0;
/// The width of what is chosen then, in points.
const CHOICES: f32 = 320.0;

/// What is typed, and how the page is looked at.
#[derive(Debug, Default)]
pub(super) struct DoctorScreen {
    draft: Draft,
    look: Look,
}

impl DoctorScreen {
    /// Draws the page.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if cx.state.doctor_is_stale(cx.now) {
            cx.ask(Action::Doctor(DoctorStep::Draw));
        }
        page(ui, "doctor", 1180.0, |ui| {
            if quiet(ui, Some(icon::BACK), "Back").clicked() {
                cx.ask(Action::Doctor(DoctorStep::Close));
            }
            text::title(ui, "For your doctor");
            text::muted(
                ui,
                "Your diary on one page, to be read in a minute. You choose what is on it. It \
                 stays on this computer until you save it and hand it on.",
            );
            ui.add_space(space::M);
            if cx.state.diary.is_loaded() && cx.state.diary.is_empty() {
                nothing(ui, cx);
                return;
            }
            if ui.available_width() < WIDE {
                self.choices(ui, cx);
                ui.add_space(space::L);
                self.look.show(ui, cx);
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    ui.set_width(CHOICES);
                    self.choices(ui, cx);
                });
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    self.look.show(ui, cx);
                });
            });
        });
    }

    fn choices(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::SAVE_PAGE), "Save as PDF").clicked() {
                cx.ask(Action::Doctor(DoctorStep::Save));
            }
        });
        ui.add_space(space::M);
        self.draft.show(ui, cx);
        ui.add_space(space::L);
        blank_sheet(ui, cx);
    }
}

fn blank_sheet(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::subheading(ui, 2, "On paper instead");
    text::muted(ui, "A sheet to fill in by hand for two weeks.");
    if quiet(ui, Some(icon::SAVE_PAGE), "Save a blank diary sheet").clicked() {
        let page = Box::new(Page::BlankDiary);
        cx.ask(Action::Print(PrintStep::OpenPage(page)));
    }
}

/// An empty diary.
fn nothing(ui: &mut Ui, cx: &mut Cx<'_>) {
    let first = empty(
        ui,
        icon::SAVE_PAGE,
        "Nothing to report yet",
        "After a few entries you can save a page here that tells a doctor how often it cramps, how \
         long and how bad.",
        "Log a cramp",
    );
    if first.clicked() {
        cx.ask(Action::NewEntry);
    }
    ui.add_space(space::L);
    blank_sheet(ui, cx);
}
