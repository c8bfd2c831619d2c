//! Where it was felt: drawings with counts, sides in words. The body from the
//! front stands there only when something was felt in front.

use super::facts::Facts;
use super::grid::lower;
use super::page::{Room, heading, part, quiet, said};
use crate::content::{Figure as Drawn, Library};
use crate::diary::count::{grouped, plural};
use crate::diary::entry::Region;
use crate::figure::{Lit, View};
use crate::print::sheet::{Art, Block, Figure, Label, Words};

/// The figures with the places, and what they are called.
const FIGURES: [(&str, &str); 2] = [("back", "from behind"), ("front", "from the front")];
/// Their layer of places.
const PLACES: &str = "places";
/// How strong a place is drawn, by quarters of the most often felt one.
const STEPS: [f32; 4] = [0.34, 0.54, 0.76, 1.0];

/// What the words below a second body and the air above it take, in points.
const SECOND: f32 = 20.0;

/// How often it was felt in a place.
type Felt = (Region, u32);

/// Where it was felt.
pub(super) fn places(library: &Library, facts: &Facts, room: Room) -> Vec<Block> {
    let mut blocks = vec![heading("Where (episodes per place)")];
    if let Some((region, count)) = facts.places.first() {
        let of = part(*count, facts.episodes);
        blocks.push(said(format!(
            "Most often: {}, {of}.",
            lower(region.label())
        )));
    }
    let most = facts.places.first().map_or(1, |(_, n)| *n).max(1);
    let (bodies, elsewhere) = bodies(library, facts);
    for (figure, from, here) in bodies {
        let figure = drawn(figure, from, &here, most);
        blocks.push(Block::Figures(vec![figure]));
    }
    let [left, right, both, middle] = facts.sides.map(grouped);
    blocks.push(said(format!(
        "Left {left}, right {right}, both {both}, midline {middle}."
    )));
    if !elsewhere.is_empty() {
        blocks.push(not_drawn(&elsewhere, room.rows.max(2)));
    }
    blocks
}

/// The height of each body, in points: two take no more room than one.
pub(super) fn tallest(library: &Library, facts: &Facts, room: Room) -> f32 {
    if bodies(library, facts).0.len() > 1 {
        (room.map - SECOND) / 2.0
    } else {
        room.map
    }
}

/// A drawing, from where it is seen, and what was felt there.
type Body<'a> = (&'a Drawn, &'static str, Vec<Felt>);

/// The drawings that are needed, and the places that are on none.
fn bodies<'a>(library: &'a Library, facts: &Facts) -> (Vec<Body<'a>>, Vec<Felt>) {
    let mut elsewhere = facts.places.clone();
    let mut bodies = Vec::new();
    for (at, (id, from)) in FIGURES.into_iter().enumerate() {
        let Some(figure) = library.figure(id) else {
            continue;
        };
        let (here, rest): (Vec<Felt>, Vec<Felt>) = (elsewhere.into_iter())
            .partition(|(region, _)| figure.structure(region.id()).is_some());
        elsewhere = rest;
        // The body from behind is always there.
        if at == 0 || !here.is_empty() {
            bodies.push((figure, from, here));
        }
    }
    (bodies, elsewhere)
}

/// A body with the places of it, the stronger the more often.
fn drawn(figure: &Drawn, from: &str, here: &[Felt], most: u32) -> Figure {
    let mut labels = Vec::new();
    let mut lit: [Vec<Lit>; 4] = Default::default();
    let mut told = Vec::new();
    for (region, count) in here {
        let Some(structure) = figure.structure(region.id()) else {
            continue;
        };
        let quarter = (4 * count).div_ceil(most).clamp(1, 4) - 1;
        if let Some(lit) = lit.get_mut(usize::try_from(quarter).unwrap_or(0)) {
            lit.push(Lit::both(region.id()));
        }
        told.push(format!("{} {}", region.label(), grouped(count)));
        labels.push(Label {
            at: structure.label,
            text: count.to_string(),
        });
    }
    let heat = STEPS
        .into_iter()
        .zip(lit)
        .filter(|(_, lit)| !lit.is_empty());
    let heat = heat.map(|(strength, lit)| {
        let view = View {
            lit,
            ..View::default()
        };
        (view, strength)
    });
    let counts = if told.is_empty() {
        "None of the places drawn.".to_owned()
    } else {
        format!("{}.", told.join("; "))
    };
    Figure {
        art: Art {
            figure: figure.clone(),
            view: View {
                hidden: [PLACES.to_owned()].into(),
                ..View::default()
            },
            labels,
            heat: heat.collect(),
        },
        alt: format!("The body {from}. Episodes felt in each place: {counts}"),
        caption: Words::default(),
    }
}

/// Places that are on no drawing.
fn not_drawn(elsewhere: &[Felt], shown: usize) -> Block {
    let named = elsewhere.iter().take(shown);
    let named = named.map(|(region, count)| format!("{} {}", region.label(), grouped(count)));
    let mut text = format!("Not drawn: {}", named.collect::<Vec<_>>().join("; "));
    let more = elsewhere.len().saturating_sub(shown);
    if more > 0 {
        text.extend([format!(
            "; {} more",
            plural(u32::try_from(more).unwrap_or(0), "place")
        )]);
    }
    quiet(format!("{text}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::tests::library;

    #[test]
    fn the_front_stands_there_when_something_was_felt_in_front() {
        let library = library();
        let room = Room::ALL[0];
        let mut facts = Facts {
            episodes: 30,
            places: vec![(Region::ButtockLeftDeep, 30)],
            ..Facts::default()
        };
        let figures = |facts: &Facts| -> Vec<String> {
            let blocks = places(&library, facts, room);
            let mut all = Vec::new();
            for block in &blocks {
                if let Block::Figures(figures) = block {
                    all.extend(figures.iter().map(|f| f.alt.clone()));
                }
            }
            all
        };
        assert_eq!(figures(&facts).len(), 1, "from behind alone");
        let alone = tallest(&library, &facts, room);
        facts.places.push((Region::GroinLeft, 4));
        let two = figures(&facts);
        assert_eq!(two.len(), 2, "both: {two:?}");
        assert!(two[1].contains("from the front"), "{}", two[1]);
        assert!(two[1].contains(" 4."), "with its count: {}", two[1]);
        let each = tallest(&library, &facts, room);
        assert!(2.0 * each < alone, "no taller than one");
    }
}
