//! `unclench diary export`, `import` and `backup`: the diary as one file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::{Ended, Failure, print, report, say};
use crate::diary::Diary;
use crate::diary::entry::{Entry, Intensity, Region};
use crate::exchange::Format;
use crate::exchange::foreign::{DateOrder, Foreign, Mapping, Role, Unit};
use crate::exchange::plan::{Plan, plan};
use crate::job::{Fault, FaultKind, quoted};
use crate::store::Store;

/// `unclench diary export`.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The file; its ending says which kind: .csv .json .ron .zip .pdf
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
    /// Only entries of this day and later
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Only entries of this day and earlier
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Your own question, on the report (.pdf)
    #[arg(long, value_name = "TEXT", default_value = "")]
    question: String,
    /// The report (.pdf) without the table of all episodes
    #[arg(long)]
    no_appendix: bool,
}

/// `unclench diary import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file: .csv .json .ron .zip
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Columns of a table of another program, by name: `date=When,pain=Score`.
    /// What there is: date, time, duration, end, intensity, place, side, note
    #[arg(long, value_name = "ROLE=COLUMN,…")]
    map: Option<String>,
    /// How dates such as 03/04/2026 are written there
    #[arg(long, value_name = "ORDER")]
    dates: Option<Order>,
    /// What a bare number of the duration counts there
    #[arg(long, value_name = "UNIT")]
    unit: Option<Count>,
    /// The highest number of its scale of pain: 5, 10 or 100
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=100))]
    scale: Option<u8>,
    /// The place for rows that name none we know, such as `buttock_left_mid`
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// How long it lasted where no row says so, in minutes
    #[arg(long, value_name = "NUMBER")]
    minutes: Option<u16>,
    /// How bad it was where no row says so, 0 to 10
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(0..=10))]
    pain: Option<u8>,
}

/// The order of a date.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Order {
    /// Day first: 3 April is 03/04
    Dmy,
    /// Month first: March 4 is 03/04
    Mdy,
}

/// What numbers count.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Count {
    /// Seconds
    S,
    /// Minutes
    Min,
    /// Hours
    H,
}

/// Writes the diary into a file.
pub(super) fn export(store: &mut Store, asked: &Export) -> Result<Ended, Failure> {
    if report::is_meant(&asked.file) {
        let wanted = report::Wanted {
            file: &asked.file,
            force: asked.force,
            since: asked.since,
            until: asked.until,
            question: &asked.question,
            appendix: !asked.no_appendix,
            settings: store.load_settings().0,
            locale: &super::locale(),
        };
        return report::export(load(store), &wanted);
    }
    if !asked.question.is_empty() || asked.no_appendix {
        let said = "--question and --no-appendix are for a report, whose name ends in .pdf";
        return Err(Failure(said.to_owned()));
    }
    let format = Format::of(&asked.file).map_err(|why| {
        let file = quoted(&asked.file);
        Failure(format!("{file}: {why}, or in .pdf for a report"))
    })?;
    let diary = load(store);
    let is_asked = |entry: &&Arc<Entry>| {
        let date = entry.date();
        asked.since.is_none_or(|since| date >= since)
            && asked.until.is_none_or(|until| date <= until)
    };
    let entries: Vec<Arc<Entry>> = diary.entries().iter().filter(is_asked).cloned().collect();
    let is_part = asked.since.is_some() || asked.until.is_some();
    let (count, left_out) = if is_part {
        let done = store.export_some(format, &asked.file, &entries, asked.force);
        done.map_err(|fault| not_written(&fault))?;
        (entries.len(), 0)
    } else {
        let done = store.export(format, &asked.file, &entries, asked.force);
        let done = done.map_err(|fault| not_written(&fault))?;
        (done.count, done.left_out.len())
    };
    print(|out| writeln!(out, "exported: {count}"))?;
    let unread = diary.damaged().count() + diary.newer().count();
    let missing = if format == Format::Zip && !is_part {
        left_out
    } else {
        unread
    };
    if missing == 0 {
        return Ok(Ended::Well);
    }
    say(&format!(
        "the export is not complete: {missing} could not be read; see `unclench diary verify`"
    ));
    Ok(Ended::Found)
}

fn not_written(fault: &Fault) -> Failure {
    let hint = if fault.kind == FaultKind::Exists {
        "; choose another name, or replace it with --force"
    } else {
        ""
    };
    Failure(format!("the file could not be written, {fault}{hint}"))
}

/// Takes a file in.
pub(super) fn import(store: &mut Store, asked: &Import) -> Result<Ended, Failure> {
    let unread = |fault: Fault| Failure(format!("the file could not be read, {fault}"));
    let mut incoming = store.look(&asked.file, None).map_err(unread)?;
    if let Some(foreign) = &incoming.foreign {
        let mapping = mapping(asked, foreign)?;
        if mapping != foreign.mapping {
            incoming = store.look(&asked.file, Some(mapping)).map_err(unread)?;
        }
    }
    let diary = load(store);
    if let Some(folder) = diary
        .damaged()
        .find(|damaged| damaged.path.extension().is_none())
    {
        return Err(Failure(format!(
            "what is there already is not known: {} cannot be read, {}",
            quoted(&store.places().data.join(&folder.path)),
            folder.spot
        )));
    }
    let plan = plan(&incoming, &diary);
    if let (Some(question), Some(foreign)) = (plan.question(), &plan.foreign) {
        return Err(Failure(format!(
            "{}: {question} Say so with --map, --dates, --minutes, --pain or --place; its columns \
             are {}",
            quoted(&asked.file),
            foreign.header.join(", ")
        )));
    }
    tell(&plan)?;
    if asked.dry_run {
        print(|out| writeln!(out, "nothing was written"))?;
    } else {
        let done = store.import(&plan.fresh, &mut |_| true);
        let done = done.map_err(|fault| Failure(format!("the import failed: {fault}")))?;
        print(|out| writeln!(out, "imported: {}", done.unwrap_or(0)))?;
    }
    let is_fine = plan.problem_count == 0 && plan.differs.is_empty();
    Ok(if is_fine { Ended::Well } else { Ended::Found })
}

/// How the table is to be read: as guessed, but for what was said.
fn mapping(asked: &Import, foreign: &Foreign) -> Result<Mapping, Failure> {
    let mut mapping = foreign.mapping.clone();
    for pair in asked.map.iter().flat_map(|map| map.split(',')) {
        let known = || {
            let roles: Vec<&str> = Role::ALL.iter().map(|role| role.id()).collect();
            Failure(format!(
                "{pair:?} is no role and column; write date=COLUMN with one of {}",
                roles.join(", ")
            ))
        };
        let (role, column) = pair.split_once('=').ok_or_else(known)?;
        let role = Role::ALL
            .into_iter()
            .find(|r| r.id() == role.trim())
            .ok_or_else(known)?;
        let column = column.trim();
        if column.is_empty() {
            mapping.set(role, None);
            continue;
        }
        let at = foreign.header.iter().position(|name| name == column);
        let at = at.ok_or_else(|| {
            Failure(format!(
                "there is no column {column:?}; the columns are {}",
                foreign.header.join(", ")
            ))
        })?;
        mapping.set(role, Some(at));
    }
    mapping.dates = match asked.dates {
        Some(Order::Dmy) => Some(DateOrder::DayFirst),
        Some(Order::Mdy) => Some(DateOrder::MonthFirst),
        None => mapping.dates,
    };
    mapping.unit = match asked.unit {
        Some(Count::S) => Unit::Seconds,
        Some(Count::Min) => Unit::Minutes,
        Some(Count::H) => Unit::Hours,
        None => mapping.unit,
    };
    mapping.scale = asked.scale.unwrap_or(mapping.scale);
    if let Some(place) = &asked.place {
        let region = Region::from_id(place).ok_or_else(|| {
            let all: Vec<&str> = Region::ALL.iter().map(|region| region.id()).collect();
            Failure(format!(
                "{place:?} is no place; write one of {}",
                all.join(", ")
            ))
        })?;
        mapping.place = Some(region);
    }
    mapping.minutes = asked.minutes.or(mapping.minutes);
    mapping.pain = asked.pain.and_then(Intensity::new).or(mapping.pain);
    Ok(mapping)
}

/// What would be, or is, done.
fn tell(plan: &Plan) -> Result<(), Failure> {
    print(|out| {
        for line in plan.lines() {
            writeln!(out, "{line}")?;
        }
        for remark in &plan.remarks {
            writeln!(out, "  note: {remark}")?;
        }
        for differs in &plan.differs {
            writeln!(
                out,
                "  {}: {} is there with other words",
                differs.place,
                differs.theirs.id()
            )?;
        }
        for problem in &plan.problems {
            writeln!(out, "  {problem}")?;
        }
        if plan.problem_count > plan.problems.len() {
            writeln!(
                out,
                "  and {} more",
                plan.problem_count - plan.problems.len()
            )?;
        }
        Ok(())
    })
}

/// Makes a backup.
pub(super) fn backup(store: &mut Store, folder: Option<&Path>) -> Result<Ended, Failure> {
    let failed = |fault: Fault| Failure(format!("no backup could be made, {fault}"));
    let mut settings = store.load_settings().0;
    if let Some(folder) = folder {
        let folder = std::path::absolute(folder).map_err(|err| Failure(err.to_string()))?;
        settings.backup_folder = folder.to_string_lossy().into_owned();
    }
    match store.back_up(&settings, false).map_err(failed)? {
        Some(backup) => print(|out| writeln!(out, "{}", backup.path.display()))?,
        None => say("the diary is empty, so there is nothing to back up"),
    }
    // Files that are damaged are in it; what cannot be opened is not.
    let diary = load(store);
    let unread = |reason: &str| reason.starts_with("it could not be read");
    let missing = diary.damaged().filter(|d| unread(&d.spot.reason)).count();
    if missing == 0 {
        return Ok(Ended::Well);
    }
    say(&format!(
        "the backup is not complete: {missing} could not be read; see `unclench diary verify`"
    ));
    Ok(Ended::Found)
}

fn load(store: &mut Store) -> Diary {
    super::diary::load(store)
}
