//! Which causes fit the places that hurt and how far the pain goes down the
//! leg, each with its reasons in words. A first look, not the check.

use std::collections::BTreeSet;

use super::apart::Speaks;
use crate::content::Cause;

/// The finding that asks how far the pain travels.
pub const LEG: &str = "leg_radiation";

/// How much a place counts where it is the first a cause names, in log-odds.
const FIRST_PLACE: f32 = 1.6;
/// How much any other of its places counts.
const PLACE: f32 = 1.0;

/// The places of the body map without their side, in words after "felt".
const PLACES: [(&str, &str); 15] = [
    ("low_back", "in the low back"),
    ("buttock_upper", "in the upper buttock"),
    ("buttock_mid", "in the middle of the buttock"),
    ("buttock_outer", "in the outer buttock"),
    ("buttock_deep", "deep in the buttock"),
    ("sit_bone", "at the sit bone"),
    ("tailbone", "at the tailbone"),
    ("hip_outer", "at the outside of the hip"),
    ("thigh_back", "in the back of the thigh"),
    ("back_passage", "in the back passage"),
    ("perineum", "between the legs"),
    ("groin", "in the groin"),
    ("thigh_front", "in the front of the thigh"),
    ("calf", "in the calf"),
    ("foot", "in the foot"),
];

/// The answers about the leg, in words before "speaks".
const LEGS: [(&str, &str); 4] = [
    ("none", "Pain that stays out of the leg"),
    ("thigh", "Pain into the thigh"),
    ("below_knee", "Pain below the knee"),
    ("leg_unsure", "Pain into the leg"),
];

/// A cause that fits, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The id of the cause.
    pub cause: String,
    /// How well it fits, with how common it is: only for the order.
    pub score: f32,
    /// The reasons, a sentence each.
    pub reasons: Vec<String>,
}

/// The causes that fit these places (of the body map, without their side) and
/// this answer about the leg, the best first; what the leg speaks clearly against
/// is left out. Nothing chosen fits nothing.
pub fn by_touch(causes: &[Cause], places: &BTreeSet<String>, leg: Option<&str>) -> Vec<Fit> {
    let fits = causes.iter().filter_map(|cause| fit(cause, places, leg));
    let mut fits: Vec<Fit> = fits.collect();
    fits.sort_by(|a, b| b.score.total_cmp(&a.score));
    fits
}

fn fit(cause: &Cause, places: &BTreeSet<String>, leg: Option<&str>) -> Option<Fit> {
    let met: Vec<(usize, &str)> = cause
        .regions
        .iter()
        .enumerate()
        .filter(|(_, region)| places.contains(*region))
        .filter_map(|(at, region)| Some((at, words(&PLACES, region)?)))
        .collect();
    if met.is_empty() && !places.is_empty() {
        return None;
    }
    let felt: f32 = met
        .iter()
        .map(|(at, _)| if *at == 0 { FIRST_PLACE } else { PLACE })
        .sum();
    let told = leg.map_or(0.0, |option| leg_weight(cause, option));
    let speaks = Speaks::of(told);
    if felt + told <= 0.0 || speaks == Speaks::ClearlyAgainst {
        return None;
    }
    let mut reasons = Vec::new();
    if !met.is_empty() {
        let met: Vec<&str> = met.iter().map(|(_, words)| *words).collect();
        reasons.push(format!("Often felt {}.", listed(&met)));
    }
    if let Some(words) = leg.and_then(|option| words(&LEGS, option))
        && speaks != Speaks::Nothing
    {
        reasons.push(format!("{words} {}.", speaks.words()));
    }
    Some(Fit {
        cause: cause.id.clone(),
        score: felt + told + cause.prior,
        reasons,
    })
}

/// The weight of an answer about the leg; 0 where nothing is written.
fn leg_weight(cause: &Cause, option: &str) -> f32 {
    let mut evidence = cause.evidence.iter();
    let found = evidence.find(|e| e.on == LEG && e.is == option);
    found.map_or(0.0, |e| e.weight)
}

fn words(table: &[(&str, &'static str)], id: &str) -> Option<&'static str> {
    let found = table.iter().find(|(known, _)| *known == id);
    found.map(|(_, words)| *words)
}

/// "a", "a and b", "a, b and c".
fn listed(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Library;
    use crate::diary::entry::Region;

    fn fits(places: &[&str], leg: Option<&str>) -> Vec<Fit> {
        let places = places.iter().map(|p| (*p).to_owned()).collect();
        by_touch(Library::embedded().unwrap().causes(), &places, leg)
    }

    #[test]
    fn every_place_and_every_answer_has_words() {
        for region in Region::ALL {
            assert!(words(&PLACES, &region.place()).is_some(), "{region:?}");
        }
        let library = Library::embedded().unwrap();
        for cause in library.causes() {
            for region in &cause.regions {
                assert!(words(&PLACES, region).is_some(), "{}: {region}", cause.id);
            }
        }
        let leg = library.knowledge().finding(LEG).expect("it is asked");
        for option in &leg.options {
            assert!(words(&LEGS, &option.id).is_some(), "{}", option.id);
        }
    }

    #[test]
    fn nothing_chosen_fits_nothing() {
        assert!(fits(&[], None).is_empty(), "nothing to go by");
    }

    #[test]
    fn deep_in_the_buttock_is_first_the_piriformis() {
        let fits = fits(&["buttock_deep"], Some("thigh"));
        let first = fits.first().expect("something fits");
        assert_eq!(first.cause, "piriformis_dgs", "{fits:#?}");
        assert_eq!(
            first.reasons,
            [
                "Often felt deep in the buttock.",
                "Pain into the thigh speaks for it."
            ],
            "in words"
        );
    }

    #[test]
    fn what_the_leg_speaks_clearly_against_is_left_out() {
        let has = |fits: &[Fit], id: &str| fits.iter().any(|f| f.cause == id);
        let all = fits(&["buttock_mid"], None);
        assert!(has(&all, "gluteal_strain"), "{all:#?}");
        let fits = fits(&["buttock_mid"], Some("below_knee"));
        assert!(!has(&fits, "gluteal_strain"), "{fits:#?}");
        assert!(has(&fits, "disc_radiculopathy"), "{fits:#?}");
        assert!(
            fits.is_sorted_by(|a, b| a.score >= b.score),
            "sorted: {fits:#?}"
        );
    }

    #[test]
    fn a_rare_cause_does_not_stand_before_a_common_one_that_fits_as_well() {
        let fits = fits(&["buttock_deep", "thigh_back"], None);
        let at = |id: &str| fits.iter().position(|f| f.cause == id);
        let (common, rare) = (at("piriformis_dgs"), at("endometriosis_gyn"));
        assert!(common.is_some() && common < rare, "{fits:#?}");
    }

    #[test]
    fn places_are_listed_as_a_person_says_them() {
        assert_eq!(listed(&["a"]), "a", "one");
        assert_eq!(listed(&["a", "b"]), "a and b", "two");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c", "three");
    }
}
