//! Where a cramp is: as last time, proposed; or chosen from the commonest.

use egui::Ui;

use super::signs::sides;
use crate::action::{Action, CrampStep, CrampTold};
use crate::diary::begun::Begun;
use crate::diary::entry::{EntryId, Region};
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, secondary};
use crate::ui::{Cx, icon, text};

/// The commonest places, by their id without a side. All others are on the log
/// sheet.
const PLACES: [(&str, &str); 5] = [
    ("buttock_deep", "Deep inside"),
    ("buttock_mid", "Middle of the buttock"),
    ("buttock_upper", "Upper buttock"),
    ("sit_bone", "Sit bone"),
    ("back_passage", "Back passage"),
];

/// Draws the card.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    id: EntryId,
    begun: &Begun,
    placing: &mut Option<EntryId>,
) {
    let proposal = cx.state.cramp.proposal(id);
    card(ui, |ui| {
        text::subheading(ui, 2, "Where is it?");
        ui.add_space(space::XS);
        match proposal.filter(|_| *placing != Some(id)) {
            Some((regions, _)) => {
                text::strong(ui, said(&regions));
                text::muted(ui, "Proposed, as last time. It is kept when you save.");
                if secondary(ui, Some(icon::EDIT), "Change the place").clicked() {
                    *placing = Some(id);
                    cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Propose)));
                }
            }
            None => choose(ui, cx, id, begun),
        }
    });
}

fn choose(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, begun: &Begun) {
    sides(ui, cx, id, begun.side);
    ui.horizontal_wrapped(|ui| {
        for (place, word) in PLACES {
            let on = begun.regions.iter().any(|region| region.place() == place);
            if chip(ui, on, word).clicked() {
                cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Place(place))));
            }
        }
    });
    let other = |region: &&Region| PLACES.iter().all(|(place, _)| region.place() != *place);
    let others: Vec<Region> = begun.regions.iter().filter(other).copied().collect();
    if !others.is_empty() {
        text::muted(ui, format!("Also: {}.", said(&others)));
    }
}

fn said(regions: &[Region]) -> String {
    let words: Vec<&str> = regions.iter().map(|region| region.label()).collect();
    words.join("; ")
}
