//! Numbers, durations, pain and places as other programs write them.

use super::{Mapping, Unit};
use crate::diary::check::DURATION_SECS;
use crate::diary::entry::{Intensity, Region, Side};
use crate::exchange::columns::short;

/// A number with a dot or a comma.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_plain = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    if text.is_empty() || !text.chars().all(is_plain) {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

/// Seconds of `45`, `45 min`, `1h 30m`, `1:30`, `00:45:00`, `PT45M`.
///
/// # Errors
/// What is expected, without a full stop.
pub(super) fn duration(text: &str, unit: Unit) -> Result<u32, String> {
    let wrong = || {
        format!(
            "“{}” is not a duration we know; write minutes, 1:30 or 1 h 30 min",
            short(text.trim())
        )
    };
    let seconds = seconds(&text.trim().to_lowercase(), unit).ok_or_else(wrong)?;
    let seconds = seconds.round();
    if seconds > f64::from(DURATION_SECS) {
        return Err(format!("“{}” is longer than 30 days", short(text.trim())));
    }
    Ok(seconds as u32)
}

fn seconds(text: &str, unit: Unit) -> Option<f64> {
    if let Some(number) = number(text) {
        return Some(number * unit.seconds());
    }
    if text.contains(':') {
        let parts: Option<Vec<f64>> = text.split(':').map(number).collect();
        return match parts?.as_slice() {
            [hours, minutes] => Some(hours * 3600.0 + minutes * 60.0),
            [hours, minutes, seconds] => Some(hours * 3600.0 + minutes * 60.0 + seconds),
            _ => None,
        };
    }
    let text = text.strip_prefix("pt").unwrap_or(text);
    let mut total = 0.0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
        let (digits, after) = rest.split_at_checked(end)?;
        let after = after.trim_start();
        let end = after
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(after.len());
        let (word, next) = after.split_at_checked(end)?;
        total += number(digits)? * named(word)?.seconds();
        rest = next.trim_start_matches([' ', ',', '.']);
    }
    (!text.is_empty()).then_some(total)
}

fn named(word: &str) -> Option<Unit> {
    match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunden" => Some(Unit::Seconds),
        "m" | "min" | "mins" | "minute" | "minutes" | "minuten" | "minutos" => Some(Unit::Minutes),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" | "hora" | "horas"
        | "heure" | "heures" => Some(Unit::Hours),
        _ => None,
    }
}

/// The pain, from whatever scale: `7`, `7/10`, `7,5`, `70 %`.
///
/// # Errors
/// What is expected, without a full stop.
pub(super) fn pain(text: &str, scale: u8) -> Result<Intensity, String> {
    let wrong = || format!("“{}” is not a number from 0 to {scale}", short(text.trim()));
    let text = text.trim();
    let (value, most) = if let Some((value, most)) = text.split_once('/') {
        (number(value), number(most))
    } else if let Some(value) = text.strip_suffix('%') {
        (number(value), Some(100.0))
    } else {
        (number(text), Some(f64::from(scale)))
    };
    let (value, most) = value.zip(most).ok_or_else(wrong)?;
    if most <= 0.0 || value > most {
        return Err(wrong());
    }
    Intensity::new((value * 10.0 / most).round() as u8).ok_or_else(wrong)
}

/// Words that mean a place, most telling first.
const PLACES: [(&str, &[&str]); 14] = [
    (
        "sit_bone",
        &["sit bone", "sitbone", "sitz", "ischial", "sitzbein"],
    ),
    ("buttock_deep", &["deep", "piriformis", "tief"]),
    ("tailbone", &["tailbone", "coccyx", "steiß", "steiss"]),
    (
        "back_passage",
        &["back passage", "rectum", "rectal", "anus", "anal"],
    ),
    (
        "perineum",
        &[
            "perineum",
            "pelvic floor",
            "between the legs",
            "damm",
            "beckenboden",
        ],
    ),
    ("hip_outer", &["hip", "hüfte", "huefte", "cadera", "hanche"]),
    ("groin", &["groin", "leiste", "ingle", "aine"]),
    (
        "thigh_front",
        &["front of the thigh", "front thigh", "quad"],
    ),
    (
        "thigh_back",
        &["hamstring", "thigh", "oberschenkel", "muslo", "cuisse"],
    ),
    ("calf", &["calf", "wade", "pantorrilla", "mollet"]),
    ("foot", &["foot", "fuß", "fuss", "pied"]),
    (
        "low_back",
        &["low back", "lower back", "lumbar", "kreuz", "rücken"],
    ),
    ("buttock_outer", &["outer buttock", "side of the buttock"]),
    (
        "buttock_mid",
        &[
            "buttock", "butt", "glute", "gluteus", "bum", "po", "gesäß", "gesaess", "glúteo",
            "fesse", "nalga",
        ],
    ),
];

/// The side a text speaks of.
pub(super) fn side(text: &str) -> Option<Side> {
    let text = text.to_lowercase();
    let has = |all: &[&str]| words(&text).any(|word| all.contains(&word));
    let left = has(&[
        "left",
        "l",
        "links",
        "linke",
        "linkes",
        "izquierda",
        "izquierdo",
        "gauche",
    ]);
    let right = has(&[
        "right", "r", "rechts", "rechte", "rechtes", "derecha", "derecho", "droite",
    ]);
    if has(&["both", "bilateral", "beide", "beidseits", "ambos", "deux"]) || (left && right) {
        return Some(Side::Both);
    }
    match (left, right) {
        (true, _) => Some(Side::Left),
        (_, true) => Some(Side::Right),
        _ => has(&["middle", "center", "centre", "mitte"]).then_some(Side::Middle),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// The places a text speaks of; none if it speaks of none we know.
pub(super) fn places(text: &str, given: Option<Side>, mapping: &Mapping) -> Vec<Region> {
    let mut found = Vec::new();
    for part in text.split([',', ';', '|', '/', '&']) {
        let clean = part.trim().to_lowercase();
        let exact = Region::ALL
            .iter()
            .find(|region| region.id() == clean || region.label().to_lowercase() == clean);
        if let Some(region) = exact {
            found.push(*region);
            continue;
        }
        let is_named = |name: &&str| {
            if name.contains(' ') {
                clean.contains(*name)
            } else {
                let is_it = |word: &str| {
                    word == *name
                        || word.strip_suffix('s') == Some(name)
                        || (name.len() >= 5 && word.starts_with(*name))
                };
                words(&clean).any(is_it)
            }
        };
        let Some((place, _)) = PLACES.iter().find(|(_, names)| names.iter().any(is_named)) else {
            continue;
        };
        let side = side(&clean).or(given);
        found.extend(Region::ALL.iter().filter(|region| {
            region.place() == *place
                && match (region.side(), side) {
                    (None, _) | (Some(_), Some(Side::Both)) => true,
                    (Some(own), Some(side)) => own == side,
                    (Some(_), None) => mapping.place == Some(**region),
                }
        }));
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|region| seen.insert(*region));
    found
}

/// The side that places lie on.
pub(super) fn side_of(regions: &[Region]) -> Side {
    let has = |side| regions.iter().any(|region| region.side() == Some(side));
    match (has(Side::Left), has(Side::Right)) {
        (true, true) => Side::Both,
        (true, false) => Side::Left,
        (false, true) => Side::Right,
        (false, false) => Side::Middle,
    }
}
