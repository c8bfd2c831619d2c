//! Figures as pictures: anatomical drawings, layer by layer, with what is lit
//! and where it hurts. Pure: bytes out, no window. The words are content.

mod embed;
mod hit;
mod pain;
mod pixels;
mod source;
mod studio;
#[cfg(test)]
mod tests;
mod vector;
mod view;
mod worker;

use std::collections::BTreeSet;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree};

pub use self::hit::{Hit, HitMap};
pub use self::pixels::Pixels;
use self::source::Source;
pub use self::studio::{Made, Order, Studio, Want};
pub use self::vector::Vector;
pub use self::view::{Lit, Part, View};
pub use self::worker::Worker;
use crate::content::{Figure, Side, Structure};

/// How strong the rest is while something is lit.
pub const RECEDED: f32 = 1.0 / 3.0;

/// A figure with its drawing, read once and drawn at any size.
#[derive(Debug)]
pub struct Drawing {
    figure: Figure,
    source: &'static Source,
    size: (f32, f32),
}

impl Drawing {
    /// The drawing of this figure.
    ///
    /// # Errors
    /// When there is none or it cannot be read.
    pub fn of(figure: &Figure) -> Result<Self, String> {
        let id = &figure.id;
        let text = embed::svg(id).ok_or_else(|| format!("{id}: no drawing"))?;
        let size = view_box(text).ok_or_else(|| format!("{id}: no viewBox"))?;
        Ok(Self {
            figure: figure.clone(),
            source: embed::source(id).map_err(|err| format!("{id}: {err}"))?,
            size,
        })
    }

    /// How large the figure with this id is, in units of its drawing, without reading all of it.
    pub fn size_of(id: &str) -> Option<(f32, f32)> {
        view_box(embed::svg(id)?)
    }

    /// The figure's layers that can be lifted off, the topmost first; none
    /// where the drawing has no layers.
    pub fn peel_order(figure: &Figure) -> Vec<String> {
        let Ok(source) = embed::source(&figure.id) else {
            return Vec::new();
        };
        let known = |id: &&str| figure.layers.iter().any(|l| l.id == *id);
        let layers = source.ids().filter_map(|id| id.strip_prefix("layer_"));
        let mut order: Vec<String> = layers.filter(known).map(str::to_owned).collect();
        order.reverse();
        order
    }

    /// Can a structure be lit on one side alone?
    pub fn has_sides(figure: &Figure, structure: &str) -> bool {
        let has = |side: Side| {
            let id = format!("{structure}{}", side.suffix());
            embed::source(&figure.id).is_ok_and(|source| source.has(&id))
        };
        Side::ALL.into_iter().all(has)
    }

    /// Is a structure drawn in this state (the first one where `None`)?
    pub fn is_in_state(figure: &Figure, structure: &str, state: Option<&str>) -> bool {
        let first = figure.states.first().map(|s| s.id.as_str());
        let own = embed::source(&figure.id).ok().and_then(|source| {
            let groups = source.around(structure);
            groups.into_iter().find_map(state_name)
        });
        own.is_none_or(|own| state.or(first) == Some(own))
    }

    /// Width and height in units of the drawing.
    pub fn size(&self) -> (f32, f32) {
        self.size
    }

    /// One part of a view, `width` pixels wide.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn part(&self, part: Part, view: &View, width: u32) -> Result<Pixels, String> {
        let text = match part {
            Part::Plate => self.source.without(&self.unseen(view)),
            Part::Lit => {
                let more = pain::svg(&view.pain);
                self.source.only(&self.lit(view), &BTreeSet::new(), &more)
            }
        };
        self.draw(&text, width)
    }

    /// One layer of a view alone, whether it is lifted off or not.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn layer(&self, layer: &str, view: &View, width: u32) -> Result<Pixels, String> {
        let whole = View {
            state: view.state.clone(),
            ..View::default()
        };
        let group = BTreeSet::from([format!("layer_{layer}")]);
        let text = self.source.only(&group, &self.unseen(&whole), "");
        self.draw(&text, width)
    }

    fn draw(&self, text: &str, width: u32) -> Result<Pixels, String> {
        let tree = self.tree(text)?;
        let mut pixmap = self.canvas(width)?;
        let scale = pixmap.width() as f32 / self.size.0;
        let transform = Transform::from_scale(scale, scale);
        resvg::render(&tree, transform, &mut pixmap.as_mut());
        Ok(pixels(pixmap))
    }

    /// The whole picture of a view, `width` pixels wide, on nothing.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn picture(&self, view: &View, width: u32) -> Result<Pixels, String> {
        let plate = self.part(Part::Plate, view, width)?;
        if view.lit.is_empty() && view.pain.is_empty() {
            return Ok(plate);
        }
        let mut all = if view.lit.is_empty() {
            plate
        } else {
            plate.faded(RECEDED)
        };
        all.lay(&self.part(Part::Lit, view, width)?);
        Ok(all)
    }

    /// Where every structure lies.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn hit_map(&self) -> Result<HitMap, String> {
        let tree = self.tree(&self.source.without(&BTreeSet::new()))?;
        let canvas = self.canvas(hit::WIDTH as u32)?;
        let scale = canvas.width() as f32 / self.size.0;
        let mut covers = Vec::new();
        self.cover(
            tree.root(),
            Transform::from_scale(scale, scale),
            None,
            &mut covers,
        )?;
        Ok(HitMap {
            height: canvas.height() as usize,
            unit: 1.0 / scale,
            covers,
        })
    }

    /// Draws each structure alone, in drawing order.
    fn cover(
        &self,
        group: &Group,
        above: Transform,
        state: Option<&str>,
        into: &mut Vec<hit::Cover>,
    ) -> Result<(), String> {
        for node in group.children() {
            let Node::Group(child) = node else { continue };
            let within = state_name(child.id()).or(state);
            if let Some((at, side)) = self.structure_of(child.id())
                && let Some(bounds) = node.abs_layer_bounding_box()
            {
                let mut pixmap = self.canvas(hit::WIDTH as u32)?;
                // The renderer moves a node to the corner; this moves it back.
                let there = above.pre_translate(bounds.x(), bounds.y());
                if resvg::render_node(node, there, &mut pixmap.as_mut()).is_some() {
                    into.push(bits(at, side, within, &pixmap));
                }
            }
            let here = above.pre_concat(child.transform());
            self.cover(child, here, within, into)?;
        }
        Ok(())
    }

    /// The structure that a group of the drawing is.
    fn structure_of(&self, group: &str) -> Option<(usize, Option<Side>)> {
        let (found, side) = self.figure.named(group)?;
        let at = self
            .figure
            .structures
            .iter()
            .position(|s| s.id == found.id)?;
        Some((at, side))
    }

    /// The groups of a structure, on one side or on both.
    fn groups(&self, structure: &Structure, side: Option<Side>) -> Vec<String> {
        let sided = |side: Side| format!("{}{}", structure.id, side.suffix());
        let wanted = match side {
            Some(side) if self.source.has(&sided(side)) => vec![sided(side)],
            _ => vec![structure.id.clone(), sided(Side::Left), sided(Side::Right)],
        };
        wanted
            .into_iter()
            .filter(|id| self.source.has(id))
            .collect()
    }

    fn lit(&self, view: &View) -> BTreeSet<String> {
        let known = view
            .lit
            .iter()
            .filter_map(|lit| Some((self.figure.structure(&lit.structure)?, lit.side)));
        known
            .flat_map(|(structure, side)| self.groups(structure, side))
            .collect()
    }

    /// The groups that are not to be seen: lifted layers and the other states.
    fn unseen(&self, view: &View) -> BTreeSet<String> {
        let mut gone = BTreeSet::new();
        for layer in &view.hidden {
            let whole = format!("layer_{layer}");
            if self.source.has(&whole) {
                gone.insert(whole);
            } else {
                let inside = self.figure.structures.iter().filter(|s| s.layer == *layer);
                gone.extend(inside.flat_map(|s| self.groups(s, None)));
            }
        }
        let first = self.figure.states.first().map(|s| s.id.as_str());
        let shown = view.state.as_deref().or(first);
        let other = |id: &&str| state_name(id).is_some_and(|state| Some(state) != shown);
        gone.extend(self.source.ids().filter(other).map(str::to_owned));
        gone
    }

    fn tree(&self, text: &str) -> Result<Tree, String> {
        Tree::from_str(text, &Options::default())
            .map_err(|err| format!("{}: {err}", self.figure.id))
    }

    fn canvas(&self, width: u32) -> Result<Pixmap, String> {
        let width = width.clamp(8, 4096);
        let height = (width as f32 * self.size.1 / self.size.0).round() as u32;
        Pixmap::new(width, height.clamp(8, 8192))
            .ok_or_else(|| format!("{}: no picture of that size", self.figure.id))
    }
}

/// The state that a group holds: `state_before` is "before".
fn state_name(group: &str) -> Option<&str> {
    group
        .strip_prefix("state_")
        .or_else(|| group.strip_prefix("variant_"))
}

/// The size a drawing gives itself.
fn view_box(text: &str) -> Option<(f32, f32)> {
    let (_, after) = text.split_once("viewBox=\"")?;
    let (numbers, _) = after.split_once('"')?;
    let mut sizes = numbers.split(' ').skip(2).map(str::parse::<f32>);
    Some((sizes.next()?.ok()?, sizes.next()?.ok()?))
}

fn pixels(pixmap: Pixmap) -> Pixels {
    Pixels {
        width: pixmap.width() as usize,
        height: pixmap.height() as usize,
        rgba: pixmap.take(),
    }
}

fn bits(structure: usize, side: Option<Side>, state: Option<&str>, pixmap: &Pixmap) -> hit::Cover {
    let pixels = pixmap.pixels();
    let mut bits = vec![0_u64; pixels.len().div_ceil(64)];
    let mut cells = 0;
    // A soft tint counts where it is strongest for itself, not only where it hides.
    let strongest = pixels.iter().map(|p| p.alpha()).max().unwrap_or(0);
    let enough = (strongest / 5 * 2).max(8);
    for (cell, pixel) in pixels.iter().enumerate() {
        if pixel.alpha() > enough
            && let Some(word) = bits.get_mut(cell / 64)
        {
            *word |= 1 << (cell % 64);
            cells += 1;
        }
    }
    hit::Cover {
        structure,
        side,
        state: state.map(str::to_owned),
        bits,
        cells,
    }
}
