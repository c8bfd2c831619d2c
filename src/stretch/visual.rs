//! Cues for the eye: which shade lies over the window, and how strong.
//!
//! Slow on purpose. Each cue takes at least half a second to come and half a
//! second to go, and the next one waits for it, so that the window changes
//! less than once a second whatever is pressed (three a second would be the
//! limit for people with photosensitive epilepsy, WCAG 2.3.1).

use std::time::Duration;

use super::options::Side;
use super::plan::Plan;
use super::routine::PhaseKind;
use super::session::Cue;

/// What the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Get into place for the next step.
    Step,
    /// Hold.
    Go,
    /// Half of the hold is over.
    Half,
    /// Let go.
    Release,
    /// This side comes next.
    Switch(Side),
    /// All of it is done.
    Done,
}

impl Shade {
    /// The shade of a cue; none for those that are only heard.
    fn of(cue: Cue, plan: &Plan) -> Option<Self> {
        match cue {
            Cue::Half => Some(Self::Half),
            Cue::Asks => Some(Self::Step),
            Cue::Done => Some(Self::Done),
            Cue::FiveLeft | Cue::Slept => None,
            Cue::PhaseStarted(at) => {
                let phase = plan.phases().get(at)?;
                Some(match (phase.kind, phase.side) {
                    (PhaseKind::Hold, _) => Self::Go,
                    (PhaseKind::Swap, Some(side)) => Self::Switch(side),
                    (PhaseKind::Release, _) => Self::Release,
                    _ => Self::Step,
                })
            }
        }
    }

    /// How long it stands at its full strength.
    fn stands(self) -> Duration {
        Duration::from_millis(match self {
            Self::Step | Self::Half | Self::Release => 200,
            Self::Go => 400,
            Self::Switch(_) | Self::Done => 1_000,
        })
    }

    fn lasts(self) -> Duration {
        RISE + self.stands() + FALL
    }
}

/// How long a shade takes to come.
const RISE: Duration = Duration::from_millis(500);
/// How long it takes to go.
const FALL: Duration = Duration::from_millis(500);

/// A shade at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visual {
    /// Which.
    pub shade: Shade,
    /// How strong, 0 to 1.
    pub level: f32,
}

/// The shades that were told and are not over yet.
#[derive(Clone, Debug, Default)]
pub struct Visuals {
    /// The one that shows, and since when in ticks.
    shown: Option<(Shade, Duration)>,
    /// The one that waits; a newer one takes its place.
    waits: Option<Shade>,
}

impl Visuals {
    /// Takes in what happened in a session at `ticks`.
    pub fn tell(&mut self, cues: &[Cue], plan: &Plan, ticks: Duration) {
        let newest = cues.iter().rev().find_map(|cue| Shade::of(*cue, plan));
        let Some(shade) = newest else { return };
        self.move_up(ticks);
        let is_over = |(shown, since): (Shade, Duration)| ticks >= since + shown.lasts();
        if self.shown.is_none_or(is_over) {
            self.shown = Some((shade, ticks));
        } else {
            self.waits = Some(shade);
        }
    }

    /// Makes the one that waited the one that shows, once its turn came.
    fn move_up(&mut self, ticks: Duration) {
        if let Some((shown, since)) = self.shown
            && ticks >= since + shown.lasts()
            && let Some(next) = self.waits.take()
        {
            self.shown = Some((next, since + shown.lasts()));
        }
    }

    /// What shows at `ticks`.
    pub fn at(&self, ticks: Duration) -> Option<Visual> {
        let (shade, since) = self.shown?;
        let first = level(shade, ticks.checked_sub(since)?);
        let (shade, level) = match (first, self.waits) {
            (Some(level), _) => (shade, level),
            (None, Some(next)) => {
                let began = since + shade.lasts();
                (next, level(next, ticks.checked_sub(began)?)?)
            }
            (None, None) => return None,
        };
        Some(Visual { shade, level })
    }

    /// Forgets all of it.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// How strong a shade of this age is; none when it is over.
fn level(shade: Shade, age: Duration) -> Option<f32> {
    let left = shade.lasts().checked_sub(age)?;
    if left.is_zero() {
        return None;
    }
    let part = age.div_duration_f32(RISE).min(left.div_duration_f32(FALL));
    let part = part.clamp(0.0, 1.0);
    // Eased at both ends.
    Some(part * part * (3.0 - 2.0 * part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stretch::{Options, Routine, Sides};

    fn plan() -> Plan {
        let text = include_str!("../../content/routines/figure_four.ron");
        let routine = Routine::parse(text).unwrap();
        let options = Options {
            sides: Sides::RightFirst,
            ..Options::of(&routine)
        };
        Plan::new(&routine, &options)
    }

    fn ms(number: u64) -> Duration {
        Duration::from_millis(number)
    }

    #[test]
    fn each_kind_of_phase_has_its_shade() {
        let plan = plan();
        let of = |kind| {
            let at = plan.phases().iter().position(|p| p.kind == kind).unwrap();
            Shade::of(Cue::PhaseStarted(at), &plan)
        };
        assert_eq!(of(PhaseKind::Prepare), Some(Shade::Step), "prepare");
        assert_eq!(of(PhaseKind::Hold), Some(Shade::Go), "hold");
        assert_eq!(of(PhaseKind::Release), Some(Shade::Release), "release");
        let swap = Some(Shade::Switch(Side::Left));
        assert_eq!(of(PhaseKind::Swap), swap, "the side that comes");
        assert_eq!(Shade::of(Cue::FiveLeft, &plan), None, "heard only");
    }

    #[test]
    fn it_comes_and_goes_slowly() {
        let mut visuals = Visuals::default();
        visuals.tell(&[Cue::Half], &plan(), ms(1_000));
        let at = |t| visuals.at(ms(t)).map(|v| v.level);
        assert_eq!(at(999), None, "not before");
        assert_eq!(at(1_000), Some(0.0), "from nothing");
        assert!(
            at(1_250).is_some_and(|l| (l - 0.5).abs() < 0.01),
            "half way"
        );
        assert_eq!(at(1_600), Some(1.0), "full");
        assert_eq!(at(2_200), None, "over");
    }

    #[test]
    fn a_newer_one_waits_for_the_one_that_shows() {
        let mut visuals = Visuals::default();
        let plan = plan();
        visuals.tell(&[Cue::Half], &plan, ms(0));
        visuals.tell(&[Cue::PhaseStarted(0)], &plan, ms(100));
        visuals.tell(&[Cue::Done], &plan, ms(200));
        let shade = |t| visuals.at(ms(t)).map(|v| v.shade);
        assert_eq!(shade(1_100), Some(Shade::Half), "the first to its end");
        assert_eq!(shade(1_300), Some(Shade::Done), "then the newest");
        assert_eq!(shade(3_300), None, "over");
    }
}
