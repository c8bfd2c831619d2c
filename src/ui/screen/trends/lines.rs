//! The charts over time: days with cramp, pain, duration, stretch days. A line
//! never goes over a gap, and a week that nobody logged is hatched.

use egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, Line, MarkerShape, PlotUi, Points};

use super::plot::{Axes, gap, number, plot};
use crate::diary::chart::{Bucket, Charts, FEW, Step};
use crate::ui::text;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;

/// Up to so many buckets each has its number above it.
const NUMBERS: usize = 16;

/// The marks of an axis of days.
fn day_marks(step: Step) -> (f64, &'static [f64]) {
    match step {
        Step::Week => (7.0, &[0.0, 2.0, 4.0, 6.0]),
        Step::Month => (31.0, &[0.0, 10.0, 20.0, 30.0]),
    }
}

fn hatch_gaps(plot: &mut PlotUi<'_>, buckets: &[Bucket], top: f64, ink: Color32) {
    for (at, bucket) in buckets.iter().enumerate() {
        if bucket.logged == 0 && bucket.cramps == 0 {
            gap(plot, at, top, ink);
        }
    }
}

fn bar(at: f64, height: f64, wide: f64, fill: Color32, line: Stroke) -> Bar {
    Bar::new(at, height).width(wide).fill(fill).stroke(line)
}

/// From this width on the legend stands in one line.
const ONE_LINE: f32 = 560.0;

/// The signs of the chart and their words: one line, or one below the other
/// where there is little room.
pub(super) fn legend(ui: &mut Ui, marks: &[(Mark, &str)]) {
    let one = |ui: &mut Ui, (mark, word): &(Mark, &str)| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 18.0), egui::Sense::hover());
        mark.paint(ui, rect.shrink(3.0));
        text::caption(ui, *word);
    };
    if ui.available_width() >= ONE_LINE {
        ui.horizontal(|ui| {
            for mark in marks {
                one(ui, mark);
                ui.add_space(space::S);
            }
        });
    } else {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for mark in marks {
                ui.horizontal(|ui| one(ui, mark));
            }
        });
    }
}

/// A sign of the legend.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    Full,
    Outline,
    Hatched,
    Dot,
    Ring,
    Range,
    /// An answer of the weekly look back.
    Answer(usize),
}

impl Mark {
    fn paint(self, ui: &Ui, rect: egui::Rect) {
        let t = ui.tokens();
        let painter = ui.painter();
        let line = Stroke::new(1.5, t.accent);
        match self {
            Self::Full => {
                painter.rect_filled(rect, 2, t.accent);
            }
            Self::Outline => {
                painter.rect(rect, 2, t.accent_soft, line, egui::StrokeKind::Inside);
            }
            Self::Hatched => {
                for part in [0.2, 0.6, 1.0] {
                    let y = rect.bottom() - rect.height() * part;
                    let low = (y + rect.height() * 0.3).min(rect.bottom());
                    let points = [egui::pos2(rect.left(), low), egui::pos2(rect.right(), y)];
                    painter.line_segment(points, Stroke::new(1.0, t.outline));
                }
            }
            Self::Dot => {
                painter.circle_filled(rect.center(), 4.0, t.accent);
            }
            Self::Ring => {
                painter.circle(rect.center(), 4.0, t.raised, line);
            }
            Self::Answer(answer) => super::weeks::sign(ui, rect, answer),
            Self::Range => {
                painter.line_segment(
                    [rect.center_top(), rect.center_bottom()],
                    Stroke::new(2.0, t.outline),
                );
            }
        }
    }
}

fn has_gap(charts: &Charts) -> bool {
    let empty = |b: &Bucket| b.logged == 0 && b.cramps == 0;
    charts.buckets.iter().any(empty)
}

/// A chart of days: those with cramp as bars `wide` of a bucket wide and `aside`
/// from its middle, and what `beside` adds. `signs` are explained below it.
fn of_days(
    ui: &mut Ui,
    charts: &Charts,
    (salt, name): (&'static str, &str),
    (aside, wide): (f64, f64),
    signs: &[(Mark, &str)],
    beside: impl FnOnce(&mut PlotUi<'_>, &[Bucket], f64),
) {
    let t = ui.tokens();
    let (top, marks) = day_marks(charts.step);
    let axes = Axes {
        salt,
        charts,
        top,
        marks,
        name,
    };
    let buckets = charts.buckets.clone();
    plot(ui, &axes, move |plot| {
        hatch_gaps(plot, &buckets, top, t.outline);
        let bars = logged(&buckets).map(|(at, bucket)| {
            // A line on the ground for a logged week without cramp.
            let height = f64::from(bucket.attack_days).max(top * 0.012);
            bar(at + aside, height, wide, t.accent, Stroke::NONE)
        });
        plot.bar_chart(BarChart::new("", bars.collect()).allow_hover(false));
        beside(plot, &buckets, top);
    });
    let mut signs = signs.to_vec();
    if has_gap(charts) {
        signs.push((Mark::Hatched, "Not logged"));
    }
    if signs.len() > 1 {
        legend(ui, &signs);
    }
}

/// The buckets of which a day was logged, each with its place on the axis.
fn logged(buckets: &[Bucket]) -> impl Iterator<Item = (f64, &Bucket)> {
    let all = buckets.iter().enumerate();
    all.filter(|(_, bucket)| bucket.logged > 0)
        .map(|(at, bucket)| (at as f64, bucket))
}

/// Days with cramp.
pub(super) fn days(ui: &mut Ui, charts: &Charts, name: &str) {
    let ink = ui.tokens().text;
    let signs = [(Mark::Full, "Days with cramp")];
    let place = (0.0, 0.62);
    of_days(
        ui,
        charts,
        ("days", name),
        place,
        &signs,
        |plot, buckets, top| {
            if buckets.len() > NUMBERS {
                return;
            }
            for (at, bucket) in logged(buckets) {
                let days = bucket.attack_days;
                let above = f64::from(days) + top * 0.02;
                number(plot, at, above, days.to_string(), ink);
            }
        },
    );
}

/// The runs of buckets that have a value, so that no line goes over a gap.
pub(super) fn runs(points: impl Iterator<Item = Option<[f64; 2]>>) -> Vec<Vec<[f64; 2]>> {
    let mut runs: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for point in points {
        match (point, runs.last_mut()) {
            (Some(point), Some(run)) => run.push(point),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A line through the values, with dots; hollow where there are few.
fn line(
    plot: &mut PlotUi<'_>,
    buckets: &[Bucket],
    (ink, ground): (Color32, Color32),
    value: impl Fn(&Bucket) -> Option<f64> + Copy,
) {
    let points = buckets.iter().enumerate();
    let points = points.map(|(at, bucket)| Some([at as f64, value(bucket)?]));
    for run in runs(points) {
        plot.line(Line::new("", run).color(ink).width(2.0).allow_hover(false));
    }
    let dots = |firm: bool| -> Vec<[f64; 2]> {
        let all = buckets.iter().enumerate();
        all.filter(|(_, bucket)| bucket.is_firm() == firm)
            .filter_map(|(at, bucket)| Some([at as f64, value(bucket)?]))
            .collect()
    };
    let points = |dots: Vec<[f64; 2]>, radius: f32, ink: Color32| {
        Points::new("", dots)
            .shape(MarkerShape::Circle)
            .filled(true)
            .radius(radius)
            .color(ink)
            .allow_hover(false)
    };
    plot.points(points(dots(true), 4.5, ink));
    plot.points(points(dots(false), 4.5, ink));
    plot.points(points(dots(false), 3.0, ground));
}

/// The worst pain: mean and range.
pub(super) fn pain(ui: &mut Ui, charts: &Charts, name: &str) {
    let t = ui.tokens();
    let axes = Axes {
        salt: "pain",
        charts,
        top: 10.0,
        marks: &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0],
        name,
    };
    let buckets = charts.buckets.clone();
    plot(ui, &axes, move |plot| {
        hatch_gaps(plot, &buckets, 10.0, t.outline);
        for (at, bucket) in buckets.iter().enumerate() {
            if let Some((low, high)) = bucket.range {
                let x = at as f64;
                let points = vec![[x, f64::from(low)], [x, f64::from(high) + 0.01]];
                let range = Line::new("", points).color(t.outline).width(2.0);
                plot.line(range.allow_hover(false));
            }
        }
        line(plot, &buckets, (t.accent, t.raised), |b| b.mean);
    });
    let few = format!("Fewer than {FEW} cramps");
    let mut marks = vec![
        (Mark::Dot, "Mean of the worst pain"),
        (Mark::Ring, few.as_str()),
        (Mark::Range, "Lowest to highest"),
    ];
    if has_gap(charts) {
        marks.push((Mark::Hatched, "Not logged"));
    }
    legend(ui, &marks);
}

/// The median of the minutes.
pub(super) fn minutes(ui: &mut Ui, charts: &Charts, name: &str) {
    let t = ui.tokens();
    let most = charts.buckets.iter().filter_map(|b| b.minutes);
    let most = most.fold(1.0, f64::max);
    let step = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 360.0, 1440.0]
        .into_iter()
        .find(|step| most / step <= 4.0)
        .unwrap_or(14_400.0);
    let top = (most / step).ceil().max(1.0) * step;
    let marks: Vec<f64> = (0..=4)
        .map(|at| f64::from(at) * step)
        .filter(|v| *v <= top)
        .collect();
    let axes = Axes {
        salt: "minutes",
        charts,
        top,
        marks: &marks,
        name,
    };
    let buckets = charts.buckets.clone();
    plot(ui, &axes, move |plot| {
        hatch_gaps(plot, &buckets, top, t.outline);
        line(plot, &buckets, (t.accent, t.raised), |b| b.minutes);
    });
    let few = format!("Fewer than {FEW} cramps");
    let mut marks = vec![
        (Mark::Dot, "Median, in minutes"),
        (Mark::Ring, few.as_str()),
    ];
    if has_gap(charts) {
        marks.push((Mark::Hatched, "Not logged"));
    }
    legend(ui, &marks);
}

/// Stretch days beside days with cramp.
pub(super) fn stretch(ui: &mut Ui, charts: &Charts, name: &str) {
    let t = ui.tokens();
    let signs = [
        (Mark::Full, "Days with cramp"),
        (Mark::Outline, "Days with a stretch"),
    ];
    let place = (-0.19, 0.34);
    of_days(
        ui,
        charts,
        ("stretch", name),
        place,
        &signs,
        |plot, buckets, _| {
            let outline = Stroke::new(1.5, t.accent);
            let days = logged(buckets).filter(|(_, bucket)| bucket.stretch_days > 0);
            let bars = days.map(|(at, bucket)| {
                let height = f64::from(bucket.stretch_days);
                bar(at + 0.19, height, 0.34, t.accent_soft, outline)
            });
            plot.bar_chart(BarChart::new("", bars.collect()).allow_hover(false));
        },
    );
}
