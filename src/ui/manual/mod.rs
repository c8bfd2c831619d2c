//! The sheet of help (F1): the page of the screen a person is on, all pages, and
//! the licences of what is built in. The words are content; the keys come from the
//! one table of shortcuts.

mod licences;

use egui::{CornerRadius, Frame, Id, Key, Margin, ScrollArea, Ui};

use super::shortcut::{self, Shortcut};
use super::theme::UiExt as _;
use super::tokens::{size, space};
use super::widget::{dialog, hairline, link_row, primary, quiet};
use super::{Cx, icon, scroll, text};
use crate::action::Action;
use crate::content::ManualPage;
use crate::screen::Screen;
use crate::state::ManualView;

/// What the sheet keeps between frames.
#[derive(Debug, Default)]
pub struct ManualSheet {
    /// The page that was drawn last.
    shown: Option<ManualView>,
    /// Where the keyboard was before.
    back: Option<Id>,
}

impl ManualSheet {
    /// Draws the sheet while it is open.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(view) = cx.state.over.manual else {
            if self.shown.take().is_some()
                && let Some(back) = self.back.take()
            {
                ui.memory_mut(|m| m.request_focus(back));
            }
            return;
        };
        if self.shown.is_none() {
            self.back = ui.memory(egui::Memory::focused);
        }
        let turned = self.shown.replace(view) != Some(view);
        let frame = Frame::new()
            .fill(ui.tokens().raised)
            .corner_radius(CornerRadius::same(size::CARD_RADIUS))
            .inner_margin(Margin::same(24));
        let modal = dialog(Id::unique("manual"), "Help").frame(frame);
        let modal = modal.show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect();
            ui.set_width(640.0_f32.min(window.width() - 72.0));
            text::heading(ui, title(view));
            let room = (window.height() - 200.0).max(120.0);
            match view {
                ManualView::Licences => licences::show(ui, room),
                ManualView::Screen(screen) => {
                    scroll(ui, room, turned, |ui| page(ui, cx, screen));
                }
                ManualView::All => scroll(ui, room, turned, |ui| all(ui, cx)),
            }
            ui.add_space(space::M);
            foot(ui, cx, view, turned);
        });
        if modal.should_close() {
            cx.ask(Action::Manual(None));
        }
    }
}

fn title(view: ManualView) -> &'static str {
    match view {
        ManualView::Screen(screen) => screen.title(),
        ManualView::All => "All help pages",
        ManualView::Licences => "Licences",
    }
}

fn scroll(ui: &mut Ui, room: f32, turned: bool, add: impl FnOnce(&mut Ui)) {
    let mut area = ScrollArea::vertical()
        .max_height(room)
        .auto_shrink([false, true]);
    if turned {
        area = area.vertical_scroll_offset(0.0);
    }
    let turn = turned_by_keys(ui, room);
    let area = area.show(ui, |ui| {
        ui.scroll_with_delta(turn);
        // Text does not run under the scroll bar.
        ui.set_width(ui.available_width() - space::M);
        add(ui);
        scroll::follow(ui, "this help");
    });
    scroll::named(ui, area, "this help");
}

/// How far Page Down and Page Up move what is `room` points high.
fn turned_by_keys(ui: &Ui, room: f32) -> egui::Vec2 {
    let (down, up) = ui.input(|i| (i.num_presses(Key::PageDown), i.num_presses(Key::PageUp)));
    egui::vec2(0.0, (up as f32 - down as f32) * room * 0.8)
}

/// The page of one screen.
fn page(ui: &mut Ui, cx: &Cx<'_>, screen: Screen) {
    let Some(page) = cx.library().manual_page(screen.key()) else {
        return;
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    text::muted(ui, &page.about);
    for line in &page.how {
        ui.add_space(space::M);
        text::strong(ui, &line.to);
        text::body(ui, &line.so);
    }
    ui.add_space(space::XL);
    let (here, everywhere) = keys(screen);
    if !here.is_empty() || !page.keys.is_empty() {
        text::subheading(ui, 3, "Keys on this screen");
        ui.add_space(space::S);
        grid(ui, "here", page, &here);
        ui.add_space(space::L);
    }
    text::subheading(ui, 3, "Keys on every screen");
    ui.add_space(space::S);
    grid(ui, "everywhere", &nothing(), &everywhere);
}

/// A page that has no keys of its own.
fn nothing() -> ManualPage {
    ManualPage {
        id: String::new(),
        order: 0,
        about: String::new(),
        how: Vec::new(),
        keys: Vec::new(),
    }
}

/// The shortcuts of this screen alone, and those of every screen.
pub fn keys(screen: Screen) -> (Vec<Shortcut>, Vec<Shortcut>) {
    let of_guide = |one: &Shortcut| matches!(one.action, Action::GuideBack | Action::GuideTurn(_));
    let (guide, everywhere): (Vec<_>, Vec<_>) = shortcut::table().into_iter().partition(of_guide);
    let here = if screen == Screen::Guide {
        guide
    } else {
        Vec::new()
    };
    (here, everywhere)
}

fn grid(ui: &mut Ui, salt: &str, page: &ManualPage, table: &[Shortcut]) {
    let keys_wide = 150.0_f32.min(ui.available_width() * 0.4);
    let rows = table
        .iter()
        .map(|one| (one.words(ui.ctx()), one.text.to_owned()));
    let own = page
        .keys
        .iter()
        .map(|hint| (hint.key.clone(), hint.does.clone()));
    let rows: Vec<(String, String)> = own.chain(rows).collect();
    egui::Grid::new(salt)
        .num_columns(2)
        .spacing(egui::vec2(space::L, 6.0))
        .min_row_height(24.0)
        .min_col_width(keys_wide)
        .max_col_width(ui.available_width() - keys_wide - space::L)
        .show(ui, |ui| {
            for (keys, does) in rows {
                text::strong(ui, keys);
                text::body(ui, does);
                ui.end_row();
            }
        });
}

/// The list of all pages.
fn all(ui: &mut Ui, cx: &mut Cx<'_>) {
    for page in cx.library().manual() {
        let Some(screen) = Screen::from_key(&page.id) else {
            continue;
        };
        if link_row(ui, screen.title(), &page.about).clicked() {
            cx.ask(Action::Manual(Some(ManualView::Screen(screen))));
        }
    }
    if cx.state.may_look_around() {
        ui.add_space(space::S);
        hairline(ui);
        let said =
            "Half a year that somebody else could have logged. Your own diary is left alone.";
        if link_row(ui, "Look around with an example diary", said).clicked() {
            cx.ask(Action::Example(true));
        }
    }
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>, view: ManualView, turned: bool) {
    ui.horizontal_wrapped(|ui| {
        let close = primary(ui, None, "Close");
        if turned {
            close.request_focus();
        }
        if close.clicked() {
            cx.ask(Action::Manual(None));
        }
        for (mark, word, other) in [
            (icon::GUIDE, "All help pages", ManualView::All),
            (icon::NOTE, "Licences", ManualView::Licences),
        ] {
            if view != other && quiet(ui, Some(mark), word).clicked() {
                cx.ask(Action::Manual(Some(other)));
            }
        }
    });
}
