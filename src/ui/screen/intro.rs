//! The first run: what Unclench is, what it is not, where the data stays. Three
//! cards, one at a time; a cramp that is there now goes before them.

use egui::{Frame, Id, Key, Margin, Panel, Ui, Vec2};

use crate::action::{Action, CrampStep};
use crate::state::IntroCard;
use crate::ui::icon::Icon;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, page, primary, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// Below this height of the window it is low.
const LOW: f32 = 560.0;

/// What a card says.
struct Words {
    mark: Icon,
    title: &'static str,
    lines: [&'static str; 3],
}

fn words(card: IntroCard) -> Words {
    match card {
        IntroCard::What => Words {
            mark: icon::NOW,
            title: "Help when a buttock cramps",
            lines: [
                "In the minute it hurts: one button, then a stretch you can follow with your eyes \
                 shut.",
                "When you wonder what it is: a check that says how soon to see someone, and a guide \
                 that tells the causes apart.",
                "Over the months: a diary that takes seconds and shows what sets it off and what \
                 helps.",
            ],
        },
        IntroCard::Limits => Words {
            mark: icon::INFO,
            title: "It is no doctor",
            lines: [
                "Unclench gives general information for adults. It cannot examine you, and no \
                 clinician has reviewed it yet.",
                "It can be wrong. Do not wait for a professional’s advice, or ignore it, because of \
                 what you read here.",
                "If something is badly wrong, press “Get help” at the bottom left. It is there on \
                 every screen.",
            ],
        },
        IntroCard::Data => Words {
            mark: icon::FOLDER,
            title: "Your data stays here",
            lines: [
                "What you write is kept on this computer only. Unclench has no network code: no \
                 account, nothing sent, nothing counted.",
                "Each entry is a small text file that you can read without Unclench. The folder is \
                 named in the settings.",
                "A backup is made each day. If you remove the program, your diary stays where it is.",
            ],
        },
    }
}

/// Draws the card that is open.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(here) = cx.state.over.intro else {
        return;
    };
    if cx.state.over.manual.is_none() {
        keys(ui, cx, here);
    }
    let words = words(here);
    // In a low window the buttons stay in sight and the card scrolls.
    let low = ui.ctx().content_rect().height() < LOW;
    if low {
        Panel::bottom("intro buttons")
            .resizable(false)
            .show_separator_line(false)
            .frame(
                Frame::new()
                    .fill(ui.tokens().surface)
                    .inner_margin(Margin::symmetric(20, 8)),
            )
            .show(ui, |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(egui::Role::Toolbar);
                    node.set_label("The way on");
                });
                ui.horizontal_wrapped(|ui| onward(ui, cx, here))
            });
    }
    page(ui, "intro", 640.0, |ui| {
        ui.horizontal(|ui| {
            let of = IntroCard::ALL.len();
            text::caption(ui, format!("Welcome, {} of {of}", here.number()));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if quiet(ui, None, "Skip").clicked() {
                    cx.ask(Action::Intro(None));
                }
            });
        });
        ui.add_space(space::S);
        card(ui, |ui| {
            if !low {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(40.0), egui::Sense::hover());
                words.mark.paint(ui, rect, ui.tokens().accent);
                ui.add_space(space::S);
            }
            let title = text::title(ui, words.title);
            text::announce(ui, &title, false);
            for line in words.lines {
                ui.add_space(space::S);
                text::body(ui, line);
            }
        });
        if !low {
            ui.add_space(space::L);
            ui.horizontal_wrapped(|ui| onward(ui, cx, here));
        }
    });
}

/// The buttons below a card.
fn onward(ui: &mut Ui, cx: &mut Cx<'_>, here: IntroCard) {
    let word = if here.next().is_some() {
        "Next"
    } else {
        "Begin"
    };
    let lead = primary(ui, None, word);
    // The arrows move the focus too; a new card begins at its first button.
    let shown = Id::unique("intro card");
    let before = ui.data_mut(|data| data.get_temp(shown));
    if before != Some(here.number()) {
        ui.data_mut(|data| data.insert_temp(shown, here.number()));
        lead.request_focus();
    }
    if lead.clicked() {
        cx.ask(Action::Intro(here.next()));
    }
    if let Some(back) = here.back()
        && secondary(ui, None, "Back").clicked()
    {
        cx.ask(Action::Intro(Some(back)));
    }
    match here {
        IntroCard::What => {
            if secondary(ui, Some(icon::NOW), "It’s cramping now").clicked() {
                cx.ask(Action::Cramp(CrampStep::Press));
            }
        }
        IntroCard::Limits => {}
        IntroCard::Data => {
            if secondary(ui, Some(icon::VIEW), "Look around with an example diary").clicked() {
                cx.ask(Action::Example(true));
            }
        }
    }
}

/// The arrows turn the cards, Esc leaves them.
fn keys(ui: &Ui, cx: &mut Cx<'_>, here: IntroCard) {
    let plain = egui::Modifiers::NONE;
    let (left, right, leave) = ui.input_mut(|input| {
        (
            input.consume_key(plain, Key::ArrowLeft),
            input.consume_key(plain, Key::ArrowRight),
            input.consume_key(plain, Key::Escape),
        )
    });
    if leave {
        cx.ask(Action::Intro(None));
    } else if right && here.next().is_some() {
        cx.ask(Action::Intro(here.next()));
    } else if left && here.back().is_some() {
        cx.ask(Action::Intro(here.back()));
    }
}
