//! Which pages can be printed, and their names on the command line.

use std::collections::BTreeSet;

use super::report::{self, Brief};
use super::sheet::Sheet;
use super::{Paper, guide};
use crate::content::Library;
use crate::stretch::{OWN, Options};
use crate::triage::{Answers, Assessment, Item};

/// A check that has been done.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What was answered.
    pub answers: Answers,
    /// What it comes to.
    pub assessment: Assessment,
    /// The questions left open that would change it most.
    pub open: Vec<Item>,
    /// The region whose numbers are told.
    pub region: String,
    /// The day of the check.
    pub day: jiff::civil::Date,
}

/// A stretch as it was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The id of the routine.
    pub routine: String,
    /// The id of the plan; [`OWN`] for lengths of the person's own.
    pub plan: String,
    /// Lengths and sides.
    pub options: Options,
}

impl Stretch {
    /// A routine as a plan proposes it, or its own plan; the right side first.
    fn usual(library: &Library, routine: &str, plan: Option<&str>) -> Option<Self> {
        let routine = library.routine(routine)?;
        let dose = library.dose(plan.unwrap_or(&routine.plan))?;
        let options = Options::of(routine).dosed(dose);
        dose.goes_with(&routine.level).then(|| Self {
            routine: routine.id.clone(),
            plan: dose.id.clone(),
            options,
        })
    }
}

/// A page that can be printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// One cause, by id.
    Cause(String),
    /// One must-not-miss condition, by id.
    Alert(String),
    /// One way to get relief, by id.
    Remedy(String),
    /// What people often hear, beside what is known.
    Conflicts,
    /// The anatomy, at the figure with this id.
    Figure(String),
    /// Two causes side by side, by id.
    Compare(String, String),
    /// Where it hurts: places of the body map with their side, and the answer
    /// about the leg.
    Find(BTreeSet<String>, Option<String>),
    /// Every sign that needs help, with the numbers of this region.
    Help(String),
    /// The result of a check.
    Check(Box<Outcome>),
    /// A stretch in pictures, on one page.
    Stretch(Box<Stretch>),
    /// The doctor's page.
    Report(Box<Brief>),
    /// A diary to fill in by hand.
    BlankDiary,
}

/// Why there is no such page: a sentence without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError(pub String);

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PageError {}

impl Page {
    /// The page of a name such as `cause/piriformis_dgs`. `help` is told with
    /// the numbers of `region`, a stretch with both sides, the right one first.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn named(name: &str, library: &Library, region: &str) -> Result<Self, PageError> {
        let mut parts = name.split('/');
        let page = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("cause"), Some(id), None, None) => Self::Cause(id.to_owned()),
            (Some("alert"), Some(id), None, None) => Self::Alert(id.to_owned()),
            (Some("remedy"), Some(id), None, None) => Self::Remedy(id.to_owned()),
            (Some("figure"), Some(id), None, None) => Self::Figure(id.to_owned()),
            (Some("compare"), Some(a), Some(b), None) => Self::Compare(a.to_owned(), b.to_owned()),
            (Some("conflicts"), None, None, None) => Self::Conflicts,
            (Some("blank-diary"), None, None, None) => Self::BlankDiary,
            (Some("help"), None, None, None) => Self::Help(region.to_owned()),
            (Some("stretch"), Some(id), plan, None) => match Stretch::usual(library, id, plan) {
                Some(stretch) => Self::Stretch(Box::new(stretch)),
                None => {
                    return Err(PageError(format!(
                        "{name:?} is no stretch; a stretch is the name of a file in \
                         `content/routines/`, with a plan of `content/plans.ron` that goes with it"
                    )));
                }
            },
            _ => {
                return Err(PageError(format!(
                    "{name:?} names no page; pages are cause/ID, alert/ID, remedy/ID, figure/ID, \
                     compare/ID/ID, stretch/ROUTINE, conflicts, help and blank-diary"
                )));
            }
        };
        match page.sheet(library) {
            Some(_) => Ok(page),
            None => Err(PageError(format!(
                "{name:?} is not in the guide; the names in `content/` are the ids"
            ))),
        }
    }

    /// What the page says; none where its id is not in the content.
    pub fn sheet(&self, library: &Library) -> Option<Sheet> {
        match self {
            Self::Cause(id) => library.cause(id).map(|c| guide::cause(library, c)),
            Self::Alert(id) => library.alert(id).map(|a| guide::alert(library, a)),
            Self::Remedy(id) => library.remedy(id).map(|r| guide::remedy(library, r)),
            Self::Conflicts => Some(guide::conflicts(library)),
            Self::Figure(id) => library.figure(id).map(|f| guide::anatomy(library, f)),
            Self::Compare(a, b) => {
                let (first, second) = library.cause(a).zip(library.cause(b))?;
                (a != b).then(|| guide::compare(library, first, second))
            }
            Self::Find(places, leg) => Some(guide::find(library, places, leg.as_deref())),
            Self::Help(region) => Some(guide::help(library, library.region(region))),
            Self::Check(outcome) => Some(guide::check(library, outcome)),
            Self::Stretch(chosen) => {
                let routine = library.routine(&chosen.routine)?;
                let dose = match chosen.plan.as_str() {
                    OWN => None,
                    plan => Some(library.dose(plan)?),
                };
                Some(guide::stretch(library, routine, &chosen.options, dose))
            }
            Self::Report(brief) => brief.sheet().ok(),
            Self::BlankDiary => Some(report::blank(library)),
        }
    }

    /// Its title; none where it is not in the content.
    pub fn title(&self, library: &Library) -> Option<String> {
        if let Self::Report(brief) = self {
            return Some(brief.title());
        }
        self.sheet(library).map(|sheet| sheet.title)
    }

    /// What the IO thread makes the page from. A long diary takes its time, so
    /// its page is made there.
    pub fn paper(&self, library: &Library) -> Option<Paper> {
        if let Self::Report(brief) = self {
            return Some(Paper::Report(brief.clone()));
        }
        Some(Paper::Sheet(Box::new(self.sheet(library)?)))
    }

    /// The name proposed for its file, without ending. A discreet one tells
    /// nothing.
    pub fn file_name(&self, library: &Library, discreet: bool) -> String {
        if let Self::Report(brief) = self {
            let name = if discreet || brief.ask.discreet {
                "report"
            } else {
                "unclench-report"
            };
            return format!("{name}-{}", brief.today);
        }
        if discreet {
            return "Notes".to_owned();
        }
        let title = self.title(library);
        let title = title.unwrap_or_else(|| "Page".to_owned());
        let fit = |c: char| {
            if c.is_alphanumeric() || "-,()".contains(c) {
                c
            } else {
                ' '
            }
        };
        let bare: String = title.chars().map(fit).collect();
        bare.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
