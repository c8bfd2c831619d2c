//! Bringing something in: look first, then decide.

use egui::Ui;

use super::{ExchangeDraft, ask, fault, mapping};
use crate::action::ExchangeStep;
use crate::dialog::Purpose;
use crate::diary::count::{entries, grouped};
use crate::exchange::job::Errand;
use crate::exchange::plan::Plan;
use crate::state::Preview;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, card, primary, progress, quiet, secondary, sunken};
use crate::ui::{Cx, icon, text};

/// Problems that are listed; the others are counted.
const SHOWN: usize = 20;

/// Draws the card.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft) {
    card(ui, |ui| {
        let top = ui.cursor().top();
        text::subheading(ui, 2, "Bring in");
        text::muted(
            ui,
            "A file you took out here, or a table (CSV) from another app. You see what is in it \
             first. Entries you have already are never doubled or changed.",
        );
        ui.add_space(space::S);
        let words = ("File", "~/diary.csv");
        let (line, is_chosen) = draft.from.show(ui, cx, words, Purpose::Import);
        if is_chosen {
            draft.is_awaited = true;
            line.request_focus();
        }
        let entered = line.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        ui.add_space(space::S);
        let is_ready = !cx.state.exchange.is_busy
            && cx.state.exchange.progress.is_none()
            && !draft.from.path.trim().is_empty();
        ui.add_enabled_ui(is_ready, |ui| {
            let pressed = secondary(ui, Some(icon::SEARCH), "Look inside").clicked();
            if (pressed || entered || is_chosen) && is_ready {
                draft.mapping = None;
                let path = draft.from.path.trim().to_owned();
                ask(
                    cx,
                    ExchangeStep::Look {
                        path,
                        mapping: None,
                    },
                );
            }
        });
        fault(ui, cx, Errand::Look);
        if let Some(preview) = cx.state.exchange.preview.clone() {
            ui.add_space(space::M);
            sunken(ui, |ui| inside(ui, cx, draft, &preview));
        }
        if draft.is_awaited && !cx.state.exchange.is_busy {
            draft.is_awaited = false;
            ui.scroll_to_rect(ui.min_rect().with_min_y(top), Some(egui::Align::Min));
        }
        fault(ui, cx, Errand::Import);
    });
}

/// What is in the file.
fn inside(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft, preview: &Preview) {
    let Preview { path, plan, .. } = preview;
    let name = std::path::Path::new(path).file_name().unwrap_or_default();
    text::subheading(ui, 3, &format!("In {}", name.to_string_lossy()));
    ui.add_space(space::S);
    if let Some(question) = plan.question() {
        let t = ui.tokens();
        let title = "One thing is not clear";
        callout(ui, icon::INFO, t.info, t.info_soft, title, |ui| {
            let said = text::body(ui, question);
            text::announce(ui, &said, false);
        });
        ui.add_space(space::S);
    }
    if let Some(foreign) = &plan.foreign {
        mapping::show(ui, cx, draft, foreign, path);
        ui.add_space(space::M);
    }
    if plan.question().is_none() {
        counts(ui, plan);
    }
    for remark in &plan.remarks {
        text::muted(ui, remark);
    }
    problems(ui, plan);
    ui.add_space(space::M);
    decide(ui, cx, draft, plan);
}

fn counts(ui: &mut Ui, plan: &Plan) {
    let new = match plan.fresh.len() {
        0 => "Nothing new".to_owned(),
        count => format!("{} new", entries(count)),
    };
    let said = text::strong(ui, new);
    text::announce(ui, &said, false);
    let mut line = |count: usize, one: &str, many: &str| {
        if count > 0 {
            let words = if count == 1 { one } else { many };
            text::body(ui, format!("{} {words}", grouped(count)));
        }
    };
    line(
        plan.in_trash,
        "of them is in your trash",
        "of them are in your trash",
    );
    line(
        plan.same,
        "is in your diary already",
        "are in your diary already",
    );
    line(plan.twice, "is in the file twice", "are in the file twice");
    line(
        plan.differs.len(),
        "says something else than your diary. Yours stays as it is.",
        "say something else than your diary. Yours stay as they are.",
    );
}

fn problems(ui: &mut Ui, plan: &Plan) {
    if plan.problem_count == 0 {
        return;
    }
    ui.add_space(space::S);
    let title = match plan.problem_count {
        1 => "1 part cannot be read and is left out".to_owned(),
        count => format!("{} parts cannot be read and are left out", grouped(count)),
    };
    text::strong(ui, title);
    for problem in plan.problems.iter().take(SHOWN) {
        let told = text::capital(&problem.to_string());
        text::muted(ui, format!("{told}."));
    }
    if plan.problem_count > SHOWN {
        text::muted(ui, format!("And {} more.", plan.problem_count - SHOWN));
    }
}

fn decide(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft, plan: &Plan) {
    if let Some((done, of)) = cx.state.exchange.progress {
        progress(ui, done, of);
        let said = text::muted(ui, format!("Writing {} of {}…", grouped(done), grouped(of)));
        text::announce(ui, &said, false);
        if secondary(ui, Some(icon::STOP), "Stop").clicked() {
            ask(cx, ExchangeStep::Stop);
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let count = plan.fresh.len();
        if count > 0 && cx.state.diary.is_loaded() {
            let word = format!("Bring in {}", entries(count));
            if primary(ui, Some(icon::PLUS), &word).clicked() {
                ask(cx, ExchangeStep::Import);
            }
        }
        if quiet(ui, None, "Close").clicked() {
            draft.mapping = None;
            ask(cx, ExchangeStep::Close);
        }
    });
}
