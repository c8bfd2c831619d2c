//! Saving a page as PDF: what is to be saved, where, and what came of it.

use std::path::PathBuf;

use super::{DoctorStep, GuidePage, Stage, State};
use crate::clock::Moment;
use crate::job::{Fault, FaultKind, Job, Ticket};
use crate::notice::{Remedy, Tone};
use crate::print::{Outcome, Page, PageJob, PageReport, Stamp, Stretch};
use crate::screen::Screen;
use crate::triage::Place;

/// A step on the way to a saved page.
#[derive(Clone, Debug, PartialEq)]
pub enum PrintStep {
    /// Open the sheet for the page a person is on.
    Open,
    /// Open the sheet for this page.
    OpenPage(Box<Page>),
    /// Close the sheet.
    Close,
    /// Ask the system's dialog, which begins at this path.
    Choose(String),
    /// Save it at this path.
    Save {
        /// The path as it was typed.
        path: String,
        /// What has this name already may be replaced.
        replace: bool,
    },
}

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Nothing.
    No,
    /// The page is being saved.
    Saving(Ticket),
    /// The system's dialog may be open.
    Choosing(Ticket),
}

/// What stands in the way, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is, in a few words.
    pub head: &'static str,
    /// What to do.
    pub text: String,
}

impl Problem {
    fn new(head: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { head, text }
    }
}

/// The sheet that asks where to save a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintSheet {
    /// The page.
    pub page: Page,
    /// Its title.
    pub title: String,
    /// The path that is proposed, or was chosen in the system's dialog.
    pub path: String,
    /// Counts the proposals, so that a field knows a new one.
    pub proposal: u64,
    /// What is under way.
    pub waiting: Waiting,
    /// What went wrong.
    pub problem: Option<Problem>,
    /// There is a file at this path already.
    pub taken: bool,
}

/// Everything about saving pages.
#[derive(Clone, Debug, Default)]
pub struct PrintDesk {
    /// The folder that is proposed.
    pub folder: PathBuf,
    sheet: Option<PrintSheet>,
    saved: Option<PathBuf>,
    last: u64,
}

impl PrintDesk {
    /// The sheet, while it is open.
    pub fn sheet(&self) -> Option<&PrintSheet> {
        self.sheet.as_ref()
    }

    fn ticket(&mut self) -> Ticket {
        self.last += 1;
        Ticket(self.last)
    }

    /// The sheet, if it waits for this ticket; it waits no longer.
    fn answered(&mut self, ticket: Ticket) -> Option<&mut PrintSheet> {
        let sheet = self.sheet.as_mut()?;
        let awaited = match sheet.waiting {
            Waiting::Saving(own) | Waiting::Choosing(own) => own == ticket,
            Waiting::No => false,
        };
        if awaited {
            sheet.waiting = Waiting::No;
        }
        awaited.then_some(sheet)
    }
}

impl State {
    /// The page a person is on, if it can be saved.
    pub fn page_here(&self, now: &Moment) -> Option<Page> {
        match self.screen {
            Screen::Guide => match self.guide.here() {
                GuidePage::Cause(id) => Some(Page::Cause(id.clone())),
                GuidePage::Alert(id) => Some(Page::Alert(id.clone())),
                GuidePage::Remedy(id) => Some(Page::Remedy(id.clone())),
                GuidePage::Figure(id) => Some(Page::Figure(id.clone())),
                GuidePage::Conflicts => Some(Page::Conflicts),
                GuidePage::Compare(a, b) => Some(Page::Compare(a.clone(), b.clone())),
                GuidePage::Home | GuidePage::Find => None,
            },
            Screen::Help => Some(Page::Help(self.region().id.clone())),
            Screen::Check => self.outcome(now).map(|o| Page::Check(Box::new(o))),
            Screen::Stretch => self.stretch_page(),
            Screen::Trends if self.is_at_doctor() && !self.diary.is_empty() => {
                Some(Page::Report(Box::new(self.doctor_brief(now))))
            }
            Screen::Now | Screen::Diary | Screen::Trends | Screen::Settings => None,
        }
        .filter(|page| page.title(&self.library).is_some())
    }

    /// The stretch as it is set up; none on the other pages of its screen.
    pub fn stretch_page(&self) -> Option<Page> {
        let desk = &self.stretch;
        if desk.stage() != Stage::SetUp || desk.interrupted().is_some() {
            return None;
        }
        Some(Page::Stretch(Box::new(Stretch {
            routine: desk.routine()?.id.clone(),
            plan: desk.plan_id().to_owned(),
            options: desk.options().clone(),
        })))
    }

    /// The check that is at its result.
    fn outcome(&self, now: &Moment) -> Option<Outcome> {
        let run = self.check.run();
        let done = *run.place() == Place::Result;
        let assessment = self.check.assessment().filter(|_| done)?;
        // One that was opened again was done on the day it was kept.
        let kept = self.check.saved().and_then(|id| self.diary.get(id));
        Some(Outcome {
            answers: run.answers().clone(),
            assessment: assessment.clone(),
            open: self.check.open_questions().to_vec(),
            region: self.region().id.clone(),
            day: kept.map_or_else(|| now.wall.date(), |entry| entry.date()),
        })
    }

    /// Takes a step.
    pub(super) fn print(&mut self, step: PrintStep, now: &Moment) -> Vec<Job> {
        match step {
            PrintStep::Open if self.is_on_the_floor() => {}
            // What these screens have to print is the doctor's page.
            PrintStep::Open
                if matches!(self.screen, Screen::Diary | Screen::Trends)
                    && !self.is_at_doctor() =>
            {
                return self.doctor_step(DoctorStep::Open, now);
            }
            PrintStep::Open => match self.page_here(now) {
                Some(page) => self.propose(page),
                None => self.notices.tell(
                    "print",
                    Tone::Info,
                    "There is no page to save here. Open a page of the guide, Get help, the result of \
                     a check, the set-up of a stretch, or your diary.",
                    None,
                ),
            },
            PrintStep::OpenPage(page) => self.propose(*page),
            PrintStep::Close => self.print.sheet = None,
            PrintStep::Choose(path) => {
                let ticket = self.print.ticket();
                if let Some(sheet) = &mut self.print.sheet {
                    sheet.waiting = Waiting::Choosing(ticket);
                    sheet.problem = None;
                    return vec![Job::Page(PageJob::Choose { ticket, path })];
                }
            }
            PrintStep::Save { path, replace } => return self.save_page(&path, replace, now),
        }
        Vec::new()
    }

    /// Opens the sheet with a name and a folder.
    pub(super) fn propose(&mut self, page: Page) {
        let Some(title) = page.title(&self.library) else {
            return;
        };
        let name = page.file_name(&self.library, self.settings.discreet);
        let path = self.print.folder.join(format!("{name}.pdf"));
        let proposal = self.print.ticket().0;
        self.print.sheet = Some(PrintSheet {
            title,
            page,
            path: path.display().to_string(),
            proposal,
            waiting: Waiting::No,
            problem: None,
            taken: false,
        });
    }

    fn save_page(&mut self, path: &str, replace: bool, now: &Moment) -> Vec<Job> {
        let ticket = self.print.ticket();
        let Some(open) = &mut self.print.sheet else {
            return Vec::new();
        };
        open.problem = None;
        open.taken = false;
        let path = path.trim();
        path.clone_into(&mut open.path);
        if path.is_empty() {
            open.problem = Some(Problem::new(
                "No file is named",
                "Type where it goes, or choose it.",
            ));
            return Vec::new();
        }
        let Some(paper) = open.page.paper(&self.library) else {
            return Vec::new();
        };
        open.waiting = Waiting::Saving(ticket);
        vec![Job::Page(PageJob::Save {
            ticket,
            paper,
            stamp: Stamp::of(now.wall.date()),
            path: with_ending(path),
            replace,
        })]
    }

    /// Takes what became of it.
    pub(super) fn page_told(&mut self, report: PageReport) {
        match report {
            PageReport::Saved(ticket, path) => {
                if self.print.answered(ticket).is_some() {
                    self.print.sheet = None;
                }
                let said = format!("Saved as {}", path.display());
                self.print.saved = Some(path);
                self.notices
                    .tell("print", Tone::Good, said, Some(Remedy::OpenPage));
            }
            PageReport::Failed(ticket, fault) => self.page_failed(ticket, &fault),
            PageReport::Chosen(ticket, path) => {
                let proposal = self.print.ticket().0;
                if let Some(sheet) = self.print.answered(ticket) {
                    sheet.path = with_ending(&path.display().to_string());
                    sheet.proposal = proposal;
                }
            }
            PageReport::NotChosen(ticket) => {
                self.print.answered(ticket);
            }
            PageReport::NoDialog(ticket) => {
                if let Some(sheet) = self.print.answered(ticket) {
                    let head = "The system’s dialog did not open";
                    sheet.problem = Some(Problem::new(head, "Type the folder and name above."));
                }
            }
            PageReport::Preview(ticket, made) => self.doctor.drawn(ticket, made),
            PageReport::NotOpened(path) => {
                let said = format!(
                    "No program opened the file. It is saved as {}",
                    path.display()
                );
                self.notices.tell("print", Tone::Warning, said, None);
            }
        }
    }

    fn page_failed(&mut self, ticket: Ticket, fault: &Fault) {
        let taken = fault.kind == FaultKind::Exists;
        match self.print.answered(ticket) {
            Some(sheet) if taken => {
                sheet.taken = true;
                let text = "Type another name above, or replace the file.";
                sheet.problem = Some(Problem::new("This file is there already", text));
            }
            Some(sheet) => {
                sheet.problem = Some(Problem::new("Not saved", first_upper(&format!("{fault}."))));
            }
            None => {
                let said = format!("The page could not be saved: {fault}.");
                self.notices.tell("print", Tone::Warning, said, None);
            }
        }
    }

    /// Opens the page that was saved last.
    pub(super) fn open_saved(&self) -> Vec<Job> {
        let saved = self.print.saved.clone();
        saved
            .map(|path| Job::Page(PageJob::Open(path)))
            .into_iter()
            .collect()
    }
}

/// The same with a large first letter.
fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// The path with the ending of a PDF.
fn with_ending(path: &str) -> String {
    if path.to_lowercase().ends_with(".pdf") {
        path.to_owned()
    } else {
        format!("{path}.pdf")
    }
}
