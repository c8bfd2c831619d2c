//! The trash: deleted entries, kept 30 days, each one press from coming back.

use egui::Ui;

use super::list::way_back;
use super::rows::headline;
use crate::action::Action;
use crate::diary::Edit;
use crate::state::DiaryPage;
use crate::ui::tokens::space;
use crate::ui::widget::{card, empty, hairline, page, secondary};
use crate::ui::{Cx, icon, text};

/// Draws the trash.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "trash", 860.0, |ui| {
        way_back(ui, cx);
        text::title(ui, "Trash");
        let trash: Vec<_> = cx.state.diary.trash().map(|t| t.entry.as_ref()).collect();
        if trash.is_empty() {
            ui.add_space(space::M);
            let back = empty(
                ui,
                icon::TRASH,
                "The trash is empty",
                "An entry you delete comes here first. For 30 days it can be restored as it was; \
                 then it goes for good.",
                "Go to your entries",
            );
            if back.clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::List));
            }
            return;
        }
        text::muted(ui, "Deleted entries stay here for 30 days.");
        ui.add_space(space::M);
        let mut restore = None;
        card(ui, |ui| {
            for (at, entry) in trash.iter().enumerate() {
                if at > 0 {
                    hairline(ui);
                }
                ui.horizontal(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width((ui.available_width() - 128.0).max(120.0));
                        text::strong(ui, headline(entry));
                        // The hour of a check-in means nothing.
                        let how = if entry.as_day().is_some() {
                            "%A, %-d %B %Y"
                        } else {
                            "%A, %-d %B %Y, {time}"
                        };
                        let when = cx.state.say_when(entry.civil(), how);
                        text::muted(ui, when);
                    });
                    let name = format!(
                        "Restore {} {}",
                        cx.state.say_when(entry.civil(), "%-d %B {time}"),
                        headline(entry)
                    );
                    let button =
                        secondary(ui, Some(icon::RESTORE), "Restore").accessible_name(name);
                    if button.clicked() {
                        restore = Some(entry.id());
                    }
                });
            }
        });
        if let Some(id) = restore {
            cx.ask(Action::Diary(Box::new(Edit::Restore(id))));
        }
    });
}
