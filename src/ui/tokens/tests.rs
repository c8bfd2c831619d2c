//! Every pair of tokens that meet on a screen, measured.

use super::*;

/// Every set: its name, the least contrast of text, the least of lines.
const SETS: [(&str, Tokens, f64, f64); 6] = [
    ("light", LIGHT, 4.5, 3.0),
    ("dark", DARK, 4.5, 3.0),
    ("night", NIGHT, 4.5, 3.0),
    ("light high", LIGHT_HIGH, 7.0, 4.5),
    ("dark high", DARK_HIGH, 7.0, 4.5),
    ("night high", NIGHT_HIGH, 7.0, 4.5),
];

fn luminance(color: Color32) -> f64 {
    let part = |v: u8| {
        let v = f64::from(v) / 255.0;
        if v <= 0.040_45 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Everything that words and lines may stand on, but for the accent itself.
fn fills(t: &Tokens) -> [(&'static str, Color32); 8] {
    [
        ("surface", t.surface),
        ("raised", t.raised),
        ("sunken", t.sunken),
        ("accent soft", t.accent_soft),
        ("danger soft", t.danger_soft),
        ("caution soft", t.caution_soft),
        ("positive soft", t.positive_soft),
        ("info soft", t.info_soft),
    ]
}

#[test]
fn every_ink_is_readable_on_every_fill() {
    for (name, t, text, _) in SETS {
        for (on, fill) in fills(&t) {
            for (what, ink) in [
                ("text", t.text),
                ("muted", t.muted),
                ("accent", t.accent),
                ("danger", t.danger),
                ("caution", t.caution),
                ("positive", t.positive),
                ("info", t.info),
            ] {
                let ratio = contrast(ink, fill);
                assert!(ratio >= text, "{name}: {what} on {on}: {ratio:.2}");
            }
        }
        let ratio = contrast(t.on_accent, t.accent);
        assert!(ratio >= text, "{name}: on accent: {ratio:.2}");
    }
}

#[test]
fn every_line_is_seen_on_every_fill() {
    for (name, t, _, line) in SETS {
        for (on, fill) in fills(&t) {
            // The accent is the ring of the focus, and the line of what is
            // pointed at.
            let ratio = contrast(t.accent, fill);
            assert!(ratio >= line, "{name}: ring on {on}: {ratio:.2}");
            // Between rows; what it parts is told by space as well.
            if t.high {
                let ratio = contrast(t.hairline, fill);
                assert!(ratio >= line, "{name}: hairline on {on}: {ratio:.2}");
            }
        }
        // The outline encloses the fills of controls; on a soft fill it parts a
        // control from it by its inner side.
        for (on, fill) in fills(&t).into_iter().take(3) {
            let ratio = contrast(t.outline, fill);
            assert!(ratio >= line, "{name}: outline on {on}: {ratio:.2}");
        }
    }
}

#[test]
fn the_pain_ramp_is_even_and_its_number_is_readable() {
    for (name, t, _, _) in SETS {
        // At night what is worse glows more; by day it is deeper.
        let is_night = name.starts_with("night");
        for n in 0..=10_u8 {
            let ratio = contrast(t.on_pain(n), t.pain(n));
            assert!(ratio >= 4.5, "{name}: number on pain {n}: {ratio:.2}");
            if n > 0 {
                let (a, b) = (luminance(t.pain(n - 1)), luminance(t.pain(n)));
                let is_further = if is_night { b > a } else { b < a };
                assert!(
                    is_further,
                    "{name}: pain {n} is no step on from the one before"
                );
            }
        }
        assert_eq!(
            t.pain(200),
            t.pain(10),
            "{name}: out of range is taken as 10"
        );
    }
}

#[test]
fn no_pain_glares_at_night() {
    for (name, t, text, _) in SETS
        .into_iter()
        .filter(|(name, ..)| name.starts_with("night"))
    {
        for n in 0..=10_u8 {
            let (fill, button) = (luminance(t.pain(n)), luminance(t.accent));
            assert!(fill < button / 4.0, "{name}: pain {n} is bright: {fill:.3}");
            let ratio = contrast(t.on_pain(n), t.pain(n));
            assert!(ratio >= text, "{name}: number on pain {n}: {ratio:.2}");
        }
        let ratio = contrast(t.pain(10), t.pain(0));
        assert!(ratio >= 1.5, "{name}: the ends are told apart: {ratio:.2}");
    }
}

#[test]
fn a_line_is_around_every_surface_in_high_contrast_alone() {
    for (name, t, _, line) in SETS {
        let edge = t.edge();
        assert_eq!(edge.is_empty(), !t.high, "{name}");
        if t.high {
            assert!(contrast(edge.color, t.surface) >= line, "{name}: outside");
            assert!(contrast(edge.color, t.raised) >= line, "{name}: inside");
        }
    }
}
