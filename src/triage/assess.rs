//! Assessment: how soon to see someone, which causes fit, and why.

use super::answers::Answers;
use super::condition::Test;
use super::knowledge::{Given, Knowledge};
use super::rank::{Ranking, holds};
use super::urgency::Urgency;

/// What is said under every result (M5).
pub const SAFETY_NET: &str = "If you get numbness between the legs, trouble with urine or bowels, \
                              or weakness in both legs, get emergency help, even if it was fine \
                              today.";

/// The age below which causes are not ranked (M9), in years.
pub const ADULT: u32 = 16;
/// From this share on a cause "fits best".
const FITS_BEST: f32 = 0.40;
/// From this share on a cause is "also possible".
const ALSO_POSSIBLE: f32 = 0.15;
/// The best cause must reach this, in log-odds, to be pointed at.
const CLEAR_SCORE: f32 = 1.0;
/// It must lead by this, in log-odds.
const CLEAR_LEAD: f32 = 0.7;

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// Its id.
    pub rule: String,
    /// What follows from it.
    pub urgency: Urgency,
    /// What it could mean.
    pub reason: String,
    /// The alert that explains it.
    pub alert: Option<String>,
}

/// How well a cause fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Hardly, by these answers.
    Unlikely,
    /// Also possible.
    Possible,
    /// Fits best.
    Best,
}

impl Band {
    /// The band's id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Best => "fits_best",
            Self::Possible => "also_possible",
            Self::Unlikely => "unlikely",
        }
    }

    /// The band in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Best => "Fits best",
            Self::Possible => "Also possible",
            Self::Unlikely => "Fits less",
        }
    }

    fn of(share: f32) -> Self {
        if share >= FITS_BEST {
            Self::Best
        } else if share >= ALSO_POSSIBLE {
            Self::Possible
        } else {
            Self::Unlikely
        }
    }
}

/// An answer that speaks for or against a cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The finding.
    pub finding: String,
    /// What was answered, as a statement.
    pub says: String,
    /// How much it moves the cause, in log-odds.
    pub weight: f32,
}

/// A cause in the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Its id.
    pub id: String,
    /// Log-odds against plain strain in an adult who asks.
    pub log_odds: f32,
    /// Its share among all causes, 0 to 1.
    pub share: f32,
    /// How well it fits.
    pub band: Band,
    /// The strongest answers for it, strongest first: four at most.
    pub supports: Vec<Reason>,
    /// The strongest against it: two at most.
    pub opposes: Vec<Reason>,
}

/// What the result shows as one: a cause with those that only feed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The cause it is named after.
    pub id: String,
    /// Its share with all that is in it, 0 to 1.
    pub share: f32,
    /// How well it fits.
    pub band: Band,
    /// Ids of the causes in it, most likely first.
    pub causes: Vec<String>,
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// How soon: the highest of all rules that fired (M4 is kept by the run).
    pub urgency: Urgency,
    /// The rules that fired, most urgent first.
    pub fired: Vec<Fired>,
    /// Ids of the alerts behind them, most urgent first.
    pub alerts: Vec<String>,
    /// All causes that can be, most likely first. Empty under 16.
    pub causes: Vec<Ranked>,
    /// The same as shown, most likely first.
    pub shown: Vec<Shown>,
    /// The answers do not point clearly to one cause.
    pub undecided: bool,
    /// The person is under 16: no causes are ranked.
    pub child: bool,
}

impl Assessment {
    /// What is shown and fits, most likely first.
    pub fn fitting(&self) -> impl Iterator<Item = &Shown> {
        self.shown.iter().filter(|s| s.band > Band::Unlikely)
    }
}

impl Knowledge {
    /// What the answers come to.
    pub fn assess(&self, answers: &Answers) -> Assessment {
        let given = self.given(answers);
        let ranking = self.rank(&given);
        let child = self.is_child(&given);
        let fired = self.fired(&given, &ranking);
        let mut alerts: Vec<String> = Vec::new();
        for alert in fired.iter().filter_map(|f| f.alert.as_ref()) {
            if !alerts.contains(alert) {
                alerts.push(alert.clone());
            }
        }
        let (causes, shown) = if child {
            (Vec::new(), Vec::new())
        } else {
            (self.ranked(&given, &ranking), self.shown(&ranking))
        };
        Assessment {
            urgency: fired.first().map_or(Urgency::SelfCare, |f| f.urgency),
            undecided: is_undecided(&causes, &shown),
            fired,
            alerts,
            causes,
            shown,
            child,
        }
    }

    /// Is the person younger than the check is made for?
    pub(super) fn is_child(&self, given: &[Given]) -> bool {
        self.findings
            .iter()
            .position(|f| f.id == "age_years")
            .and_then(|at| given.get(at))
            .is_some_and(|age| matches!(age, Given::Number(years, _) if *years < ADULT))
    }

    /// The urgency alone.
    pub(super) fn urgency(&self, given: &[Given], ranking: &Ranking) -> Urgency {
        self.rules
            .iter()
            .filter(|rule| self.fires(&rule.fires, given, ranking))
            .map(|rule| rule.urgency)
            .max()
            .unwrap_or_default()
    }

    fn fires(&self, test: &Test, given: &[Given], ranking: &Ranking) -> bool {
        if *test == Test::Unsure {
            let mut asked = self.findings.iter().zip(given);
            return asked.any(|(finding, given)| finding.unsure && *given == Given::Unsure);
        }
        holds(test, given, Some(ranking))
    }

    fn fired(&self, given: &[Given], ranking: &Ranking) -> Vec<Fired> {
        let mut fired: Vec<Fired> = self
            .rules
            .iter()
            .filter(|rule| self.fires(&rule.fires, given, ranking))
            .map(|rule| Fired {
                rule: rule.id.clone(),
                urgency: rule.urgency,
                reason: rule.reason.clone(),
                alert: rule.alert.clone(),
            })
            .collect();
        fired.sort_by(|a, b| b.urgency.cmp(&a.urgency).then_with(|| a.rule.cmp(&b.rule)));
        // "None of the signs" stands only where there is none.
        if fired.len() > 1 {
            fired.retain(|f| f.urgency > Urgency::SelfCare);
        }
        fired
    }

    fn ranked(&self, given: &[Given], ranking: &Ranking) -> Vec<Ranked> {
        let ranked = ranking.order.iter().filter_map(|at| {
            let share = *ranking.share.get(*at)?;
            let (supports, opposes) = self.reasons(given, *at);
            Some(Ranked {
                id: self.causes.get(*at)?.id.clone(),
                log_odds: *ranking.score.get(*at)?,
                share,
                band: Band::of(share),
                supports,
                opposes,
            })
        });
        ranked.collect()
    }

    /// The strongest answers for and against a cause.
    fn reasons(&self, given: &[Given], cause: usize) -> (Vec<Reason>, Vec<Reason>) {
        let mut all: Vec<Reason> = Vec::new();
        for (at, (finding, answer)) in self.findings.iter().zip(given).enumerate() {
            let bits = answer.bits();
            let weight = self.weight(at, bits, cause);
            if weight == 0.0 {
                continue;
            }
            let says: Vec<&str> = finding
                .options
                .iter()
                .enumerate()
                .filter(|(option, _)| bits & (1 << option) != 0)
                .map(|(_, choice)| choice.says.as_str())
                .collect();
            all.push(Reason {
                finding: finding.id.clone(),
                says: says.join(" "),
                weight,
            });
        }
        all.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        let (supports, opposes): (Vec<Reason>, Vec<Reason>) =
            all.into_iter().partition(|r| r.weight > 0.0);
        let first = |list: Vec<Reason>, count: usize| list.into_iter().take(count).collect();
        (first(supports, 4), first(opposes, 2))
    }

    fn shown(&self, ranking: &Ranking) -> Vec<Shown> {
        let mut shown: Vec<Shown> = Vec::new();
        for at in &ranking.order {
            let Some(cause) = self.causes.get(*at) else {
                continue;
            };
            let Some(head) = self.causes.get(cause.entry) else {
                continue;
            };
            if let Some(one) = shown.iter_mut().find(|s| s.id == head.id) {
                one.causes.push(cause.id.clone());
                continue;
            }
            let share = ranking.entry.get(cause.entry).copied().unwrap_or(0.0);
            shown.push(Shown {
                id: head.id.clone(),
                share,
                band: Band::of(share),
                causes: vec![cause.id.clone()],
            });
        }
        shown.sort_by(|a, b| b.share.total_cmp(&a.share));
        shown
    }
}

/// Do the answers leave it open?
fn is_undecided(causes: &[Ranked], shown: &[Shown]) -> bool {
    let Some(first) = causes.first() else {
        return true;
    };
    let lead = match shown {
        [first, second, ..] if second.share > 0.0 => (first.share / second.share).ln(),
        [_, ..] => f32::INFINITY,
        [] => 0.0,
    };
    first.log_odds < CLEAR_SCORE || lead < CLEAR_LEAD
}
