//! The body's chemistry and organs: fluid and heat (P12), a new medicine
//! (P13), passing water and sex (P15).

use super::survey::{Case, DayNumber, Survey, parts};
use super::{Level, Seen, count, level};
use crate::content::Pattern;
use crate::diary::entry::{BowelUrine, FluidHeat, Region, Trigger};

/// How recent losses must be for a blood test to be worth it today, in days.
const RECENT: i32 = 7;
/// How long before a medicine the diary must tell, in days.
const BEFORE: i32 = 28;
/// How long after its start it is looked at, in days.
const WITHIN: i32 = 56;
/// Days of the four weeks before it that must be logged, of 28: what nobody
/// logged may have had attacks, and would make the rise look steeper.
const FULL: u32 = 25;
/// Days after it that must be logged.
const LOGGED: u32 = 14;
/// The shortest span that is long-lasting, in days: 12 weeks [CPPS-PUB].
const LASTING: i32 = 84;
/// The calf and the foot: cramp in other places, as Check means it.
const LOWER_LEG: [Region; 4] = [
    Region::CalfLeft,
    Region::CalfRight,
    Region::FootLeft,
    Region::FootRight,
];
/// Taken against pain: they follow the attacks and do not bring them.
const AGAINST_PAIN: [&str; 8] = [
    "paracetamol",
    "acetaminophen",
    "ibuprofen",
    "naproxen",
    "diclofenac",
    "aspirin",
    "metamizol",
    "magnesium",
];

/// Was it felt in more than one part of the body?
fn elsewhere(case: &Case<'_>) -> bool {
    case.parts() >= 2
}

/// P12: heat, sweat or losses of fluid.
pub(super) fn fluid(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let lost = |c: &Case<'_>, what: FluidHeat| c.episode.fluid_heat.contains(&what);
    let wet: Vec<&Case<'_>> = survey
        .cases
        .iter()
        .filter(|c| !c.episode.fluid_heat.is_empty())
        .collect();
    let (x, y) = (count(&wet, |_| true), count(&survey.cases, |_| true));
    let many = parts(wet.iter().flat_map(|c| &c.episode.regions)) >= 2;
    let gut = |c: &&&Case<'_>| lost(c, FluidHeat::GutLosses);
    let mut marks = Vec::new();
    if wet.iter().any(|c| gut(&c)) {
        marks.push("gut");
    }
    if 2 * count(&wet, |c| {
        lost(c, FluidHeat::HotDay) || lost(c, FluidHeat::Sweat)
    }) >= x.max(1)
    {
        marks.push("hot");
    }
    if 2 * count(&wet, |c| c.felt(&LOWER_LEG)) >= x.max(1) {
        marks.push("elsewhere");
    }
    let water_tablets = ["diuretic", "kidney"]
        .iter()
        .any(|option| survey.said("cramp_medicines", option));
    // R26: losses within the last week, and cramp in other places too, in the same
    // attack or in another one of these days.
    let recent = |c: &Case<'_>| survey.today - c.day < RECENT;
    let lost_lately = wet.iter().filter(gut).any(|c| recent(c));
    let in_other_places = survey.said("cramps_elsewhere", "yes")
        || (survey.cases.iter()).any(|c| recent(c) && (elsewhere(c) || c.felt(&LOWER_LEG)));
    let raised = lost_lately && (in_other_places || water_tablets);
    Seen {
        level: level(x, y, content, many),
        x,
        y,
        marks,
        raised,
        ..Seen::default()
    }
}

/// A medicine and the day it first stands in the diary as taken.
fn medicines(survey: &Survey<'_>) -> Vec<(String, DayNumber)> {
    let mut first: Vec<(String, DayNumber)> = Vec::new();
    for case in &survey.cases {
        for medicine in case.episode.medicines.iter().filter(|m| m.taken) {
            let name = medicine.name.trim().to_lowercase();
            if !first.iter().any(|(known, _)| *known == name) {
                first.push((name, case.day));
            }
        }
    }
    first.retain(|(name, _)| !AGAINST_PAIN.iter().any(|known| name.contains(known)));
    first
}

/// P13: more attacks since a medicine was new. Medicines stand with attacks
/// only, so its start is the first attack that tells of it.
pub(super) fn medicine(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let mut best = Seen::default();
    for (name, start) in medicines(survey) {
        let last = (start + WITHIN - 1).min(survey.newest);
        let before = survey.attack_days(start - BEFORE, start - 1);
        // The day it is first told of has an attack by itself, so it says nothing.
        let after = survey.attack_days(start + 1, last);
        let cases = survey.between(start + 1, last);
        let taking = count(cases, |c| {
            let mut all = c.episode.medicines.iter();
            all.any(|m| m.taken && m.name.trim().to_lowercase() == name)
        });
        let n = count(cases, |_| true);
        let enough = before.1 >= FULL && after.1 >= LOGGED && n >= content.least.cramps;
        if !enough || 2 * taking < n {
            continue;
        }
        let rate = |(x, y): (u32, u32)| f64::from(x) / f64::from(y);
        let doubled = content
            .possible
            .is_some_and(|least| rate(after) >= least * rate(before) - 1e-9);
        let many = 2 * count(cases, |c| elsewhere(c)) >= n;
        let lower = 2 * count(cases, |c| c.felt(&LOWER_LEG)) >= n;
        let level = match (doubled, many) {
            (false, _) => Level::Absent,
            (true, false) => Level::Possible,
            (true, true) => Level::Clear,
        };
        if level > best.level {
            best = Seen {
                level,
                x: after.0,
                y: after.1,
                against: Some(before),
                number: name,
                marks: if lower { vec!["elsewhere"] } else { Vec::new() },
                ..Seen::default()
            };
        }
    }
    best
}

/// P15: passing water, or sex.
pub(super) fn voiding(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let sex = |c: &Case<'_>| c.by(Trigger::Sex);
    let bladder = |c: &Case<'_>| {
        let said = &c.episode.bowel_urine;
        let stool = c.by(Trigger::Stool) || c.felt(&[Region::BackPassage]);
        c.by(Trigger::Urine)
            || said.contains(&BowelUrine::Urgent)
            || said.contains(&BowelUrine::WeakStream)
            || (said.contains(&BowelUrine::Painful) && !stool)
    };
    let linked: Vec<&Case<'_>> = survey
        .cases
        .iter()
        .filter(|c| sex(c) || bladder(c))
        .collect();
    let (x, y) = (count(&linked, |_| true), count(&survey.cases, |_| true));
    let span = linked.last().map_or(0, |c| c.day) - linked.first().map_or(0, |c| c.day);
    let lasting = span >= LASTING || survey.said("symptom_weeks", "over_12");
    let marks = if lasting && linked.iter().any(|c| bladder(c)) {
        vec!["bladder"]
    } else {
        Vec::new()
    };
    Seen {
        level: level(x, y, content, lasting),
        x,
        y,
        marks,
        ..Seen::default()
    }
}
