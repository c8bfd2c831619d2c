//! Two causes side by side, and what tells them apart.

use egui::Ui;

use super::reading::{self, Sources};
use super::telling;
use crate::action::Action;
use crate::content::{Cause, Claim, Library};
use crate::state::GuidePage;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::{Easel, still};
use crate::ui::widget::{card, column_width, page, quiet, sunken, two_columns};
use crate::ui::{Cx, icon, text};

/// The pairs that are mistaken for each other most, offered on the first page.
const PAIRS: [(&str, &str); 4] = [
    ("piriformis_dgs", "disc_radiculopathy"),
    ("disc_radiculopathy", "spinal_stenosis"),
    ("proctalgia_fugax", "levator_ani"),
    ("pad_aortoiliac", "spinal_stenosis"),
];

/// From this width of the column on the causes stand side by side.
const TWO_COLUMNS: f32 = 560.0;
/// How tall a picture is, in points.
const PICTURE: f32 = 190.0;

/// The pairs that are offered, as far as the content has them.
pub(super) fn pairs(library: &Library) -> Vec<(&Cause, &Cause)> {
    let known = PAIRS.iter();
    known
        .filter_map(|(a, b)| Some((library.cause(a)?, library.cause(b)?)))
        .collect()
}

/// Draws the page for these two ids; either may be empty.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, a: &str, b: &str) {
    let salt = format!("compare {a} {b}");
    page(ui, &salt, 980.0, |ui| {
        super::way_back(ui, cx);
        text::title(ui, "Compare two causes");
        ui.add_space(space::M);
        chooser(ui, cx, a, b);
        let library = cx.library();
        let Some((first, second)) = library.cause(a).zip(library.cause(b)) else {
            ui.add_space(space::L);
            text::muted(
                ui,
                "Choose two causes to see where each is felt, how long it lasts, and what \
                 tells them apart.",
            );
            return;
        };
        ui.add_space(space::L);
        let mut sources = Sources::default();
        let both = [first, second];
        if ui.available_width() >= TWO_COLUMNS {
            card(ui, |ui| beside(ui, cx, easel, &mut sources, both));
        } else {
            for cause in both {
                card(ui, |ui| {
                    for part in PARTS {
                        part(ui, cx, easel, &mut sources, cause);
                    }
                });
                ui.add_space(space::M);
            }
        }
        reading::section(ui, "What tells them apart", |ui| {
            telling::table(ui, library, first, second);
        });
        written(ui, &mut sources, first, second);
        sources.show(ui, library);
    });
}

/// The width from which on the page stands in columns, as the table asks it.
pub(super) fn is_wide(ui: &Ui) -> bool {
    ui.available_width() >= TWO_COLUMNS
}

/// The two lists to choose from. They stand below each other where it is narrow.
fn chooser(ui: &mut Ui, cx: &mut Cx<'_>, a: &str, b: &str) {
    let names = ["First cause", "Second cause"];
    let here = [a, b];
    let mut picked = None;
    let mut one = |ui: &mut Ui, cx: &mut Cx<'_>, at: usize| {
        let (Some(name), Some(mine), Some(other)) =
            (names.get(at), here.get(at), here.get(1 - at.min(1)))
        else {
            return;
        };
        if let Some(id) = list(ui, cx, name, mine, other) {
            picked = Some((at, id));
        }
    };
    if column_width(ui.available_width(), size::COLUMN) >= 480.0 {
        two_columns(ui, |ui, column| one(ui, cx, column));
    } else {
        one(ui, cx, 0);
        one(ui, cx, 1);
    }
    if let Some((at, id)) = picked {
        let pair = if at == 0 {
            GuidePage::Compare(id, b.to_owned())
        } else {
            GuidePage::Compare(a.to_owned(), id)
        };
        cx.ask(Action::Guide(pair));
    }
}

/// One list: every cause but the one that is chosen in the other list.
fn list(ui: &mut Ui, cx: &Cx<'_>, name: &str, mine: &str, other: &str) -> Option<String> {
    let library = cx.library();
    let shown = library.cause(mine).map_or("Choose a cause", |c| &c.name);
    let label = text::caption(ui, name);
    let mut picked = None;
    let room = ui.available_width();
    let combo = crate::ui::field::combo(name)
        .width(room)
        .height(360.0)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for cause in library.causes().iter().filter(|c| c.id != other) {
                let here = cause.id == mine;
                if ui.selectable_label(here, &cause.name).clicked() && !here {
                    picked = Some(cause.id.clone());
                }
            }
        });
    combo.response.labelled_by(label.id);
    picked
}

/// One part of what is said about a cause.
type Part = fn(&mut Ui, &mut Cx<'_>, &mut Easel, &mut Sources, &Cause);

/// All parts, from the top. Side by side each pair of them begins at one height.
const PARTS: [Part; 5] = [name, picture, place, lasts, more];

fn beside(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    easel: &mut Easel,
    sources: &mut Sources,
    both: [&Cause; 2],
) {
    for part in PARTS {
        two_columns(ui, |ui, column| {
            if let Some(cause) = both.get(column) {
                part(ui, cx, easel, sources, cause);
            }
        });
    }
}

fn name(ui: &mut Ui, _: &mut Cx<'_>, _: &mut Easel, _: &mut Sources, cause: &Cause) {
    text::subheading(ui, 2, &cause.name);
}

fn picture(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, sources: &mut Sources, cause: &Cause) {
    if let Some(shown) = cause.face() {
        let salt = format!("compare {}", cause.id);
        still(ui, easel, cx.library(), &salt, shown, PICTURE);
        ui.add_space(space::XS);
        reading::caption(ui, sources, shown);
        ui.add_space(space::M);
    }
}

fn place(ui: &mut Ui, _: &mut Cx<'_>, _: &mut Easel, _: &mut Sources, cause: &Cause) {
    text::caption(ui, "Where you feel it");
    text::body(ui, &cause.place);
    ui.add_space(space::S);
}

fn lasts(ui: &mut Ui, _: &mut Cx<'_>, _: &mut Easel, sources: &mut Sources, cause: &Cause) {
    text::caption(ui, "How long it lasts");
    reading::paragraph(ui, sources, &cause.lasts);
    ui.add_space(space::XS);
}

fn more(ui: &mut Ui, cx: &mut Cx<'_>, _: &mut Easel, _: &mut Sources, cause: &Cause) {
    let read = quiet(ui, Some(icon::FORWARD), "Read the whole page")
        .accessible_name(format!("Read the whole page: {}", cause.name));
    if read.clicked() {
        cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
    }
}

/// What the page of each cause says about the other one.
fn written(ui: &mut Ui, sources: &mut Sources, first: &Cause, second: &Cause) {
    let of = |from: &Cause, about: &Cause| -> Vec<Claim> {
        let apart = from.apart.iter();
        apart
            .filter(|l| l.other.as_deref() == Some(about.id.as_str()))
            .flat_map(|l| l.tells.iter().cloned())
            .collect()
    };
    let told = [(first, of(first, second)), (second, of(second, first))];
    if told.iter().all(|(_, claims)| claims.is_empty()) {
        return;
    }
    reading::section(ui, "In words", |ui| {
        ui.set_max_width(ui.available_width().min(size::READING + 60.0));
        for (cause, claims) in told.iter().filter(|(_, claims)| !claims.is_empty()) {
            sunken(ui, |ui| {
                text::caption(ui, format!("From the page “{}”", cause.name));
                reading::list(ui, sources, claims);
            });
            ui.add_space(space::S);
        }
    });
}
