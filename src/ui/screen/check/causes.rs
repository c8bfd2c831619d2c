//! What fits the answers, in bands, each with what speaks for and against it.

use egui::Ui;

use crate::action::{Action, CheckStep};
use crate::state::GuidePage;
use crate::triage::{Assessment, Band, Ranked, Reason, Shown};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, link_row, quiet};
use crate::ui::{Cx, icon, text};

/// The most causes that are shown with their reasons.
const MOST: usize = 4;

/// Draws the causes.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment) {
    let fitting: Vec<&Shown> = assessment
        .fitting()
        .filter(|s| is_said(assessment, s))
        .take(MOST)
        .collect();
    if assessment.undecided {
        card(ui, |ui| {
            text::subheading(ui, 2, "Your answers do not point clearly to one cause");
            text::body(
                ui,
                "That is common, and not a bad sign. A doctor or physiotherapist can examine \
                 what questions cannot. A diary of a few attacks helps them, and this check.",
            );
            if !fitting.is_empty() {
                ui.add_space(space::XS);
                text::muted(ui, "What fits a little is listed below.");
            }
        });
        ui.add_space(space::M);
    }
    for shown in &fitting {
        one(ui, cx, assessment, shown);
        ui.add_space(space::M);
    }
    others(ui, cx, assessment, &fitting);
}

/// Does any answer speak for it? A share alone may come from the start value.
fn is_said(assessment: &Assessment, shown: &Shown) -> bool {
    let mut causes = assessment.causes.iter();
    causes.any(|c| shown.causes.contains(&c.id) && !c.supports.is_empty())
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment, shown: &Shown) {
    let Some(cause) = cx.library().cause(&shown.id) else {
        return;
    };
    let merged = shown.causes.len() > 1;
    let name = cause.heading(merged);
    // The reasons are those of the likeliest part.
    let lead = shown
        .causes
        .first()
        .and_then(|id| assessment.causes.iter().find(|c| c.id == *id));
    card(ui, |ui| {
        band(ui, shown, assessment.undecided);
        text::subheading(ui, 2, name);
        text::body(ui, &cause.summary.text);
        if let Some(lead) = lead {
            why(ui, lead);
        }
        if merged {
            contributors(ui, cx, assessment, shown);
        }
        ui.add_space(space::XS);
        if quiet(ui, None, "Read more about it")
            .accessible_name(format!("Read more about {}", cause.name))
            .clicked()
        {
            cx.ask(Action::Guide(GuidePage::Cause(shown.id.clone())));
        }
    });
}

/// The band in words, with as many filled dots.
fn band(ui: &mut Ui, shown: &Shown, undecided: bool) {
    let t = ui.tokens();
    let (filled, word) = match shown.band {
        _ if undecided => (1, "Fits a little"),
        Band::Best => (3, shown.band.label()),
        Band::Possible => (2, shown.band.label()),
        Band::Unlikely => (1, shown.band.label()),
    };
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(44.0, 20.0), egui::Sense::hover());
        for dot in 0..3_u8 {
            let x = rect.left() + 7.0 + f32::from(dot) * 14.0;
            let at = egui::pos2(x, rect.center().y);
            if dot < filled {
                ui.painter().circle_filled(at, 5.0, t.accent);
            } else {
                let line = egui::Stroke::new(1.5, t.outline);
                ui.painter().circle_stroke(at, 4.5, line);
            }
        }
        text::strong_colored(ui, word, t.accent);
    });
}

fn why(ui: &mut Ui, cause: &Ranked) {
    let list = |ui: &mut Ui, title: &str, reasons: &[Reason]| {
        if reasons.is_empty() {
            return;
        }
        ui.add_space(space::S);
        text::strong(ui, title);
        for reason in reasons {
            text::item(ui, |ui| text::body(ui, &reason.says));
        }
    };
    list(ui, "Speaks for it", &cause.supports);
    list(ui, "Speaks against it", &cause.opposes);
}

/// What feeds a cramp: the other causes in the entry, with their reasons.
fn contributors(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment, shown: &Shown) {
    let feeding: Vec<&Ranked> = assessment
        .causes
        .iter()
        .filter(|c| c.id != shown.id && shown.causes.contains(&c.id))
        .filter(|c| c.log_odds >= 0.0)
        .collect();
    if feeding.is_empty() {
        return;
    }
    ui.add_space(space::S);
    text::strong(ui, "What may feed it");
    for cause in feeding {
        let Some(named) = cx.library().cause(&cause.id) else {
            continue;
        };
        let because: Vec<&str> = cause.supports.iter().map(|r| r.says.as_str()).collect();
        text::item(ui, |ui| {
            text::strong(ui, &named.name);
            text::body(ui, because.join(" "))
        });
        if quiet(ui, None, &format!("Read: {}", named.name)).clicked() {
            cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
        }
    }
}

/// Everything else, on request.
fn others(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment, fitting: &[&Shown]) {
    let rest: Vec<&Shown> = assessment
        .shown
        .iter()
        .filter(|s| fitting.iter().all(|f| f.id != s.id))
        .collect();
    if rest.is_empty() {
        return;
    }
    let open = cx.state.check.shows_others();
    let word = match (open, rest.len()) {
        (false, 1) => "Show 1 cause that fits less".to_owned(),
        (false, n) => format!("Show {n} causes that fit less"),
        (true, _) => "Hide what fits less".to_owned(),
    };
    let mark = if open {
        icon::CHEVRON_DOWN
    } else {
        icon::CHEVRON_RIGHT
    };
    if quiet(ui, Some(mark), &word).clicked() {
        cx.ask(Action::Check(CheckStep::Others(!open)));
    }
    if !open {
        return;
    }
    card(ui, |ui| {
        for (at, shown) in rest.iter().enumerate() {
            let Some(cause) = cx.library().cause(&shown.id) else {
                continue;
            };
            if at > 0 {
                hairline(ui);
            }
            let ranked = assessment.causes.iter().find(|c| c.id == shown.id);
            let against = ranked.and_then(|r| r.opposes.first());
            let line = against.map_or(String::new(), |r| format!("Against it: {}", r.says));
            if link_row(ui, &cause.name, &line).clicked() {
                cx.ask(Action::Guide(GuidePage::Cause(shown.id.clone())));
            }
        }
    });
}
