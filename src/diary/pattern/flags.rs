//! A warning sign in an entry (P19): what the entry says is put to the rules of
//! Check, which decide how soon.

use super::found::{Found, Level};
use super::survey::{Case, Survey};
use super::{Seen, count};
use crate::content::{Library, Pattern};
use crate::diary::entry::{BowelUrine, FluidHeat, LegSymptom, Region, Side};
use crate::triage::{Answer, Answers};

/// How long a sign in an entry counts, in days: longer ago it belongs into a
/// new check.
const WINDOW: i32 = 28;
/// The shortest attack that is there all the time, in seconds.
const ALL_DAY: u32 = 24 * 3600;
/// Places beyond the buttock that can cramp as well.
const OTHER_MUSCLES: [Region; 8] = [
    Region::CalfLeft,
    Region::CalfRight,
    Region::FootLeft,
    Region::FootRight,
    Region::ThighFrontLeft,
    Region::ThighFrontRight,
    Region::ThighBackLeft,
    Region::ThighBackRight,
];

/// What one entry answers to the questions about warning signs.
fn answers(case: &Case<'_>) -> Answers {
    let episode = case.episode;
    let mut said = Answers::new();
    let mut say = |finding: &str, option: &str| {
        said.insert(finding.to_owned(), Answer::option(option));
    };
    if episode.leg_symptoms.contains(&LegSymptom::Weak) {
        let both = episode.side == Side::Both;
        let weak = if both {
            "worsening_or_both"
        } else {
            "new_mild"
        };
        say("rf_leg_weak", weak);
    }
    if episode.bowel_urine.contains(&BowelUrine::Bleeding) {
        say("rf_rectal_bleed", "yes");
    }
    if episode.bowel_urine.contains(&BowelUrine::WeakStream) {
        say("rf_bladder_change", "weak_stream");
        // A weak stream is told apart today when the back or a leg joins in.
        if episode.regions.contains(&Region::LowBack) {
            say("loc_low_back", "yes");
        }
        if episode.leg_symptoms.contains(&LegSymptom::Tingle) {
            say("leg_numb_tingle", "yes");
        }
        if episode.leg_symptoms.contains(&LegSymptom::BelowKnee) {
            say("leg_radiation", "below_knee");
        }
    }
    if episode.fluid_heat.contains(&FluidHeat::GutLosses) {
        say("gut_losses", "yes");
        if case.felt(&OTHER_MUSCLES) {
            say("cramps_elsewhere", "yes");
        }
    }
    let all_day = episode.duration.seconds().is_some_and(|s| s > ALL_DAY);
    if all_day && case.peak() >= 8.0 {
        say("episode_duration", "over_24h");
        let peak = u32::from(episode.pain_peak.get());
        said.insert("pain_worst_nrs".to_owned(), Answer::Number(peak));
    }
    said
}

/// P19: the red flags in the entries of the last weeks.
pub(super) fn flags(survey: &Survey<'_>, content: &Pattern, library: &Library) -> Option<Found> {
    let cases = survey.between(survey.today - WINDOW + 1, survey.today);
    let mut said = Answers::new();
    let mut signs = 0;
    let knowledge = library.knowledge();
    let mut fired = Vec::new();
    for case in cases {
        let own = answers(case);
        let rules = knowledge.assess(&own).fired;
        // The rules that would fire for nobody in particular are no signs.
        let mut flags = rules
            .into_iter()
            .filter(|f| library.rule(&f.rule).is_some_and(|rule| rule.red_flag))
            .peekable();
        if own.is_empty() || flags.peek().is_none() {
            continue;
        }
        signs += 1;
        for flag in flags {
            if !fired
                .iter()
                .any(|known: &crate::triage::Fired| known.rule == flag.rule)
            {
                fired.push(flag);
            }
        }
        // What was worse stays: a later entry does not take it back.
        let worse = said
            .get("rf_leg_weak")
            .is_some_and(|a| a.has("worsening_or_both"));
        for (finding, answer) in own {
            if finding != "rf_leg_weak" || !worse {
                said.insert(finding, answer);
            }
        }
    }
    fired.sort_by_key(|f| std::cmp::Reverse(f.urgency));
    let worst = fired.first()?.urgency;
    let seen = Seen {
        level: Level::Clear,
        x: signs,
        y: count(cases, |_| true),
        ..Seen::default()
    };
    let mut found = Found::of(content, seen);
    found.urgency = found.urgency.max(Some(worst));
    found.alert = fired.first().and_then(|f| f.alert.clone());
    found.answers = said;
    found.fired = fired;
    Some(found)
}
