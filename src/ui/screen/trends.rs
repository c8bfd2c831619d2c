//! Trends: what the diary shows over weeks, counts first.

use egui::{CornerRadius, FontId, Sense, Ui};

use crate::action::Action;
use crate::diary::trend::{self, Week};
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::space;
use crate::ui::widget::{card, empty, hairline, page};
use crate::ui::{Cx, icon, text};

/// How many weeks are shown.
const WEEKS: usize = 12;

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "trends", 860.0, |ui| {
        text::title(ui, "Trends");
        let weeks = trend::weeks(&cx.state.diary, cx.now.wall.date(), WEEKS);
        let logged: u32 = weeks.iter().map(|w| w.episodes).sum();
        if logged == 0 {
            text::muted(ui, "What your diary shows over time, counts first.");
            ui.add_space(space::M);
            let first = empty(
                ui,
                icon::TRENDS,
                "Nothing to show yet",
                "After a few entries you will see here on how many days a week it cramps, how bad \
                 it gets, and whether that is changing.",
                "Log a cramp",
            );
            if first.clicked() {
                cx.ask(Action::NewEntry);
            }
            return;
        }
        text::muted(ui, summary(&weeks));
        ui.add_space(space::M);
        card(ui, |ui| {
            text::subheading(ui, 2, "Days with cramp, each week");
            chart(ui, &weeks);
        });
        ui.add_space(space::L);
        card(ui, |ui| {
            text::subheading(ui, 2, "The same as a table");
            ui.add_space(space::S);
            table(ui, &weeks);
        });
        if cx.state.stretch.has_done_it_before() {
            ui.add_space(space::L);
            card(ui, |ui| stretching(ui, cx));
        }
    });
}

/// What stretching did, counted.
fn stretching(ui: &mut Ui, cx: &Cx<'_>) {
    text::subheading(ui, 2, "Stretching");
    ui.add_space(space::XS);
    let days = cx.state.stretch.days_of_seven();
    text::body(ui, format!("On {days} of the last 7 days."));
    text::body(ui, cx.state.stretch.relief().to_string());
    text::caption(
        ui,
        "Helped: pain 2 points or 30 % lower right after. Sessions of the last 90 days.",
    );
}

/// One sentence that says what the chart shows.
fn summary(weeks: &[Week]) -> String {
    let episodes: u32 = weeks.iter().map(|w| w.episodes).sum();
    let days: u32 = weeks.iter().map(|w| w.attack_days).sum();
    let mut said = format!(
        "{episodes} {} on {days} {} in the last {} weeks.",
        if episodes == 1 { "cramp" } else { "cramps" },
        if days == 1 { "day" } else { "days" },
        weeks.len()
    );
    if episodes < 6 {
        said.push_str(" Too few to tell whether it is changing.");
    }
    said
}

fn chart(ui: &mut Ui, weeks: &[Week]) {
    let t = ui.tokens();
    let wanted = egui::vec2(ui.available_width(), 220.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let said = summary(weeks);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::Role::Image,
            true,
            format!(
                "Bar chart of days with cramp, each week. {said} The table below has the numbers."
            ),
        )
    });
    let plot = egui::Rect::from_min_max(
        rect.min + egui::vec2(28.0, 12.0),
        rect.max - egui::vec2(4.0, 28.0),
    );
    let painter = ui.painter();
    for days in [0_u8, 2, 4, 6] {
        let y = plot.bottom() - plot.height() * f32::from(days) / 7.0;
        let line = if days == 0 { t.outline } else { t.hairline };
        painter.hline(plot.x_range(), y, egui::Stroke::new(1.0, line));
        painter.text(
            egui::pos2(plot.left() - 8.0, y),
            egui::Align2::RIGHT_CENTER,
            days.to_string(),
            FontId::new(13.0, digits()),
            t.muted,
        );
    }
    let step = plot.width() / weeks.len().max(1) as f32;
    for (at, week) in weeks.iter().enumerate() {
        let x = plot.left() + (at as f32 + 0.5) * step;
        let wide = (step * 0.6).min(44.0);
        if week.days_logged == 0 {
            painter.text(
                egui::pos2(x, plot.bottom() - 10.0),
                egui::Align2::CENTER_CENTER,
                "–",
                FontId::proportional(14.0),
                t.muted,
            );
        } else {
            let height = plot.height() * week.attack_days as f32 / 7.0;
            let bar = egui::Rect::from_min_max(
                egui::pos2(x - wide / 2.0, plot.bottom() - height.max(2.0)),
                egui::pos2(x + wide / 2.0, plot.bottom()),
            );
            painter.rect_filled(bar, CornerRadius::same(4), t.accent);
        }
        if at % 2 == weeks.len().saturating_sub(1) % 2 || step > 60.0 {
            painter.text(
                egui::pos2(x, plot.bottom() + 14.0),
                egui::Align2::CENTER_CENTER,
                week.monday.strftime("%-d %b").to_string(),
                FontId::proportional(13.0),
                t.muted,
            );
        }
    }
}

/// One row of the table: four cells of equal width.
fn table_row(ui: &mut Ui, cells: [String; 4], draw: fn(&mut Ui, String) -> egui::Response) {
    ui.columns(4, |columns| {
        for (ui, cell) in columns.iter_mut().zip(cells) {
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                draw(ui, cell)
            });
        }
    });
}

fn table(ui: &mut Ui, weeks: &[Week]) {
    let head = ["Week of", "Days with cramp", "Cramps", "Mean of the worst"];
    table_row(ui, head.map(str::to_owned), text::strong);
    for week in weeks.iter().rev() {
        hairline(ui);
        let monday = week.monday.strftime("%-d %b %Y").to_string();
        if week.days_logged == 0 {
            let none = || "–".to_owned();
            table_row(
                ui,
                [monday, "not logged".to_owned(), none(), none()],
                text::muted,
            );
            continue;
        }
        let mean = week
            .mean_peak_tenths
            .map_or("–".to_owned(), |m| format!("{}.{} of 10", m / 10, m % 10));
        let (days, cramps) = (week.attack_days.to_string(), week.episodes.to_string());
        table_row(ui, [monday, days, cramps, mean], text::body);
    }
}
