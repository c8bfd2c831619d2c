//! Which of the signs have been on the screen. "None of these" is an answer to
//! all of them: it is given when all were there to be read.

use std::time::Duration;

use egui::{Align, Rect, Ui};

use crate::diary::entry::EntryId;

/// A press that was meant for the button before is not one for the answer.
const SLIP: Duration = Duration::from_millis(500);
/// So far from the edges the page fades, in points: what stands there is not yet
/// to be read.
const FADE: f32 = 14.0;

/// The signs that were on the screen, of one cramp.
#[derive(Debug, Default)]
pub(super) struct Read {
    of: Option<EntryId>,
    /// Of each sign, whether its top and its bottom were seen.
    seen: Vec<(bool, bool)>,
    /// All of them were, since these ticks of the clock.
    since: Option<Duration>,
    /// The next ones are to come onto the screen.
    goes_on: bool,
}

impl Read {
    /// Begins anew with another cramp, or when the page opens again.
    pub(super) fn begin(&mut self, id: EntryId, is_fresh: bool) {
        if self.of != Some(id) || is_fresh {
            *self = Self {
                of: Some(id),
                ..Self::default()
            };
        }
    }

    /// Whether every sign was on the screen.
    pub(super) const fn is_whole(&self) -> bool {
        self.since.is_some()
    }

    /// Whether a press now is an answer: the button has not turned into it under
    /// the finger.
    pub(super) fn takes(&self, ticks: Duration) -> bool {
        self.since.is_some_and(|since| {
            // There from the start, or for long enough to be seen.
            since.is_zero() || ticks >= since.saturating_add(SLIP)
        })
    }

    /// Wishes the next signs onto the screen.
    pub(super) const fn go_on(&mut self) {
        self.goes_on = true;
    }

    /// Looks at the place of the `nth` sign, and scrolls to the first that was not
    /// seen when that is wished.
    pub(super) fn look(&mut self, ui: &Ui, nth: usize, place: Rect) {
        let window = ui.clip_rect().shrink2(egui::vec2(0.0, FADE));
        let is_in = |y: f32| window.y_range().contains(y);
        if self.seen.len() <= nth {
            self.seen.resize(nth + 1, (false, false));
        }
        let Some(seen) = self.seen.get_mut(nth) else {
            return;
        };
        seen.0 |= is_in(place.top());
        seen.1 |= is_in(place.bottom());
        if *seen != (true, true) && std::mem::take(&mut self.goes_on) {
            let place = place.with_min_y(place.top() - 2.0 * FADE);
            ui.scroll_to_rect(place, Some(Align::Min));
        }
    }

    /// After the last sign: were all of them there by now? `is_first`: this is the
    /// frame the page opened in, where nobody can have pressed anything.
    pub(super) fn end(&mut self, ui: &Ui, ticks: Duration, is_first: bool) {
        self.goes_on = false;
        if self.since.is_none() && self.seen.iter().all(|seen| *seen == (true, true)) {
            self.since = Some(if is_first { Duration::ZERO } else { ticks });
            if is_first {
                ui.ctx().request_discard("the answer can be given at once");
            }
            ui.ctx().request_repaint(); // the bar was drawn before the list
        }
    }
}
