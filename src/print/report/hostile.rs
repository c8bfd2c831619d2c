//! Diaries as nobody keeps them, for the tests of the one page.

use jiff::ToSpan as _;

use super::tests::{TODAY, episode, id, when};
use crate::content::Library;
use crate::diary::entry::{Entry, Lasted, Medicine, Region, Relief, Side, Trigger};

/// A diary as nobody keeps it.
pub(super) fn hostile(seed: u64, days: i32, a_day: usize, word: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut dice = seed;
    let mut roll = |most: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (dice >> 33) % most
    };
    for day in 0..days {
        let date = TODAY.saturating_sub(day.days());
        for _ in 0..a_day {
            let at = format!("{date}T{:02}:{:02}", roll(24), roll(60));
            let lasted = match roll(5) {
                0 => Lasted::StillGoing,
                n => Lasted::Seconds(
                    u32::try_from(roll(10_u64.pow(u32::try_from(n).unwrap()))).unwrap(),
                ),
            };
            let peak = u8::try_from(roll(11)).unwrap();
            let mut one = episode(entries.len(), &at, lasted, peak, Side::Both);
            let pick = |most: usize, n: u64| usize::try_from(n).unwrap() % most;
            one.regions = (0..roll(26))
                .map(|_| Region::ALL[pick(Region::ALL.len(), roll(26))])
                .collect();
            one.triggers = (0..roll(9))
                .map(|_| Trigger::ALL[pick(Trigger::ALL.len(), roll(15))])
                .collect();
            one.relief = (0..roll(5))
                .map(|_| Relief::ALL[pick(Relief::ALL.len(), roll(9))])
                .collect();
            one.note = word.repeat(5);
            one.medicines = (0..roll(4))
                .map(|n| Medicine {
                    name: format!("{word}{n}"),
                    taken: true,
                })
                .collect();
            one.walk_distance_m = Some(u32::try_from(roll(100_000)).unwrap());
            one.period_day = Some(roll(5) == 0);
            one.woke_me = Some(roll(2) == 0);
            one.leg_symptoms = crate::diary::entry::LegSymptom::ALL.to_vec();
            one.quality = crate::diary::entry::Quality::ALL.to_vec();
            one.bowel_urine = crate::diary::entry::BowelUrine::ALL.to_vec();
            entries.push(one.into());
        }
    }
    entries
}

/// A check that answers every red-flag question with its last option.
pub(super) fn all_flags(library: &Library) -> Entry {
    use crate::triage::{Answer, Urgency};
    let answers = library
        .knowledge()
        .findings()
        .iter()
        .filter_map(|f| Some((f.id.clone(), Answer::option(&f.options.last()?.id))))
        .collect();
    let at = when("2026-11-20T10:00");
    let check = crate::diary::entry::Check {
        schema: crate::diary::entry::Schema,
        id: id(999_999),
        logged_at: at,
        edited_at: None,
        urgency: Urgency::EmergencyNow,
        content: String::new(),
        answers,
        fitted: Vec::new(),
        undecided: false,
        note: String::new(),
    };
    Entry::Check(Box::new(check))
}
