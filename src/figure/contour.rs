//! The line around what is lit: made from the drawn picture itself, so that it
//! follows any shape, as wide at every zoom.

use super::pixels::Pixels;
use super::shot::Contour;

/// How wide the rim outside the line is, as a part of the line.
const RIM: f32 = 0.6;
/// How strong the rim is.
const RIM_STRENGTH: f32 = 0.75;
/// Opacity from which on a pixel belongs to the shape, as a part of the strongest one.
const INSIDE: f32 = 0.5;

/// The line around all that is drawn in `shape`, alone and on nothing.
pub(super) fn around(shape: &Pixels, contour: Contour) -> Pixels {
    let (width, height) = (shape.width, shape.height);
    let line = contour.pixels();
    let outer = line * (1.0 + RIM);
    let reach = (outer + 1.5).ceil() as usize;
    let mut out = Pixels {
        width,
        height,
        rgba: vec![0; shape.rgba.len()],
    };
    let alphas: Vec<u8> = shape.rgba.chunks_exact(4).map(|p| *last(p)).collect();
    let strongest = f32::from(alphas.iter().copied().max().unwrap_or(0));
    let Some(bounds) = bounds(&alphas, width, reach).filter(|_| strongest > 0.0) else {
        return out;
    };
    // How far each pixel's middle lies outside the shape: 0 within it.
    let outside = |alpha: u8| {
        let cover = (f32::from(alpha) / strongest / INSIDE).min(2.0);
        if cover >= 1.0 { 0.0 } else { FAR }
    };
    let across = rows(&alphas, width, &bounds, outside);
    let columns = bounds.right - bounds.left;
    for y in bounds.top..bounds.bottom {
        for x in bounds.left..bounds.right {
            let away = nearest(&across, columns, &bounds, (x, y), reach);
            if away <= 0.0 || away > outer + 0.5 {
                continue;
            }
            // A pixel's middle lies half a pixel outside of the edge.
            let edge = away - 0.5;
            let ink = (line - edge + 0.5).clamp(0.0, 1.0);
            let rim = (outer - edge + 0.5).clamp(0.0, 1.0) * RIM_STRENGTH * (1.0 - ink);
            let at = (y * width + x) * 4;
            if let Some([r, g, b, a]) = out.rgba.get_mut(at..at + 4) {
                let mix = |n: usize| {
                    let of = |color: [u8; 3]| f32::from(color.get(n).copied().unwrap_or(0));
                    (of(contour.ink) * ink + of(contour.rim) * rim).round() as u8
                };
                (*r, *g, *b) = (mix(0), mix(1), mix(2));
                *a = (255.0 * (ink + rim)).round() as u8;
            }
        }
    }
    out
}

/// Farther than any line reaches.
const FAR: f32 = 1e6;

fn last(pixel: &[u8]) -> &u8 {
    pixel.last().unwrap_or(&0)
}

/// A part of the picture, in pixels; right and bottom are one beyond.
struct Bounds {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

/// The part that anything drawn can reach; `None` where nothing is drawn.
fn bounds(alphas: &[u8], width: usize, reach: usize) -> Option<Bounds> {
    let mut found: Option<Bounds> = None;
    for (y, row) in alphas.chunks_exact(width.max(1)).enumerate() {
        let Some(first) = row.iter().position(|a| *a > 0) else {
            continue;
        };
        let end = row.iter().rposition(|a| *a > 0).unwrap_or(first) + 1;
        let there = found.get_or_insert(Bounds {
            left: first,
            top: y,
            right: end,
            bottom: y + 1,
        });
        there.left = there.left.min(first);
        there.right = there.right.max(end);
        there.bottom = y + 1;
    }
    let height = alphas.len() / width.max(1);
    found.map(|b| Bounds {
        left: b.left.saturating_sub(reach),
        top: b.top.saturating_sub(reach),
        right: (b.right + reach).min(width),
        bottom: (b.bottom + reach).min(height),
    })
}

/// For each pixel of the bounds, how far along its row the shape is.
fn rows(alphas: &[u8], width: usize, b: &Bounds, outside: impl Fn(u8) -> f32) -> Vec<f32> {
    let columns = b.right - b.left;
    let mut all = Vec::with_capacity(columns * (b.bottom - b.top));
    for y in b.top..b.bottom {
        let from = y * width;
        let row = alphas
            .get(from + b.left..from + b.right)
            .unwrap_or_default();
        let start = all.len();
        let mut away = FAR;
        for alpha in row {
            away = (away + 1.0).min(outside(*alpha));
            all.push(away);
        }
        away = FAR;
        for value in all.get_mut(start..).unwrap_or_default().iter_mut().rev() {
            away = (away + 1.0).min(*value);
            *value = away;
        }
    }
    all
}

/// How far the shape is from a pixel, up to `reach`.
fn nearest(
    across: &[f32],
    columns: usize,
    b: &Bounds,
    (x, y): (usize, usize),
    reach: usize,
) -> f32 {
    let column = x - b.left;
    let from = y.saturating_sub(reach).max(b.top);
    let to = (y + reach + 1).min(b.bottom);
    let mut best = FAR * FAR;
    for row in from..to {
        let along = across
            .get((row - b.top) * columns + column)
            .copied()
            .unwrap_or(FAR);
        let down = row.abs_diff(y) as f32;
        best = best.min(along * along + down * down);
    }
    best.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: usize, inner: usize) -> Pixels {
        let mut rgba = vec![0; side * side * 4];
        let from = (side - inner) / 2;
        for y in from..from + inner {
            for x in from..from + inner {
                rgba[(y * side + x) * 4..][..4].fill(255);
            }
        }
        Pixels {
            width: side,
            height: side,
            rgba,
        }
    }

    fn alpha(p: &Pixels, x: usize, y: usize) -> u8 {
        p.rgba[(y * p.width + x) * 4 + 3]
    }

    #[test]
    fn the_line_is_as_wide_as_asked_and_lies_outside() {
        for tenths in [20, 40, 80] {
            let contour = Contour {
                tenths,
                ink: [11, 110, 105],
                rim: [255; 3],
            };
            let line = around(&square(80, 30), contour);
            let wide = (0..25)
                .filter(|x| line.rgba[(40 * 80 + x) * 4 + 2] == 105 && alpha(&line, *x, 40) == 255)
                .count();
            assert_eq!(wide, tenths as usize / 10, "pixels of ink at {tenths}");
            assert_eq!(alpha(&line, 40, 40), 0, "nothing inside");
            assert_eq!(alpha(&line, 1, 1), 0, "nothing far away");
        }
    }

    #[test]
    fn nothing_has_no_line() {
        let contour = Contour {
            tenths: 20,
            ink: [0; 3],
            rim: [255; 3],
        };
        let line = around(&square(20, 0), contour);
        assert!(line.rgba.iter().all(|b| *b == 0), "empty stays empty");
    }
}
