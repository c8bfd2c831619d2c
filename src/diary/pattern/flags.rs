//! A warning sign in an entry (P19): what the entry says is put to the rules of
//! Check, which decide how soon.

use super::found::{Found, Level};
use super::survey::Survey;
use super::{Seen, count};
use crate::content::{Library, Pattern};
use crate::diary::sign;
use crate::triage::{Answers, Fired};

/// How long a sign in an entry counts, in days: longer ago it belongs into a
/// new check.
const WINDOW: i32 = 28;

/// P19: the red flags in the entries of the last weeks.
pub(super) fn flags(survey: &Survey<'_>, content: &Pattern, library: &Library) -> Option<Found> {
    let cases = survey.between(survey.today - WINDOW + 1, survey.today);
    let mut said = Answers::new();
    let mut signs = 0;
    let mut fired: Vec<Fired> = Vec::new();
    // Attacks repeat what they say: each saying is put to the rules once.
    let mut judged: Vec<(Answers, bool)> = Vec::new();
    for case in cases {
        let own = sign::answers(case.episode, None);
        // The rules that would fire for nobody in particular are no signs.
        if own.is_empty() {
            continue;
        }
        let known = judged.iter().find(|(said, _)| *said == own);
        let is_sign = known.map_or_else(|| judge(&own, library, &mut fired), |(_, so)| *so);
        if known.is_none() {
            judged.push((own.clone(), is_sign));
        }
        if !is_sign {
            continue;
        }
        signs += 1;
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
    let mut found = Found::of(content, &seen);
    found.urgency = found.urgency.max(Some(worst));
    found.alert = fired.first().and_then(|f| f.alert.clone());
    found.answers = said;
    found.fired = fired;
    Some(found)
}

/// Whether what an attack says is a sign; adds the red flags that nothing before
/// it raised.
fn judge(said: &Answers, library: &Library, fired: &mut Vec<Fired>) -> bool {
    let flags = library.knowledge().assess(said).fired.into_iter();
    let mut is_sign = false;
    for flag in flags.filter(|f| library.rule(&f.rule).is_some_and(|rule| rule.red_flag)) {
        is_sign = true;
        if fired.iter().all(|known| known.rule != flag.rule) {
            fired.push(flag);
        }
    }
    is_sign
}
