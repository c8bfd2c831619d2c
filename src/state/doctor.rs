//! The doctor's page in the window: what is wanted of it, and how it looks now.

use std::sync::Arc;

use jiff::civil::Date;

use super::State;
use crate::clock::Moment;
use crate::job::{Job, Ticket};
use crate::print::report::{Ask, Brief};
use crate::print::{Page, PageJob, Preview, Stamp};
use crate::screen::Screen;
use crate::settings::Settings;

/// A step on the doctor's page.
#[derive(Clone, Debug, PartialEq)]
pub enum DoctorStep {
    /// Go there.
    Open,
    /// Go back to where it was opened.
    Close,
    /// Other wishes.
    Ask(Box<Ask>),
    /// Keep name and date of birth for next time, or forget them.
    KeepMe(bool),
    /// Draw the page as it is wanted now.
    Draw,
    /// Save it: opens the sheet that asks where.
    Save,
}

/// What the page looks like is made for this.
type MadeFor = (u64, Date, Ask);

/// The doctor's page.
#[derive(Clone, Debug, Default)]
pub struct DoctorDesk {
    /// Whether a person is there.
    is_open: bool,
    /// The wishes have been filled in from the settings.
    begun: bool,
    /// Where it was opened from.
    from: Screen,
    ask: Ask,
    preview: Option<Result<Arc<Preview>, String>>,
    made_for: Option<MadeFor>,
    waiting: Option<Ticket>,
    last: u64,
}

impl DoctorDesk {
    /// What is wanted of it.
    pub const fn ask(&self) -> &Ask {
        &self.ask
    }

    /// The page as it was drawn last, or why it could not be.
    pub const fn preview(&self) -> Option<&Result<Arc<Preview>, String>> {
        self.preview.as_ref()
    }

    /// Whether it is being drawn.
    pub const fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Counts the pages drawn, so that a picture of one knows a new one.
    pub const fn drawing(&self) -> u64 {
        self.last
    }

    /// Takes in a page that was drawn.
    pub(super) fn drawn(&mut self, ticket: Ticket, made: Result<Arc<Preview>, String>) {
        if self.waiting == Some(ticket) {
            self.waiting = None;
            self.preview = Some(made);
        }
    }
}

impl State {
    /// Leaves the page because another screen is opened.
    pub(super) fn leave_doctor(&mut self) {
        self.doctor.is_open = false;
    }

    /// Is the doctor's page on the screen?
    pub fn is_at_doctor(&self) -> bool {
        self.screen == Screen::Trends && self.doctor.is_open
    }

    /// Whether the page must be drawn again.
    pub fn doctor_is_stale(&self, now: &Moment) -> bool {
        let desk = &self.doctor;
        let is_made = desk.made_for.as_ref().is_some_and(|(revision, day, ask)| {
            *revision == self.diary.revision() && *day == now.wall.date() && *ask == desk.ask
        });
        self.diary.is_loaded() && !is_made && !desk.is_waiting()
    }

    /// What the page is made from, now.
    pub fn doctor_brief(&self, now: &Moment) -> Brief {
        Brief {
            diary: Arc::new(self.diary.clone()),
            library: Arc::clone(&self.library),
            ask: self.doctor.ask.clone(),
            today: now.wall.date(),
        }
    }

    /// Takes a step.
    pub(super) fn doctor_step(&mut self, step: DoctorStep, now: &Moment) -> Vec<Job> {
        match step {
            DoctorStep::Open => {
                let reads = self.reads();
                let settings = &self.settings;
                let ask = &mut self.doctor.ask;
                (ask.units, ask.twelve) = (reads.units, reads.twelve);
                if !self.doctor.begun {
                    ask.question.clone_from(&settings.report_question);
                    ask.discreet = settings.discreet;
                    if settings.report_keeps_me {
                        ask.name.clone_from(&settings.report_name);
                        ask.born.clone_from(&settings.report_born);
                    }
                }
                self.doctor.begun = true;
                if !self.is_at_doctor() {
                    self.doctor.from = self.screen;
                }
                self.doctor.is_open = true;
                self.screen = Screen::Trends;
            }
            DoctorStep::Close => {
                self.doctor.is_open = false;
                self.screen = self.doctor.from;
                return self.keep_of_report();
            }
            DoctorStep::Ask(ask) => self.doctor.ask = *ask,
            DoctorStep::KeepMe(keep) => {
                let settings = Settings {
                    report_keeps_me: keep,
                    ..self.settings.clone()
                };
                let jobs = self.choose(settings);
                return jobs.into_iter().chain(self.keep_of_report()).collect();
            }
            DoctorStep::Draw => return self.draw_report(now),
            DoctorStep::Save => {
                let page = Page::Report(Box::new(self.doctor_brief(now)));
                self.propose(page);
                return self.keep_of_report();
            }
        }
        Vec::new()
    }

    fn draw_report(&mut self, now: &Moment) -> Vec<Job> {
        if !self.doctor_is_stale(now) {
            return Vec::new();
        }
        let brief = Box::new(self.doctor_brief(now));
        let desk = &mut self.doctor;
        desk.last += 1;
        let ticket = Ticket(desk.last);
        desk.waiting = Some(ticket);
        desk.made_for = Some((brief.diary.revision(), brief.today, brief.ask.clone()));
        vec![Job::Page(PageJob::Preview {
            ticket,
            brief,
            stamp: Stamp::of(now.wall.date()),
        })]
    }

    /// Keeps the question for next time, and name and date of birth if the
    /// person said so.
    pub(super) fn keep_of_report(&mut self) -> Vec<Job> {
        let ask = &self.doctor.ask;
        let kept = |text: &str| {
            if self.settings.report_keeps_me {
                text.to_owned()
            } else {
                String::new()
            }
        };
        let settings = Settings {
            report_question: ask.question.clone(),
            report_name: kept(&ask.name),
            report_born: kept(&ask.born),
            ..self.settings.clone()
        };
        self.choose(settings)
    }
}
