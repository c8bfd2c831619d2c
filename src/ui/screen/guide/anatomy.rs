//! The anatomy: three large plates to explore, each with its twin in words.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};

use crate::action::Action;
use crate::content::{Figure, Side, Structure};
use crate::figure::{Drawing, Lit};
use crate::state::GuidePage;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::{Easel, PlateView, plate, row, strip, tools};
use crate::ui::widget::{card, link_row, page, segmented, stage};
use crate::ui::{Cx, text};

/// The plate that is shown first.
pub(super) const FIRST: &str = "back_layers";

/// The plates that can be explored, with the word on their button.
const PLATES: [(&str, &str); 3] = [
    (FIRST, "Buttock from behind"),
    ("side", "Pelvis from the side"),
    ("circulation", "Circulation"),
];

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
        view.pointed = self.pointed.clone();
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
    text::title(ui, "Anatomy");
    if let Some(picked) = segmented(ui, "Which picture", id, &PLATES) {
        cx.ask(Action::Guide(GuidePage::Figure(picked.to_owned())));
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
    let list = (whole.x * 0.4).clamp(250.0, 380.0);
    let left = whole.x - list - 20.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(egui::vec2(left, whole.y), |ui| {
            ui.vertical(|ui| {
                ui.set_width(left);
                ui.spacing_mut().item_spacing.x = 8.0;
                card(ui, |ui| {
                    let room = egui::vec2(ui.available_width(), (whole.y - 250.0).max(200.0));
                    plate(ui, easel, figure, view, room);
                    ui.add_space(space::S);
                    tools(ui, figure, view);
                    ui.add_space(space::XS);
                    ui.set_min_height(room.y + 210.0);
                    strip(ui, figure, view);
                });
            });
        });
        ui.add_space(20.0);
        ui.allocate_ui(egui::vec2(list, whole.y), |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ScrollArea::vertical()
                    .id_salt(("structures", &figure.id))
                    .auto_shrink(false)
                    .max_height(whole.y)
                    .show(ui, |ui| words(ui, cx, figure, view, pointed));
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
        ui.add_space(space::XS);
        strip(ui, figure, view);
    });
    ui.add_space(space::L);
    words(ui, cx, figure, view, pointed);
}

/// The twin in words: what is chosen, then every structure by layer.
fn words(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    figure: &Figure,
    view: &mut PlateView,
    pointed: &mut Option<Lit>,
) {
    let chosen = view.selected.clone();
    if let Some(lit) = chosen
        && let Some(structure) = figure.structure(&lit.structure)
    {
        details(ui, cx, figure, structure, &lit, view);
        ui.add_space(space::L);
    }
    let shown = view.state.clone();
    for layer in &figure.layers {
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

/// More about the structure that is chosen: its side, its causes, its sources.
fn details(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    figure: &Figure,
    structure: &Structure,
    lit: &Lit,
    view: &mut PlateView,
) {
    let library = cx.library();
    card(ui, |ui| {
        text::subheading(ui, 2, &structure.name);
        if !structure.also.is_empty() {
            text::caption(ui, &structure.also);
        }
        if structure.paired && Drawing::has_sides(figure, &structure.id) {
            let options = [
                (None, "Both"),
                (Some(Side::Left), "Left"),
                (Some(Side::Right), "Right"),
            ];
            if let Some(side) = segmented(ui, "Which side", lit.side, &options) {
                view.selected = Some(Lit {
                    side,
                    ..lit.clone()
                });
            }
        }
        let causes = library.causes_showing(&structure.id);
        if !causes.is_empty() {
            ui.add_space(space::XS);
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
    });
}
