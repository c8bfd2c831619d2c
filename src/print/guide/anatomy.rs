//! An anatomical figure: a picture for each layer, its parts numbered and told
//! beside it.

use super::Desk;
use crate::content::{Figure as Told, Library, Structure};
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
    desk.sheet.under = figure.seen_from.edges().map_or_else(String::new, |(left, right)| {
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
        },
        alt: format!("{} Numbered here: {}.", figure.alt, names.join(", ")),
        caption: Words::default(),
    }]);
    let items: Vec<Item> = plate.parts.iter().map(|part| item(desk, part)).collect();
    desk.add(Block::Columns(vec![
        (1.0, vec![picture]),
        (1.12, vec![Block::Numbered(items)]),
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

/// A picture for each layer that can be lifted off, or for each state, or one.
fn plates(figure: &Told) -> Vec<Plate<'_>> {
    let order = Drawing::peel_order(figure);
    let within = |layer: &str| figure.structures.iter().filter(|s| s.layer == layer).collect();
    if order.len() > 1 {
        let peeled = order.iter().enumerate();
        return peeled
            .map(|(at, id)| Plate {
                name: figure
                    .layers
                    .iter()
                    .find(|l| l.id == *id)
                    .map_or_else(String::new, |l| l.name.clone()),
                view: View {
                    hidden: order.iter().take(at).cloned().collect(),
                    ..View::default()
                },
                parts: within(id),
            })
            .filter(|plate| !plate.parts.is_empty())
            .collect();
    }
    if figure.states.is_empty() {
        return vec![Plate {
            name: figure.title.clone(),
            view: View::default(),
            parts: figure.structures.iter().collect(),
        }];
    }
    let mut told: Vec<&str> = Vec::new();
    let mut plates = Vec::new();
    for state in &figure.states {
        let parts: Vec<&Structure> = figure
            .structures
            .iter()
            .filter(|s| !told.contains(&s.id.as_str()))
            .filter(|s| Drawing::is_in_state(figure, &s.id, Some(&state.id)))
            .collect();
        told.extend(parts.iter().map(|s| s.id.as_str()));
        plates.push(Plate {
            name: state.name.clone(),
            view: View {
                state: Some(state.id.clone()),
                ..View::default()
            },
            parts,
        });
    }
    plates
}
