//! The folder of the diary: moving it, in the settings; and the page that stands
//! where the diary would, when its folder is not there.

mod answer;

use egui::{Response, Ui};

use self::answer::{fault, prospect};

use crate::action::Action;
use crate::dialog::Purpose;
use crate::diary::count::grouped;
use crate::home::Moved;
use crate::state::HomeStep;
use crate::ui::choose::PathField;
use crate::ui::leave::escaped;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, card, danger, page, primary, progress, quiet, secondary, sunken};
use crate::ui::{Cx, icon, text};

/// What is written in the fields.
#[derive(Debug, Default)]
pub(super) struct HomeForm {
    field: PathField,
    /// The choice of another folder was there in the last frame.
    was_open: bool,
    /// The old copy is about to be removed.
    is_sure: bool,
    /// How many answers were seen.
    answers: u64,
}

fn ask(cx: &mut Cx<'_>, step: HomeStep) {
    cx.ask(Action::Home(step));
}

impl HomeForm {
    /// The folder, in the settings.
    pub(super) fn part(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let home = &cx.state.home;
        text::caption(ui, "Folder");
        let folder = cx.state.data_folder.clone();
        ui.add(egui::Label::new(&folder).selectable(true).wrap());
        ui.add_space(space::XS);
        let (is_open, is_ours) = (home.is_open, home.is_ours);
        if is_open && home.progress.is_none() && escaped(ui) {
            ask(cx, HomeStep::Cancel);
        }
        ui.horizontal_wrapped(|ui| {
            if secondary(ui, Some(icon::FOLDER), "Open the folder").clicked() {
                ask(cx, HomeStep::Show);
            }
            if quiet(ui, None, "Copy the path").clicked() {
                ui.ctx().copy_text(folder.clone());
            }
            if is_ours && !is_open {
                let begin = quiet(ui, None, "Move to another folder…");
                if self.was_open {
                    begin.request_focus();
                }
                if begin.clicked() {
                    ask(cx, HomeStep::Begin);
                }
            }
        });
        if cx.state.home.is_portable {
            text::muted(
                ui,
                "Unclench is portable here: a file unclench-portable.txt is beside the program, so \
                 the diary and the settings are too. Take that file away, and the usual folder is \
                 used from the next start on. Nothing is moved.",
            );
        } else if !is_ours {
            text::muted(
                ui,
                "The folder was named when Unclench was started, with --data-dir or \
                 UNCLENCH_DATA_DIR. To use another one, name it there.",
            );
        }
        if let Some(other) = &home.instead_of {
            let said = format!(
                "This is the usual folder, for this time. Your own diary should be in {}.",
                other.display()
            );
            text::muted(ui, said);
        }
        if is_open {
            ui.add_space(space::S);
            sunken(ui, |ui| self.moving(ui, cx));
        }
        self.was_open = is_open;
        self.after(ui, cx);
    }

    /// Choosing another folder, and moving there.
    fn moving(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        text::subheading(ui, 3, "Move the diary");
        text::muted(
            ui,
            "Everything is copied and compared first. The old folder stays as it is until you \
             remove it.",
        );
        ui.add_space(space::S);
        if let Some((done, of)) = cx.state.home.progress {
            progress(ui, done, of);
            let said = text::muted(
                ui,
                format!("Copying {} of {} files…", grouped(done), grouped(of)),
            );
            text::announce(ui, &said, false);
            return;
        }
        let words = ("New folder", "~/Documents/unclench");
        let (line, is_chosen) = self.field.show(ui, cx, words, Purpose::Move);
        if !self.was_open {
            line.request_focus(); // it may have opened below what is seen
            ui.scroll_to_rect(ui.min_rect(), None);
        }
        let entered = line.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        ui.add_space(space::S);
        let is_ready = !cx.state.home.is_busy && !self.field.path.trim().is_empty();
        ui.horizontal_wrapped(|ui| {
            ui.add_enabled_ui(is_ready, |ui| {
                let pressed = secondary(ui, Some(icon::SEARCH), "Look at this folder").clicked();
                if is_ready && (pressed || entered || is_chosen) {
                    ask(cx, HomeStep::Look(self.field.path.trim().to_owned()));
                }
            });
            if quiet(ui, None, "Cancel").clicked() {
                ask(cx, HomeStep::Cancel);
            }
        });
        let top = ui.cursor().top();
        let lead = prospect(ui, cx);
        fault(ui, cx);
        self.show_answer(ui, cx, top, lead.as_ref());
    }

    /// Brings a new answer into sight, from `top` on, and the keyboard to what
    /// can be done about it.
    fn show_answer(&mut self, ui: &Ui, cx: &Cx<'_>, top: f32, lead: Option<&Response>) {
        if self.answers == cx.state.home.answers {
            return;
        }
        self.answers = cx.state.home.answers;
        let told = ui.min_rect().with_min_y(top);
        if let Some(lead) = lead {
            lead.request_focus();
            lead.scroll_to_me(None); // where there is no room for all of it
        }
        if told.height() > 1.0 && told.height() < ui.clip_rect().height() {
            ui.scroll_to_rect(told, None);
        }
    }

    /// What came of a move, and the old copy.
    fn after(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let t = ui.tokens();
        let top = ui.cursor().top();
        if let Some(moved) = cx.state.home.moved.clone() {
            ui.add_space(space::S);
            let title = "The diary has moved";
            callout(
                ui,
                icon::CHECK_MARK,
                t.positive,
                t.positive_soft,
                title,
                |ui| {
                    self.old_copy(ui, cx, &moved);
                },
            );
            fault(ui, cx);
        } else if let Some(removed) = &cx.state.home.removed {
            ui.add_space(space::S);
            let mut said = format!("{} files of the old copy are removed.", removed.files);
            if !removed.kept.is_empty() {
                let more = format!(
                    " {} stay in {}, because they differ from those in the new folder.",
                    removed.kept.len(),
                    removed.old.display()
                );
                said.push_str(&more);
            }
            let said = text::muted(ui, said);
            text::announce(ui, &said, false);
        }
        self.show_answer(ui, cx, top, None);
    }

    fn old_copy(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, moved: &Moved) {
        let from = moved.from.display();
        if moved.files == 0 {
            text::body(
                ui,
                "There was nothing to copy yet. The next entry goes there.",
            );
            return;
        }
        text::body(ui, copied(moved.files));
        if !moved.left_out.is_empty() {
            let count = moved.left_out.len();
            text::body(
                ui,
                format!("{count} links or the like are not files and were not copied."),
            );
        }
        if let Some(remark) = &moved.remark {
            text::body(ui, format!("One thing did not go well: {remark}."));
        }
        text::body(ui, format!("The old copy is still in {from}."));
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if !self.is_sure {
                self.is_sure = quiet(ui, Some(icon::TRASH), "Remove the old copy…").clicked();
                return;
            }
            text::body(
                ui,
                "Only files that are the same in the new folder are removed.",
            );
            ui.end_row();
            if danger(ui, None, "Remove the old copy").clicked() {
                self.is_sure = false;
                ask(cx, HomeStep::RemoveOld);
            }
            self.is_sure &= !quiet(ui, None, "Leave it").clicked();
        });
    }

    /// The page in place of the diary, when its folder is not there.
    pub(super) fn lost(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page(ui, "lost", 760.0, |ui| {
            text::title(ui, "Your diary is not there");
            ui.add_space(space::S);
            let t = ui.tokens();
            if let Some(lost) = &cx.state.home.lost {
                let title = "Nothing was changed";
                callout(ui, icon::WARNING, t.caution, t.caution_soft, title, |ui| {
                    let said = text::body(ui, format!("{}.", text::capital(&lost.to_string())));
                    text::announce(ui, &said, true);
                });
            }
            ui.add_space(space::M);
            card(ui, |ui| {
                text::subheading(ui, 2, "Plug it in");
                text::muted(
                    ui,
                    "If the folder is on a stick or another disk, plug that in first.",
                );
                ui.add_space(space::S);
                ui.add_enabled_ui(!cx.state.home.is_busy, |ui| {
                    if primary(ui, Some(icon::RESTORE), "Try again").clicked() {
                        ask(cx, HomeStep::TryAgain);
                    }
                });
            });
            let top = ui.cursor().top();
            fault(ui, cx);
            self.show_answer(ui, cx, top, None);
            ui.add_space(space::M);
            card(ui, |ui| {
                text::subheading(ui, 2, "It is somewhere else");
                let words = ("Folder of the diary", "~/Documents/unclench");
                self.field.show(ui, cx, words, Purpose::Open);
                ui.add_space(space::S);
                let is_ready = !cx.state.home.is_busy && !self.field.path.trim().is_empty();
                ui.add_enabled_ui(is_ready, |ui| {
                    if secondary(ui, None, "Open this folder").clicked() {
                        ask(cx, HomeStep::Open(self.field.path.trim().to_owned()));
                    }
                });
            });
            ui.add_space(space::M);
            card(ui, |ui| {
                text::subheading(ui, 2, "Go on without it");
                text::muted(
                    ui,
                    "The usual folder serves until you close Unclench. What you log is kept there; \
                     your own diary is looked for again at the next start.",
                );
                ui.add_space(space::S);
                if secondary(ui, None, "Use the usual folder this time").clicked() {
                    ask(cx, HomeStep::Usual);
                }
            });
        });
    }
}

/// How much was copied, in a sentence.
fn copied(files: usize) -> String {
    match files {
        1 => "1 file was copied and compared.".to_owned(),
        files => format!("{} files were copied and compared.", grouped(files)),
    }
}
