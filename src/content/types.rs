//! The types of the content. They mirror the files: what a writer writes is
//! what the app holds, after the check has resolved every reference.

use serde::Deserialize;

use super::figure::Picture;
use crate::triage::{Condition, Urgency};

/// One idea in one or two short sentences, with the sources that bear it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The sentence.
    pub text: String,
    /// Keys of sources, at least one.
    pub from: Vec<String>,
}

/// What a group of things is called, and in which order groups stand.
macro_rules! group {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $id:literal, $title:literal, $blurb:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name {
            $(
                #[doc = $title]
                #[serde(rename = $id)]
                $variant,
            )+
        }

        impl $name {
            /// All groups, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The heading.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            /// One line below the heading.
            pub const fn blurb(self) -> &'static str {
                match self { $(Self::$variant => $blurb,)+ }
            }
        }
    };
}

group! {
    /// The groups of causes.
    CauseGroup {
        Muscle = "muscle", "Muscle", "Strained, tired or overworked";
        Nerve = "nerve", "Nerve", "Pressed or irritated, from the back or in the buttock";
        Habits = "habits", "Habits and body chemistry", "Sitting, sweating, salts";
        Rectum = "rectum", "Back passage and pelvic floor", "Felt inside, not in the cheek";
        Circulation = "circulation", "Circulation", "Too little blood while walking";
        Referred = "referred", "Felt here, comes from elsewhere", "Joints, womb, prostate and their neighbours";
    }
}

group! {
    /// The groups of red flags: one card each in the check.
    AlertGroup {
        Nerves = "nerves", "Nerves", "Legs, bladder, bowel, feeling between the legs";
        InfectionInjury = "infection_injury", "Infection and injury", "Fever, falls, swelling, skin";
        Circulation = "circulation", "Circulation and chest", "Legs, chest, sudden collapse";
        PregnancyPelvis = "pregnancy_pelvis", "Pregnancy and pelvis", "Pregnancy, testicles, bleeding";
        General = "general", "The whole body", "Weight, night pain, past illness";
    }
}

/// A cause of gluteal cramp that the guide explains and Check may rank.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Its id: the name of its file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names a person may search for.
    pub also: Vec<String>,
    /// Its group.
    pub group: CauseGroup,
    /// Where it is felt, in one line.
    pub place: String,
    /// Where it is felt, as places of the body map without their side.
    pub regions: Vec<String>,
    /// What it looks like inside.
    #[serde(default)]
    pub pictures: Vec<Picture>,
    /// What it is.
    pub summary: Claim,
    /// How long it lasts.
    pub lasts: Claim,
    /// What it feels like.
    pub feels: Vec<Claim>,
    /// Why it happens.
    pub why: Vec<Claim>,
    /// What sets it off.
    pub sets_off: Vec<Claim>,
    /// What it is mistaken for, and how to tell.
    pub apart: Vec<LookAlike>,
    /// What helps.
    pub helps: Vec<Help>,
    /// When to see someone, most urgent first.
    pub see: Vec<See>,
    /// What nobody knows yet.
    pub unknown: Vec<Claim>,
    /// What people often hear about it: ids of conflicts.
    pub conflicts: Vec<String>,
    /// How likely it is before anything is answered: log-odds against plain
    /// strain in an adult who asks (clinical reference D.2).
    pub prior: f32,
    /// It cannot be this cause while this is true.
    #[serde(default)]
    pub hidden: Option<Condition>,
    /// The cause it only feeds: both are shown as one.
    #[serde(default)]
    pub part_of: Option<String>,
    /// What it is called together with the causes that feed it.
    #[serde(default)]
    pub together: Option<String>,
    /// Answers that speak for or against it.
    pub evidence: Vec<Evidence>,
    /// The day the text was last checked against its sources.
    pub reviewed: jiff::civil::Date,
}

impl Cause {
    /// What it is called, alone or together with the causes that feed it.
    pub fn heading(&self, together: bool) -> &str {
        let named = self.together.as_deref().filter(|_| together);
        named.unwrap_or(&self.name)
    }

    /// The picture to show where there is room for one.
    pub fn face(&self) -> Option<&Picture> {
        let marked = self.pictures.iter().find(|picture| picture.face);
        marked.or(self.pictures.first())
    }
}

/// What an answer says about a cause.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The id of a finding.
    pub on: String,
    /// The id of one of its options.
    pub is: String,
    /// The natural logarithm of the likelihood ratio, -2 to 2: above 0 for
    /// the cause, below 0 against it.
    pub weight: f32,
    /// Keys of sources.
    pub from: Vec<String>,
}

/// Something a cause is mistaken for: another cause, or an alert.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookAlike {
    /// The id of a cause.
    #[serde(default)]
    pub other: Option<String>,
    /// The id of an alert.
    #[serde(default)]
    pub alert: Option<String>,
    /// How to tell them apart.
    pub tells: Vec<Claim>,
}

/// Something that helps.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// What it does here.
    pub claim: Claim,
    /// The id of the remedy that says how.
    #[serde(default)]
    pub remedy: Option<String>,
}

/// When to see someone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct See {
    /// How soon.
    pub urgency: Urgency,
    /// When.
    pub text: String,
    /// Keys of sources.
    pub from: Vec<String>,
}

impl See {
    /// The same as a claim.
    pub fn claim(&self) -> Claim {
        Claim {
            text: self.text.clone(),
            from: self.from.clone(),
        }
    }
}

/// A condition that must not be missed. Never ranked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alert {
    /// Its id: the name of its file.
    pub id: String,
    /// Its number in the clinical list, from 1.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: AlertGroup,
    /// How soon to see someone in the usual case; `act` says when sooner.
    pub urgency: Urgency,
    /// What it looks like.
    #[serde(default)]
    pub pictures: Vec<Picture>,
    /// What it is.
    pub summary: Claim,
    /// What a person can notice.
    pub signs: Vec<Claim>,
    /// Why it matters.
    pub why: Vec<Claim>,
    /// What to do.
    pub act: Claim,
    /// The rules that fire for it.
    pub rules: Vec<String>,
    /// The day the text was last checked against its sources.
    pub reviewed: jiff::civil::Date,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleStatus {
    /// The article this guide grew from says so.
    Seed,
    /// Published guidance says so.
    Guidance,
    /// Our proposal; a clinician has to agree.
    Proposal,
}

/// A rule: a sign, and how soon to see someone for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id: R01 to R51.
    pub id: String,
    /// How soon.
    pub urgency: Urgency,
    /// Its card; none for rules about the course over time.
    pub group: AlertGroup,
    /// The sign, in words a person can tick.
    pub sign: String,
    /// What it could mean.
    pub reason: String,
    /// The alert that explains it.
    #[serde(default)]
    pub alert: Option<String>,
    /// Is it shown on "Get help" and in the check?
    pub red_flag: bool,
    /// When it fires in Check.
    pub fires: Condition,
    /// Keys of sources.
    pub from: Vec<String>,
    /// Where it comes from.
    pub status: RuleStatus,
}

/// A way to get relief.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// Its id: the name of its file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it stands in the list.
    pub order: u32,
    /// Is it the stretch the app guides?
    pub figure_four: bool,
    /// What it is.
    pub summary: Claim,
    /// How to do it.
    pub how: Vec<Claim>,
    /// How well it works.
    pub evidence: Vec<Claim>,
    /// Who must not, or must ask first.
    pub avoid: Vec<Claim>,
    /// The day the text was last checked against its sources.
    pub reviewed: jiff::civil::Date,
}

/// Something people often hear that the evidence bends.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Its id.
    pub id: String,
    /// What is said.
    pub said: String,
    /// What is known.
    pub known: Claim,
    /// What to do with it.
    pub so: Claim,
}

/// One statement of the article this guide grew from, and where it is told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedRow {
    /// The statement, in our words.
    pub says: String,
    /// Where it is told: `causes/gluteal_strain/why`, `rules/R07`.
    pub told: Vec<String>,
}

/// How well a source is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Seen while the text was written.
    Found,
    /// Seen on a page that quotes it.
    Secondary,
    /// From memory; to be opened.
    Recalled,
    /// Our own judgement.
    Own,
}

impl SourceKind {
    /// The kind, said openly.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Found => "Seen while this text was written.",
            Self::Secondary => "Seen quoted on another page; the original is still to be opened.",
            Self::Recalled => "From memory; still to be checked against the source.",
            Self::Own => "Our own judgement; not yet reviewed by a clinician.",
        }
    }
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its key.
    pub key: String,
    /// How well it is known.
    pub kind: SourceKind,
    /// What it is.
    pub title: String,
    /// Where it is: an address, or `doi:…`.
    #[serde(default)]
    pub link: Option<String>,
    /// Anything to know about it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Source {
    /// The address to open.
    pub fn url(&self) -> Option<String> {
        let link = self.link.as_ref()?;
        Some(match link.strip_prefix("doi:") {
            Some(doi) => format!("https://doi.org/{doi}"),
            None => link.clone(),
        })
    }
}

/// A country and its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its two-letter code, or `INTL`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The number for emergencies.
    pub emergency: String,
    /// What to do in an emergency, with the number.
    pub emergency_words: String,
    /// The number for urgent advice.
    #[serde(default)]
    pub advice: Option<String>,
    /// What that number is called.
    #[serde(default)]
    pub advice_name: Option<String>,
    /// Keys of sources.
    pub from: Vec<String>,
}
