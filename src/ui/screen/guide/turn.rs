//! Previous and next: at the top of a page in short, at its foot in full.

use egui::{Align, Layout, Response, Ui};

use crate::action::Action;
use crate::state::Turn;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{column_width, hairline, icon_button, link_row, quiet, two_columns};
use crate::ui::{Cx, icon};

/// From this width on the names stand at the top.
const NAMES: f32 = 700.0;
/// From this width on the two ways stand side by side at the foot.
const TWO_COLUMNS: f32 = 460.0;
/// The most letters of a name at the top.
const LETTERS: usize = 26;

/// The two ways on, at the right of the bar that a page begins with.
pub(super) fn top(ui: &mut Ui, cx: &mut Cx<'_>) {
    let wide = ui.max_rect().width() >= NAMES;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        // From the right: the last one is drawn first.
        for turn in [Turn::Next, Turn::Previous] {
            let Some((_, name)) = turn.from(cx.library(), cx.state.guide.here()) else {
                continue;
            };
            let spoken = format!("{}: {name}", turn.word());
            let mark = match turn {
                Turn::Previous => icon::CHEVRON_LEFT,
                Turn::Next => icon::CHEVRON_RIGHT,
            };
            let pressed = if wide {
                quiet(ui, Some(mark), &short(&name))
                    .on_hover_text(&spoken)
                    .accessible_name(spoken)
            } else {
                icon_button(ui, mark, &spoken)
            };
            go(cx, &pressed, turn);
        }
    });
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
    let mut out = String::new();
    for word in name.split(' ') {
        if out.chars().count() + word.chars().count() >= LETTERS {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    format!("{}…", out.trim_end())
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
