//! How a place that hurts is drawn: a soft glow, and a dashed line around it so
//! that it is never color alone. The inks are those of the drawings themselves.

use std::fmt::Write as _;

use crate::content::Spot;

const GLOW: &str = "<defs><radialGradient id=\"unclench_pain\" cx=\".5\" cy=\".5\" r=\".5\">\
    <stop offset=\"0\" stop-color=\"#F0682E\" stop-opacity=\".8\"/>\
    <stop offset=\".55\" stop-color=\"#F07A3E\" stop-opacity=\".42\"/>\
    <stop offset=\"1\" stop-color=\"#F07A3E\" stop-opacity=\"0\"/></radialGradient></defs>";

/// The spots as SVG; nothing where nothing hurts.
pub(super) fn svg(spots: &[Spot]) -> String {
    if spots.is_empty() {
        return String::new();
    }
    let mut out = GLOW.to_owned();
    for Spot { x, y, r } in spots {
        let ring = f32::from(*r) * 0.8;
        let written = write!(
            out,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"url(#unclench_pain)\"/>\
             <circle cx=\"{x}\" cy=\"{y}\" r=\"{ring}\" fill=\"none\" stroke=\"#FFF4EA\" \
             stroke-width=\"3.4\" stroke-opacity=\".7\"/>\
             <circle cx=\"{x}\" cy=\"{y}\" r=\"{ring}\" fill=\"none\" stroke=\"#8E2A16\" \
             stroke-width=\"1.8\" stroke-dasharray=\"6 4\" stroke-linecap=\"round\"/>"
        );
        debug_assert!(written.is_ok(), "a string takes all that is written");
    }
    out
}
