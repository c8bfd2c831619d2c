//! Where it was: common places as chips, all of them on the body map, and the
//! side.

use egui::Ui;

use super::part::question;
use super::{Desk, LogSheet};
use crate::content::Figure;
use crate::diary::draft::Field;
use crate::diary::draft::place::PLACES;
use crate::diary::draft::recent::Last;
use crate::diary::entry::Side;
use crate::ui::tokens::space;
use crate::ui::widget::{chips, enter, quiet};
use crate::ui::{Cx, icon, text};

/// The figures with the places.
const FIGURES: [&str; 2] = ["back", "front"];
/// So many places are offered as chips; all are on the body map.
const CHIPS: usize = 8;
const SIDES: [(Side, &str); 4] = [
    (Side::Left, "Left"),
    (Side::Right, "Right"),
    (Side::Both, "Both"),
    (Side::Middle, "In the middle"),
];

impl LogSheet {
    /// Draws place and side.
    pub(super) fn place(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        question(ui, "Where?");
        self.lead(ui, Field::Place, "Where?");
        let recent = desk.shelf.look(&cx.state.diary);
        if self.draft.is_new
            && let Some(last) = &recent.last
        {
            self.last_time(ui, last);
        }
        let offered: Vec<usize> = recent
            .places
            .iter()
            .enumerate()
            // A chip that came while the map is painted would push the map away
            // from under the pointer.
            .filter(|(nth, at)| *nth < CHIPS || (!self.shows_map && self.draft.spot.is_on(**at)))
            .map(|(_, at)| *at)
            .collect();
        let items: Vec<(bool, &str)> = offered
            .iter()
            .filter_map(|at| Some((self.draft.spot.is_on(*at), PLACES.get(*at)?.label)))
            .collect();
        if let Some(at) = chips(ui, "Where?", &items).and_then(|at| offered.get(at)) {
            self.draft.spot.press(*at);
        }
        self.complain(ui, Field::Place);
        let word = if self.shows_map {
            "Close the body map"
        } else {
            "All places, on the body map"
        };
        let mark = if self.shows_map {
            icon::CHEVRON_DOWN
        } else {
            icon::PIN
        };
        if quiet(ui, Some(mark), word).clicked() {
            self.shows_map = !self.shows_map;
        }
        if self.shows_map {
            self.body_map(ui, cx, desk);
        }
        ui.add_space(space::L);
        question(ui, "Which side?");
        self.lead(ui, Field::Side, "Which side?");
        let side = self.draft.spot.side();
        let items = SIDES.map(|(one, word)| (side == Some(one), word));
        if let Some((side, _)) = chips(ui, "Which side?", &items).and_then(|at| SIDES.get(at)) {
            self.draft.spot.say_side(*side);
        }
        self.complain(ui, Field::Side);
    }

    /// Place, side and feeling of the last cramp in one press.
    fn last_time(&mut self, ui: &mut Ui, last: &Last) {
        let first = last.regions.first().map_or("", |r| r.label());
        let more = match last.regions.len() {
            0 | 1 => String::new(),
            n => format!(" and {} more", n - 1),
        };
        let word = format!("Same as last time: {first}{more}");
        let on = self.draft.is_as_last_time();
        if chips(ui, "Same as last time", &[(on, &word)]).is_some() {
            self.draft.as_last_time(last);
            if !on {
                enter(ui, "Worst pain"); // what is left to say
            }
        }
        if on {
            let said = "Place, side and what it felt like are filled in. Press again to undo.";
            let line = text::caption(ui, said);
            text::announce(ui, &line, false);
        }
    }

    fn body_map(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let figures = FIGURES.iter().filter_map(|id| cx.library().figure(id));
        let figures: Vec<&Figure> = figures.collect();
        ui.add_space(space::S);
        let felt = self.draft.spot.regions().to_vec();
        for painted in self.map.show(ui, desk.easel, &figures, &felt) {
            self.draft.spot.paint(painted.region, painted.on);
        }
        if self.draft.spot.is_said() && !self.draft.spot.is_in_a_leg() {
            let hint = "Also down the leg? Tick thigh, calf or foot as well.";
            text::caption(ui, hint);
        }
    }
}
