//! An anatomical figure: a picture for each layer, its parts numbered and told
//! beside it.

use std::collections::BTreeSet;

use super::Desk;
use crate::content::{Figure as Told, FigureState, Layer, Library, Structure};
use crate::figure::{Drawing, View};
use crate::print::sheet::{Art, Block, Figure, Item, Label, Run, Sheet, Words};

/// One picture and the parts that are numbered in it.
struct Plate<'a> {
    name: String,
    view: View,
    parts: Vec<&'a Structure>,
}

/// The page of this figure.
pub fn anatomy(library: &Library, figure: &Told) -> Sheet {
    let mut desk = Desk::new(library, "Anatomy", &figure.title);
    desk.sheet.under = figure
        .seen_from
        .edges()
        .map_or_else(String::new, |(left, right)| {
            let low = |word: &str| word.to_lowercase();
            format!(
                "The person’s {} is on the left of the picture, the {} on the right.",
                low(left),
                low(right)
            )
        });
    let plates = plates(figure);
    let several = plates.len() > 1;
    for plate in plates {
        if several {
            desk.heading(&plate.name);
        }
        one(&mut desk, figure, &plate);
    }
    desk.done()
}

fn one(desk: &mut Desk<'_>, figure: &Told, plate: &Plate<'_>) {
    let labels = plate.parts.iter().enumerate();
    let labels = labels.map(|(at, part)| Label {
        at: part.label,
        text: (at + 1).to_string(),
    });
    let names: Vec<&str> = plate.parts.iter().map(|p| p.name.as_str()).collect();
    let picture = Block::Figures(vec![Figure {
        art: Art {
            figure: figure.clone(),
            view: plate.view.clone(),
            labels: labels.collect(),
            heat: Vec::new(),
        },
        alt: format!("{} Numbered here: {}.", figure.alt, names.join(", ")),
        caption: Words::default(),
    }]);
    let items: Vec<Item> = plate.parts.iter().map(|part| item(desk, part)).collect();
    desk.add(Block::Columns(vec![
        (1.1, vec![picture]),
        (1.0, vec![Block::Numbered(items)]),
    ]));
}

fn item(desk: &mut Desk<'_>, part: &Structure) -> Item {
    let marks = desk.marks(&part.from);
    let told = if part.also.is_empty() {
        format!(". {}", part.text)
    } else {
        format!(" ({}). {}", part.also, part.text)
    };
    let words = Words::strong(&*part.name).and(Run {
        text: told,
        ..Run::default()
    });
    words.marked(&marks).into()
}

/// A picture for each layer that can be lifted off, in each state that shows
/// something more; one picture where there are none of either.
fn plates(figure: &Told) -> Vec<Plate<'_>> {
    let order = Drawing::peel_order(figure);
    let peels = order.len() > 1;
    let layers: Vec<Option<&String>> = if peels {
        order.iter().map(Some).collect()
    } else {
        vec![None]
    };
    let states: Vec<Option<&FigureState>> = if figure.states.is_empty() {
        vec![None]
    } else {
        figure.states.iter().map(Some).collect()
    };
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut plates = Vec::new();
    for (turn, state) in states.into_iter().enumerate() {
        for (depth, layer) in layers.iter().enumerate() {
            let shown = |s: &&Structure| {
                let state = state.map(|s| s.id.as_str());
                layer.is_none_or(|l| s.layer == *l) && Drawing::is_in_state(figure, &s.id, state)
            };
            let parts: Vec<&Structure> = figure
                .structures
                .iter()
                .filter(|s| !told.contains(s.id.as_str()))
                .filter(shown)
                .collect();
            if parts.is_empty() {
                continue;
            }
            told.extend(parts.iter().map(|s| s.id.as_str()));
            let layer = layer.and_then(|id| figure.layers.iter().find(|l| l.id == *id));
            plates.push(Plate {
                name: name(layer, state.filter(|_| turn > 0 || !peels)),
                view: View {
                    hidden: order.iter().take(depth).cloned().collect(),
                    state: state.map(|s| s.id.clone()),
                    ..View::default()
                },
                parts,
            });
        }
    }
    plates
}

/// The heading above a picture.
fn name(layer: Option<&Layer>, state: Option<&FigureState>) -> String {
    let names = [layer.map(|l| &*l.name), state.map(|s| &*s.name)];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    names.join(": ")
}
