//! The causes that patterns of the diary point to, above all others, with why.
//!
//! The diary moves the order of the guide a little; it never takes a cause
//! away.

use egui::Ui;

use crate::action::Action;
use crate::diary::pattern::{HONEST, Patterns};
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, link_row, quiet};
use crate::ui::{Cx, icon, text};

/// The most causes that are named here.
const MOST: usize = 4;

/// Draws the group; nothing where the diary shows nothing.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, patterns: &Patterns) {
    let library = cx.library();
    let up = patterns.moved_up(library);
    if up.is_empty() {
        return;
    }
    card(ui, |ui| {
        text::subheading(ui, 2, "From your diary");
        text::muted(ui, HONEST);
        ui.add_space(space::XS);
        for (id, speaks) in up.into_iter().take(MOST) {
            let Some(cause) = library.cause(id) else {
                continue;
            };
            let why: Vec<&str> = speaks.iter().map(|found| found.says.as_str()).collect();
            if link_row(ui, &cause.name, why.first().unwrap_or(&"")).clicked() {
                cx.ask(Action::Guide(GuidePage::Cause(id.to_owned())));
            }
        }
        hairline(ui);
        if quiet(ui, Some(icon::TRENDS), "See the counts").clicked() {
            cx.ask(Action::Open(Screen::Trends));
        }
    });
    ui.add_space(space::L);
}
