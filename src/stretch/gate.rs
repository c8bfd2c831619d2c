//! The safety list before a session, what is left when some of it is true, and
//! the signs to stop at once. Plain data and pure logic; `content` parses and
//! cross-checks it.

use serde::Deserialize;

use crate::content::Claim;
use crate::triage::Urgency;

/// Under which heading a line of the safety list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateGroup {
    /// Do not stretch.
    Stop,
    /// Another place than the back: chair, side, wall.
    Chair,
    /// Stay gentle.
    Gentle,
}

impl GateGroup {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Stop, Self::Chair, Self::Gentle];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Stop => "Reasons not to stretch now",
            Self::Chair => "Reasons to choose another place",
            Self::Gentle => "Reasons to stay gentle",
        }
    }
}

/// Where the way out leads when a line blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateDoor {
    /// To Check.
    Check,
    /// To "Get help".
    Help,
}

/// What a line becomes after some days.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Later {
    /// After so many days.
    pub days: i32,
    /// The levels that are left then.
    pub levels: Vec<String>,
    /// With more pain than this before the stretch, 0 to 10, it still blocks.
    #[serde(default)]
    pub most_pain: Option<u8>,
    /// What to do then.
    pub so: String,
}

/// One line of the safety list (clinical list E.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateCheck {
    /// Its id, which the settings keep.
    pub id: String,
    /// Its heading.
    pub group: GateGroup,
    /// The levels that are left when it is true; empty: no stretch.
    pub levels: Vec<String>,
    /// What it becomes after some days.
    #[serde(default)]
    pub later: Option<Later>,
    /// Where the way out leads.
    #[serde(default)]
    pub opens: Option<GateDoor>,
    /// What may be true.
    pub question: String,
    /// What to do then.
    pub so: String,
    /// Why.
    pub why: String,
    /// Source keys.
    pub from: Vec<String>,
}

/// A sign to stop at once (clinical list E.7).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopSign {
    /// Its id: a word of the diary's feelings, where there is one.
    pub id: String,
    /// What is felt.
    pub name: String,
    /// Is it the red light of E.7: rest for 48 hours?
    #[serde(default)]
    pub red: bool,
    /// How soon to see someone, where stopping is not enough.
    #[serde(default)]
    pub urgency: Option<Urgency>,
    /// What it says to Check: findings and their options.
    #[serde(default)]
    pub answers: Vec<(String, String)>,
    /// What it may mean and what to do.
    pub meaning: Claim,
}

/// What is true for a person, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GateAnswers {
    /// Ids of the lines that are true.
    pub yes: Vec<String>,
    /// Whole days since they were given.
    pub days: i32,
}

/// A reason that narrows what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateReason<'a> {
    /// The line it comes from.
    pub check: &'a GateCheck,
    /// What to do, by now.
    pub so: &'a str,
}

/// What the safety list leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Every level.
    Open,
    /// Only some levels.
    Levels(Vec<String>, Vec<GateReason<'a>>),
    /// None: these lines block, or together leave nothing.
    Blocked(Vec<GateReason<'a>>),
}

impl Verdict<'_> {
    /// Is a routine of this level left?
    pub fn allows(&self, level: &str) -> bool {
        match self {
            Self::Open => true,
            Self::Levels(levels, _) => levels.iter().any(|own| own == level),
            Self::Blocked(_) => false,
        }
    }

    /// Why not everything is left.
    pub fn reasons(&self) -> &[GateReason<'_>] {
        match self {
            Self::Open => &[],
            Self::Levels(_, reasons) | Self::Blocked(reasons) => reasons,
        }
    }
}

/// What is left when `answers` are true and it hurts this much before the
/// stretch. A pain that is not known does not ease a line that asks for it.
pub fn verdict<'a>(
    checks: &'a [GateCheck],
    answers: &GateAnswers,
    pain: Option<u8>,
) -> Verdict<'a> {
    let mut left: Option<Vec<String>> = None;
    let mut reasons = Vec::new();
    let mut blocking = Vec::new();
    for check in checks.iter().filter(|c| answers.yes.contains(&c.id)) {
        let later = check.later.as_ref().filter(|l| answers.days >= l.days);
        let (levels, so) = match later {
            Some(later)
                if later
                    .most_pain
                    .is_none_or(|most| pain.is_some_and(|p| p <= most)) =>
            {
                (&later.levels, later.so.as_str())
            }
            Some(later) => (&check.levels, later.so.as_str()),
            None => (&check.levels, check.so.as_str()),
        };
        let reason = GateReason { check, so };
        reasons.push(reason);
        if levels.is_empty() {
            blocking.push(reason);
        }
        left = Some(match left {
            None => levels.clone(),
            Some(left) => left.into_iter().filter(|l| levels.contains(l)).collect(),
        });
    }
    match left {
        None => Verdict::Open,
        Some(left) if left.is_empty() => {
            // What blocks by itself is the reason; else all of them together.
            Verdict::Blocked(if blocking.is_empty() {
                reasons
            } else {
                blocking
            })
        }
        Some(left) => Verdict::Levels(left, reasons),
    }
}
