//! What this program is, who has checked it, and how anyone can check it.

use egui::{RichText, Ui};

use crate::action::Action;
use crate::state::ManualView;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{more, quiet, secondary, sunken};
use crate::ui::{Cx, icon, text};

/// Prints every network connection the program asks for: nothing.
const WATCH: &str = "strace -f -e trace=connect unclench 2>&1 | grep AF_INET";
/// Prints every library that is built in.
const TREE: &str = "cargo tree --edges normal --prefix none";

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let library = cx.library();
    text::strong(ui, format!("Unclench {}", env!("CARGO_PKG_VERSION")));
    text::muted(ui, format!("Guide version {}", library.version()));
    crash(ui, cx);
    ui.add_space(space::S);
    text::body(
        ui,
        "Unclench gives general information for adults. It cannot examine you, it is no \
         doctor, and it has not been tested on patients or approved as a medical device. Do \
         not wait for, or ignore, a professional’s advice because of it.",
    );
    ui.add_space(space::S);
    text::body(ui, library.review_state());
    let sources = library.sources();
    let title = format!("All sources ({})", sources.len());
    more(ui, "all-sources", &title, |ui| {
        for source in sources {
            text::muted(ui, &source.title);
            ui.add_space(space::XS);
        }
    });
    ui.add_space(space::S);
    text::strong(ui, "Privacy, and how to check it");
    text::body(
        ui,
        "No account, no telemetry, no update check. No network library is built in. You need \
         not believe it: this command shows every network connection that Unclench asks for. \
         It prints nothing.",
    );
    command(ui, "Copy the command", WATCH);
    text::body(
        ui,
        "In the source folder, this one lists every library in it.",
    );
    command(ui, "Copy this command", TREE);
    ui.add_space(space::S);
    text::strong(ui, "Licences");
    text::body(
        ui,
        "Unclench: MIT or Apache 2.0, as you like. Typeface: Atkinson Hyperlegible Next, SIL \
         Open Font License 1.1. Built with egui and other open-source libraries.",
    );
    ui.add_space(space::XS);
    if secondary(ui, Some(icon::NOTE), "Show the licences").clicked() {
        cx.ask(Action::Manual(Some(ManualView::Licences)));
    }
}

/// A command to copy.
fn command(ui: &mut Ui, name: &str, words: &str) {
    ui.add_space(space::XS);
    sunken(ui, |ui| {
        let ink = ui.tokens().text;
        let code = RichText::new(words).monospace().color(ink);
        ui.add(egui::Label::new(code).selectable(true).wrap());
        if quiet(ui, Some(icon::NOTE), name).clicked() {
            ui.ctx().copy_text(words.to_owned());
        }
    });
    ui.add_space(space::S);
}

/// The note of the last crash, while it is news: the way here leads to the head
/// of this part.
fn crash(ui: &mut Ui, cx: &Cx<'_>) {
    let Some((note, path)) = &cx.state.desktop.crash else {
        return;
    };
    ui.add_space(space::M);
    text::strong(ui, "It stopped by mistake the last time");
    text::body(
        ui,
        "This note was left. It holds nothing of your diary. Send it to whoever mends \
         Unclench, or leave it.",
    );
    ui.add_space(space::XS);
    sunken(ui, |ui| {
        ui.add(egui::Label::new(note.trim_end()).selectable(true).wrap());
        if quiet(ui, Some(icon::NOTE), "Copy the note").clicked() {
            ui.ctx().copy_text(note.clone());
        }
    });
    text::muted(ui, format!("Kept in {}", path.display()));
    ui.add_space(space::S);
}
