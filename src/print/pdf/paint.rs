//! Colors, gradients and lines of an SVG drawing, as krilla takes them.

use krilla::color::rgb::Color;
use krilla::num::NormalizedF32;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint, RadialGradient, SpreadMethod, Stop,
    Stroke, StrokeDash,
};
use resvg::usvg;

use super::vector::matrix;

/// What fills a path.
///
/// # Errors
/// When it is filled with a pattern.
pub(super) fn fill(fill: &usvg::Fill) -> Result<Fill, String> {
    Ok(Fill {
        paint: paint(fill.paint())?,
        opacity: share(fill.opacity().get()),
        rule: rule(fill.rule()),
    })
}

/// The line along a path.
///
/// # Errors
/// When it is drawn with a pattern.
pub(super) fn line(line: &usvg::Stroke) -> Result<Stroke, String> {
    Ok(Stroke {
        paint: paint(line.paint())?,
        width: line.width().get(),
        miter_limit: line.miterlimit().get(),
        line_cap: match line.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match line.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: share(line.opacity().get()),
        dash: line.dasharray().map(|array| StrokeDash {
            array: array.to_vec(),
            offset: line.dashoffset(),
        }),
    })
}

/// How a path that crosses itself is filled.
pub(super) const fn rule(rule: usvg::FillRule) -> FillRule {
    match rule {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

/// A share of 1; what is no share is all.
pub(super) fn share(of_one: f32) -> NormalizedF32 {
    NormalizedF32::new(of_one).unwrap_or(NormalizedF32::ONE)
}

fn paint(paint: &usvg::Paint) -> Result<Paint, String> {
    match paint {
        usvg::Paint::Color(color) => Ok(rgb(*color).into()),
        usvg::Paint::LinearGradient(gradient) => Ok(LinearGradient {
            x1: gradient.x1(),
            y1: gradient.y1(),
            x2: gradient.x2(),
            y2: gradient.y2(),
            transform: matrix(gradient.transform()),
            spread_method: spread(gradient.spread_method()),
            stops: stops(gradient.stops()),
            anti_alias: false,
        }
        .into()),
        usvg::Paint::RadialGradient(gradient) => Ok(RadialGradient {
            fx: gradient.fx(),
            fy: gradient.fy(),
            fr: 0.0,
            cx: gradient.cx(),
            cy: gradient.cy(),
            cr: gradient.r().get(),
            transform: matrix(gradient.transform()),
            spread_method: spread(gradient.spread_method()),
            stops: stops(gradient.stops()),
            anti_alias: false,
        }
        .into()),
        usvg::Paint::Pattern(_) => Err("it has a pattern, which is not drawn on paper".to_owned()),
    }
}

fn stops(stops: &[usvg::Stop]) -> Vec<Stop> {
    let stop = |stop: &usvg::Stop| Stop {
        offset: share(stop.offset().get()),
        color: rgb(stop.color()).into(),
        opacity: share(stop.opacity().get()),
    };
    stops.iter().map(stop).collect()
}

const fn spread(spread: usvg::SpreadMethod) -> SpreadMethod {
    match spread {
        usvg::SpreadMethod::Pad => SpreadMethod::Pad,
        usvg::SpreadMethod::Reflect => SpreadMethod::Reflect,
        usvg::SpreadMethod::Repeat => SpreadMethod::Repeat,
    }
}

fn rgb(color: usvg::Color) -> Color {
    Color::new(color.red, color.green, color.blue)
}
