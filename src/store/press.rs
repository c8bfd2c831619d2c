//! The IO thread's part in saving pages: set, write, save; ask for a path; open.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::choose;
use super::export::{open, typed};
use super::outside::save_copy;
use super::worker::{Order, aside};
use crate::clock::Clock;
use crate::dialog::{Choice, Purpose};
use crate::job::{Fault, FaultKind, Report};
use crate::print::{self, PageJob, PageReport};

/// Does it. What may take long is done on a thread of its own, which answers
/// through `own`; the rest is answered at once.
pub(super) fn carry_out(
    job: PageJob,
    own: &Sender<Order>,
    clock: &Arc<dyn Clock>,
) -> Option<PageReport> {
    match job {
        PageJob::Save {
            ticket,
            paper,
            stamp,
            path,
            replace,
        } => {
            let pdf = paper.sheet().and_then(|sheet| print::pdf(&sheet, &stamp));
            let pdf =
                pdf.map_err(|err| Fault::new(FaultKind::System, format!("the page failed, {err}")));
            let done = pdf.and_then(|pdf| save_copy(&typed(&path), &pdf, replace));
            Some(match done {
                Ok(path) => PageReport::Saved(ticket, path),
                Err(fault) => PageReport::Failed(ticket, fault),
            })
        }
        PageJob::Preview {
            ticket,
            brief,
            stamp,
        } => {
            let asked = aside("unclench-preview", own, move || {
                let sheet = brief.sheet();
                let made = sheet.and_then(|sheet| print::preview(&sheet, &stamp));
                Some(Report::Page(PageReport::Preview(
                    ticket,
                    made.map(Arc::new),
                )))
            });
            let none = || "the system gave no thread".to_owned();
            (!asked).then(|| PageReport::Preview(ticket, Err(none())))
        }
        PageJob::Choose { ticket, path } => {
            let clock = Arc::clone(clock);
            let asked = aside("unclench-choose", own, move || {
                let choice = choose::ask(Purpose::Page, &path, clock.as_ref());
                Some(Report::Page(match choice {
                    Choice::Path(path) => PageReport::Chosen(ticket, path),
                    Choice::Closed => PageReport::NotChosen(ticket),
                    Choice::NoDialog => PageReport::NoDialog(ticket),
                }))
            });
            (!asked).then_some(PageReport::NoDialog(ticket))
        }
        PageJob::Open(path) => {
            let named = path.clone();
            let asked = aside("unclench-open", own, move || {
                open(&named)
                    .is_err()
                    .then_some(Report::Page(PageReport::NotOpened(named)))
            });
            (!asked).then_some(PageReport::NotOpened(path))
        }
    }
}
