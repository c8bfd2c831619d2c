//! Which change is played: one at a time, and only while it is seen.

use std::time::Duration;

use egui::{Id, Ui};

use crate::clock::Moment;
use crate::figure::Motion;

/// The change that is played, if one is.
#[derive(Debug, Default)]
pub(super) struct Stage {
    now: Duration,
    still: bool,
    playing: Option<Playing>,
}

#[derive(Debug)]
struct Playing {
    place: Id,
    motion: Motion,
    /// When it was drawn last.
    drawn: Duration,
    /// The pass in which it was drawn last.
    pass: u64,
}

impl Stage {
    pub(super) fn begin(&mut self, now: &Moment, still: bool) {
        self.now = now.ticks;
        self.still = still;
        if still {
            self.playing = None;
        }
    }

    /// Does the person want nothing to move?
    pub(super) fn is_still(&self) -> bool {
        self.still
    }

    /// Plays the change of a place, in place of any other.
    pub(super) fn play(&mut self, ui: &Ui, place: Id) {
        self.playing = Some(Playing {
            place,
            motion: Motion::start(),
            drawn: self.now,
            pass: ui.ctx().cumulative_pass_nr(),
        });
        ui.ctx().request_repaint();
    }

    /// Halts it, or lets it go on.
    pub(super) fn halt(&mut self, ui: &Ui, on: bool) {
        if let Some(playing) = &mut self.playing {
            playing.motion.run(!on);
            playing.drawn = self.now;
        }
        ui.ctx().request_repaint();
    }

    /// Back to the stills.
    pub(super) fn stop(&mut self, ui: &Ui) {
        self.playing = None;
        ui.ctx().request_repaint();
    }

    /// How far the change of this place is, moved on to this frame; `None` where
    /// it is not played.
    pub(super) fn motion(&mut self, ui: &Ui, place: Id) -> Option<Motion> {
        let pass = ui.ctx().cumulative_pass_nr();
        let playing = self.playing.as_mut().filter(|p| p.place == place)?;
        // Another screen was shown since: nobody saw it.
        if pass > playing.pass + 1 {
            playing.motion.run(false);
        }
        let time = self.now.saturating_sub(playing.drawn);
        playing.drawn = self.now;
        playing.pass = pass;
        if playing.motion.pass(time) {
            return Some(playing.motion);
        }
        self.playing = None;
        None
    }

    /// Asks for the next picture where this one is seen; else it halts.
    pub(super) fn seen(&mut self, ui: &Ui, seen: bool) {
        let Some(playing) = &mut self.playing else {
            return;
        };
        if !seen {
            playing.motion.run(false);
        } else if let Some(wait) = playing.motion.wait() {
            ui.ctx().request_repaint_after(wait);
        }
    }
}
