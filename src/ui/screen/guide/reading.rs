//! How the guide sets its text: claims with the numbers of their sources,
//! sections, and the list of sources at the foot.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, FontId, Label, Ui};

use crate::content::{Claim, Library};
use crate::ui::text;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::hairline;

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
        egui::CollapsingHeader::new(format!("Sources ({})", self.keys.len()))
            .id_salt("sources")
            .show(ui, |ui| {
                for (at, key) in self.keys.iter().enumerate() {
                    let Some(source) = library.source(key) else {
                        continue;
                    };
                    text::caption(ui, format!("{}. {}", at + 1, source.title));
                    if let Some(link) = source.url() {
                        ui.hyperlink_to(
                            egui::RichText::new(&link).size(size::CAPTION),
                            link.clone(),
                        );
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

/// A section of a page: a heading of level 2 and its content.
pub(super) fn section(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(space::XL);
    text::subheading(ui, 2, title);
    ui.add_space(space::XS);
    add(ui);
}
