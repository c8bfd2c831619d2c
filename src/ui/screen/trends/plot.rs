//! The frame of a chart: an axis of days or points at the left, weeks or months
//! below, calm lines, no zooming, no dragging, and a name for a screen reader.

use egui::{Color32, FontId, Ui, Vec2, Vec2b};
use egui_plot::{AxisHints, GridMark, Line, Plot, PlotPoint, PlotUi, Text};

use crate::diary::chart::{Charts, Step};
use crate::ui::theme::UiExt as _;

/// The height of a chart, in points.
const TALL: f32 = 200.0;
/// So much of the height lies below zero: its number does not touch the dates.
const FOOT: f64 = 0.07;
/// The least room for one word below, in points.
const WORD: f32 = 66.0;

/// What a chart's frame needs to know.
pub(super) struct Axes<'a> {
    pub(super) salt: &'static str,
    pub(super) charts: &'a Charts,
    /// The highest value shown.
    pub(super) top: f64,
    /// Where lines go across, with their number.
    pub(super) marks: &'a [f64],
    /// What a screen reader says.
    pub(super) name: &'a str,
}

/// Draws the frame and what `add` puts in it; bucket 0 stands at x = 0.
pub(super) fn plot<'a>(ui: &mut Ui, axes: &Axes<'_>, add: impl FnOnce(&mut PlotUi<'a>) + 'a) {
    let t = ui.tokens();
    let count = axes.charts.buckets.len().max(1);
    let words: Vec<String> = axes
        .charts
        .buckets
        .iter()
        .map(|bucket| {
            let format = match axes.charts.step {
                Step::Week => "%-d %b",
                Step::Month => "%b %y",
            };
            bucket.first.strftime(format).to_string()
        })
        .collect();
    let fit = ((ui.available_width() - 40.0) / WORD).max(1.0);
    let every = (count as f32 / fit).ceil().max(1.0) as usize;
    let marks: Vec<f64> = axes.marks.to_vec();
    let below = AxisHints::new_x()
        .formatter(move |mark: GridMark, _range| {
            let at = mark.value.round();
            let word = words.get(at.max(0.0) as usize);
            word.filter(|_| at >= 0.0).cloned().unwrap_or_default()
        })
        .tick_label_color(t.muted)
        .tick_label_font(FontId::proportional(13.0))
        .label_spacing(1.0..=2.0);
    let left = AxisHints::new_y()
        .formatter(|mark: GridMark, _range| format!("{:.0}", mark.value))
        .tick_label_color(t.muted)
        .tick_label_font(FontId::proportional(13.0))
        .min_thickness(30.0)
        .label_spacing(1.0..=2.0);
    // The plot remembers its bounds by its name: they belong to these buckets.
    let response = Plot::new((axes.salt, count, axes.top.to_bits()))
        .height(TALL)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_grid(Vec2b::new(false, true))
        .grid_color(t.hairline)
        .grid_fade(0.0)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .sense(egui::Sense::hover())
        .set_margin_fraction(Vec2::ZERO)
        .auto_bounds(false)
        .default_x_bounds(-0.6, count as f64 - 0.4)
        .default_y_bounds(-axes.top * FOOT, axes.top * 1.06)
        .x_grid_spacer(move |_input| {
            // Counted from the newest, so that the newest has its word.
            let last = count - 1;
            let all = (0..count).filter(|at| (last - at).is_multiple_of(every));
            all.map(|at| GridMark {
                value: at as f64,
                step_size: every as f64,
            })
            .collect()
        })
        .y_grid_spacer(move |_input| {
            let mark = |value: &f64| GridMark {
                value: *value,
                step_size: 1000.0,
            };
            marks.iter().map(mark).collect()
        })
        .custom_x_axes(vec![below])
        .custom_y_axes(vec![left])
        .show(ui, add)
        .response;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, axes.name));
}

/// Hatches a bucket that nobody logged, from `x` left to right.
pub(super) fn gap(plot: &mut PlotUi<'_>, at: usize, top: f64, ink: Color32) {
    const LINES: i32 = 7;
    let (left, right) = (at as f64 - 0.36, at as f64 + 0.36);
    let rise = top / f64::from(LINES);
    for line in 0..LINES {
        let low = f64::from(line) * rise;
        let points = vec![[left, low], [right, low + rise]];
        plot.line(
            Line::new("", points)
                .color(ink)
                .width(1.0)
                .allow_hover(false),
        );
    }
}

/// A number at a place of the chart.
pub(super) fn number(plot: &mut PlotUi<'_>, x: f64, y: f64, word: String, ink: Color32) {
    let rich = egui::RichText::new(word).size(13.0).color(ink);
    plot.text(
        Text::new("", PlotPoint::new(x, y), rich)
            .anchor(egui::Align2::CENTER_BOTTOM)
            .allow_hover(false),
    );
}
