//! Makes what is ordered: pictures, layer over layer, and hit maps.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Drawing, Frame, HitMap, Part, Pixels, Shot, View};
use crate::content::Figure;

/// The most bytes that kept layers may take: one large plate with all of its own.
const BYTES: usize = 64 << 20;

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Want {
    /// A picture.
    Picture(Shot),
    /// Where every structure lies.
    HitMap,
}

/// An order: what is to be made of which figure, and for which place.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The place it is for; a newer order for it takes the turn of an older one.
    pub place: u64,
    /// The figure.
    pub figure: Arc<Figure>,
    /// What is to be made.
    pub want: Want,
}

impl Order {
    /// Is it what is lit above a plate?
    pub(super) fn is_lit(&self) -> bool {
        matches!(&self.want, Want::Picture(shot) if shot.part == Part::Lit)
    }
}

/// What was made.
#[derive(Clone, Debug)]
pub enum Made {
    /// A picture.
    Picture(Pixels),
    /// A hit map.
    HitMap(HitMap),
}

/// A layer that was drawn.
#[derive(Debug)]
struct Layer {
    figure: String,
    id: String,
    state: Option<String>,
    frame: Frame,
    pixels: Pixels,
}

/// Draws, and keeps the drawings it has read and the layers it drew last, so
/// that lifting one off takes no new drawing.
#[derive(Debug, Default)]
pub struct Studio {
    drawings: BTreeMap<String, Drawing>,
    layers: Vec<Layer>,
}

impl Studio {
    /// Makes what was ordered; `None` when the drawing cannot be read, which
    /// the tests rule out for everything in the content.
    pub fn make(&mut self, order: &Order) -> Option<Made> {
        let figure = &order.figure;
        if !self.drawings.contains_key(&figure.id) {
            let drawing = Drawing::of(figure).ok()?;
            self.drawings.insert(figure.id.clone(), drawing);
        }
        let drawing = self.drawings.get(&figure.id)?;
        match &order.want {
            Want::HitMap => drawing.hit_map().ok().map(Made::HitMap),
            Want::Picture(shot) => {
                let order = Drawing::peel_order(figure);
                if shot.part == Part::Lit || order.len() < 2 {
                    return drawing.shot(shot).ok().map(Made::Picture);
                }
                self.compose(figure, &order, &shot.view, shot.frame)
                    .map(Made::Picture)
            }
        }
    }

    /// Lays the layers that are not lifted off over each other.
    fn compose(
        &mut self,
        figure: &Figure,
        order: &[String],
        view: &View,
        frame: Frame,
    ) -> Option<Pixels> {
        let mut all: Option<Pixels> = None;
        for layer in order.iter().rev().filter(|l| !view.hidden.contains(*l)) {
            let drawn = self.layer(figure, layer, view, frame)?;
            match &mut all {
                Some(below) => below.lay(drawn),
                None => all = Some(drawn.clone()),
            }
        }
        all
    }

    fn layer(
        &mut self,
        figure: &Figure,
        layer: &str,
        view: &View,
        frame: Frame,
    ) -> Option<&Pixels> {
        let same = |l: &Layer| {
            l.figure == figure.id && l.id == layer && l.state == view.state && l.frame == frame
        };
        let at = if let Some(at) = self.layers.iter().position(same) {
            at
        } else {
            let pixels = self
                .drawings
                .get(&figure.id)?
                .layer(layer, view, frame)
                .ok()?;
            self.layers.push(Layer {
                figure: figure.id.clone(),
                id: layer.to_owned(),
                state: view.state.clone(),
                frame,
                pixels,
            });
            let bytes =
                |layers: &[Layer]| -> usize { layers.iter().map(|l| l.pixels.rgba.len()).sum() };
            while self.layers.len() > 1 && bytes(&self.layers) > BYTES {
                self.layers.remove(0);
            }
            self.layers.len() - 1
        };
        self.layers.get(at).map(|l| &l.pixels)
    }
}
