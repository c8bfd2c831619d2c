//! The log sheet: five things first, the rest folded away; nothing written is
//! lost by leaving it.

mod body;
mod feel;
mod folded;
mod foot;
mod more;
mod part;
mod place;
mod relief;
mod required;
mod walk;

use std::collections::BTreeSet;

use egui::{Key, KeyboardShortcut, Modifiers, Ui, UiBuilder};

use self::folded::Part;
use crate::action::Action;
use crate::clock::Moment;
use crate::diary::Edit;
use crate::diary::begun::Begun;
use crate::diary::draft::recent::RecentShelf;
use crate::diary::draft::{Draft, Field, Problem};
use crate::diary::entry::Episode;
use crate::settings::Reads;
use crate::ui::leave::escaped;
use crate::ui::tokens::space;
use crate::ui::widget::figure::Easel;
use crate::ui::widget::{BodyMap, card, enter, page, quiet};
use crate::ui::{Cx, icon, text};

/// The widest the sheet gets, in points.
const WIDEST: f32 = 760.0;
/// Save the sheet.
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
const SAVE_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// What a person did with the sheet in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    /// Stayed.
    No,
    /// Went back; the draft is kept.
    Keep,
    /// Threw the draft away.
    Discard,
    /// Saved it.
    Saved,
}

/// The sheet and what is written on it.
#[derive(Debug)]
pub(super) struct LogSheet {
    /// What is written.
    pub(super) draft: Draft,
    open: BTreeSet<Part>,
    shows_map: bool,
    shows_remedies: bool,
    map: BodyMap,
    /// The field the keyboard goes to.
    focus: Option<Field>,
    /// It was left and opened again.
    came_back: bool,
    problems: Vec<Problem>,
}

/// What the sheet borrows from the screen.
pub(super) struct Desk<'a> {
    /// What was used last.
    pub(super) shelf: &'a mut RecentShelf,
    /// Where the figure is drawn.
    pub(super) easel: &'a mut Easel,
}

impl LogSheet {
    /// The sheet of a new cramp.
    pub(super) fn new(now: &Moment, begun: &Begun, reads: Reads) -> Self {
        Self::on(Draft::new(now, begun, reads))
    }

    /// The sheet of a cramp that was logged before.
    pub(super) fn of(episode: &Episode, now: &Moment, reads: Reads) -> Self {
        Self::on(Draft::of(episode, now, reads))
    }

    fn on(draft: Draft) -> Self {
        // What says something is open at once when it is edited.
        let open = if draft.is_new {
            BTreeSet::new()
        } else {
            Part::ALL
                .into_iter()
                .filter(|part| !part.said(&draft, None).is_empty())
                .collect()
        };
        Self {
            draft,
            open,
            shows_map: false,
            shows_remedies: false,
            map: BodyMap::default(),
            focus: Some(Field::Start),
            came_back: false,
            problems: Vec::new(),
        }
    }

    /// It was left with something written and is opened again.
    pub(super) fn come_back(&mut self) {
        self.came_back = true;
        self.focus = Some(Field::Start);
    }

    /// Draws the sheet.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &mut Desk<'_>) -> Leave {
        self.problems = if self.draft.tried {
            self.draft.problems(cx.now)
        } else {
            Vec::new()
        };
        let asked = self.focus;
        let escaped = escaped(ui);
        let mut leave = Leave::No;
        let room = ui.available_rect_before_wrap();
        let bar = room.with_min_y(room.bottom() - self.bar_height());
        let above = room.with_max_y(bar.top());
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            // A sheet of its own begins at its top, wherever the last one was left.
            let salt = format!("log sheet {}", self.draft.so_far.id);
            page(ui, &salt, WIDEST, |ui| {
                if quiet(ui, Some(icon::BACK), "Diary").clicked() {
                    leave = Leave::Keep;
                }
                ui.add_space(space::XS);
                self.head(ui, cx);
                card(ui, |ui| self.required(ui, cx, desk));
                ui.add_space(space::L);
                card(ui, |ui| self.folded(ui, cx, desk));
                ui.add_space(space::L);
                foot::modules(ui, cx);
            });
        });
        // Last, so that the keyboard comes to it last.
        ui.scope_builder(UiBuilder::new().max_rect(bar), |ui| {
            if let Some(left) = self.bar(ui, cx, bar) {
                leave = left;
            }
        });
        let keys = ui.input_mut(|i| i.consume_shortcut(&SAVE) || i.consume_shortcut(&SAVE_TOO));
        if keys && leave == Leave::No {
            leave = self.save(cx);
        }
        if self.focus.is_some() {
            if self.focus == asked {
                self.focus = None; // that field is not to be seen
            } else {
                ui.ctx().request_repaint(); // the keyboard goes there
            }
        }
        if leave == Leave::No && escaped {
            leave = Leave::Keep;
        }
        leave
    }

    fn head(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let title = if self.draft.is_new {
            "Log a cramp"
        } else {
            "Edit this cramp"
        };
        text::title(ui, title);
        if self.came_back {
            let said = text::muted(ui, "Draft kept: this is what you had written.");
            text::announce(ui, &said, false);
        } else {
            text::muted(ui, "Five things, seconds each. The rest if you like.");
        }
        if !self.draft.is_new
            && let Some(said) = super::link::of_episode(cx.state, &self.draft.so_far)
        {
            text::muted(ui, format!("You {said}."));
        }
        ui.add_space(space::M);
    }

    /// Saves it if nothing is missing; else says what is, and goes there.
    fn save(&mut self, cx: &mut Cx<'_>) -> Leave {
        self.draft.tried = true;
        let problems = self.draft.problems(cx.now);
        if let Some(first) = problems.first() {
            if let Some(part) = Part::of(first.field) {
                self.open.insert(part);
            }
            self.focus = Some(first.field);
            return Leave::No;
        }
        let Some(entry) = self.draft.entry(cx.now) else {
            return Leave::No;
        };
        let edit = if self.draft.is_new {
            Edit::Create(entry)
        } else {
            Edit::Change(entry)
        };
        cx.ask(Action::Diary(Box::new(edit)));
        Leave::Saved
    }

    /// Whether the keyboard is to go to this field; once.
    fn goes_to(&mut self, field: Field) -> bool {
        let here = self.focus == Some(field);
        if here {
            self.focus = None;
        }
        here
    }

    /// Puts the keyboard into the group of a field, if it is to go there.
    fn lead(&mut self, ui: &Ui, field: Field, group: &str) {
        if self.goes_to(field) {
            enter(ui, group);
        }
    }

    /// Says what is wrong with a field, below it.
    fn complain(&self, ui: &mut Ui, field: Field) {
        part::complain(ui, &self.problems, field);
    }
}
