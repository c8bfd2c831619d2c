//! The patterns of the diary as cards: how sure, so many of so many, where it
//! may lead, what to ask, and the way into Check.

use egui::{Color32, Ui};

use crate::action::{Action, CheckStep};
use crate::content::Pattern;
use crate::diary::count::plural;
use crate::diary::pattern::{Found, HONEST, LEAST_CRAMPS, LEAST_DAYS, Level, Patterns};
use crate::state::GuidePage;
use crate::triage::Urgency;
use crate::ui::icon::Icon;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, link_row, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the heading, the cards, and what else was looked for.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, patterns: &Patterns, jump: bool) {
    let heading = text::heading(ui, "Patterns");
    if jump {
        heading.scroll_to_me(Some(egui::Align::TOP));
    }
    text::muted(ui, intro(patterns));
    ui.add_space(space::M);
    for found in patterns.shown() {
        if let Some(content) = cx.library().pattern(&found.id) {
            one(ui, cx, found, content);
            ui.add_space(space::L);
        }
    }
    if patterns.is_thin() {
        thin(ui, cx, patterns);
    } else {
        others(ui, cx, patterns);
    }
}

/// What was looked at, and what it is worth.
fn intro(patterns: &Patterns) -> String {
    if patterns.is_thin() {
        return HONEST.to_owned();
    }
    format!(
        "{HONEST} Looked at: {} and {} of the last year of your diary. {} patterns were looked \
         for; the more one looks for, the more turn up by chance.",
        plural(patterns.cramps, "cramp"),
        plural(patterns.days, "logged day"),
        patterns.tested
    )
}

fn face(ui: &Ui, level: Level) -> (Icon, Color32) {
    let t = ui.tokens();
    match level {
        Level::Clear => (icon::CHECK_MARK, t.accent),
        Level::Possible => (icon::SEARCH, t.muted),
        Level::Absent | Level::Insufficient => (icon::MINUS, t.muted),
    }
}

/// The level as icon and word.
fn badge(ui: &mut Ui, level: Level) {
    let (icon, ink) = face(ui, level);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(18.0), egui::Sense::hover());
        icon.paint(ui, rect, ink);
        text::strong_colored(ui, level.label(), ink);
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, found: &Found, content: &Pattern) {
    card(ui, |ui| {
        let sign = !found.fired.is_empty();
        text::subheading(ui, 3, &content.name);
        if !sign {
            badge(ui, found.level);
        }
        ui.add_space(space::XS);
        text::body(ui, &found.says);
        if !sign && counts_a_share(found) {
            text::muted(ui, found.open());
        }
        if let Some(level) = found.urgency {
            ui.add_space(space::S);
            how_soon(ui, cx, found, level);
        }
        ui.add_space(space::S);
        text::body(ui, &content.means.text);
        leads(ui, cx, found);
        if let Some(ask) = &content.ask {
            ui.add_space(space::S);
            text::caption(ui, "Ask about this");
            text::body(ui, format!("“{ask}”"));
        }
        if !found.answers.is_empty() {
            ui.add_space(space::S);
            let check = secondary(ui, Some(icon::CHECK), "Check this");
            let name = format!("Check this: {}", content.name);
            if check.accessible_name(name).clicked() {
                let answers = found.answers.clone();
                cx.ask(Action::Check(CheckStep::Prefill(answers)));
            }
        }
    });
}

/// Whether the interval says something about the sentence of the card.
fn counts_a_share(found: &Found) -> bool {
    found.ratio.is_some() && found.id != "P16"
        || found.against.is_none()
            && !["P04", "P08", "P11", "P18", "P19"].contains(&found.id.as_str())
}

fn how_soon(ui: &mut Ui, cx: &mut Cx<'_>, found: &Found, level: Urgency) {
    let advice = level.advice(cx.state.region());
    urgency::row(ui, level, |ui| {
        if let Some(raised) = &found.raised {
            text::body(ui, raised);
        }
        for fired in &found.fired {
            if let Some(rule) = cx.library().rule(&fired.rule) {
                text::body(ui, format!("{} {}", rule.sign, fired.reason));
            }
        }
        let said = text::body(ui, advice);
        text::announce(ui, &said, level == Urgency::EmergencyNow);
    });
}

/// Where it may lead: pages of the guide.
fn leads(ui: &mut Ui, cx: &mut Cx<'_>, found: &Found) {
    let library = cx.library();
    let causes = found.points_to.iter().filter_map(|id| library.cause(id));
    let alert = found.alert.as_ref().and_then(|id| library.alert(id));
    let mut any = false;
    for cause in causes {
        if !any {
            ui.add_space(space::XS);
            text::caption(ui, "It may point to");
            any = true;
        }
        if link_row(ui, &cause.name, &cause.place).clicked() {
            cx.ask(Action::Guide(GuidePage::Cause(cause.id.clone())));
        }
    }
    if let Some(alert) = alert
        && link_row(ui, &alert.name, "What must not be missed").clicked()
    {
        cx.ask(Action::Guide(GuidePage::Alert(alert.id.clone())));
    }
}

/// Too few to look for anything.
fn thin(ui: &mut Ui, cx: &Cx<'_>, patterns: &Patterns) {
    let Some(content) = cx.library().pattern("P20") else {
        return;
    };
    card(ui, |ui| {
        text::subheading(ui, 3, &content.name);
        let mut missing = Vec::new();
        if patterns.days_missing() > 0 {
            missing.push(plural(patterns.days_missing(), "more day"));
        }
        if patterns.cramps_missing() > 0 {
            missing.push(plural(patterns.cramps_missing(), "more cramp"));
        }
        text::body(
            ui,
            format!(
                "Patterns are looked for from {LEAST_DAYS} logged days and {LEAST_CRAMPS} cramps \
                 on. So far: {} and {}. Still to log: {}.",
                plural(patterns.days, "day"),
                plural(patterns.cramps, "cramp"),
                missing.join(" and ")
            ),
        );
        text::body(ui, &content.means.text);
    });
}

/// What was looked for and not seen, and what lacks entries.
fn others(ui: &mut Ui, cx: &Cx<'_>, patterns: &Patterns) {
    if patterns.shown().next().is_none() {
        card(ui, |ui| {
            text::subheading(ui, 3, "No pattern so far");
            text::body(
                ui,
                "Nothing stands out of the counts. That is worth knowing, and it may change \
                 with more entries.",
            );
        });
        ui.add_space(space::L);
    }
    let named = |level: Level| -> Vec<&Pattern> {
        let of_level = patterns.found.iter().filter(|f| f.level == level);
        let mut all: Vec<&Pattern> = of_level
            .filter_map(|f| cx.library().pattern(&f.id))
            .collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    };
    let (absent, lacking) = (named(Level::Absent), named(Level::Insufficient));
    if absent.is_empty() && lacking.is_empty() {
        return;
    }
    card(ui, |ui| {
        text::subheading(ui, 3, "What else was looked for");
        if !absent.is_empty() {
            let all: Vec<&str> = absent.iter().map(|p| p.name.as_str()).collect();
            text::strong(ui, "Looked for and not seen");
            text::body(ui, format!("{}.", all.join(" · ")));
            ui.add_space(space::S);
        }
        if !lacking.is_empty() {
            text::strong(ui, "Too few to tell");
            for pattern in lacking {
                text::body(ui, format!("{}: needs {}.", pattern.name, pattern.needs));
            }
        }
    });
}
