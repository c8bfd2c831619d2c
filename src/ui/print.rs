//! The sheet that asks where to save a page as PDF, and the button that opens it.

use egui::{CornerRadius, Frame, Id, Key, Margin, ScrollArea, Ui};

use super::theme::UiExt as _;
use super::tokens::{size, space};
use super::widget::{callout, danger, dialog, icon_button, primary, quiet, secondary};
use super::{Cx, field, icon, scroll, text};
use crate::action::Action;
use crate::print::Page;
use crate::state::{PrintSheet, PrintStep, Waiting};

/// The room that the button needs to show its words, in points.
const WORDS: f32 = 150.0;

/// What a person typed, and where the keyboard was before.
#[derive(Debug, Default)]
pub struct PrintForm {
    path: String,
    /// The proposal that the field shows.
    proposal: Option<u64>,
    back: Option<Id>,
}

/// The button that opens the sheet for the page a person is on; none where it
/// cannot be saved.
pub fn button(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.state.page_here(cx.now).is_some() && pressed(ui) {
        cx.ask(Action::Print(PrintStep::Open));
    }
}

/// The same for a page that the screen names itself.
pub fn button_for(ui: &mut Ui, cx: &mut Cx<'_>, page: impl FnOnce() -> Page) {
    if pressed(ui) {
        cx.ask(Action::Print(PrintStep::OpenPage(Box::new(page()))));
    }
}

/// The same for the stretch as it is set up, in pictures.
pub fn button_for_stretch(ui: &mut Ui, cx: &mut Cx<'_>) {
    if let Some(page) = cx.state.stretch_page()
        && quiet(ui, Some(icon::SAVE_PAGE), "Save the sheet as PDF").clicked()
    {
        cx.ask(Action::Print(PrintStep::OpenPage(Box::new(page))));
    }
}

fn pressed(ui: &mut Ui) -> bool {
    const NAME: &str = "Save as PDF";
    if ui.available_size_before_wrap().x < size::CONTROL + 16.0 {
        ui.end_row();
    }
    let button = if ui.available_size_before_wrap().x < WORDS {
        icon_button(ui, icon::SAVE_PAGE, NAME)
    } else {
        quiet(ui, Some(icon::SAVE_PAGE), NAME)
    };
    button.clicked()
}

impl PrintForm {
    /// Draws the sheet while it is open.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(sheet) = cx.state.print.sheet() else {
            if self.proposal.take().is_some()
                && let Some(back) = self.back.take()
            {
                ui.memory_mut(|m| m.request_focus(back));
            }
            return;
        };
        let is_new = self.proposal.is_none();
        if is_new {
            self.back = ui.memory(egui::Memory::focused);
        }
        if self.proposal != Some(sheet.proposal) {
            self.proposal = Some(sheet.proposal);
            self.path.clone_from(&sheet.path);
        }
        let t = ui.tokens();
        let frame = Frame::new()
            .fill(t.raised)
            .corner_radius(CornerRadius::same(size::CARD_RADIUS))
            .inner_margin(Margin::same(24));
        let modal = dialog(Id::unique("print"), "Save as PDF").frame(frame);
        let modal = modal.show(ui.ctx(), |ui| {
            ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 80.0));
            let room = (ui.ctx().content_rect().height() - 96.0).max(160.0);
            let area = ScrollArea::vertical().max_height(room).show(ui, |ui| {
                self.form(ui, cx, sheet, is_new);
                scroll::follow(ui, "print");
            });
            scroll::named(ui, area, "this sheet");
        });
        if modal.should_close() {
            cx.ask(Action::Print(PrintStep::Close));
        }
    }

    fn form(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, sheet: &PrintSheet, is_new: bool) {
        let saving = matches!(sheet.waiting, Waiting::Saving(_));
        text::subheading(ui, 2, "Save as PDF");
        text::muted(ui, format!("“{}”, to print or to keep.", sheet.title));
        ui.add_space(space::M);
        let width = ui.available_width();
        let line = field::line(ui, "Folder and file name", "", &mut self.path, width);
        if is_new {
            line.request_focus();
        }
        let entered = line.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if entered {
            line.request_focus(); // it may have to be mended
        }
        ui.add_space(space::S);
        let choosing = matches!(sheet.waiting, Waiting::Choosing(_));
        if secondary(ui, Some(icon::FOLDER), "Choose…").clicked() && !choosing {
            cx.ask(Action::Print(PrintStep::Choose(self.path.clone())));
        }
        if choosing {
            let said = "The system’s dialog is asked. If none opens, type the path above.";
            let label = text::muted(ui, said);
            text::announce(ui, &label, false);
        }
        let taken = sheet.taken;
        told(ui, sheet);
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            let mut save = None;
            if taken && danger(ui, None, "Replace the file").clicked() {
                save = Some(true);
            }
            let word = if taken {
                "Save under this name"
            } else {
                "Save"
            };
            if !taken || self.path.trim() != sheet.path.trim() {
                let lead = primary(ui, None, word);
                if (lead.clicked() || entered) && !saving {
                    save = Some(false);
                }
            } else if entered {
                save = Some(false);
            }
            if let Some(replace) = save {
                cx.ask(Action::Print(PrintStep::Save {
                    path: self.path.clone(),
                    replace,
                }));
            }
            if quiet(ui, None, "Cancel").clicked() {
                cx.ask(Action::Print(PrintStep::Close));
            }
            if saving {
                let label = text::muted(ui, "Saving…");
                text::announce(ui, &label, false);
            }
        });
    }
}

/// What stands in the way, if anything.
fn told(ui: &mut Ui, sheet: &PrintSheet) {
    let Some(problem) = &sheet.problem else {
        return;
    };
    ui.add_space(space::M);
    let t = ui.tokens();
    callout(
        ui,
        icon::WARNING,
        t.caution,
        t.caution_soft,
        problem.head,
        |ui| {
            let label = text::body(ui, &problem.text);
            text::announce(ui, &label, true);
        },
    );
}
