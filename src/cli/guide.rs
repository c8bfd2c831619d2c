//! `unclench guide …`: pages of the guide without a window.

use super::{Ended, Failure, GuideCommand};
use crate::clock::{Clock as _, SystemClock};
use crate::content::Library;
use crate::job::quoted;
use crate::print::{self, Page, Stamp};
use crate::store;

/// Carries out the command.
pub(super) fn run(command: &GuideCommand) -> Result<Ended, Failure> {
    let GuideCommand::Print {
        page,
        file,
        force,
        region,
    } = command;
    let library = Library::embedded().map_err(|problems| {
        let first = problems.first().map(ToString::to_string);
        Failure(first.unwrap_or_default())
    })?;
    if !library.regions().iter().any(|known| known.id == *region) {
        return Err(Failure(format!(
            "{region:?} is no region; regions are two letters, such as DE, or INTL"
        )));
    }
    let page = Page::named(page, &library, region).map_err(|err| Failure(err.to_string()))?;
    let sheet = page.sheet(&library).unwrap_or_default();
    let stamp = Stamp::of(SystemClock::new().now().wall.date());
    let pdf = print::pdf(&sheet, &stamp).map_err(Failure)?;
    match store::save_copy(file, &pdf, *force) {
        Ok(_) => Ok(Ended::Well),
        Err(fault) if fault.kind == crate::job::FaultKind::Exists => Err(Failure(format!(
            "{} is there already; --force replaces it",
            quoted(file)
        ))),
        Err(fault) => Err(Failure(format!("the page could not be saved, {fault}"))),
    }
}
