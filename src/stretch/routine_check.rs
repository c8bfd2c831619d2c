//! What a routine must fulfil to be performed safely: its steps in order, its
//! numbers within their ranges, its cues short enough to be read from the floor.

use super::Level;
use super::routine::{PhaseKind, Range, Ranges, Routine};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The line of the text, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Flaw {
    /// A flaw at the line where `near` first stands.
    pub(super) fn near(text: &str, near: &str, message: impl Into<String>) -> Self {
        let before = text.find(near).and_then(|at| text.get(..at));
        Self {
            line: before.map_or(1, |b| b.matches('\n').count() + 1),
            message: message.into(),
        }
    }
}

/// Every pose there is, by the id of its picture.
pub const POSES: [&str; 21] = [
    "lie_ready",
    "cross",
    "open",
    "draw_in",
    "hold",
    "release",
    "swap",
    "seated_ready",
    "seated_cross",
    "seated_lean",
    "wall_ready",
    "wall_cross",
    "wall_hold",
    "towel_draw",
    "towel_hold",
    "across_hold",
    "side_ready",
    "side_draw",
    "side_hold",
    "rest",
    "walk",
];
/// A cue longer than this is not read from the floor.
pub(super) const CUE_WORDS: usize = 8;
/// Title and reminder, in words.
pub(super) const SHORT_WORDS: usize = 12;
/// A told step, in words.
pub(super) const DETAIL_WORDS: usize = 45;
/// Steps with a length of their own, in seconds.
const STEP_SECS: Range = Range(3, 60);

/// All that is wrong with a routine.
pub(super) fn all(routine: &Routine, text: &str) -> Vec<Flaw> {
    let mut check = Check {
        text,
        flaws: Vec::new(),
    };
    check.head(routine);
    check.numbers(routine);
    check.order(routine);
    check.steps(routine);
    check.flaws
}

struct Check<'a> {
    text: &'a str,
    flaws: Vec<Flaw>,
}

impl Check<'_> {
    /// Notes a flaw at the line where `near` first stands.
    fn bad(&mut self, near: &str, message: impl Into<String>) {
        self.flaws.push(Flaw::near(self.text, near, message));
    }

    fn head(&mut self, routine: &Routine) {
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if routine.id.is_empty() || !routine.id.chars().all(is_id) {
            self.bad("id:", "an id is small letters, digits and _");
        }
        if Level::parse(&routine.level).is_none() {
            let all = Level::ALL.join(", ");
            self.bad("level:", format!("a level is one of {all}"));
        }
        if routine.most_pain.is_some_and(|pain| pain > 10) {
            self.bad("most_pain:", "pain is told from 0 to 10");
        }
        self.picture("picture:", &routine.picture);
        for (field, value) in [
            ("name:", &routine.name),
            ("for_whom:", &routine.for_whom),
            ("position:", &routine.position),
            ("picture:", &routine.picture),
        ] {
            if value.trim().is_empty() {
                self.bad(field, format!("{field} is empty"));
            }
        }
        for (field, claims) in [("safety:", &routine.safety), ("known:", &routine.known)] {
            if claims.is_empty() {
                self.bad(field, format!("{field} is empty"));
            }
            for claim in claims {
                if claim.from.is_empty() {
                    self.bad(&claim.text, "this line has no source");
                }
            }
        }
    }

    fn numbers(&mut self, routine: &Routine) {
        let (d, r, w) = (&routine.defaults, &routine.ranges, Ranges::WIDEST);
        for (name, value, range, widest) in [
            ("hold_secs", d.hold_secs, r.hold_secs, w.hold_secs),
            ("rounds", d.rounds, r.rounds, w.rounds),
            ("rest_secs", d.rest_secs, r.rest_secs, w.rest_secs),
            (
                "prepare_secs",
                d.prepare_secs,
                r.prepare_secs,
                w.prepare_secs,
            ),
            ("switch_secs", d.switch_secs, r.switch_secs, w.switch_secs),
        ] {
            if range.0 > range.1 || !widest.has(range.0) || !widest.has(range.1) {
                let (from, to) = (widest.0, widest.1);
                self.bad("ranges:", format!("{name}: a range within {from} to {to}"));
            }
            if !range.has(value) {
                let (from, to) = (range.0, range.1);
                self.bad(
                    "defaults:",
                    format!("{name} of {value}: {from} to {to} fit"),
                );
            }
        }
    }

    /// Each kind once, in the order of a body that moves.
    fn order(&mut self, routine: &Routine) {
        let kinds: Vec<PhaseKind> = routine.steps.iter().map(|s| s.kind).collect();
        for (before, after) in kinds.iter().zip(kinds.iter().skip(1)) {
            if before >= after {
                let message = format!("{after:?} after {before:?}: out of order, or twice");
                self.bad("steps:", message);
            }
        }
        for needed in [
            PhaseKind::Prepare,
            PhaseKind::Cross,
            PhaseKind::Hold,
            PhaseKind::Release,
            PhaseKind::Swap,
            PhaseKind::Rate,
        ] {
            if !kinds.contains(&needed) {
                self.bad("steps:", format!("no step of kind {needed:?}"));
            }
        }
    }

    fn steps(&mut self, routine: &Routine) {
        for step in &routine.steps {
            let own = matches!(
                step.kind,
                PhaseKind::Cross | PhaseKind::Open | PhaseKind::DrawIn
            );
            match step.secs {
                Some(secs) if own && STEP_SECS.has(secs) => {}
                None if !own => {}
                Some(_) if own => self.bad(&step.title, "secs: 3 to 60 fit"),
                Some(_) => self.bad(&step.title, "an option sets the length of this step"),
                None => self.bad(&step.title, "this step needs secs"),
            }
            self.words(&step.title, SHORT_WORDS, step.kind);
            self.words(&step.cue, CUE_WORDS, step.kind);
            self.words(&step.detail, DETAIL_WORDS, step.kind);
            if let Some(watch) = &step.watch {
                self.words(watch, SHORT_WORDS, step.kind);
            }
            if let Some(between) = &step.between {
                if step.kind != PhaseKind::Release {
                    self.bad(&step.title, "only the release has words between rounds");
                }
                self.words(&between.title, SHORT_WORDS, step.kind);
                self.words(&between.cue, CUE_WORDS, step.kind);
                self.words(&between.detail, DETAIL_WORDS, step.kind);
            }
            if step.picture.is_empty() != (step.kind == PhaseKind::Rate) {
                self.bad(&step.title, "every step but rate has a picture");
            }
            if step.kind == PhaseKind::Walk {
                self.bad(&step.title, "walking is told by a plan, not by a routine");
            }
            self.picture(&step.title, &step.picture);
        }
    }

    /// Is there a picture of this id? None is fine here.
    fn picture(&mut self, near: &str, id: &str) {
        if !id.is_empty() && !POSES.contains(&id) {
            self.bad(near, format!("there is no picture \"{id}\""));
        }
    }

    /// Neither empty nor too long, and no placeholder but those of the sides.
    fn words(&mut self, text: &str, most: usize, kind: PhaseKind) {
        let count = text.split_whitespace().count();
        if count == 0 || count > most {
            self.bad(text, format!("{count} words: 1 to {most} fit"));
        }
        let bare = text.replace("{side}", "").replace("{other}", "");
        if bare.contains(['{', '}']) {
            self.bad(text, "only {side} and {other} are filled in");
        }
        let sided = !matches!(kind, PhaseKind::Prepare | PhaseKind::Rate);
        if !sided && bare != text {
            self.bad(text, "this step belongs to no side");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = include_str!("../../content/routines/figure_four.ron");

    #[test]
    fn every_routine_that_ships_parses_and_checks_clean() {
        for text in [
            GOOD,
            include_str!("../../content/routines/figure_four_foot_down.ron"),
            include_str!("../../content/routines/seated_figure_four.ron"),
            include_str!("../../content/routines/side_knee_to_chest.ron"),
            include_str!("../../content/routines/wall_figure_four.ron"),
            include_str!("../../content/routines/towel_figure_four.ron"),
            include_str!("../../content/routines/figure_four_across.ron"),
        ] {
            let routine = Routine::parse(text).unwrap();
            assert_eq!(routine.check(text), [], "{}", routine.id);
        }
    }

    /// The file with one thing changed, and what is found in it.
    fn broken(from: &str, to: &str) -> Vec<Flaw> {
        assert!(GOOD.contains(from), "the file has {from}");
        let text = GOOD.replacen(from, to, 1);
        Routine::parse(&text).unwrap().check(&text)
    }

    #[test]
    fn each_rule_bites_at_its_line() {
        let long = "Rest the ankle on the thigh and then look at the ceiling for long.";
        for (from, to, says) in [
            ("id: \"figure_four\"", "id: \"Figure four\"", "an id is"),
            ("level: \"2\"", "level: \"4\"", "a level is one of"),
            ("hold_secs: 30", "hold_secs: 300", "300: 5 to 120 fit"),
            (
                "hold_secs: (5, 120)",
                "hold_secs: (5, 900)",
                "a range within 5 to 120",
            ),
            ("kind: open", "kind: draw_in", "out of order, or twice"),
            ("cross, secs: 10,", "cross,", "this step needs secs"),
            ("cross, secs: 10,", "cross, secs: 90,", "3 to 60 fit"),
            ("kind: hold,", "kind: hold, secs: 9,", "an option sets"),
            (
                "cue: \"{side} ankle",
                &format!("cue: \"{long} {{side}} ankle"),
                "8 fit",
            ),
            (
                "title: \"Cross the {side}",
                "title: \"Cross the {which}",
                "only {side}",
            ),
            (
                "title: \"Get ready\"",
                "title: \"Get {side} ready\"",
                "no side",
            ),
            ("picture: \"cross\"", "picture: \"\"", "has a picture"),
            ("picture: \"cross\"", "picture: \"cros\"", "no picture"),
            ("kind: swap", "kind: walk", "told by a plan"),
        ] {
            let flaws = broken(from, to);
            assert!(
                flaws.iter().any(|f| f.message.contains(says)),
                "{from} -> {to}: {flaws:?}"
            );
            let last = GOOD.lines().count();
            assert!(
                flaws.iter().all(|f| f.line > 1 && f.line < last),
                "{flaws:?}"
            );
        }
    }

    #[test]
    fn a_flaw_has_the_line_of_its_words() {
        let flaws = broken(
            "title: \"Draw both legs in\"",
            "title: \"Draw {both} legs in\"",
        );
        let line = GOOD.lines().position(|l| l.contains("Draw both")).unwrap() + 1;
        assert_eq!(
            flaws.iter().map(|f| f.line).collect::<Vec<_>>(),
            [line],
            "{flaws:?}"
        );
    }

    #[test]
    fn an_unknown_field_is_an_error_with_its_line() {
        let text = GOOD.replacen("order: 5", "order: 5,\n    colour: 4", 1);
        let err = Routine::parse(&text).unwrap_err();
        let line = text.lines().position(|l| l.contains("colour")).unwrap() + 1;
        assert_eq!(err.line, line, "{err}");
        assert!(err.to_string().contains("colour"), "{err}");
    }
}
