//! Previous and next: at the top of a page in short, at its foot in full.

use egui::{Response, Ui};

use crate::action::Action;
use crate::state::Turn;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{
    column_width, hairline, icon_button, icon_width, link_row, onward, quiet, quiet_width,
    two_columns,
};
use crate::ui::{Cx, icon};

/// From this width on the two ways stand side by side at the foot.
const TWO_COLUMNS: f32 = 460.0;
/// The most letters of a name at the top.
const LETTERS: usize = 26;
/// Words that a cut name does not end with.
const SMALL: [&str; 9] = ["a", "an", "at", "from", "in", "of", "or", "the", "to"];

/// The two ways on, at the right of the bar that a page begins with: by name
/// where there is room.
pub(super) fn top(ui: &mut Ui, cx: &mut Cx<'_>) {
    let here = cx.state.guide.here();
    let ways = Turn::BOTH
        .into_iter()
        .filter_map(|turn| Some((turn, turn.from(cx.library(), here)?.1)));
    let ways: Vec<(Turn, String)> = ways.collect();
    let gap = ui.spacing().item_spacing.x;
    let named = |(_, name): &(Turn, String)| quiet_width(ui, &short(name)) + gap;
    let room = ui.available_size_before_wrap().x;
    let wanted: f32 = ways.iter().map(named).sum();
    let by_name = wanted <= room;
    let taken = if by_name {
        wanted
    } else {
        ways.len() as f32 * (icon_width(ui) + gap)
    };
    if taken + gap > room {
        return; // the foot of the page and the keys lead there too
    }
    // To the right edge, but read from left to right.
    ui.add_space((room - taken).max(0.0));
    for (turn, name) in ways {
        let spoken = format!("{}: {name}", turn.word());
        let pressed = match (by_name, turn) {
            (true, Turn::Previous) => quiet(ui, Some(icon::CHEVRON_LEFT), &short(&name)),
            (true, Turn::Next) => onward(ui, icon::CHEVRON_RIGHT, &short(&name)),
            (false, Turn::Previous) => icon_button(ui, icon::CHEVRON_LEFT, &spoken),
            (false, Turn::Next) => icon_button(ui, icon::CHEVRON_RIGHT, &spoken),
        };
        let pressed = if by_name {
            pressed.on_hover_text(&spoken).accessible_name(spoken)
        } else {
            pressed
        };
        go(cx, &pressed, turn);
    }
}

/// The two ways on with their whole names, at the foot of a page.
pub(super) fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let ways = Turn::BOTH.map(|turn| {
        let there = turn.from(cx.library(), cx.state.guide.here());
        (turn, there.map(|(_, name)| name))
    });
    if ways.iter().all(|(_, name)| name.is_none()) {
        return;
    }
    ui.add_space(space::XL);
    hairline(ui);
    ui.add_space(space::S);
    let mut one = |ui: &mut Ui, at: usize| {
        if let Some((turn, Some(name))) = ways.get(at) {
            let row = link_row(ui, name, turn.word());
            let row = row.accessible_name(format!("{} page: {name}", turn.word()));
            go(cx, &row, *turn);
        }
    };
    if column_width(ui.available_width(), size::COLUMN) >= TWO_COLUMNS {
        two_columns(ui, |ui, column| one(ui, column));
    } else {
        one(ui, 0);
        one(ui, 1);
    }
}

fn go(cx: &mut Cx<'_>, pressed: &Response, turn: Turn) {
    if pressed.clicked() {
        cx.ask(Action::GuideTurn(turn));
    }
}

/// A name short enough for the top: without what stands in brackets, and cut
/// between two words.
fn short(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name);
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut letters = 0;
    for word in name.split(' ') {
        letters += word.chars().count() + 1;
        if letters > LETTERS {
            break;
        }
        kept.push(word);
    }
    // A cut name does not end on "of the".
    while kept.len() > 1 && kept.last().is_some_and(|w| SMALL.contains(w)) {
        kept.pop();
    }
    format!("{}…", kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn long_names_are_cut_between_words() {
        assert_eq!(short("Piriformis syndrome"), "Piriformis syndrome");
        assert_eq!(
            short("Sore tendon at the sit bone (proximal hamstring)"),
            "Sore tendon at the sit…"
        );
        assert_eq!(
            short("Kinked or thickened leg artery in cyclists (iliac endofibrosis)"),
            "Kinked or thickened leg…"
        );
    }
}
