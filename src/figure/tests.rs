//! Every word of a figure has its part in the drawing, and can be found by
//! pointing at it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{
    Contour, Crop, Drawing, Frame, Lit, Made, Order, Part, Shot, Studio, View, Want, embed,
    state_name,
};
use crate::content::{Figure, Library, Side};

/// Structures whose point is taken by what is drawn over them; the list beside
/// the figure finds them all the same.
const COVERED: [&str; 1] = [
    // Its dots of salt are meant to be met first.
    "fibre_salt/fluid_before",
];

fn library() -> Library {
    Library::embedded().expect("content without problems")
}

fn drawing(figure: &Figure) -> Drawing {
    Drawing::of(figure).expect("it can be drawn")
}

fn plate(view: &View, width: u32) -> Shot {
    Shot {
        part: Part::Plate,
        view: view.clone(),
        frame: width.into(),
        contour: None,
    }
}

#[test]
fn every_figure_has_a_drawing_and_every_drawing_a_figure() {
    let library = library();
    let words: BTreeSet<&str> = library.figures().iter().map(|f| f.id.as_str()).collect();
    let drawn: BTreeSet<&str> = embed::DRAWINGS.iter().map(|(id, _)| *id).collect();
    assert_eq!(
        words, drawn,
        "src/figure/embed.rs and content/figures differ"
    );
}

#[test]
fn every_layer_state_and_structure_is_a_group() {
    let mut missing = Vec::new();
    for figure in library().figures() {
        let drawing = drawing(figure);
        let id = &figure.id;
        if drawing.source.ids().any(|g| g.starts_with("layer_")) {
            for layer in &figure.layers {
                if !drawing.source.has(&format!("layer_{}", layer.id)) {
                    missing.push(format!("{id}: layer {}", layer.id));
                }
            }
        }
        let named: BTreeSet<&str> = figure.states.iter().map(|s| s.id.as_str()).collect();
        let drawn: BTreeSet<&str> = drawing.source.ids().filter_map(state_name).collect();
        assert_eq!(named, drawn, "{id}: its states");
        for structure in &figure.structures {
            let groups = drawing.groups(structure, None);
            if groups.is_empty() {
                missing.push(format!("{id}: {}", structure.id));
            }
        }
    }
    assert!(missing.is_empty(), "no group for {missing:#?}");
}

#[test]
fn every_structure_covers_some_of_its_figure() {
    let mut empty = Vec::new();
    for figure in library().figures() {
        let map = drawing(figure).hit_map().expect("a map");
        for (at, structure) in figure.structures.iter().enumerate() {
            let cells: usize = map
                .covers
                .iter()
                .filter(|c| c.structure == at)
                .map(|c| c.cells)
                .sum();
            if cells == 0 {
                empty.push(format!("{}: {}", figure.id, structure.id));
            }
        }
    }
    assert!(empty.is_empty(), "draws nothing: {empty:#?}");
}

/// The layers that are drawn over this one.
fn above(figure: &Figure, drawing: &Drawing, layer: &str) -> BTreeSet<String> {
    let order: Vec<&str> = drawing
        .source
        .ids()
        .filter_map(|id| id.strip_prefix("layer_"))
        .collect();
    let Some(at) = order.iter().position(|l| *l == layer) else {
        return BTreeSet::new();
    };
    let over = order.iter().skip(at + 1).map(|l| (*l).to_owned());
    over.filter(|l| figure.layers.iter().any(|known| known.id == *l))
        .collect()
}

#[test]
fn pointing_at_a_label_finds_its_structure() {
    let mut wrong = Vec::new();
    for figure in library().figures() {
        let drawing = drawing(figure);
        let map = drawing.hit_map().expect("a map");
        for (at, structure) in figure.structures.iter().enumerate() {
            let states: Vec<Option<String>> = if figure.states.is_empty() {
                vec![None]
            } else {
                figure.states.iter().map(|s| Some(s.id.clone())).collect()
            };
            let mut met = BTreeSet::new();
            let hit = states.into_iter().any(|state| {
                let view = View {
                    hidden: above(figure, &drawing, &structure.layer),
                    state,
                    ..View::default()
                };
                let found = map.at(figure, &view, structure.label, 4.0);
                met.extend(
                    found
                        .and_then(|h| figure.structures.get(h.structure))
                        .map(|s| &s.id),
                );
                found.is_some_and(|hit| hit.structure == at && hit.side != Some(Side::Right))
            });
            let name = format!("{}/{}", figure.id, structure.id);
            if !hit && !COVERED.contains(&name.as_str()) {
                wrong.push(format!("{name}: {met:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "not found at its label: {wrong:#?}");
}

#[test]
fn what_is_lit_is_drawn_alone_and_the_rest_recedes() {
    let library = library();
    let figure = library.figure("back_layers").expect("the plate");
    let drawing = drawing(figure);
    let mut view = View::default();
    let whole = drawing.picture(&view, 96, None).expect("a picture");
    view.lit = vec![Lit::both("piriformis")];
    let lit = drawing.part(Part::Lit, &view, 96).expect("a picture");
    let strong = |p: &super::Pixels| p.rgba.chunks_exact(4).filter(|c| c[3] > 200).count();
    assert!(strong(&lit) > 20, "the muscle is there");
    assert!(strong(&lit) < strong(&whole) / 4, "and alone");
    let both = drawing.picture(&view, 96, None).expect("a picture");
    assert!(strong(&both) < strong(&whole) / 2, "the skin recedes");
    view.lit = vec![Lit {
        structure: "piriformis".to_owned(),
        side: Some(Side::Left),
    }];
    let left = drawing.part(Part::Lit, &view, 96).expect("a picture");
    assert!(strong(&left) < strong(&lit), "one side is less than both");
    assert_eq!((both.width, both.height), (96, 112), "in its proportions");
}

#[test]
fn two_states_are_two_pictures_and_a_lifted_layer_is_gone() {
    let library = library();
    for figure in library.figures() {
        let drawing = drawing(figure);
        let pictures: Vec<_> = figure
            .states
            .iter()
            .map(|state| {
                let view = View {
                    state: Some(state.id.clone()),
                    ..View::default()
                };
                drawing.picture(&view, 90, None).expect("a picture")
            })
            .collect();
        if let [first, second] = pictures.as_slice() {
            assert_ne!(first, second, "{}: both states look alike", figure.id);
        }
        let all = View {
            hidden: figure.layers.iter().map(|l| l.id.clone()).collect(),
            ..View::default()
        };
        let bare = drawing.picture(&all, 90, None).expect("a picture");
        let whole = drawing
            .picture(&View::default(), 90, None)
            .expect("a picture");
        assert_ne!(bare, whole, "{}: nothing was lifted", figure.id);
    }
}

#[test]
fn layers_drawn_one_by_one_make_the_same_plate() {
    let library = library();
    let mut studio = Studio::default();
    for figure in library.figures() {
        let order = Drawing::peel_order(figure);
        for lifted in [0, order.len() / 2] {
            let view = View {
                hidden: order.iter().take(lifted).cloned().collect(),
                ..View::default()
            };
            let whole = drawing(figure)
                .part(Part::Plate, &view, 120)
                .expect("a picture");
            let made = studio.make(&Order {
                place: 0,
                figure: Arc::new(figure.clone()),
                want: Want::Picture(plate(&view, 120)),
            });
            let Some(Made::Picture(composed)) = made else {
                panic!("{}: nothing was made", figure.id);
            };
            // The soft rim of a cut may differ; nothing else.
            let pairs = whole.rgba.iter().zip(&composed.rgba);
            let off = pairs.filter(|(a, b)| a.abs_diff(**b) > 12).count();
            assert!(
                off * 100 < whole.rgba.len(),
                "{}: {off} bytes differ",
                figure.id
            );
        }
    }
}

#[test]
fn a_crop_is_that_part_of_the_whole_picture() {
    let library = library();
    let view = View {
        hidden: BTreeSet::from(["skin".to_owned()]),
        ..View::default()
    };
    for (id, top) in [("side", 210), ("back_layers", 210), ("back_layers", 20)] {
        let figure = library.figure(id).expect("the plate");
        let drawing = drawing(figure);
        let whole = drawing.part(Part::Plate, &view, 400).expect("a picture");
        let crop = Crop {
            x: 130,
            y: top,
            width: 90,
            height: 60,
        };
        let frame = Frame {
            width: 400,
            crop: Some(crop),
        };
        let part = drawing.part(Part::Plate, &view, frame).expect("a picture");
        assert_eq!((part.width, part.height), (90, 60), "only what was asked");
        let mut off = 0;
        for (y, row) in part.rgba.chunks_exact(90 * 4).enumerate() {
            let from = ((top as usize + y) * whole.width + 130) * 4;
            let there = &whole.rgba[from..from + 90 * 4];
            let differs = |(a, b): (&u8, &u8)| a.abs_diff(*b) > 24;
            off += row.iter().zip(there).filter(|pair| differs(*pair)).count();
        }
        assert!(off * 50 < part.rgba.len(), "{id}: {off} bytes differ");
    }
}

#[test]
fn what_is_lit_has_a_line_around_it_and_pain_its_own() {
    let library = library();
    let figure = library.figure("back_layers").expect("the plate");
    let drawing = drawing(figure);
    let contour = Contour {
        tenths: 30,
        ink: [1, 254, 3],
        rim: [255; 3],
    };
    let lit = |contour: Option<Contour>| Shot {
        part: Part::Lit,
        view: View {
            lit: vec![Lit::both("piriformis")],
            ..View::default()
        },
        frame: 300.into(),
        contour,
    };
    let ink = |shot: &Shot| {
        let drawn = drawing.shot(shot).expect("a picture");
        let of = |p: &&[u8]| p[1] > 250 && p[0] < 8 && p[2] < 8;
        drawn.rgba.chunks_exact(4).filter(of).count()
    };
    assert_eq!(ink(&lit(None)), 0, "no line where none is asked for");
    assert!(ink(&lit(Some(contour))) > 200, "a line all around");
    let nothing = Shot {
        view: View::default(),
        ..lit(Some(contour))
    };
    assert_eq!(nothing.essence().contour, None, "nothing lit, no line");
}
