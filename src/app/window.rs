//! The window as a thing of the desktop: its look, its place, how it closes.

use std::time::Duration;

use egui::{Context, ViewportCommand};

use super::App;
use super::open::seen_place;
use crate::clock::Moment;
use crate::notice::Tone;
use crate::state::Closing;
use crate::store::Worker;
use crate::ui::theme::{self, Manner};

/// The look that was last given to egui, so that it is set only on change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    dark: Option<bool>,
    manner: Manner,
    zoom_percent: u16,
    full_screen: bool,
    title: &'static str,
}

impl App {
    /// Gives egui the look of settings and desktop, when it changed.
    pub(super) fn dress(&mut self, ctx: &Context) {
        let state = &self.state;
        let look = Look {
            dark: state.is_dark(),
            manner: Manner {
                night: state.is_night(),
                high: state.is_high_contrast(),
                still: state.reduces_motion(),
            },
            zoom_percent: state.settings.zoom_percent,
            full_screen: state.full_screen,
            title: state.title(),
        };
        if self.look == Some(look) {
            return;
        }
        let before = self.look.replace(look);
        if before.map(|l| l.dark) != Some(look.dark) {
            match look.dark {
                // Left alone at the start, so that a test may choose.
                None if before.is_none() => {}
                None => ctx.set_theme(egui::ThemePreference::System),
                Some(false) => ctx.set_theme(egui::ThemePreference::Light),
                Some(true) => ctx.set_theme(egui::ThemePreference::Dark),
            }
        }
        theme::apply(ctx, look.manner);
        ctx.set_zoom_factor(f32::from(look.zoom_percent) / 100.0);
        if before.map_or(look.full_screen, |l| l.full_screen != look.full_screen) {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(look.full_screen));
        }
        if before.is_none_or(|l| l.title != look.title) {
            ctx.send_viewport_cmd(ViewportCommand::Title(look.title.to_owned()));
        }
    }

    /// Closes the window as soon as all is written.
    pub(super) fn close(&mut self, ctx: &Context, busy: bool, now: &Moment) {
        let asked = ctx.input(|i| i.viewport().close_requested());
        match (self.state.close(asked, busy, now), asked) {
            (Closing::Hold, true) => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            (Closing::Leave, false) => ctx.send_viewport_cmd(ViewportCommand::Close),
            (Closing::No | Closing::Hold | Closing::Leave, _) => {}
        }
        if self.state.desktop.is_closing(now).is_some() {
            // Not every job has a report that would wake the window.
            ctx.request_repaint_after(Duration::from_millis(50));
        }
    }

    /// Notes where the window is; brings it back once if the screen on which it
    /// was closed has become smaller.
    pub(super) fn look_at_place(&mut self, ctx: &Context) {
        let Some((place, screen)) = seen_place(ctx, &self.state) else {
            return;
        };
        if self.opened_at.take().is_some()
            && let Some((x, y)) = place.mended(screen).and_then(|better| better.corner)
        {
            let zoom = ctx.zoom_factor();
            let corner = egui::pos2(x as f32, y as f32) / zoom;
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner));
        }
        self.place = Some(place.on(screen));
    }

    /// Exchanges news with the desktop.
    pub(super) fn follow_desktop(&mut self, ctx: &Context) {
        let jobs = self
            .state
            .focus(ctx.input(|i| i.viewport().focused == Some(true)));
        self.send(jobs);
        for post in self.state.reminders.take_posts() {
            self.desktop.0.post(post);
        }
        if self.state.desktop.take_focus() {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// Says so, once, when the IO thread crashed.
    pub(super) fn look_after_worker(&mut self) {
        if self.worker.as_ref().is_some_and(Worker::is_gone) {
            if let Some(worker) = self.worker.take() {
                worker.abandon();
            }
            self.state.notices.tell(
                "thread",
                Tone::Warning,
                "Nothing can be saved any more: a part of Unclench stopped by mistake. Copy what \
                 you are writing, then close the window and start again.",
                None,
            );
        }
    }
}
