//! Reads all files into one pile, each value with the file it came from.

use super::figure::Figure;
use super::file::File;
use super::manual::ManualPage;
use super::pattern::Pattern;
use super::problem::Problem;
use super::quality::Quality;
use super::sign::NowSign;
use super::types::{Alert, Cause, Conflict, Region, Remedy, Rule, SeedRow, Source};
use crate::pose;
use crate::stretch::{Dose, GateCheck, Routine, StopSign};
use crate::triage::Findings;

/// A value and its file.
pub(super) type From<'a, T> = (File<'a>, T);

/// Everything that could be read.
#[derive(Debug, Default)]
pub(super) struct Pile<'a> {
    pub(super) causes: Vec<From<'a, Cause>>,
    pub(super) alerts: Vec<From<'a, Alert>>,
    pub(super) remedies: Vec<From<'a, Remedy>>,
    pub(super) routines: Vec<From<'a, Routine>>,
    pub(super) doses: Vec<From<'a, Dose>>,
    pub(super) findings: Vec<From<'a, Findings>>,
    pub(super) figures: Vec<From<'a, Figure>>,
    pub(super) poses: Vec<From<'a, pose::Source>>,
    pub(super) manual: Vec<From<'a, ManualPage>>,
    pub(super) quality: Vec<From<'a, Quality>>,
    pub(super) patterns: Vec<From<'a, Pattern>>,
    pub(super) rules: Vec<From<'a, Rule>>,
    pub(super) conflicts: Vec<From<'a, Conflict>>,
    pub(super) seed: Vec<From<'a, SeedRow>>,
    pub(super) sources: Vec<From<'a, Source>>,
    pub(super) regions: Vec<From<'a, Region>>,
    pub(super) gate: Vec<From<'a, GateCheck>>,
    pub(super) stop_signs: Vec<From<'a, StopSign>>,
    pub(super) now_signs: Vec<From<'a, NowSign>>,
}

fn one<'a, T: serde::de::DeserializeOwned>(
    file: File<'a>,
    into: &mut Vec<From<'a, T>>,
) -> Result<(), Problem> {
    into.push((file, file.parse()?));
    Ok(())
}

fn many<'a, T: serde::de::DeserializeOwned>(
    file: File<'a>,
    into: &mut Vec<From<'a, T>>,
) -> Result<(), Problem> {
    let list: Vec<T> = file.parse()?;
    into.extend(list.into_iter().map(|item| (file, item)));
    Ok(())
}

impl<'a> Pile<'a> {
    /// Reads every file; what cannot be read becomes a problem.
    pub(super) fn of(files: &[File<'a>], problems: &mut Vec<Problem>) -> Self {
        let mut pile = Self::default();
        for file in files {
            if let Err(problem) = pile.read(*file) {
                problems.push(problem);
            }
        }
        pile
    }

    fn read(&mut self, file: File<'a>) -> Result<(), Problem> {
        match file.path {
            "findings.ron" => one(file, &mut self.findings),
            "poses.ron" => one(file, &mut self.poses),
            "quality.ron" => one(file, &mut self.quality),
            "patterns.ron" => many(file, &mut self.patterns),
            "rules.ron" => many(file, &mut self.rules),
            "conflicts.ron" => many(file, &mut self.conflicts),
            "seed.ron" => many(file, &mut self.seed),
            "sources.ron" => many(file, &mut self.sources),
            "now.ron" => many(file, &mut self.now_signs),
            "regions.ron" => many(file, &mut self.regions),
            "plans.ron" => many(file, &mut self.doses),
            "routines/gate.ron" => many(file, &mut self.gate),
            "routines/stop.ron" => many(file, &mut self.stop_signs),
            path if path.starts_with("figures/") => one(file, &mut self.figures),
            path if path.starts_with("causes/") => one(file, &mut self.causes),
            path if path.starts_with("alerts/") => one(file, &mut self.alerts),
            path if path.starts_with("remedies/") => one(file, &mut self.remedies),
            path if path.starts_with("manual/") => one(file, &mut self.manual),
            path if path.starts_with("routines/") => one(file, &mut self.routines),
            _ => Err(file.problem("", "nothing reads this file; see content/README.md")),
        }
    }
}
