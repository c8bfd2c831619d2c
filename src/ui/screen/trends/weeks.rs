//! The weekly looks back: three answers over time, told apart by their sign and
//! their line and not by color alone; no line goes over a week without one.

use egui::{Color32, Rect, Stroke, Ui};
use egui_plot::{Line, LineStyle, MarkerShape, Points};

use super::lines::{Mark, legend, runs};
use super::part::Table;
use super::plot::{Axes, plot};
use crate::action::Action;
use crate::diary::chart::{ANSWERS, Charts, Looks, Step, answers};
use crate::diary::count::plural;
use crate::screen::Screen;
use crate::state::DiaryPage;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, secondary};
use crate::ui::{Cx, icon, text};

/// The answers in words, in their order.
const WORDS: [&str; ANSWERS] = [
    "Pain",
    "Taken from what you enjoy",
    "In the way of your days",
];
/// So far beside the middle of its week each answer stands, so that equal ones
/// are all seen.
const BESIDE: f64 = 0.09;

/// The ink of an answer.
fn ink(ui: &Ui, answer: usize) -> Color32 {
    let t = ui.tokens();
    match answer {
        0 => t.accent,
        1 => t.info,
        _ => t.caution,
    }
}

/// The sign of an answer.
const fn shape(answer: usize) -> MarkerShape {
    match answer {
        0 => MarkerShape::Circle,
        1 => MarkerShape::Square,
        _ => MarkerShape::Up,
    }
}

/// The line of an answer.
fn style(answer: usize) -> LineStyle {
    match answer {
        0 => LineStyle::Solid,
        1 => LineStyle::Dashed { length: 8.0 },
        _ => LineStyle::Dotted { spacing: 5.0 },
    }
}

/// Paints the sign of an answer for the legend.
pub(super) fn sign(ui: &Ui, rect: Rect, answer: usize) {
    let (ink, middle) = (ink(ui, answer), rect.center());
    let painter = ui.painter();
    match answer {
        0 => {
            painter.circle_filled(middle, 4.5, ink);
        }
        1 => {
            painter.rect_filled(
                Rect::from_center_size(middle, egui::Vec2::splat(8.0)),
                0,
                ink,
            );
        }
        _ => {
            let corners = [(0.0, -5.0), (5.0, 4.0), (-5.0, 4.0)];
            let corners = corners.map(|(x, y)| middle + egui::vec2(x, y));
            let shape = egui::Shape::convex_polygon(corners.to_vec(), ink, Stroke::NONE);
            painter.add(shape);
        }
    }
}

/// Where an answer stands in each week with a look back.
fn points(looks: &Looks, answer: usize) -> impl Iterator<Item = Option<[f64; 2]>> {
    let beside = (answer as f64 - 1.0) * BESIDE;
    let weeks = looks.by_bucket.iter().enumerate();
    weeks.map(move |(at, look)| Some([at as f64 + beside, *look.as_ref()?.get(answer)?]))
}

/// Draws the chart.
pub(super) fn chart(ui: &mut Ui, charts: &Charts, name: &str) {
    let axes = Axes {
        salt: "weeks",
        charts,
        top: 10.0,
        marks: &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0],
        name,
    };
    let inks: Vec<Color32> = (0..ANSWERS).map(|answer| ink(ui, answer)).collect();
    let looks = charts.looks.clone();
    plot(ui, &axes, move |plot| {
        for (answer, ink) in inks.into_iter().enumerate() {
            for run in runs(points(&looks, answer)) {
                let line = Line::new("", run).color(ink).width(2.0);
                plot.line(line.style(style(answer)).allow_hover(false));
            }
            let dots: Vec<[f64; 2]> = points(&looks, answer).flatten().collect();
            let points = Points::new("", dots).shape(shape(answer)).radius(4.5);
            plot.points(points.color(ink).filled(true).allow_hover(false));
        }
    });
    let marks: Vec<(Mark, &str)> = (0..ANSWERS).map(Mark::Answer).zip(WORDS).collect();
    legend(ui, &marks);
}

/// The sentence above the chart.
pub(super) fn summary(charts: &Charts) -> String {
    let looks = &charts.looks;
    let count = u32::try_from(looks.all.len()).unwrap_or(u32::MAX);
    let mut said = match (looks.change(), looks.all.first()) {
        (Some((first, last, change)), _) => format!(
            "{count} looks back. The mean of the three answers was {first:.1} of 10 at the first \
             and {last:.1} at the last: {}. A change counts from 1 point or 30 percent.",
            change.word()
        ),
        (None, Some((_, only))) => format!(
            "1 look back: {:.1} of 10, the mean of the three answers. From the next one on you see \
             here whether it changes.",
            only.mean()
        ),
        (None, None) => String::new(),
    };
    let gaps = looks.gaps();
    if gaps > 0 {
        let word = match charts.step {
            Step::Week => "week",
            Step::Month => "month",
        };
        let gaps = plural(u32::try_from(gaps).unwrap_or(u32::MAX), word);
        said = format!("{said} {gaps} without one: no line goes over them.");
    }
    said
}

/// Every look back as a row, newest first; none where there is none.
pub(super) fn table(charts: &Charts) -> Option<Table> {
    if charts.looks.all.is_empty() {
        return None;
    }
    let mut head = vec!["Week up to".to_owned()];
    head.extend(WORDS.map(str::to_owned));
    head.push("Mean of the three".to_owned());
    let rows = charts.looks.all.iter().rev().map(|(date, look)| {
        let mut row = vec![date.strftime("%-d %b %Y").to_string()];
        row.extend(answers(*look).map(|points| format!("{points:.0}")));
        row.push(format!("{:.1}", look.mean()));
        row
    });
    Some(Table {
        rows: rows.collect(),
        head,
    })
}

/// What stands in place of the chart where nobody looked back.
pub(super) fn nothing(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, looks: &Looks) {
    card(ui, |ui| {
        text::subheading(ui, 2, title);
        let said = if looks.has_older {
            "No look back in this time. Choose a longer time to see earlier ones."
        } else {
            "Three questions once a week: how bad the pain was, and what it took from you. From \
             the second time on you see here whether your weeks change."
        };
        text::body(ui, said);
        ui.add_space(space::S);
        if secondary(ui, Some(icon::CALENDAR), "Look back on your week").clicked() {
            let today = cx.now.wall.date();
            cx.ask(Action::Open(Screen::Diary));
            cx.ask(Action::DiaryPage(DiaryPage::Week(today)));
        }
    });
}
