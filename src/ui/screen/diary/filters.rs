//! The filters: chips with counts, the range of pain and of dates, and the line
//! that says how many entries were found.

use egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Finder;
use crate::diary::count::entries;
use crate::diary::entry::Side;
use crate::diary::search::{Choice, Counts, Filter, Kind, Mark, PLACES};
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, quiet};
use crate::ui::{Cx, field, icon, text};

/// Draws all choices.
pub(super) fn panel(ui: &mut Ui, cx: &Cx<'_>, find: &mut Finder) {
    let counts = find.rows.found().map(|f| f.counts).unwrap_or_default();
    card(ui, |ui| {
        let kinds = Kind::ALL.map(Choice::Kind);
        group(ui, "Kind", &kinds, &mut find.filter, &counts);
        let sides: Vec<Choice> = Side::ALL.iter().copied().map(Choice::Side).collect();
        group(ui, "Side", &sides, &mut find.filter, &counts);
        let places: Vec<Choice> = (0..PLACES.len()).map(Choice::Place).collect();
        group(ui, "Place", &places, &mut find.filter, &counts);
        let marks = Mark::ALL.map(Choice::Mark);
        group(ui, "Only", &marks, &mut find.filter, &counts);
        pain(ui, &mut find.filter);
        dates(ui, cx.now.wall.date(), find);
    });
}

/// The choices of one group that any entry has, or that are made.
fn group(ui: &mut Ui, name: &str, all: &[Choice], filter: &mut Filter, counts: &Counts) {
    let shown: Vec<Choice> = all
        .iter()
        .copied()
        .filter(|choice| counts.of(*choice) > 0 || filter.has(*choice))
        .collect();
    if shown.is_empty() {
        return;
    }
    text::caption(ui, name);
    let inner = ui.horizontal_wrapped(|ui| {
        for choice in shown {
            let word = format!("{} ({})", choice.label(), counts.of(choice));
            if chip(ui, filter.has(choice), &word).clicked() {
                filter.turn(choice);
            }
        }
    });
    ui.ctx().accesskit_node_builder(inner.response.id, |node| {
        node.set_role(egui::accesskit::Role::Group);
        node.set_label(name);
    });
    ui.add_space(space::S);
}

fn pain(ui: &mut Ui, filter: &mut Filter) {
    let (mut low, mut high) = filter.pain;
    ui.horizontal_wrapped(|ui| {
        ui.vertical(|ui| field::number(ui, "Worst pain from", &mut low, 0..=10, " of 10"));
        ui.vertical(|ui| field::number(ui, "Worst pain to", &mut high, 0..=10, " of 10"));
    });
    if low != filter.pain.0 {
        high = high.max(low);
    }
    filter.pain = (low.min(high), high);
    ui.add_space(space::S);
}

fn dates(ui: &mut Ui, today: Date, find: &mut Finder) {
    text::caption(ui, "When");
    let since = |days: i32| Some(today.saturating_sub(days.days()));
    let year = Date::new(today.year(), 1, 1).ok();
    ui.horizontal_wrapped(|ui| {
        for (word, from) in [
            ("Last 7 days", since(6)),
            ("Last 30 days", since(29)),
            ("This year", year),
        ] {
            let on = find.filter.from == from && find.filter.to.is_none();
            if chip(ui, on, word).clicked() {
                find.filter.from = from.filter(|_| !on);
                find.filter.to = None;
                find.show_dates();
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let [from, to] = &mut find.dates;
        let hint = "year-month-day";
        let first = ui.vertical(|ui| field::line(ui, "First day", hint, from, 130.0));
        let last = ui.vertical(|ui| field::line(ui, "Last day", hint, to, 130.0));
        if first.inner.changed() || last.inner.changed() {
            find.filter.from = from.trim().parse().ok();
            find.filter.to = to.trim().parse().ok();
        }
    });
}

/// How many were found, what narrows the list, and the way back to all of it.
pub(super) fn line(ui: &mut Ui, find: &mut Finder) {
    let total = find.rows.entries();
    let all = find.text.trim().is_empty() && find.filter.is_open();
    let mut said = match (all, total) {
        (true, n) => entries(n),
        (false, 0) => "Nothing found".to_owned(),
        (false, n) => format!("{} found", entries(n)),
    };
    let reading = find.rows.read_so_far();
    if let Some(percent) = reading {
        said = format!("{said} so far, {percent} % of the diary searched");
    }
    // What is drawn below says it where nothing was found.
    if all || total > 0 || reading.is_some() {
        let line = text::caption(ui, said);
        text::announce(ui, &line, false);
    }
    if find.filter.is_open() {
        return;
    }
    let made: Vec<Choice> = Choice::all().filter(|c| find.filter.has(*c)).collect();
    ui.horizontal_wrapped(|ui| {
        for choice in made {
            let away = quiet(ui, Some(icon::CLOSE), choice.label());
            let name = format!("Without the filter {}", choice.label());
            if away.accessible_name(name).clicked() {
                find.filter.turn(choice);
            }
        }
        let (low, high) = find.filter.pain;
        if (low, high) != (0, 10) {
            let word = format!("Pain {low} to {high}");
            if quiet(ui, Some(icon::CLOSE), &word)
                .accessible_name(format!("Without the filter {word}"))
                .clicked()
            {
                find.filter.pain = (0, 10);
            }
        }
        if let Some(word) = dates_in_words(&find.filter)
            && quiet(ui, Some(icon::CLOSE), &word)
                .accessible_name(format!("Without the filter {word}"))
                .clicked()
        {
            (find.filter.from, find.filter.to) = (None, None);
            find.show_dates();
        }
        if find.filter.count() > 1 && quiet(ui, None, "Clear the filters").clicked() {
            find.clear_filters();
        }
    });
    ui.add_space(space::XS);
}

/// "3 March 2026", "From 3 March 2026", "3 March 2026 to 9 March 2026".
fn dates_in_words(filter: &Filter) -> Option<String> {
    let said = |date: Date| date.strftime("%-d %B %Y").to_string();
    match (filter.from, filter.to) {
        (None, None) => None,
        (Some(from), Some(to)) if from == to => Some(said(from)),
        (Some(from), Some(to)) => Some(format!("{} to {}", said(from), said(to))),
        (Some(from), None) => Some(format!("From {}", said(from))),
        (None, Some(to)) => Some(format!("Up to {}", said(to))),
    }
}
