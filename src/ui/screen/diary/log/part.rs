//! What the parts of the sheet are made of: chips of which several hold, yes or
//! no, a number as text, a word of one's own.

use egui::{Id, Key, Ui, UiBuilder};

use crate::diary::draft::{Draft, Field, Number, Problem};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{answers, chips, secondary};
use crate::ui::{field, text};

/// A place whose widgets keep their ids, whatever appears above it.
pub(super) fn steady<R>(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let id = Id::unique(("log sheet", salt));
    ui.scope_builder(UiBuilder::new().scope_id(id), add).inner
}

/// A question of the sheet.
pub(super) fn question(ui: &mut Ui, words: &str) {
    text::subheading(ui, 2, words);
    ui.add_space(space::XS);
}

/// A question inside a part.
pub(super) fn ask(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    text::strong(ui, words);
}

/// Says what is wrong with a field.
pub(super) fn complain(ui: &mut Ui, problems: &[Problem], field: Field) {
    let ink = ui.tokens().danger;
    for problem in problems.iter().filter(|p| p.field == field) {
        text::colored(ui, &problem.sentence, ink);
    }
}

/// Chips of which several hold. `alone` is the one that goes with no other.
pub(super) fn many<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    order: &[T],
    label: fn(T) -> &'static str,
    list: &mut Vec<T>,
    alone: Option<T>,
) {
    let items: Vec<(bool, &str)> = order
        .iter()
        .map(|item| (list.contains(item), label(*item)))
        .collect();
    let Some(pressed) = chips(ui, name, &items).and_then(|at| order.get(at)) else {
        return;
    };
    if list.contains(pressed) {
        list.retain(|item| item != pressed);
    } else if alone == Some(*pressed) {
        *list = vec![*pressed];
    } else {
        list.retain(|item| alone != Some(*item));
        list.push(*pressed);
    }
}

/// Yes, no, or nothing said; pressing an answer again takes it back.
pub(super) fn yes_no(ui: &mut Ui, name: &str, value: &mut Option<bool>) {
    let items = [(*value == Some(true), "Yes"), (*value == Some(false), "No")];
    ask(ui, name);
    if let Some(at) = answers(ui, name, &items) {
        let said = Some(at == 0);
        *value = if *value == said { None } else { said };
    }
}

/// A number as text.
pub(super) fn number(
    ui: &mut Ui,
    draft: &mut Draft,
    (which, label, hint): (Number, &str, &str),
    focus: bool,
) {
    let response = field::line(ui, label, hint, draft.numbers.text(which), 150.0);
    if focus {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
    }
}

/// A field for a word of one's own; Enter or the button takes it over.
pub(super) fn own_word(ui: &mut Ui, draft: &mut Draft, (which, label): (usize, &str), focus: bool) {
    let Some(word) = draft.words.get_mut(which) else {
        return;
    };
    let mut take = false;
    ui.horizontal(|ui| {
        let wide = (ui.available_width() - 90.0).clamp(120.0, 260.0);
        let response = ui
            .vertical(|ui| field::line(ui, label, "Type it and press Enter", word, wide))
            .inner;
        if focus {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
            take = true;
            response.request_focus();
        }
        if !word.trim().is_empty() {
            ui.vertical(|ui| {
                text::caption(ui, " ");
                take |= secondary(ui, None, "Add")
                    .accessible_name(format!("Add: {label}"))
                    .clicked();
            });
        }
    });
    if take {
        draft.take_word(which);
    }
}
