//! `unclench diary export report.pdf`: the doctor's page without a window.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Ended, Failure, print, say};
use crate::clock::{Clock as _, SystemClock};
use crate::content::Library;
use crate::diary::Diary;
use crate::job::{FaultKind, quoted};
use crate::print::report::{Ask, Brief, Span};
use crate::print::{Stamp, pdf};
use crate::settings::Settings;
use crate::store;

/// What is wanted of the page.
#[derive(Clone, Debug)]
pub(super) struct Wanted<'a> {
    pub(super) file: &'a Path,
    pub(super) force: bool,
    pub(super) since: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) question: &'a str,
    pub(super) appendix: bool,
    /// What lengths are told in, and the time of day.
    pub(super) settings: Settings,
    /// The locale of the system; may be empty.
    pub(super) locale: &'a str,
}

/// Whether a file is asked for that is made here.
pub(super) fn is_meant(file: &Path) -> bool {
    let ending = file.extension().unwrap_or_default();
    ending.eq_ignore_ascii_case("pdf")
}

/// Makes the page and writes it. A period without any entry is no report: it is
/// said, and no file is made.
pub(super) fn export(diary: Diary, wanted: &Wanted<'_>) -> Result<Ended, Failure> {
    let library = Library::embedded().map_err(|problems| {
        let first = problems.first().map(ToString::to_string);
        Failure(first.unwrap_or_default())
    })?;
    let today = SystemClock::new().now().wall.date();
    if let (Some(since), Some(until)) = (wanted.since, wanted.until)
        && since > until
    {
        return Err(Failure(format!(
            "--since {since} is later than --until {until}; give them the other way round"
        )));
    }
    let unread = diary.damaged().count() + diary.newer().count();
    let ask = Ask {
        span: Span::Dates(wanted.since, wanted.until),
        question: wanted.question.to_owned(),
        appendix: wanted.appendix,
        units: wanted.settings.units,
        twelve: wanted.settings.day_clock.is_twelve(wanted.locale),
        ..Ask::default()
    };
    let brief = Brief {
        diary: Arc::new(diary),
        library: Arc::new(library),
        ask,
        today,
    };
    let facts = brief.facts();
    if facts.entries == 0 {
        let what = if brief.diary.is_empty() {
            "the diary has no entry yet"
        } else {
            "the diary has no entry in this period"
        };
        return Err(Failure(format!("{what}, so no report was made")));
    }
    let sheet = crate::print::report::sheet(&brief.library, &facts, &brief.ask);
    let bytes = sheet.and_then(|sheet| pdf(&sheet, &Stamp::of(today)));
    let bytes = bytes.map_err(Failure)?;
    match store::save_copy(wanted.file, &bytes, wanted.force) {
        Ok(_) => {}
        Err(fault) if fault.kind == FaultKind::Exists => {
            return Err(Failure(format!(
                "{} is there already; choose another name, or replace it with --force",
                quoted(wanted.file)
            )));
        }
        Err(fault) => return Err(Failure(format!("the report could not be saved, {fault}"))),
    }
    print(|out| writeln!(out, "exported: {}", facts.entries))?;
    if unread == 0 {
        return Ok(Ended::Well);
    }
    say(&format!(
        "the report is not complete: {unread} could not be read; see `unclench diary verify`"
    ));
    Ok(Ended::Found)
}
