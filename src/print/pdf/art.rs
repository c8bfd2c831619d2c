//! Drawings on paper, as vectors.

use std::collections::BTreeMap;

use krilla::surface::Surface;
use resvg::usvg::{Options, Tree};

use super::super::set::Posed;
use super::paint::share;
use super::vector;
use crate::content::Figure;
use crate::figure::{Drawing, Vector, View};
use crate::pose::{self, BodyView, Paper};

/// The drawings read so far, by figure.
#[derive(Debug, Default)]
pub(super) struct Drawings(BTreeMap<String, Drawing>);

impl Drawings {
    /// Draws a view of a figure, `size` points large, at the origin.
    pub(super) fn draw(
        &mut self,
        surface: &mut Surface<'_>,
        figure: &Figure,
        view: &View,
        heat: &[(View, f32)],
        size: (f32, f32),
    ) -> Result<(), String> {
        if !self.0.contains_key(&figure.id) {
            let drawing = Drawing::of(figure)?;
            self.0.insert(figure.id.clone(), drawing);
        }
        let Some(drawing) = self.0.get(&figure.id) else {
            return Ok(());
        };
        let below = drawing.vectors(view).into_iter();
        let lit = heat.iter().filter_map(|(view, strength)| {
            let strength = *strength;
            Some(Vector {
                strength,
                ..drawing.vectors(view).pop()?
            })
        });
        for part in below.chain(lit) {
            surface.push_opacity(share(part.strength));
            surface.push_isolated();
            let done = svg(surface, &part.svg, size);
            surface.pop();
            surface.pop();
            done.map_err(|err| format!("{}: {err}", figure.id))?;
        }
        Ok(())
    }
}

/// How many units wide the drawing of a pose is told; enough for tenths not to
/// show.
const UNITS: f32 = 600.0;

/// Draws a pose, `size` points large, at the origin.
pub(super) fn pose(
    surface: &mut Surface<'_>,
    posed: &Posed,
    size: (f32, f32),
) -> Result<(), String> {
    let view = BodyView {
        seen: posed.seen,
        turn: posed.turn,
        ..BodyView::still(&posed.id, posed.side)
    };
    let picture = posed.poses.picture(&view);
    let picture = picture.ok_or_else(|| format!("there is no pose {:?}", posed.id))?;
    let text = pose::svg(&picture, &Paper, UNITS);
    svg(surface, &text, size).map_err(|err| format!("{}: {err}", posed.id))
}

/// Draws an SVG, `size` points large, at the origin.
pub(super) fn svg(surface: &mut Surface<'_>, text: &str, size: (f32, f32)) -> Result<(), String> {
    let tree = Tree::from_str(text, &Options::default()).map_err(|err| err.to_string())?;
    vector::draw(surface, &tree, size)
}
