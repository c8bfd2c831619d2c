//! Where it hurts: the places that were chosen, and the causes often felt there.

use std::collections::BTreeSet;

use super::Desk;
use crate::content::Library;
use crate::diary::entry::Region;
use crate::figure::{Lit, View};
use crate::print::sheet::{Art, Block, Figure, Item, Sheet, Words};
use crate::triage::{LEG, by_touch};

/// The figure with the places.
const FIGURE: &str = "back";

/// The page for these places (with their side) and this answer about the leg.
pub fn find(library: &Library, chosen: &BTreeSet<String>, leg: Option<&str>) -> Sheet {
    let mut desk = Desk::new(library, "Unclench guide", "Where it hurts");
    let regions: Vec<Region> = chosen.iter().filter_map(|id| Region::from_id(id)).collect();
    let mut said: Vec<Item> = regions
        .iter()
        .map(|region| Words::plain(region.label()).into())
        .collect();
    let option = library
        .knowledge()
        .finding(LEG)
        .and_then(|finding| finding.options.iter().find(|o| Some(o.id.as_str()) == leg));
    said.extend(option.map(|o| Words::plain(&*o.says).into()));
    let mut columns = Vec::new();
    if let Some(figure) = library.figure(FIGURE) {
        let lit = regions
            .iter()
            .filter(|r| figure.structure(r.id()).is_some());
        columns.push((
            1.0,
            vec![Block::Figures(vec![Figure {
                art: Art {
                    figure: figure.clone(),
                    view: View {
                        lit: lit.map(|r| Lit::both(r.id())).collect(),
                        ..View::default()
                    },
                    labels: Vec::new(),
                    heat: Vec::new(),
                },
                alt: figure.alt.clone(),
                caption: Words::default(),
            }])],
        ));
    }
    columns.push((
        1.0,
        vec![
            Block::Heading(3, "What was chosen".to_owned()),
            Block::List(said),
        ],
    ));
    desk.add(Block::Columns(columns));
    desk.heading("What is often felt there");
    let places: BTreeSet<String> = regions.iter().map(|r| r.place()).collect();
    let fits = by_touch(library.causes(), &places, leg);
    if fits.is_empty() {
        desk.paragraph(Words::plain(
            "No cause in this guide fits these answers together. The check asks about much more.",
        ));
    }
    let fits: Vec<Item> = fits
        .iter()
        .filter_map(|fit| {
            Some(Item {
                words: Words::strong(&*library.cause(&fit.cause)?.name),
                more: vec![Words::plain(fit.reasons.join(" "))],
            })
        })
        .collect();
    if !fits.is_empty() {
        desk.add(Block::List(fits));
    }
    desk.paragraph(Words::plain(
        "A place alone does not settle it. The check also asks for signs that need help soon.",
    ));
    desk.done()
}
