//! Cross-checks what the stretch says: routines and their ladder, plans, the
//! safety list, the signs to stop.

use std::collections::BTreeSet;

use super::citation;
use super::file::File;
use super::gather::Pile;
use super::problem::Problem;
use super::types::Claim;
use super::words;
use crate::stretch::{Dose, Flaw, GateCheck, Level, Routine, StopSign};
use crate::triage::Finding;

/// Looks at all of it.
pub(super) fn all(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let sources = citation::keys(pile);
    let mut check = Check { sources, problems };
    for (file, routine) in &pile.routines {
        check.routine(*file, routine, pile);
    }
    for (file, dose) in &pile.doses {
        check.dose(*file, dose, pile);
    }
    for (file, line) in &pile.gate {
        check.gate(*file, line);
    }
    for (file, sign) in &pile.stop_signs {
        check.sign(*file, sign, pile);
    }
}

struct Check<'a, 'p> {
    sources: BTreeSet<&'a str>,
    problems: &'p mut Vec<Problem>,
}

impl Check<'_, '_> {
    fn bad(&mut self, file: File<'_>, at: &str, message: impl Into<String>) {
        self.problems.push(file.problem(at, message));
    }

    fn flaws(&mut self, file: File<'_>, flaws: Vec<Flaw>) {
        for flaw in flaws {
            self.problems.push(Problem {
                line: flaw.line,
                ..file.problem("", flaw.message)
            });
        }
    }

    fn texts<'t>(&mut self, file: File<'_>, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            words::check(file, text, self.problems);
        }
    }

    fn from(&mut self, file: File<'_>, near: &str, keys: &[String]) {
        citation::check(file, near, keys, &self.sources, self.problems);
    }

    fn claims(&mut self, file: File<'_>, claims: &[Claim]) {
        for claim in claims {
            self.texts(file, [&claim.text]);
            self.from(file, &claim.text, &claim.from);
        }
    }

    fn routine(&mut self, file: File<'_>, routine: &Routine, pile: &Pile<'_>) {
        self.flaws(file, routine.check(file.text));
        self.texts(file, [&routine.name, &routine.for_whom, &routine.position]);
        for step in &routine.steps {
            self.texts(file, [&step.title, &step.cue, &step.detail]);
            self.texts(file, &step.watch);
            if let Some(b) = &step.between {
                self.texts(file, [&b.title, &b.cue, &b.detail]);
            }
        }
        self.claims(file, &routine.safety);
        self.claims(file, &routine.known);
        self.ladder(file, routine, pile);
        match pile.doses.iter().find(|(_, d)| d.id == routine.plan) {
            None => {
                let message = format!("plan \"{}\" does not exist", routine.plan);
                self.bad(file, "plan:", message);
            }
            Some((_, dose)) if !dose.goes_with(&routine.level) => {
                let message = format!("the plan does not go with level {}", routine.level);
                self.bad(file, "plan:", message);
            }
            Some((_, dose)) if !dose.is_of(routine) => {
                self.bad(
                    file,
                    "defaults:",
                    "hold, rounds and rest are not the plan\u{2019}s",
                );
            }
            Some(_) => {}
        }
    }

    /// Easier is lower, harder is higher, and both exist.
    fn ladder(&mut self, file: File<'_>, routine: &Routine, pile: &Pile<'_>) {
        let own = Level::parse(&routine.level).map(Level::rung);
        for (field, id, lower) in [
            ("easier:", &routine.easier, true),
            ("harder:", &routine.harder, false),
        ] {
            let Some(id) = id else { continue };
            let other = pile.routines.iter().find(|(_, r)| r.id == *id);
            let rung = other.and_then(|(_, r)| Level::parse(&r.level));
            match (own, rung.map(Level::rung)) {
                (Some(own), Some(other)) if (other < own) == lower && other != own => {}
                (Some(_), Some(_)) => {
                    let message = format!("\"{id}\" is on the wrong side of the ladder");
                    self.bad(file, field, message);
                }
                _ => self.bad(file, field, format!("routine \"{id}\" does not exist")),
            }
        }
    }

    fn dose(&mut self, file: File<'_>, dose: &Dose, pile: &Pile<'_>) {
        self.flaws(file, dose.check(file.text));
        self.texts(file, [&dose.name, &dose.for_whom, &dose.how_often]);
        if let Some(hold) = &dose.hold {
            self.texts(file, [&hold.title, &hold.cue, &hold.detail]);
        }
        if let Some(then) = &dose.then {
            self.texts(file, [&then.title, &then.cue, &then.detail]);
        }
        self.from(file, &dose.name, &dose.from);
        for level in &dose.levels {
            if pile.routines.iter().all(|(_, r)| r.level != *level) {
                self.bad(file, &dose.name, format!("no routine has level {level}"));
            }
        }
    }

    fn gate(&mut self, file: File<'_>, line: &GateCheck) {
        self.texts(file, [&line.question, &line.so, &line.why]);
        self.texts(file, line.later.iter().map(|l| &l.so));
        self.from(file, &line.question, &line.from);
        let later = line.later.iter().flat_map(|l| &l.levels);
        for level in line.levels.iter().chain(later) {
            if Level::parse(level).is_none() {
                self.bad(file, &line.question, format!("there is no level {level}"));
            }
        }
    }

    fn sign(&mut self, file: File<'_>, sign: &StopSign, pile: &Pile<'_>) {
        self.texts(file, [&sign.name]);
        self.claims(file, std::slice::from_ref(&sign.meaning));
        for (finding, option) in &sign.answers {
            let all = pile.findings.iter().flat_map(|(_, f)| &f.findings);
            let mut known = all.filter(|f| f.id == *finding);
            let has =
                |f: &Finding| f.option(option).is_some() || (f.yes.is_some() && option == "yes");
            if !known.any(has) {
                let message = format!("{finding} has no answer \"{option}\"");
                self.bad(file, &sign.name, message);
            }
        }
    }
}
