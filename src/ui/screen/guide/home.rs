//! The first page of the guide: search, causes by group, relief, red flags.

use egui::Ui;

use super::{GuideScreen, compare, from_diary, invitation};
use crate::action::Action;
use crate::content::{CauseGroup, HitKind};
use crate::diary::pattern::Patterns;
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::Easel;
use crate::ui::widget::{card, hairline, link_row, page, quiet, two_columns};
use crate::ui::{Cx, field, icon, text};

/// From this width on the groups stand in two columns.
const TWO_COLUMNS: f32 = 760.0;

/// Draws the first page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, guide: &mut GuideScreen, patterns: &Patterns) {
    page(ui, "guide home", size::COLUMN, |ui| {
        head(ui, guide);
        ui.add_space(space::L);
        if guide.search.trim().is_empty() {
            invitations(ui, cx, &mut guide.easel);
            ui.add_space(space::L);
            from_diary::show(ui, cx, patterns);
            groups(ui, cx);
        } else {
            hits(ui, cx, &mut guide.search);
        }
    });
}

/// The two ways in through a picture.
fn invitations(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel) {
    if ui.available_width() >= TWO_COLUMNS {
        two_columns(ui, |ui, column| {
            if column == 0 {
                invitation::place(ui, cx, easel);
            } else {
                invitation::inside(ui, cx, easel);
            }
        });
    } else {
        invitation::place(ui, cx, easel);
        ui.add_space(space::S);
        invitation::inside(ui, cx, easel);
    }
}

fn head(ui: &mut Ui, guide: &mut GuideScreen) {
    text::title(ui, "Guide");
    text::muted(
        ui,
        "What can make a buttock cramp, how to tell the causes apart, and what helps.",
    );
    ui.add_space(space::M);
    let response = field::search(ui, "Search the guide", &mut guide.search);
    if std::mem::take(&mut guide.focus_search) {
        field::begin_search(ui, &response, &guide.search);
    }
}

fn hits(ui: &mut Ui, cx: &mut Cx<'_>, search: &mut String) {
    let found = cx.library().search(search);
    let said = match found.len() {
        0 => format!("Nothing found for “{}”", search.trim()),
        1 => "1 page found".to_owned(),
        n => format!("{n} pages found"),
    };
    let label = text::muted(ui, said);
    text::announce(ui, &label, false);
    if found.is_empty() {
        text::body(
            ui,
            "Try one word, such as sitting, night, leg or magnesium.",
        );
        if quiet(ui, Some(icon::CLOSE), "Clear the search").clicked() {
            search.clear();
        }
        return;
    }
    card(ui, |ui| {
        for hit in &found {
            if link_row(ui, &hit.title, &hit.snippet).clicked() {
                let id = hit.id.clone();
                cx.ask(Action::Guide(match hit.kind {
                    HitKind::Cause => GuidePage::Cause(id),
                    HitKind::Alert => GuidePage::Alert(id),
                    HitKind::Remedy => GuidePage::Remedy(id),
                }));
            }
        }
    });
}

/// What is mistaken for what, to be compared.
fn pairs(ui: &mut Ui, cx: &mut Cx<'_>) {
    card(ui, |ui| {
        let library = cx.library();
        let mut offers: Vec<(String, &str, &str)> = compare::pairs(library)
            .into_iter()
            .map(|(a, b)| {
                let name = format!("{} or {}", a.name, b.name);
                (name, a.id.as_str(), b.id.as_str())
            })
            .collect();
        offers.push(("Any two causes".to_owned(), "", ""));
        for (name, a, b) in offers {
            if link_row(ui, &name, "").clicked() {
                let pair = GuidePage::Compare(a.to_owned(), b.to_owned());
                cx.ask(Action::Guide(pair));
            }
        }
    });
}

fn groups(ui: &mut Ui, cx: &mut Cx<'_>) {
    let width = ui.available_width();
    if width >= TWO_COLUMNS {
        two_columns(ui, |ui, column| {
            for group in CauseGroup::ALL.iter().skip(column).step_by(2) {
                group_card(ui, cx, *group);
            }
        });
    } else {
        for group in CauseGroup::ALL {
            group_card(ui, cx, *group);
        }
    }
    ui.add_space(space::M);
    text::heading(ui, "Compare two causes");
    ui.add_space(space::XS);
    pairs(ui, cx);
    ui.add_space(space::L);
    text::heading(ui, "What helps");
    ui.add_space(space::XS);
    relief(ui, cx);
    ui.add_space(space::L);
    text::heading(ui, "What must not be missed");
    ui.add_space(space::XS);
    card(ui, |ui| {
        if link_row(
            ui,
            "Signs that need help now, today or this week",
            "The complete list of red flags, and where to go with them",
        )
        .clicked()
        {
            cx.ask(Action::Open(Screen::Help));
        }
        hairline(ui);
        if link_row(
            ui,
            "What people often hear",
            "Magnesium, sitting, sciatica: what is said and what is known",
        )
        .clicked()
        {
            cx.ask(Action::Guide(GuidePage::Conflicts));
        }
    });
}

fn group_card(ui: &mut Ui, cx: &mut Cx<'_>, group: CauseGroup) {
    let library = cx.library();
    card(ui, |ui| {
        text::subheading(ui, 2, group.title());
        text::muted(ui, group.blurb());
        ui.add_space(space::XS);
        for cause in library.causes().iter().filter(|c| c.group == group) {
            if link_row(ui, &cause.name, &cause.place).clicked() {
                cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
            }
        }
    });
    ui.add_space(space::L);
}

fn relief(ui: &mut Ui, cx: &mut Cx<'_>) {
    let library = cx.library();
    let two = ui.available_width() >= TWO_COLUMNS;
    card(ui, |ui| {
        let remedies = library.remedies();
        let row = |ui: &mut Ui, cx: &mut Cx<'_>, remedy: &crate::content::Remedy| {
            if link_row(ui, &remedy.name, "").clicked() {
                cx.ask(Action::Guide(GuidePage::Remedy(remedy.id.clone())));
            }
        };
        if two {
            let half = remedies.len().div_ceil(2);
            let (left, right) = remedies.split_at(half);
            two_columns(ui, |ui, column| {
                for remedy in if column == 0 { left } else { right } {
                    row(ui, cx, remedy);
                }
            });
        } else {
            for remedy in remedies {
                row(ui, cx, remedy);
            }
        }
    });
}
