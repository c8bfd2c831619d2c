//! Where does it hurt: the body from behind with its places, the same places as
//! a list, and the causes that are often felt there.

use std::collections::BTreeSet;

use egui::{FontId, Sense, Ui};

use crate::action::Action;
use crate::diary::entry::{Region, Side};
use crate::print::Page;
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::triage::{LEG, by_touch};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::{Easel, touch};
use crate::ui::widget::{card, chip, link_row, page, primary, quiet, segmented, two_columns};
use crate::ui::{Cx, icon, text};

/// The figure with the places.
pub(super) const FIGURE: &str = "back";
/// Its layer of places.
pub(super) const PLACES: &str = "places";

/// From this width on the list stands beside the picture.
const TWO_COLUMNS: f32 = 560.0;
/// The tallest the picture gets, in points.
const TALLEST: f32 = 440.0;
/// The width of a toggle, in points: wide enough for its tick.
const TOGGLE: f32 = 92.0;
/// With less room than this a place's name stands above its switches.
const NAME: f32 = 80.0;

/// What a person chose.
#[derive(Debug, Default)]
pub(super) struct Touch {
    /// Ids of places, with their side.
    chosen: BTreeSet<String>,
    /// The option of the question about the leg.
    leg: Option<String>,
    /// The place whose row is pointed at; the picture is drawn before it is known.
    pointed: Option<String>,
}

impl Touch {
    /// Draws the page.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel) {
        page(ui, "find", 980.0, |ui| {
            super::way_back(ui, cx);
            text::title(ui, "Where does it hurt?");
            text::muted(
                ui,
                "Press each place on the picture, or choose it in the list.",
            );
            ui.add_space(space::M);
            let mut pointed = None;
            if ui.available_width() >= TWO_COLUMNS {
                two_columns(ui, |ui, column| {
                    if column == 0 {
                        self.picture(ui, cx, easel);
                        ui.add_space(space::L);
                        self.leg(ui, cx);
                    } else {
                        self.list(ui, cx, &mut pointed);
                    }
                });
            } else {
                self.picture(ui, cx, easel);
                ui.add_space(space::L);
                self.list(ui, cx, &mut pointed);
                ui.add_space(space::L);
                self.leg(ui, cx);
            }
            ui.add_space(space::XL);
            self.result(ui, cx);
            if pointed != self.pointed {
                self.pointed = pointed;
                ui.ctx().request_repaint(); // light it, once
            }
        });
    }

    fn toggle(&mut self, id: &str) {
        if !self.chosen.remove(id) {
            self.chosen.insert(id.to_owned());
        }
    }

    /// The picture, and below it what is pointed at.
    fn picture(&mut self, ui: &mut Ui, cx: &Cx<'_>, easel: &mut Easel) {
        let Some(figure) = cx.library().figure(FIGURE) else {
            return;
        };
        card(ui, |ui| {
            let room = egui::vec2(ui.available_width(), TALLEST);
            let touched = touch(
                ui,
                easel,
                figure,
                PLACES,
                &self.chosen,
                self.pointed.as_deref(),
                room,
            );
            if let Some(id) = touched.hovered.as_ref().filter(|_| touched.pressed) {
                self.toggle(id);
            }
            ui.add_space(space::S);
            // Two lines are kept free, so that nothing jumps.
            let at = touched.hovered.or_else(|| self.pointed.clone());
            let shown = at.and_then(|id| figure.structure(&id));
            ui.scope(|ui| {
                ui.set_min_height(74.0);
                if let Some(place) = shown {
                    text::strong(ui, &place.name);
                    text::muted(ui, &place.text);
                } else {
                    text::muted(ui, "Point at a place to read what lies there.");
                }
            });
        });
    }

    /// Every place of the body map, with its sides on one row.
    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>, pointed: &mut Option<String>) {
        let figure = cx.library().figure(FIGURE);
        let in_picture = |r: &Region| figure.is_some_and(|f| f.structure(r.id()).is_some());
        card(ui, |ui| {
            text::subheading(ui, 2, "The places");
            ui.add_space(space::XS);
            self.rows(ui, in_picture, pointed);
            ui.add_space(space::M);
            text::subheading(ui, 2, "Not in the picture");
            ui.add_space(space::XS);
            self.rows(ui, |r| !in_picture(r), pointed);
        });
    }

    /// A row for each place: its name, and what can be switched on and off.
    fn rows(&mut self, ui: &mut Ui, shown: impl Fn(&Region) -> bool, pointed: &mut Option<String>) {
        let mut done = BTreeSet::new();
        for first in Region::ALL.iter().filter(|r| shown(r)) {
            let place = first.place();
            if done.contains(&place) {
                continue;
            }
            let room = ui.available_width();
            let wide = room - 2.0 * TOGGLE - 16.0;
            if wide < NAME {
                row_name(ui, room, &sideless(*first));
            }
            ui.horizontal(|ui| {
                if wide >= NAME {
                    row_name(ui, wide, &sideless(*first));
                }
                for region in Region::ALL.iter().filter(|r| r.place() == place) {
                    self.one(ui, *region, pointed);
                }
            });
            done.insert(place);
        }
    }

    /// One place on one side. The picture's twin: it lights what it names.
    fn one(&mut self, ui: &mut Ui, region: Region, pointed: &mut Option<String>) {
        let on = self.chosen.contains(region.id());
        let (word, name) = match region.side() {
            Some(Side::Left) => ("Left", region.label().to_owned()),
            Some(Side::Right) => ("Right", region.label().to_owned()),
            Some(Side::Both | Side::Middle) | None => {
                ("Middle", format!("{}, middle", region.label()))
            }
        };
        let room = egui::vec2(TOGGLE, size::CONTROL);
        ui.allocate_ui(room, |ui| {
            ui.set_min_width(TOGGLE);
            let response = chip(ui, on, word).accessible_name(name);
            if response.clicked() {
                self.toggle(region.id());
            }
            if response.hovered() || response.has_focus() {
                *pointed = Some(region.id().to_owned());
            }
        });
    }

    /// How far it goes down the leg; pressing an answer again takes it back.
    fn leg(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(finding) = cx.library().knowledge().finding(LEG) else {
            return;
        };
        card(ui, |ui| {
            text::subheading(ui, 2, "Does it go down the leg?");
            ui.add_space(space::XS);
            let options: Vec<(Option<&str>, &str)> = finding
                .options
                .iter()
                .map(|o| (Some(o.id.as_str()), o.text.as_str()))
                .collect();
            let name = "Does it go down the leg?";
            let here = self.leg.clone();
            if let Some(picked) = segmented(ui, name, here.as_deref(), &options) {
                let again = picked == here.as_deref();
                self.leg = picked.filter(|_| !again).map(str::to_owned);
            }
        });
    }

    /// The causes that fit, each with its reasons.
    fn result(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        text::heading(ui, "What is often felt there");
        ui.add_space(space::XS);
        if self.chosen.is_empty() && self.leg.is_none() {
            text::muted(
                ui,
                "Nothing is chosen yet. Choose one place or several, and the causes that are \
                 often felt there stand here.",
            );
            return;
        }
        let library = cx.library();
        let regions = self.chosen.iter().filter_map(|id| Region::from_id(id));
        let places: BTreeSet<String> = regions.map(Region::place).collect();
        let fits = by_touch(library.causes(), &places, self.leg.as_deref());
        let said = match fits.len() {
            0 => "No cause in this guide fits these answers together. \
                  The check asks about much more."
                .to_owned(),
            1 => "1 cause fits.".to_owned(),
            n => format!("{n} causes fit, the closest first."),
        };
        let label = text::muted(ui, said);
        text::announce(ui, &label, false);
        ui.add_space(space::S);
        if !fits.is_empty() {
            card(ui, |ui| {
                for fit in &fits {
                    let Some(cause) = library.cause(&fit.cause) else {
                        continue;
                    };
                    if link_row(ui, &cause.name, &fit.reasons.join(" ")).clicked() {
                        cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
                    }
                }
            });
            ui.add_space(space::M);
        }
        text::muted(
            ui,
            "A place alone does not settle it. The check also asks for signs that need \
             help soon.",
        );
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::CHECK), "Check my symptoms").clicked() {
                cx.ask(Action::Open(Screen::Check));
            }
            let (places, leg) = (&self.chosen, &self.leg);
            crate::ui::print::button_for(ui, cx, || Page::Find(places.clone(), leg.clone()));
            if quiet(ui, Some(icon::CLOSE), "Clear what I chose").clicked() {
                self.chosen.clear();
                self.leg = None;
            }
        });
    }
}

/// The name of a place without its side: "Buttock, upper".
fn sideless(region: Region) -> String {
    let bare = region.label().replace("Left ", "").replace("left ", "");
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The name at the head of a row; the toggles beside it carry it for a screen
/// reader.
fn row_name(ui: &mut Ui, wide: f32, name: &str) {
    let t = ui.tokens();
    let font = FontId::proportional(size::BODY);
    let galley = ui.painter().layout(name.to_owned(), font, t.text, wide);
    let tall = galley.size().y.max(size::CONTROL);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(wide, tall), Sense::hover());
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, t.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_without_its_side() {
        assert_eq!(
            sideless(Region::ButtockLeftDeep),
            "Buttock, deep inside",
            ""
        );
        assert_eq!(sideless(Region::ThighBackLeft), "Back of the thigh", "");
        assert_eq!(sideless(Region::Perineum), "Between the legs", "");
        assert_eq!(sideless(Region::SitBoneLeft), "Sit bone", "");
    }
}
