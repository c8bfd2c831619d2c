//! One cramp that is not in the diary yet: how it is now, whether it is over,
//! where it is; saved with as few presses as can be.

use egui::Ui;

use super::{WIDTH, bar, lead_key, place, words};
use crate::action::{Action, CrampStep, CrampTold};
use crate::diary::begun::Begun;
use crate::diary::entry::{EntryId, Lasted};
use crate::state::CrampView;
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, floor, page, pain_scale, quiet};
use crate::ui::{Cx, icon, text};

/// After so many seconds it is asked how long it lasted; before, whether it has
/// stopped.
const LONG_AGO: u32 = 2 * 3600;

/// Lengths that are one press away, in seconds.
const LENGTHS: [(u32, &str); 7] = [
    (30, "Under a minute"),
    (120, "2 min"),
    (300, "5 min"),
    (600, "10 min"),
    (1800, "30 min"),
    (3600, "1 hour"),
    (10_800, "3 hours"),
];

/// Draws the page.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    id: EntryId,
    placing: &mut Option<EntryId>,
    fresh: bool,
) {
    if fresh {
        *placing = None;
    }
    let Some(begun) = cx.state.cramp.get(id).cloned() else {
        return;
    };
    let age = begun.seconds_until(cx.now.wall.timestamp());
    bar(ui, "cramp bar", |ui| lead(ui, cx, id, &begun, age));
    page(ui, "cramp", WIDTH, |ui| {
        ui.horizontal(|ui| {
            let back = quiet(ui, Some(icon::BACK), "Finish later");
            if back.clicked() {
                cx.ask(Action::Cramp(CrampStep::View(None)));
            }
        });
        head(ui, cx, id, &begun, age);
        ui.add_space(space::M);
        card(ui, |ui| {
            text::subheading(ui, 2, "How is it now?");
            ui.add_space(space::XS);
            let last = begun.samples.last().map(|sample| sample.pain.get());
            if let Some(n) = pain_scale(ui, "Pain now", last) {
                cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Pain(n))));
            }
            if let Some(said) = words::pains(&begun, cx.state.is_twelve()) {
                let line = text::body(ui, said);
                text::announce(ui, &line, false);
            }
        });
        ui.add_space(space::M);
        card(ui, |ui| over(ui, cx, id, &begun, age));
        ui.add_space(space::M);
        place::show(ui, cx, id, &begun, placing);
        ui.add_space(space::M);
        card(ui, |ui| woke(ui, cx, id, &begun));
        ui.add_space(space::L);
        ui.horizontal_wrapped(|ui| {
            if quiet(ui, Some(icon::EDIT), "Add more details").clicked() {
                cx.ask(Action::Cramp(CrampStep::Finish(id)));
            }
            if quiet(ui, Some(icon::TRASH), "Discard").clicked() {
                cx.ask(Action::Cramp(CrampStep::Discard(id)));
            }
        });
    });
}

fn head(ui: &mut Ui, cx: &Cx<'_>, id: EntryId, begun: &Begun, age: u32) {
    let start = begun.started_at.as_ref();
    let at = start.map_or_else(String::new, |s| {
        words::clock(s, cx.now.wall.date(), cx.state.is_twelve())
    });
    text::title(ui, &format!("Cramp of {at}"));
    let noted = if cx.state.cramp.is_kept(id) {
        "Noted"
    } else {
        "Noting"
    };
    // The time is in the title.
    let line = text::muted(ui, format!("{noted}, {}.", words::ago(age)));
    text::announce(ui, &line, false);
}

/// The button to see first, and the stretch.
fn lead(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, begun: &Begun, age: u32) {
    let proposed = cx.state.cramp.proposed(id);
    let lacks = proposed
        .as_ref()
        .is_none_or(|begun| !begun.lacks().is_empty());
    let by_proposal = begun.regions.is_empty() && !lacks;
    let ask_stop = begun.lasted.is_none() && age < LONG_AGO;
    if !ask_stop && let Some(said) = proposed.as_ref().and_then(words::missing) {
        let line = text::muted(ui, said);
        text::announce(ui, &line, false);
    }
    ui.spacing_mut().item_spacing.x = space::M;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        if ask_stop {
            let stopped = floor(left, true, Some(icon::CHECK_MARK), "It has stopped");
            if stopped.clicked() || lead_key(left, cx) {
                cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Stopped)));
            }
        } else {
            let word = if by_proposal {
                "Save, place as last time"
            } else {
                "Save"
            };
            left.add_enabled_ui(!lacks, |ui| {
                let save = floor(ui, true, Some(icon::CHECK_MARK), word);
                if save.clicked() || (!lacks && lead_key(ui, cx)) {
                    cx.ask(Action::Cramp(CrampStep::Save(id)));
                }
            });
        }
        if floor(right, false, Some(icon::STRETCH), "Stretch it").clicked() {
            let step = if cx.state.cramp.is_clear(id) {
                CrampStep::NoSigns(id)
            } else {
                CrampStep::View(Some(CrampView::Signs(id)))
            };
            cx.ask(Action::Cramp(step));
        }
    });
}

/// Whether it is over, and how long it lasted.
fn over(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, begun: &Begun, age: u32) {
    text::subheading(ui, 2, "Is it over?");
    ui.add_space(space::XS);
    if let Some(lasted) = begun.lasted {
        let line = text::strong(ui, words::lasted(lasted));
        text::announce(ui, &line, false);
        if quiet(ui, None, "Choose again").clicked() {
            cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Lasted(None))));
        }
        return;
    }
    if age >= 60 {
        text::muted(ui, "If it stopped a while ago: how long did it last?");
    }
    ui.horizontal_wrapped(|ui| {
        for (secs, word) in LENGTHS {
            if secs <= age.max(60) && chip(ui, false, word).clicked() {
                let lasted = Some(Lasted::Seconds(secs));
                cx.ask(Action::Cramp(CrampStep::Tell(
                    id,
                    CrampTold::Lasted(lasted),
                )));
            }
        }
        if age >= LONG_AGO && chip(ui, false, "Until now").clicked() {
            cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Stopped)));
        }
        if chip(ui, false, "Still going").clicked() {
            let lasted = Some(Lasted::StillGoing);
            cx.ask(Action::Cramp(CrampStep::Tell(
                id,
                CrampTold::Lasted(lasted),
            )));
        }
    });
}

fn woke(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId, begun: &Begun) {
    text::subheading(ui, 2, "Did it wake you?");
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        for (answer, word) in [(true, "It woke me"), (false, "I was awake")] {
            let on = begun.woke_me == Some(answer);
            if chip(ui, on, word).clicked() {
                let next = (!on).then_some(answer);
                cx.ask(Action::Cramp(CrampStep::Tell(id, CrampTold::Woke(next))));
            }
        }
    });
}
