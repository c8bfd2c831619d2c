//! What came of looking at a folder, and what could not be done with it.

use egui::{Response, Ui};

use super::ask;
use crate::diary::count::{self, grouped};
use crate::home::{HomeTask, Prospect};
use crate::state::HomeStep;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, primary, secondary};
use crate::ui::{Cx, icon, text};

/// What the folder is that was looked at; returns what can be done with it.
pub(super) fn prospect(ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Response> {
    let t = ui.tokens();
    let prospect = cx.state.home.prospect.clone()?;
    ui.add_space(space::M);
    let mut lead = None;
    match prospect {
        Prospect::Free {
            path,
            files,
            bytes,
            is_resumed,
        } => {
            let title = "This folder can be used";
            callout(
                ui,
                icon::CHECK_MARK,
                t.positive,
                t.positive_soft,
                title,
                |ui| {
                    let mb = (bytes >> 20) + 1;
                    let path = path.display();
                    let said = match files {
                        0 => format!("Nothing to copy yet. The diary will be kept in {path}."),
                        1 => format!("1 file goes to {path}."),
                        _ => format!("{} files, about {mb} MB, go to {path}.", grouped(files)),
                    };
                    let said = text::body(ui, said);
                    text::announce(ui, &said, false);
                    if is_resumed {
                        text::body(ui, "An earlier move to it was cut off. It is taken up.");
                    }
                    ui.add_space(space::S);
                    let onward = primary(ui, None, "Move the diary here");
                    if onward.clicked() {
                        ask(cx, HomeStep::Move);
                    }
                    lead = Some(onward);
                },
            );
        }
        Prospect::Diary {
            path,
            entries,
            is_old,
        } => {
            let title = "There is a diary in this folder already";
            callout(ui, icon::WARNING, t.caution, t.caution_soft, title, |ui| {
                let said = match entries {
                    1 => "It has 1 entry. Two diaries are never mixed.".to_owned(),
                    n => format!("It has {}. Two diaries are never mixed.", count::entries(n)),
                };
                let said = text::body(ui, said);
                text::announce(ui, &said, false);
                if is_old {
                    text::body(
                        ui,
                        "It is an old copy: the diary was moved from here. What you wrote \
                             since is not in it.",
                    );
                }
                text::body(ui, "Your own diary stays where it is.");
                ui.add_space(space::S);
                let onward = secondary(ui, None, "Open that diary instead");
                if onward.clicked() {
                    ask(cx, HomeStep::Open(path.display().to_string()));
                }
                lead = Some(onward);
            });
        }
    }
    lead
}

/// What could not be done.
pub(super) fn fault(ui: &mut Ui, cx: &Cx<'_>) {
    if let Some((task, fault)) = &cx.state.home.fault {
        if cx.state.home.lost.as_ref() == Some(fault) {
            // Said above already.
            ui.add_space(space::S);
            let said = text::strong(ui, "Still not there. Looked once more.");
            text::announce(ui, &said, true);
            return;
        }
        let t = ui.tokens();
        ui.add_space(space::M);
        let title = match task {
            HomeTask::Open if cx.state.home.lost.is_some() => "Still not there".to_owned(),
            HomeTask::Look | HomeTask::Move | HomeTask::Open | HomeTask::RemoveOld => {
                task.to_string()
            }
        };
        callout(ui, icon::WARNING, t.caution, t.caution_soft, &title, |ui| {
            let said = text::body(ui, format!("{}.", text::capital(&fault.to_string())));
            text::announce(ui, &said, true);
        });
    }
}
