//! Two stills of one figure, before and after, and the calm change between them.
//! It plays when it is asked to, one at a time, and only while it is seen.

use egui::{Id, Rect, Sense, Ui};

use super::easel::Easel;
use super::sheet;
use super::still::{caption_row, one, tall};
use crate::content::{Figure, FigureState, Library, Picture};
use crate::figure::{Motion, View};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{icon_button, quiet, sunken};
use crate::ui::{icon, text};

/// Two pictures that show the two states of one figure.
pub(super) struct Pair<'a> {
    figure: &'a Figure,
    pictures: [&'a Picture; 2],
    states: [&'a FigureState; 2],
}

impl<'a> Pair<'a> {
    /// The pair these two make, if they show one figure in two states.
    pub(super) fn of(library: &'a Library, a: &'a Picture, b: &'a Picture) -> Option<Self> {
        let figure = library.figure(&a.figure).filter(|f| f.id == b.figure)?;
        let state = |picture: &Picture| {
            let id = picture.state.as_ref()?;
            figure.states.iter().find(|s| s.id == *id)
        };
        let states = [state(a)?, state(b)?];
        let [first, second] = states;
        (first.id != second.id).then_some(Self {
            figure,
            pictures: [a, b],
            states,
        })
    }

    /// Draws both, side by side or below each other, with what plays the change.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        easel: &mut Easel,
        place: Id,
        beside: bool,
        caption: &mut dyn FnMut(&mut Ui, &Picture),
    ) {
        let [a, b] = self.pictures;
        let width = ui.available_width();
        let column = if beside {
            (width - space::L) / 2.0
        } else {
            width
        };
        let now = easel.stage().motion(ui, place);
        if let Some(motion) = now {
            let seen = self.moving(ui, easel, place, motion, tall(self.figure, column));
            easel.stage().seen(ui, seen);
        } else if beside {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                for (at, picture) in self.pictures.into_iter().enumerate() {
                    ui.allocate_ui(egui::vec2(column, 0.0), |ui| {
                        ui.set_width(column);
                        one(ui, easel, place.with(at), self.figure, picture, None);
                    });
                }
            });
        } else {
            one(ui, easel, place.with(0), self.figure, a, None);
        }
        self.controls(ui, easel, place, now);
        if beside {
            caption_row(ui, column, &self.pictures, caption);
            return;
        }
        caption(ui, a);
        if now.is_none() {
            ui.add_space(space::M);
            one(ui, easel, place.with(1), self.figure, b, None);
            ui.add_space(space::XS);
        }
        caption(ui, b);
    }

    /// The figure on its way from one state to the other. Returns whether it is seen.
    fn moving(
        &self,
        ui: &mut Ui,
        easel: &mut Easel,
        place: Id,
        motion: Motion,
        height: f32,
    ) -> bool {
        let inner = sunken(ui, |ui| {
            let room = egui::vec2(ui.available_width(), height);
            let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
            let [from, to] = self.states.map(|s| s.name.to_lowercase());
            response.widget_info(|| {
                let name = format!("{}: from {from} to {to}", self.figure.title);
                egui::WidgetInfo::labeled(egui::Role::Image, true, name)
            });
            if !ui.is_rect_visible(rect) {
                return false;
            }
            let drawn = sheet::fitted(self.figure, room);
            let inner = Rect::from_center_size(rect.center(), drawn);
            let (first, second) = motion.strengths();
            let both = self.pictures.into_iter().zip([first, second]);
            for (at, (picture, strength)) in both.enumerate() {
                if strength > 0.0 {
                    let view = View::of(self.figure, picture);
                    let place = place.with(at);
                    sheet::faint(ui, easel, place, self.figure, &view, inner, strength);
                }
            }
            true
        });
        inner.inner
    }

    /// Plays, halts, and brings both pictures back.
    fn controls(&self, ui: &mut Ui, easel: &mut Easel, place: Id, now: Option<Motion>) {
        if easel.stage().is_still() {
            ui.add_space(space::XS);
            return; // two stills are all a person wants
        }
        let what = self.figure.title.to_lowercase();
        ui.horizontal(|ui| {
            let Some(motion) = now else {
                let play = quiet(ui, Some(icon::PLAY), "Play the change");
                let play = play.accessible_name(format!("Play the change: {what}"));
                if play.clicked() {
                    easel.stage().play(ui, place);
                }
                return;
            };
            let (icon, word) = if motion.is_running() {
                (icon::PAUSE, "Pause")
            } else {
                (icon::PLAY, "Play")
            };
            let halt = quiet(ui, Some(icon), word).accessible_name(format!("{word}: {what}"));
            if halt.clicked() {
                easel.stage().halt(ui, motion.is_running());
            }
            self.whereabouts(ui, motion);
            if icon_button(ui, icon::CLOSE, "Show both pictures").clicked() {
                easel.stage().stop(ui);
            }
        });
    }

    /// Which state is seen, in a word, and how far it is between the two.
    fn whereabouts(&self, ui: &mut Ui, motion: Motion) {
        let t = ui.tokens();
        let share = motion.share();
        let (rect, _) = ui.allocate_exact_size(egui::vec2(44.0, 24.0), Sense::hover());
        let track = rect.shrink2(egui::vec2(6.0, 0.0));
        let line = egui::Stroke::new(2.0, t.outline);
        let painter = ui.painter();
        painter.hline(track.x_range(), track.center().y, line);
        for x in [track.left(), track.right()] {
            painter.circle_filled(egui::pos2(x, track.center().y), 3.0, t.outline);
        }
        let at = egui::lerp(track.x_range(), share);
        painter.circle_filled(egui::pos2(at, track.center().y), 6.0, t.accent);
        let [first, second] = self.states;
        let state = if share < 0.5 { first } else { second };
        let said = text::muted(ui, &state.name);
        if !motion.is_running() {
            // Said only when the person has halted it.
            text::announce(ui, &said, false);
        }
    }
}
