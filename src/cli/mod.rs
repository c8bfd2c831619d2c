//! The command line: what may be typed after `unclench`.
//!
//! Commands for scripts and tests never touch the window. Exit 0: done; 1:
//! something was found (damaged files); 2: bad usage, bad input, or it could
//! not be done, with one sentence on standard error.

mod check;
mod diary;
mod exchange;
mod guide;
mod report;
mod verify;

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};

use crate::store::paths::DATA_DIR_VARIABLE;
use crate::store::{Places, told};

/// The locale that the system's messages are in; may be empty.
pub fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

/// The screens a window can be opened on.
const SCREENS: [&str; 7] = [
    "now", "guide", "check", "stretch", "diary", "trends", "settings",
];

/// Unclench: an offline guide, check, stretch timer and diary for people whose
/// buttock cramps. Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "unclench", version, disable_help_subcommand = true)]
struct Line {
    /// The folder of the diary and the settings [default: `UNCLENCH_DATA_DIR`;
    /// or `unclench-data` beside the program, when a file
    /// `unclench-portable.txt` is there; or the system's folder for program data]
    #[arg(long, value_name = "DIR", global = true)]
    data_dir: Option<PathBuf>,

    /// The screen the window opens on
    #[arg(long, value_name = "SCREEN", value_parser = PossibleValuesParser::new(SCREENS))]
    screen: Option<String>,

    /// Open an example diary to look around in; nothing of it is kept
    #[arg(long)]
    example_diary: bool,
    /// Open the window with "It's cramping now" pressed: the time is noted
    #[arg(long, conflicts_with = "screen")]
    cramp_now: bool,

    /// Open the window and look inside this file: a backup, an export or an
    /// entry. You decide what is brought in
    #[arg(value_name = "FILE", conflicts_with_all = ["screen", "cramp_now", "example_diary"])]
    file: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read and change the diary without a window
    #[command(subcommand)]
    Diary(DiaryCommand),
    /// Weigh answers, or list the questions, without a window
    Check(CheckCommand),
    /// Print pages of the guide without a window
    #[command(subcommand)]
    Guide(GuideCommand),
}

/// What can be done with the guide.
#[derive(Debug, Subcommand)]
pub(crate) enum GuideCommand {
    /// Save one page as PDF
    ///
    /// Pages are `cause/ID`, `alert/ID`, `remedy/ID`, `figure/ID`,
    /// `compare/ID/ID`, `conflicts` (what people often hear) and `help` (every
    /// sign that needs help). An ID is the name of a file in `content/`.
    /// `stretch/ROUTINE` is a stretch in pictures on one page, with its own
    /// plan; `stretch/ROUTINE/PLAN` with another one. `blank-diary` is a sheet to
    /// fill in by hand for two weeks.
    Print {
        /// The page, such as `cause/piriformis_dgs`
        #[arg(value_name = "PAGE")]
        page: String,
        /// The file to write; its folder has to be there
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Replace the file if it is there already
        #[arg(long)]
        force: bool,
        /// Whose emergency numbers `help` tells, such as DE
        #[arg(long, value_name = "REGION", default_value = crate::content::ANYWHERE)]
        region: String,
    },
}

/// What can be asked of Check.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Asked {
    /// Answers to weigh: `{"age_years": 45, "rf_fever": "no", "side": "one"}`,
    /// in RON or JSON; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,
    /// List every question with its options
    #[arg(long)]
    pub(crate) questions: bool,
}

/// `unclench check`.
#[derive(Debug, Args)]
pub(crate) struct CheckCommand {
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// What can be done to the diary.
#[derive(Debug, Subcommand)]
pub(crate) enum DiaryCommand {
    /// Add one entry; prints its id once it is durable
    ///
    /// RON: `Episode(started_at: "2026-11-23T03:10:00+01:00", duration:
    /// seconds(240), regions: [buttock_left_deep], side: left, pain_peak: 8,
    /// note: "…")`. JSON: one object with the same fields and `"kind":
    /// "episode"`, `"session"` or `"day"`. `id`, `logged_at` and `schema` may be
    /// left out.
    Add(Input),
    /// List the entries, oldest first, one a line
    List {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
        /// Only entries of this day and later
        #[arg(long, value_name = "DATE")]
        since: Option<jiff::civil::Date>,
        /// Only entries of this day and earlier
        #[arg(long, value_name = "DATE")]
        until: Option<jiff::civil::Date>,
    },
    /// Print one entry
    Show {
        /// The id of the entry
        id: String,
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Replace one entry; what it said before goes to the history
    Edit {
        /// The id of the entry
        id: String,
        #[command(flatten)]
        input: Input,
    },
    /// Move one entry to the trash
    Delete {
        /// The id of the entry
        id: String,
    },
    /// Take one entry out of the trash
    Restore {
        /// The id of the entry
        id: String,
    },
    /// Write the diary into one file
    ///
    /// A .csv is a table with one row an entry, a .json and a .ron a list of
    /// entries, a .zip every file as it is. Each of these can be imported again. A
    /// .pdf is the report for a doctor: one page, and a table of all episodes.
    Export(exchange::Export),
    /// Take a file in: entries that are not there yet, all of them or none
    ///
    /// An entry with the id of one that is there is left out. A table of another
    /// program is understood as far as it can be; what is unclear is asked.
    Import(exchange::Import),
    /// Make a backup: a dated zip, read back after writing; prints its name
    ///
    /// Old ones go: of 7 days, 4 weeks and 12 months the newest is kept.
    Backup {
        /// The folder [default: the one in the settings]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Move the diary to another folder; prints where it is then
    ///
    /// Everything is copied and compared first. The old folder stays as it is,
    /// with a note in it. Not with --data-dir or `UNCLENCH_DATA_DIR`.
    Move {
        /// The new folder; empty, or not there yet
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Read every file and name what is damaged, newer, in conflict or left over
    Verify {
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
}

/// Where an entry is read from.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// JSON instead of RON
    #[arg(long)]
    pub(crate) json: bool,
    /// The file; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
}

/// How the window is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launch {
    /// Where the data is.
    pub places: Places,
    /// The id of the screen to open on.
    pub screen: Option<String>,
    /// Open the example diary instead of the person's own.
    pub example: bool,
    /// "It's cramping now" is pressed already.
    pub cramp_now: bool,
    /// A file to look inside; absolute, and it is there.
    pub file: Option<PathBuf>,
}

/// What to do after the command line has been read.
#[derive(Debug)]
pub enum Start {
    /// Open the window.
    Window(Box<Launch>),
    /// All is done; leave with this code.
    Done(ExitCode),
}

/// Reads the command line and carries out a command if there is one.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(err) => {
            let code = u8::try_from(err.exit_code()).unwrap_or(2);
            err.print().ok();
            return Start::Done(ExitCode::from(code));
        }
    };
    let variable = std::env::var_os(DATA_DIR_VARIABLE);
    let program = std::env::current_exe().ok();
    let places = Places::find(
        line.data_dir.as_deref(),
        variable.as_deref(),
        program.as_deref(),
    );
    let file = line.file.as_deref().map(openable).transpose();
    let ended = match (places, line.command) {
        (Ok(places), None) => match file {
            Err(failure) => Err(failure),
            Ok(file) => {
                return Start::Window(Box::new(Launch {
                    places,
                    screen: line.screen,
                    example: line.example_diary,
                    cramp_now: line.cramp_now,
                    file,
                }));
            }
        },
        (_, Some(_)) if line.file.is_some() => Err(Failure(
            "a file to open and a command do not go together; leave one of them out".to_owned(),
        )),
        (_, Some(Command::Check(command))) => check::run(&command),
        (_, Some(Command::Guide(command))) => guide::run(&command),
        (Ok(places), Some(Command::Diary(command))) => diary::run(command, places),
        (Err(fault), _) => Err(Failure(fault.to_string())),
    };
    Start::Done(match ended {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::Found) => ExitCode::from(1),
        Err(failure) => {
            say(&failure.to_string());
            ExitCode::from(2)
        }
    })
}

/// The whole path of a file that the window is to look inside.
fn openable(file: &Path) -> Result<PathBuf, Failure> {
    let name = file.display();
    if !file.exists() {
        let told = format!("there is no file and no command \"{name}\"; see unclench --help");
        return Err(Failure(told));
    }
    let path = std::path::absolute(file);
    path.map_err(|err| Failure(format!("\"{name}\" cannot be opened, {}", told(&err).told)))
}

/// How a command ended that could be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// All is well.
    Well,
    /// It found something, such as damaged files.
    Found,
}

/// Why a command could not be carried out: one sentence, without a full stop.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One sentence on standard error, which may quote a file. If that is closed
/// there is nobody to tell.
pub fn say(sentence: &str) {
    let tame = |c: char| if c.is_control() { ' ' } else { c };
    let sentence: String = sentence.chars().map(tame).collect();
    writeln!(io::stderr(), "unclench: {sentence}.").ok();
}

/// Prints to standard output. A reader that has gone away is no failure.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(err) if err.kind() != io::ErrorKind::BrokenPipe => {
            let told = told(&err).told;
            Err(Failure(format!("the answer could not be printed, {told}")))
        }
        _ => Ok(()),
    }
}
