//! Several versions of one entry: side by side, what differs marked in words,
//! and what to do. Nothing is merged, and nothing is lost by either choice.

use egui::{CornerRadius, Frame, Margin, Ui};

use super::rows::headline;
use crate::action::Action;
use crate::diary::Edit;
use crate::diary::differ::{Differing, compare, file_name, origin, written};
use crate::diary::entry::EntryId;
use crate::diary::found::Version;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, quiet, secondary, two_columns};
use crate::ui::{Cx, icon, text};

/// Entries that are shown at once: what is seen can be decided.
const SHOWN: usize = 10;
/// Below this width the versions stand under each other, in points.
const WIDE: f32 = 520.0;

/// Draws every entry that has several versions.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut ids = cx.state.diary.conflicts();
    let first: Vec<EntryId> = ids.by_ref().take(SHOWN).collect();
    let more = ids.count();
    if first.is_empty() {
        return;
    }
    text::subheading(ui, 2, "Several versions of one entry");
    text::muted(
        ui,
        "Another program, or another computer, changed the same entry. All versions are kept, and \
         the diary shows the first. What you do not keep stays in the history for 90 days.",
    );
    ui.add_space(space::S);
    let mut wish = None;
    for id in first {
        let versions = cx.state.diary.versions(id);
        let Some((shown, others)) = versions.split_first() else {
            continue;
        };
        for other in others.iter().filter(|other| other.entry != shown.entry) {
            card(ui, |ui| {
                let found = pair(ui, cx, (shown, other), others.len());
                wish = found.or(wish.take());
            });
            ui.add_space(space::S);
        }
    }
    if more > 0 {
        text::muted(
            ui,
            format!("And {more} more entries. They follow as you decide."),
        );
    }
    if let Some(edit) = wish {
        cx.ask(Action::Diary(Box::new(edit)));
    }
}

/// Two versions beside each other.
fn pair(ui: &mut Ui, cx: &Cx<'_>, (one, two): (&Version, &Version), others: usize) -> Option<Edit> {
    let id = one.entry.id();
    let when = cx.state.say_when(one.entry.civil(), "%-d %B %Y, {time}");
    text::subheading(ui, 3, &format!("{when}: {}", headline(&one.entry)));
    ui.add_space(space::S);
    let compared = compare(&one.entry, &two.entry, cx.state.is_twelve());
    let mut wish = None;
    let both = [one, two];
    let version = |at: usize| both.get(at).copied().unwrap_or(one);
    let rows = &compared.differing;
    if ui.available_width() >= WIDE {
        // In rows, so that what differs stands beside each other.
        two_columns(ui, |ui, at| head(ui, cx, at, version(at)));
        for row in rows {
            two_columns(ui, |ui, at| says(ui, at, row));
        }
        two_columns(ui, |ui, at| {
            wish = keep(ui, id, version(at)).or(wish.take());
        });
    } else {
        for at in 0..2 {
            head(ui, cx, at, version(at));
            for row in rows {
                says(ui, at, row);
            }
            wish = keep(ui, id, version(at)).or(wish.take());
            ui.add_space(space::M);
        }
    }
    ui.add_space(space::S);
    if !compared.same.is_empty() {
        let same = compared.same.join(", ").to_lowercase();
        text::muted(ui, format!("The same in both: {same}."));
    }
    if others > 1 {
        text::muted(
            ui,
            format!(
                "There are {} versions. Keep this one sends all others to the history.",
                others + 1
            ),
        );
    }
    if compared.differing.is_empty() {
        text::muted(ui, "Both say the same. They were saved at different times.");
    }
    text::muted(
        ui,
        "You can also keep both. The second then becomes an entry of its own.",
    );
    let button = quiet(ui, Some(icon::PLUS), "Keep both");
    let button = button.accessible_name(format!("Keep both, with {}", two.path.display()));
    if button.clicked() {
        let path = two.path.to_path_buf();
        wish = Some(Edit::KeepBoth { id, path });
    }
    wish
}

/// Which version it is, when it was written, and where it came from.
fn head(ui: &mut Ui, cx: &Cx<'_>, at: usize, version: &Version) {
    let title = if at == 0 {
        "First, shown in the diary"
    } else {
        "Second"
    };
    text::strong(ui, title);
    let when = written(&version.entry).civil();
    text::body(ui, cx.state.say_when(when, "Written %-d %B %Y, {time}"));
    text::muted(ui, origin(version, cx.state.is_twelve()));
    let name = file_name(&version.path);
    ui.add(
        egui::Label::new(egui::RichText::new(name).size(size::CAPTION))
            .selectable(true)
            .wrap(),
    );
    ui.add_space(space::XS);
}

/// What this version says where the two differ.
fn says(ui: &mut Ui, at: usize, row: &Differing) {
    let t = ui.tokens();
    Frame::new()
        .fill(t.caution_soft)
        .corner_radius(CornerRadius::same(size::RADIUS))
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            text::caption(ui, format!("{} · differs", row.label));
            text::body(ui, row.says.get(at).map_or("", String::as_str));
        });
    ui.add_space(space::XS);
}

/// The button that keeps this version.
fn keep(ui: &mut Ui, id: EntryId, version: &Version) -> Option<Edit> {
    let button = secondary(ui, Some(icon::CHECK_MARK), "Keep this one");
    let button = button.accessible_name(format!("Keep the version {}", version.path.display()));
    let path = version.path.to_path_buf();
    button.clicked().then_some(Edit::Keep { id, path })
}
