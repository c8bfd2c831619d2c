//! Figures as pictures: anatomical drawings, layer by layer, with what is lit
//! and where it hurts. Pure: bytes out, no window. The words are content.

mod bounds;
mod contact;
mod contour;
mod embed;
mod hit;
mod motion;
mod pain;
mod pixels;
mod shot;
mod source;
mod studio;
#[cfg(test)]
mod tests;
mod vector;
mod view;
mod worker;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree};

use self::bounds::Bounds;
pub use self::contact::Sheet;
pub use self::hit::{Hit, HitMap};
pub use self::motion::Motion;
pub use self::pixels::Pixels;
pub use self::shot::{Contour, Crop, Frame, Shot};
use self::source::Source;
pub use self::studio::{Made, Order, Studio, Want};
pub use self::vector::Vector;
pub use self::view::{Lit, Part, View};
pub use self::worker::Worker;
use crate::content::{Figure, Side, Structure};

/// How strong the rest is while something is lit.
pub const RECEDED: f32 = 1.0 / 3.0;

/// The widest a whole picture is thought, in pixels; a crop of it is drawn.
const WIDEST: u32 = 1 << 16;
/// The widest and the highest that is drawn at once, in pixels.
const LARGEST: u32 = 8192;

/// A figure with its drawing, read once and drawn at any size.
#[derive(Debug)]
pub struct Drawing {
    figure: Figure,
    source: &'static Source,
    size: (f32, f32),
    /// Measured when a crop is first asked for.
    bounds: OnceLock<Bounds>,
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
            bounds: OnceLock::new(),
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

    /// What a shot asks for.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn shot(&self, shot: &Shot) -> Result<Pixels, String> {
        let Shot {
            part,
            view,
            frame,
            contour,
        } = shot;
        let mut away = self.away(*frame)?;
        if *part == Part::Plate {
            away.extend(self.unseen(view));
            return self.draw(&self.source.without(&away), *frame);
        }
        let lit = self.lit(view);
        let only = |more: &str| self.source.only(&lit, &away, more);
        let Some(contour) = contour else {
            return self.draw(&only(&pain::svg(&view.pain)), *frame);
        };
        let shape = self.draw(&only(""), *frame)?;
        let mut all = contour::around(&shape, *contour);
        all.lay(&shape);
        if !view.pain.is_empty() {
            let none = BTreeSet::new();
            let pain = self.source.only(&none, &none, &pain::svg(&view.pain));
            all.lay(&self.draw(&pain, *frame)?);
        }
        Ok(all)
    }

    /// One part of a view, without a line around what is lit.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn part(&self, part: Part, view: &View, frame: impl Into<Frame>) -> Result<Pixels, String> {
        self.shot(&Shot {
            part,
            view: view.clone(),
            frame: frame.into(),
            contour: None,
        })
    }

    /// One layer of a view alone, whether it is lifted off or not.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn layer(&self, layer: &str, view: &View, frame: Frame) -> Result<Pixels, String> {
        let whole = View {
            state: view.state.clone(),
            ..View::default()
        };
        let group = BTreeSet::from([format!("layer_{layer}")]);
        let mut gone = self.away(frame)?;
        gone.extend(self.unseen(&whole));
        let text = self.source.only(&group, &gone, "");
        self.draw(&text, frame)
    }

    /// The groups that a crop does not show.
    fn away(&self, frame: Frame) -> Result<BTreeSet<String>, String> {
        if frame.crop.is_none() {
            return Ok(BTreeSet::new());
        }
        if self.bounds.get().is_none() {
            let tree = self.tree(&self.source.without(&BTreeSet::new()))?;
            self.bounds.set(Bounds::of(&tree)).ok(); // the first one stays
        }
        let known = self.bounds.get();
        Ok(known.map_or_else(BTreeSet::new, |b| b.outside(frame, self.size.0)))
    }

    fn draw(&self, text: &str, frame: Frame) -> Result<Pixels, String> {
        let (width, height) = self.extent(frame.width);
        let tree = self.tree(&bounds::unfaded(text.to_owned(), frame, height))?;
        let crop = frame.crop.unwrap_or(Crop {
            x: 0,
            y: 0,
            width,
            height,
        });
        let mut pixmap = self.canvas(crop.width, crop.height)?;
        let scale = width as f32 / self.size.0;
        let transform =
            Transform::from_translate(-(crop.x as f32), -(crop.y as f32)).pre_scale(scale, scale);
        resvg::render(&tree, transform, &mut pixmap.as_mut());
        Ok(pixels(pixmap))
    }

    /// The whole picture of a view on nothing, with a line around what is lit
    /// where one is asked for.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn picture(
        &self,
        view: &View,
        frame: impl Into<Frame>,
        contour: Option<Contour>,
    ) -> Result<Pixels, String> {
        let frame = frame.into();
        let plate = self.part(Part::Plate, view, frame)?;
        if view.lit.is_empty() && view.pain.is_empty() {
            return Ok(plate);
        }
        let mut all = if view.lit.is_empty() {
            plate
        } else {
            plate.faded(RECEDED)
        };
        let lit = Shot {
            part: Part::Lit,
            view: view.clone(),
            frame,
            contour,
        };
        all.lay(&self.shot(&lit.essence())?);
        Ok(all)
    }

    /// Where every structure lies.
    ///
    /// # Errors
    /// When the drawing cannot be read.
    pub fn hit_map(&self) -> Result<HitMap, String> {
        let tree = self.tree(&self.source.without(&BTreeSet::new()))?;
        let (width, height) = self.extent(hit::WIDTH as u32);
        let scale = width as f32 / self.size.0;
        let mut covers = Vec::new();
        self.cover(
            tree.root(),
            Transform::from_scale(scale, scale),
            None,
            &mut covers,
        )?;
        Ok(HitMap {
            height: height as usize,
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
                let (width, height) = self.extent(hit::WIDTH as u32);
                let mut pixmap = self.canvas(width, height)?;
                // The renderer moves a node to the corner; this moves it back.
                let there = above.pre_translate(bounds.x(), bounds.y());
                if resvg::render_node(node, there, &mut pixmap.as_mut()).is_some() {
                    into.push(hit::bits(at, side, within, &pixmap));
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

    /// Width and height of the whole picture in pixels, when it is this wide.
    fn extent(&self, width: u32) -> (u32, u32) {
        let width = width.clamp(8, WIDEST);
        let height = (width as f32 * self.size.1 / self.size.0).round() as u32;
        (width, height.max(8))
    }

    fn canvas(&self, width: u32, height: u32) -> Result<Pixmap, String> {
        Pixmap::new(width.clamp(1, LARGEST), height.clamp(1, LARGEST))
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
