//! The anatomy: three large plates to explore, each with its twin in words.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};

use crate::action::Action;
use crate::content::{Figure, Side, Structure};
use crate::figure::{Drawing, Lit};
use crate::state::{GuidePage, PLATES};
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::{
    Easel, PlateView, plate, row, strip, strip_height, tools, tools_height,
};
use crate::ui::widget::{card, link_row, page, segmented, stage};
use crate::ui::{Cx, scroll, text};

/// The plate that is shown first.
pub(super) const FIRST: &str = PLATES[0].0;

/// From this width on the list stands beside the plate.
const TWO_COLUMNS: f32 = 620.0;

/// Can the figure with this id be explored here?
pub(super) fn is_plate(figure: &str) -> bool {
    PLATES.iter().any(|(id, _)| *id == figure)
}

/// How a person looks at each plate.
#[derive(Debug, Default)]
pub(super) struct Anatomy {
    views: BTreeMap<String, PlateView>,
    /// The row that is pointed at; the plate is drawn before it is known.
    pointed: Option<Lit>,
}

impl Anatomy {
    /// Draws the page at the plate with this id.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, id: &str) {
        let library = cx.library();
        let Some(figure) = library.figure(id).filter(|_| is_plate(id)) else {
            super::article::missing(ui, cx);
            return;
        };
        let view = self.views.entry(id.to_owned()).or_default();
        view.pointed.clone_from(&self.pointed);
        let mut pointed = None;
        if room(ui) >= TWO_COLUMNS {
            stage(ui, size::COLUMN, |ui| {
                head(ui, cx, id);
                beside(ui, cx, easel, figure, view, &mut pointed);
            });
        } else {
            page(ui, &format!("anatomy {id}"), size::COLUMN, |ui| {
                head(ui, cx, id);
                below(ui, cx, easel, figure, view, &mut pointed);
            });
        }
        if pointed != self.pointed {
            self.pointed = pointed;
            ui.ctx().request_repaint(); // light it, once
        }
    }
}

/// The width of the content column.
fn room(ui: &Ui) -> f32 {
    crate::ui::widget::column_width(ui.available_width(), size::COLUMN)
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, id: &str) {
    super::way_back(ui, cx);
    let wide = ui.available_width() >= TWO_COLUMNS;
    let mut choice = |ui: &mut Ui| {
        if let Some(picked) = segmented(ui, "Which picture", id, &PLATES) {
            cx.ask(Action::Guide(GuidePage::Figure(picked.to_owned())));
        }
    };
    if wide {
        ui.horizontal(|ui| {
            text::title(ui, "Anatomy");
            ui.add_space(space::S);
            choice(ui);
        });
    } else {
        text::title(ui, "Anatomy");
        choice(ui);
    }
    ui.add_space(space::M);
}

/// The plate at the left, the list at the right with its own scrolling.
fn beside(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    easel: &mut Easel,
    figure: &Figure,
    view: &mut PlateView,
    pointed: &mut Option<Lit>,
) {
    let whole = ui.available_size() - egui::vec2(0.0, 20.0);
    let list = (whole.x * 0.43).clamp(250.0, 380.0);
    let left = whole.x - list - 20.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(egui::vec2(left, whole.y), |ui| {
            ui.vertical(|ui| {
                ui.set_width(left);
                ui.spacing_mut().item_spacing.x = 8.0;
                card(ui, |ui| {
                    let inside = whole.y - 40.0; // the card's margins
                    ui.set_min_height(inside);
                    let tall = (inside - tools_height(figure)).max(160.0);
                    let room = egui::vec2(ui.available_width(), tall);
                    plate(ui, easel, figure, view, room);
                    tools(ui, figure, view);
                });
            });
        });
        ui.add_space(20.0);
        ui.allocate_ui(egui::vec2(list, whole.y), |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let area = ScrollArea::vertical()
                    .id_salt(("told", &figure.id))
                    .auto_shrink([false, true])
                    .max_height(whole.y * 0.55)
                    .show(ui, |ui| told(ui, cx, figure, view));
                scroll::named(ui, area, "what is known");
                ui.add_space(space::M);
                let area = ScrollArea::vertical()
                    .id_salt(("structures", &figure.id))
                    .auto_shrink(false)
                    .max_height(ui.available_height())
                    .show(ui, |ui| words(ui, figure, view, pointed));
                scroll::named(ui, area, "parts of the picture");
            });
        });
    });
}

/// The plate above the list, all in one column.
fn below(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    easel: &mut Easel,
    figure: &Figure,
    view: &mut PlateView,
    pointed: &mut Option<Lit>,
) {
    card(ui, |ui| {
        let width = ui.available_width();
        plate(ui, easel, figure, view, egui::vec2(width, width.min(420.0)));
        ui.add_space(space::S);
        tools(ui, figure, view);
    });
    ui.add_space(space::L);
    told(ui, cx, figure, view);
    ui.add_space(space::L);
    words(ui, figure, view, pointed);
}

/// The twin in words: every structure, by layer.
fn words(ui: &mut Ui, figure: &Figure, view: &mut PlateView, pointed: &mut Option<Lit>) {
    let shown = view.state.clone();
    // From the outside in, as the slider lifts them.
    let order = Drawing::peel_order(figure);
    let layers = order
        .iter()
        .filter_map(|id| figure.layers.iter().find(|l| l.id == *id));
    for layer in layers {
        text::subheading(ui, 2, &layer.name);
        ui.spacing_mut().item_spacing.y = 2.0;
        let inside = figure.structures.iter().filter(|s| s.layer == layer.id);
        for structure in inside {
            if Drawing::is_in_state(figure, &structure.id, shown.as_deref())
                && row(ui, view, structure)
            {
                *pointed = Some(Lit::both(&structure.id));
            }
        }
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.add_space(space::M);
    }
}

/// What is lit, in words; of what is chosen also its side, causes and sources.
fn told(ui: &mut Ui, cx: &mut Cx<'_>, figure: &Figure, view: &mut PlateView) {
    card(ui, |ui| {
        ui.set_min_height(strip_height(figure, ui.available_width()));
        strip(ui, figure, view);
        let chosen = view.selected.clone();
        let other = view.pointed.as_ref().zip(chosen.as_ref());
        if other.is_some_and(|(p, c)| p.structure != c.structure) {
            return; // only a glance at another one
        }
        let structure = chosen
            .as_ref()
            .and_then(|lit| figure.structure(&lit.structure));
        if let Some((lit, structure)) = chosen.as_ref().zip(structure) {
            more(ui, cx, figure, structure, lit, view);
        }
    });
}

fn more(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    figure: &Figure,
    structure: &Structure,
    lit: &Lit,
    view: &mut PlateView,
) {
    let library = cx.library();
    if structure.paired && Drawing::has_sides(figure, &structure.id) {
        let options = [
            (None, "Both"),
            (Some(Side::Left), "Left"),
            (Some(Side::Right), "Right"),
        ];
        ui.add_space(space::XS);
        if let Some(side) = segmented(ui, "Which side", lit.side, &options) {
            view.selected = Some(Lit {
                side,
                ..lit.clone()
            });
        }
    }
    let causes = library.causes_of(&structure.id);
    if !causes.is_empty() {
        ui.add_space(space::S);
        text::caption(ui, "Causes that concern it");
        for cause in causes {
            if link_row(ui, &cause.name, "").clicked() {
                cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
            }
        }
    }
    let titles: Vec<&str> = structure
        .from
        .iter()
        .filter_map(|key| library.source(key))
        .map(|source| source.title.as_str())
        .collect();
    ui.add_space(space::XS);
    text::caption(ui, format!("From: {}", titles.join("; ")));
}
