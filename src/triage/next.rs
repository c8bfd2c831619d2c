//! What to ask next: red flags first, then what everybody is asked, then the
//! question that is expected to change most.

use super::answers::{Answer, Answers};
use super::condition::Test;
use super::knowledge::{Given, Knowledge};
use super::rank::{Ranking, plain};
use super::urgency::Urgency;

/// The most questions after the cards of red flags; a sheet counts as one.
pub const MOST_QUESTIONS: usize = 18;
/// Below this expected change nothing is worth a question.
const WORTH_ASKING: f32 = 0.02;
/// What one level of urgency is worth beside the causes, in nats.
const LEVEL_WORTH: f32 = 0.5;
/// How much more a question is worth that follows up what was said: it finds
/// out what general questions cannot.
const FOLLOW_UP: f32 = 1.5;
/// The leader is clear from this share on …
const CLEAR_SHARE: f32 = 0.6;
/// … and from this lead on, in log-odds; then only urgency is still worth asking.
const CLEAR_LEAD: f32 = 1.5;
/// An expected change of urgency, in levels, that is worth asking even then.
const WORTH_LEVELS: f32 = 0.15;

/// One screen of the check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A list of findings, by the id of its sheet.
    Sheet(String),
    /// One finding, by its id.
    Finding(String),
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Ask this.
    Ask(Item),
    /// An emergency sign is true: stop asking.
    Emergency,
    /// Under 16: stop asking.
    Child,
    /// Nothing more is worth asking.
    Enough,
}

/// What is known before a question is weighed.
struct Now<'a> {
    given: &'a [Given],
    sums: &'a [f32],
    ranking: &'a Ranking,
    urgency: Urgency,
    entropy: f32,
}

impl Knowledge {
    /// What to ask next, given what was asked and answered so far.
    pub fn next(&self, answers: &Answers) -> Next {
        let given = self.given(answers);
        let ranking = self.rank(&given);
        let urgency = self.urgency(&given, &ranking);
        if urgency == Urgency::EmergencyNow {
            return Next::Emergency;
        }
        for sheet in self.sheets.iter().filter(|s| s.flags) {
            if self.is_open(&Item::Sheet(sheet.id.clone()), &given) {
                return Next::Ask(Item::Sheet(sheet.id.clone()));
            }
        }
        if self.is_child(&given) {
            return Next::Child;
        }
        let items = self.items();
        let core = items.iter().find(|item| {
            self.members(item).any(|at| self.is_core(at)) && self.is_open(item, &given)
        });
        if let Some(item) = core {
            return Next::Ask(item.clone());
        }
        if self.count_asked(&given) >= MOST_QUESTIONS {
            return Next::Enough;
        }
        self.most_telling(&items, &given, &ranking, urgency)
    }

    /// How many questions were asked after the cards of red flags.
    pub fn asked(&self, answers: &Answers) -> usize {
        self.count_asked(&self.given(answers))
    }

    /// The open questions that would change most, most telling first: what is
    /// not answered and not excluded.
    pub fn telling(&self, answers: &Answers, most: usize) -> Vec<Item> {
        // What was skipped counts as open here.
        let mut open = answers.clone();
        open.retain(|_, answer| !matches!(answer, Answer::Skipped | Answer::Unsure));
        let given = self.given(&open);
        let ranking = self.rank(&given);
        let urgency = self.urgency(&given, &ranking);
        let now = Now {
            given: &given,
            sums: &self.sums(&given),
            ranking: &ranking,
            urgency,
            entropy: entropy(&ranking.entry),
        };
        let mut worth: Vec<(f32, Item)> = Vec::new();
        for item in self.items() {
            if !self.is_open(&item, &given) {
                continue;
            }
            let sum: f32 = self
                .members(&item)
                .filter(|at| self.can_ask(*at, &given))
                .map(|at| {
                    let (causes, levels) = self.expect(at, &now);
                    causes + LEVEL_WORTH * levels
                })
                .sum();
            if sum >= WORTH_ASKING {
                worth.push((sum, item));
            }
        }
        worth.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.cmp(y)));
        worth.into_iter().take(most).map(|(_, item)| item).collect()
    }

    fn count_asked(&self, given: &[Given]) -> usize {
        let touched = |item: &Item| {
            self.members(item)
                .any(|at| given.get(at).is_some_and(|g| *g != Given::Nothing))
        };
        self.items().iter().filter(|item| touched(item)).count()
    }

    /// Every screen after the red flags, in the order of the file.
    fn items(&self) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for finding in &self.findings {
            let item = match &finding.sheet {
                Some(sheet) if self.sheet(sheet).is_some_and(|s| s.flags) => continue,
                Some(sheet) => Item::Sheet(sheet.clone()),
                None => Item::Finding(finding.id.clone()),
            };
            if !items.contains(&item) {
                items.push(item);
            }
        }
        items
    }

    fn members<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = usize> + 'a {
        self.findings
            .iter()
            .enumerate()
            .filter(move |(_, f)| match item {
                Item::Sheet(id) => f.sheet.as_ref() == Some(id),
                Item::Finding(id) => f.id == *id,
            })
            .map(|(at, _)| at)
    }

    fn is_core(&self, finding: usize) -> bool {
        self.findings.get(finding).is_some_and(|f| f.core)
    }

    /// Can it be asked, and is something on it not answered yet?
    fn is_open(&self, item: &Item, given: &[Given]) -> bool {
        self.members(item).any(|at| self.can_ask(at, given))
    }

    /// Is the finding not answered yet, and does it make sense to ask?
    fn can_ask(&self, finding: usize, given: &[Given]) -> bool {
        given.get(finding) == Some(&Given::Nothing)
            && self
                .when
                .get(finding)
                .is_some_and(|when| plain(when, given))
    }

    fn most_telling(
        &self,
        items: &[Item],
        given: &[Given],
        ranking: &Ranking,
        urgency: Urgency,
    ) -> Next {
        let clear = is_clear(ranking);
        let now = Now {
            given,
            sums: &self.sums(given),
            ranking,
            urgency,
            entropy: entropy(&ranking.entry),
        };
        let mut best: Option<(f32, &Item)> = None;
        for item in items.iter().filter(|item| self.is_open(item, given)) {
            let mut worth = 0.0;
            for at in self.members(item) {
                if !self.can_ask(at, given) {
                    continue;
                }
                let (causes, levels) = self.expect(at, &now);
                worth += LEVEL_WORTH * levels;
                if clear && levels < WORTH_LEVELS {
                    continue;
                }
                worth += causes;
            }
            if clear && worth < LEVEL_WORTH * WORTH_LEVELS {
                continue;
            }
            if worth >= WORTH_ASKING && best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, item));
            }
        }
        best.map_or(Next::Enough, |(_, item)| Next::Ask(item.clone()))
    }

    /// How much asking a finding is expected to narrow the causes down, in
    /// nats, and to move the urgency, in levels.
    fn expect(&self, finding: usize, now: &Now<'_>) -> (f32, f32) {
        let Some(question) = self.findings.get(finding) else {
            return (0.0, 0.0);
        };
        let mut after: Vec<Given> = now.given.to_vec();
        let chances = self.chances(finding, now.ranking);
        let (mut narrowed, mut levels) = (0.0, 0.0);
        for (option, chance) in chances.iter().enumerate() {
            let Some(slot) = after.get_mut(finding) else {
                continue;
            };
            let bits = 1 << option;
            *slot = match (&question.number, question.options.get(option)) {
                (Some(range), Some(band)) => {
                    Given::Number(band.at_least.unwrap_or(range.min), bits)
                }
                _ => Given::Chosen(bits),
            };
            let ranked = self.rank_sums(&after, &self.sums_with(now.sums, finding, bits));
            narrowed += chance * (now.entropy - entropy(&ranked.entry));
            let moved = self.urgency(&after, &ranked).level() - now.urgency.level();
            // A question that can calm is worth as much as one that can alarm.
            levels += chance * f32::from(moved.abs());
        }
        let follows_up = self.when.get(finding).is_some_and(|w| *w != Test::Always);
        let factor = if follows_up { FOLLOW_UP } else { 1.0 };
        (factor * narrowed.max(0.0), levels)
    }

    /// How likely each option is, by what is known so far. "No" is the
    /// commoner answer to a question with yes and no.
    fn chances(&self, finding: usize, ranking: &Ranking) -> Vec<f32> {
        let options = self.findings.get(finding).map_or(0, |f| f.options.len());
        let base: Vec<f32> = (0..options)
            .map(|at| if options == 2 && at == 0 { 0.5 } else { 1.0 })
            .collect();
        let mut chances = vec![0.0; options];
        for (cause, share) in ranking.share.iter().enumerate() {
            let odds: Vec<f32> = base
                .iter()
                .enumerate()
                .map(|(at, base)| base * self.weight(finding, 1 << at, cause).exp())
                .collect();
            let all: f32 = odds.iter().sum();
            for (chance, odds) in chances.iter_mut().zip(&odds) {
                *chance += share * odds / all;
            }
        }
        chances
    }
}

fn is_clear(ranking: &Ranking) -> bool {
    let mut shares: Vec<f32> = ranking.entry.clone();
    shares.sort_by(|a, b| b.total_cmp(a));
    match shares.as_slice() {
        [first, second, ..] => *first >= CLEAR_SHARE && (first / second).ln() >= CLEAR_LEAD,
        _ => true,
    }
}

/// How open it is which entry it is, in nats.
fn entropy(shares: &[f32]) -> f32 {
    shares
        .iter()
        .filter(|share| **share > 0.0)
        .map(|share| -share * share.ln())
        .sum()
}
