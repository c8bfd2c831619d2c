//! Cross-checks the content: every reference resolves, every claim has a
//! source, every text speaks as the guide speaks. Finds every problem at once.

use std::collections::BTreeSet;

use super::citation;
use super::file::File;
use super::gather::Pile;
use super::problem::Problem;
use super::types::{Claim, LookAlike};
use super::words;
use crate::triage::Urgency;

/// What may be named from elsewhere.
struct Names<'a> {
    causes: BTreeSet<&'a str>,
    alerts: BTreeSet<&'a str>,
    remedies: BTreeSet<&'a str>,
    rules: BTreeSet<&'a str>,
    conflicts: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
}

/// Looks at everything; problems come back sorted, each once.
pub(super) fn all(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let names = Names {
        causes: pile.causes.iter().map(|(_, x)| x.id.as_str()).collect(),
        alerts: pile.alerts.iter().map(|(_, x)| x.id.as_str()).collect(),
        remedies: pile.remedies.iter().map(|(_, x)| x.id.as_str()).collect(),
        rules: pile.rules.iter().map(|(_, x)| x.id.as_str()).collect(),
        conflicts: pile.conflicts.iter().map(|(_, x)| x.id.as_str()).collect(),
        sources: citation::keys(pile),
    };
    let mut check = Check { names, problems };
    check.ids(pile);
    check.causes(pile);
    check.alerts(pile);
    check.remedies(pile);
    check.rules(pile);
    check.figures(pile);
    check.lists(pile);
    problems.sort();
    problems.dedup();
}

struct Check<'a, 'p> {
    names: Names<'a>,
    problems: &'p mut Vec<Problem>,
}

impl Check<'_, '_> {
    fn bad(&mut self, file: File<'_>, at: &str, message: String) {
        self.problems.push(file.problem(at, message));
    }

    fn text(&mut self, file: File<'_>, text: &str) {
        words::check(file, text, self.problems);
    }

    fn sources(&mut self, file: File<'_>, near: &str, keys: &[String]) {
        citation::check(file, near, keys, &self.names.sources, self.problems);
    }

    fn claim(&mut self, file: File<'_>, claim: &Claim) {
        self.text(file, &claim.text);
        self.sources(file, &claim.text, &claim.from);
    }

    fn claims(&mut self, file: File<'_>, section: &str, claims: &[Claim]) {
        if claims.is_empty() {
            self.bad(file, section, format!("the section “{section}” is empty"));
        }
        for claim in claims {
            self.claim(file, claim);
        }
    }

    fn reference(&mut self, file: File<'_>, what: &str, id: &str) {
        let known = match what {
            "cause" => &self.names.causes,
            "alert" => &self.names.alerts,
            "remedy" => &self.names.remedies,
            "rule" => &self.names.rules,
            _ => &self.names.conflicts,
        };
        if !known.contains(id) {
            let at = format!("\"{id}\"");
            self.bad(file, &at, format!("{what} {at} does not exist"));
        }
    }

    /// Ids are unique, well formed, and the names of their files.
    fn ids(&mut self, pile: &Pile<'_>) {
        let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
        let single = pile
            .causes
            .iter()
            .map(|(f, x)| ("cause", *f, x.id.as_str()))
            .chain(
                pile.alerts
                    .iter()
                    .map(|(f, x)| ("alert", *f, x.id.as_str())),
            )
            .chain(
                pile.remedies
                    .iter()
                    .map(|(f, x)| ("remedy", *f, x.id.as_str())),
            )
            .chain(
                pile.figures
                    .iter()
                    .map(|(f, x)| ("figure", *f, x.id.as_str())),
            )
            .chain(
                pile.routines
                    .iter()
                    .map(|(f, x)| ("routine", *f, x.id.as_str())),
            );
        for (kind, file, id) in single {
            if file.stem() != id {
                let message = format!("the id \"{id}\" is not the name of the file");
                self.bad(file, id, message);
            }
            if !seen.insert((kind, id)) {
                self.bad(file, id, format!("{kind} \"{id}\" exists twice"));
            }
        }
        let listed = pile
            .rules
            .iter()
            .map(|(f, x)| ("rule", *f, x.id.as_str()))
            .chain(
                pile.conflicts
                    .iter()
                    .map(|(f, x)| ("conflict", *f, x.id.as_str())),
            )
            .chain(
                pile.sources
                    .iter()
                    .map(|(f, x)| ("source", *f, x.key.as_str())),
            )
            .chain(
                pile.regions
                    .iter()
                    .map(|(f, x)| ("region", *f, x.id.as_str())),
            )
            .chain(pile.doses.iter().map(|(f, x)| ("plan", *f, x.id.as_str())))
            .chain(
                pile.gate
                    .iter()
                    .map(|(f, x)| ("gate check", *f, x.id.as_str())),
            )
            .chain(
                pile.stop_signs
                    .iter()
                    .map(|(f, x)| ("stop sign", *f, x.id.as_str())),
            );
        for (kind, file, id) in listed {
            if !seen.insert((kind, id)) {
                let at = format!("\"{id}\"");
                self.bad(file, &at, format!("{kind} {at} exists twice"));
            }
        }
    }

    fn causes(&mut self, pile: &Pile<'_>) {
        for (file, cause) in &pile.causes {
            let file = *file;
            for text in [&cause.name, &cause.place].into_iter().chain(&cause.also) {
                self.text(file, text);
            }
            self.claim(file, &cause.summary);
            self.claim(file, &cause.lasts);
            for (section, claims) in [
                ("feels", &cause.feels),
                ("why", &cause.why),
                ("sets_off", &cause.sets_off),
                ("unknown", &cause.unknown),
            ] {
                self.claims(file, section, claims);
            }
            if cause.apart.is_empty() || cause.helps.is_empty() || cause.see.is_empty() {
                let message = "apart, helps and see each need an entry".to_owned();
                self.bad(file, "apart", message);
            }
            for apart in &cause.apart {
                self.look_alike(file, apart);
            }
            for help in &cause.helps {
                self.claim(file, &help.claim);
                if let Some(remedy) = &help.remedy {
                    self.reference(file, "remedy", remedy);
                }
            }
            for see in &cause.see {
                self.claim(file, &see.claim());
            }
            if !cause.see.is_sorted_by(|a, b| a.urgency >= b.urgency) {
                self.bad(file, "see:", "most urgent first".to_owned());
            }
            for id in &cause.conflicts {
                self.reference(file, "conflict", id);
            }
        }
    }

    fn look_alike(&mut self, file: File<'_>, apart: &LookAlike) {
        match (&apart.other, &apart.alert) {
            (Some(cause), None) => self.reference(file, "cause", cause),
            (None, Some(alert)) => self.reference(file, "alert", alert),
            _ => self.bad(file, "apart", "name either `other` or `alert`".to_owned()),
        }
        self.claims(file, "tells", &apart.tells);
    }

    fn alerts(&mut self, pile: &Pile<'_>) {
        for (file, alert) in &pile.alerts {
            let file = *file;
            self.text(file, &alert.name);
            self.claim(file, &alert.summary);
            self.claim(file, &alert.act);
            self.claims(file, "signs", &alert.signs);
            self.claims(file, "why", &alert.why);
            for rule in &alert.rules {
                self.reference(file, "rule", rule);
            }
        }
    }

    fn remedies(&mut self, pile: &Pile<'_>) {
        for (file, remedy) in &pile.remedies {
            let file = *file;
            self.text(file, &remedy.name);
            self.claim(file, &remedy.summary);
            self.claims(file, "evidence", &remedy.evidence);
            for claim in remedy.how.iter().chain(&remedy.avoid) {
                self.claim(file, claim);
            }
        }
    }

    fn rules(&mut self, pile: &Pile<'_>) {
        for (file, rule) in &pile.rules {
            let file = *file;
            self.text(file, &rule.sign);
            self.text(file, &rule.reason);
            self.sources(file, &rule.sign, &rule.from);
            if let Some(alert) = &rule.alert {
                self.reference(file, "alert", alert);
            }
            if rule.urgency == Urgency::EmergencyNow && !rule.red_flag {
                let message = "an emergency is always a red flag".to_owned();
                self.bad(file, &rule.sign, message);
            }
        }
    }

    fn figures(&mut self, pile: &Pile<'_>) {
        for (file, figure) in &pile.figures {
            let file = *file;
            self.text(file, &figure.title);
            self.text(file, &figure.alt);
            for structure in &figure.structures {
                let plain = Some(&structure.also).filter(|also| !also.is_empty());
                for text in [&structure.name, &structure.text].into_iter().chain(plain) {
                    self.text(file, text);
                }
                self.sources(file, &structure.text, &structure.from);
                if figure.layers.iter().all(|l| l.id != structure.layer) {
                    let message = format!("\"{}\" lies in no layer", structure.id);
                    self.bad(file, &structure.id, message);
                }
            }
        }
    }

    fn lists(&mut self, pile: &Pile<'_>) {
        for (file, conflict) in &pile.conflicts {
            self.text(*file, &conflict.said);
            self.claim(*file, &conflict.known);
            self.claim(*file, &conflict.so);
        }
        for (file, row) in &pile.seed {
            for path in &row.told {
                if !is_told(pile, path) {
                    let at = format!("\"{path}\"");
                    self.bad(*file, &at, format!("{at} leads nowhere"));
                }
            }
            if row.told.is_empty() {
                self.bad(
                    *file,
                    &row.says,
                    "this statement is told nowhere".to_owned(),
                );
            }
        }
        for (file, region) in &pile.regions {
            self.sources(*file, &region.name, &region.from);
            if !region.emergency_words.contains(&region.emergency) {
                let message = "the words must name the emergency number".to_owned();
                self.bad(*file, &region.emergency_words, message);
            }
        }
    }
}

/// Does a path like `causes/gluteal_strain/why` lead somewhere?
fn is_told(pile: &Pile<'_>, path: &str) -> bool {
    let mut parts = path.split('/');
    let (kind, id, section) = (parts.next(), parts.next(), parts.next());
    let Some(id) = id else { return false };
    let section = section.unwrap_or_default();
    match kind {
        Some("causes") => pile.causes.iter().any(|(_, c)| {
            c.id == id
                && match section {
                    "" | "summary" | "lasts" | "place" => true,
                    "feels" => !c.feels.is_empty(),
                    "why" => !c.why.is_empty(),
                    "sets_off" => !c.sets_off.is_empty(),
                    "apart" => !c.apart.is_empty(),
                    "helps" => !c.helps.is_empty(),
                    "see" => !c.see.is_empty(),
                    "unknown" => !c.unknown.is_empty(),
                    _ => false,
                }
        }),
        Some("remedies") => pile.remedies.iter().any(|(_, r)| {
            r.id == id && matches!(section, "" | "summary" | "how" | "evidence" | "avoid")
        }),
        Some("alerts") => pile.alerts.iter().any(|(_, a)| {
            a.id == id && matches!(section, "" | "summary" | "signs" | "why" | "act")
        }),
        Some("rules") => pile
            .rules
            .iter()
            .any(|(_, r)| r.id == id && section.is_empty()),
        Some("conflicts") => pile
            .conflicts
            .iter()
            .any(|(_, c)| c.id == id && section.is_empty()),
        Some("routines") => pile
            .routines
            .iter()
            .any(|(_, r)| r.id == id && section.is_empty()),
        _ => false,
    }
}
