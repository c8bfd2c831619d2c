//! How the guide sets its text: claims with the numbers of their sources,
//! sections, and the list of sources at the foot.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, FontId, Label, Ui};

use crate::content::{Claim, Library, Picture};
use crate::ui::text;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::figure::{self, Easel};
use crate::ui::widget::{folding, hairline};

/// Numbers the sources of one page in the order in which they are first named.
#[derive(Debug, Default)]
pub(super) struct Sources {
    keys: Vec<String>,
}

impl Sources {
    fn number(&mut self, key: &str) -> usize {
        if let Some(at) = self.keys.iter().position(|k| k == key) {
            return at + 1;
        }
        self.keys.push(key.to_owned());
        self.keys.len()
    }

    fn marks(&mut self, keys: &[String]) -> String {
        let marks: Vec<String> = keys.iter().map(|k| self.number(k).to_string()).collect();
        marks.join(", ")
    }

    /// The list at the foot of the page.
    pub(super) fn show(&self, ui: &mut Ui, library: &Library) {
        ui.add_space(space::XL);
        hairline(ui);
        ui.add_space(space::M);
        folding(format!("Sources ({})", self.keys.len()), "sources").show(ui, |ui| {
            for (at, key) in self.keys.iter().enumerate() {
                let Some(source) = library.source(key) else {
                    continue;
                };
                text::caption(ui, format!("{}. {}", at + 1, source.title));
                if let Some(link) = source.url() {
                    ui.hyperlink_to(egui::RichText::new(&link).size(size::CAPTION), link.clone());
                }
                text::caption(ui, source.kind.sentence());
                ui.add_space(space::S);
            }
        });
        text::caption(ui, library.review_state());
    }
}

/// One claim as a paragraph, its source numbers small behind it.
pub(super) fn paragraph(ui: &mut Ui, sources: &mut Sources, claim: &Claim) {
    let t = ui.tokens();
    let mut job = LayoutJob::default();
    job.append(
        &claim.text,
        0.0,
        TextFormat {
            font_id: FontId::proportional(size::BODY),
            color: t.text,
            line_height: Some(size::BODY * 1.45),
            ..TextFormat::default()
        },
    );
    let marks = sources.marks(&claim.from);
    if !marks.is_empty() {
        job.append(
            &format!("\u{a0}{marks}"),
            0.0,
            TextFormat {
                font_id: FontId::proportional(11.0),
                color: t.muted,
                line_height: Some(size::BODY * 1.45),
                valign: Align::TOP,
                ..TextFormat::default()
            },
        );
    }
    ui.add(Label::new(job).wrap());
}

/// Claims as a list with a small dot before each.
pub(super) fn list(ui: &mut Ui, sources: &mut Sources, claims: &[Claim]) {
    for claim in claims {
        dotted(ui, |ui| paragraph(ui, sources, claim));
    }
}

/// One item of a list: a dot, and what `add` draws beside it.
pub(super) fn dotted(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let ink = ui.tokens().accent;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(8.0, 24.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 3.0, ink);
        ui.vertical(add);
    });
    ui.add_space(2.0);
}

/// The pictures of a page, each with its caption below.
pub(super) fn pictures(
    ui: &mut Ui,
    easel: &mut Easel,
    sources: &mut Sources,
    library: &Library,
    salt: &str,
    pictures: &[Picture],
) {
    if pictures.is_empty() {
        return;
    }
    figure::stills(ui, easel, library, salt, pictures, |ui, picture| {
        caption(ui, sources, picture);
    });
}

/// A caption: quieter and smaller than the text, with the numbers of its sources.
pub(super) fn caption(ui: &mut Ui, sources: &mut Sources, picture: &Picture) {
    let t = ui.tokens();
    let format = |points: f32| TextFormat {
        font_id: FontId::proportional(points),
        color: t.muted,
        line_height: Some(20.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&picture.caption, 0.0, format(14.5));
    let marks = sources.marks(&picture.from);
    let raised = TextFormat {
        valign: Align::TOP,
        ..format(11.0)
    };
    job.append(&format!("\u{a0}{marks}"), 0.0, raised);
    ui.add(Label::new(job).wrap());
}

/// A section of a page: a heading of level 2 and its content.
pub(super) fn section(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(space::XL);
    text::subheading(ui, 2, title);
    ui.add_space(space::XS);
    add(ui);
}
