//! Everything a person can ask for. Screens send actions; [`crate::state::State`]
//! carries them out after the drawing.

use jiff::civil::Date;

use crate::dialog::Purpose;
use crate::diary::Edit;
use crate::diary::entry::{EntryId, Lasted, Side as Sore};
use crate::exchange::Format;
use crate::exchange::foreign::Mapping;
use crate::notice::{NoticeId, Remedy};
use crate::screen::Screen;
use crate::settings::Settings;
use crate::sound::Sound;
use crate::state::{
    CheckView, CrampView, DiaryPage, DoctorStep, GuidePage, HomeStep, IntroCard, ManualView,
    PrintStep, Turn, WindowStep,
};
use crate::stretch::{Command, Options, Order};
use crate::triage::{Answer, Answers, Item};

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a screen.
    Open(Screen),
    /// Put the keyboard on the list of screens.
    ToRail,
    /// Go to a page of the guide.
    Guide(GuidePage),
    /// Go back one page in the guide.
    GuideBack,
    /// Turn to the page of the guide before or after this one.
    GuideTurn(Turn),
    /// Go to a page of the diary.
    DiaryPage(DiaryPage),
    /// A step with a cramp that is not in the diary yet.
    Cramp(CrampStep),
    /// Open the log sheet for a new entry.
    NewEntry,
    /// Open the log sheet for this entry.
    EditEntry(EntryId),
    /// Change the diary.
    Diary(Box<Edit>),
    /// Answer to the signs of danger in an attack.
    Sign(SignStep),
    /// "No cramp that day", in one press.
    NoCramp(Date),
    /// Take back the last change to the diary.
    Undo,
    /// Do it again.
    Redo,
    /// A step in Check.
    Check(CheckStep),
    /// A step in the stretch.
    Stretch(StretchStep),
    /// A step on the way to a page saved as PDF.
    Print(PrintStep),
    /// A step on the doctor's page.
    Doctor(DoctorStep),
    /// New settings, whole.
    Settings(Box<Settings>),
    /// A step of the window itself: closing it, a part of the settings.
    Window(WindowStep),
    /// Sound and voice off, or on again.
    Mute,
    /// Play one of the sounds, to hear it.
    TrySound(Sound),
    /// Say something, to hear the voice.
    TryVoice,
    /// Put the keyboard into the search field of this screen.
    Find,
    /// Larger (1), smaller (-1), usual size (0).
    Zoom(i8),
    /// Full screen on or off.
    FullScreen,
    /// The sheet of help for this screen with its shortcuts, open or closed.
    Shortcuts,
    /// A page of the sheet of help; none closes it.
    Manual(Option<ManualView>),
    /// A card of the first run; none: they have been seen.
    Intro(Option<IntroCard>),
    /// Open the example diary, or leave it.
    Example(bool),
    /// Take the diary out, or something in.
    Exchange(Box<ExchangeStep>),
    /// Look inside the file with this path, on the page where things are brought in.
    LookInside(String),
    /// A step on the way to another folder for the diary.
    Home(HomeStep),
    /// Ask the system's dialog for a path, beginning at this one.
    Choose(Purpose, String),
    /// Take a notice away.
    Dismiss(NoticeId),
    /// Press the button on a notice.
    Remedy(NoticeId, Remedy),
}

/// A step with the signs of danger in an attack that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignStep {
    /// Answer one of the questions they leave open.
    Answer(String, Answer),
    /// They have been seen.
    Seen,
}

/// A step in taking the diary out and in.
#[derive(Clone, Debug, PartialEq)]
pub enum ExchangeStep {
    /// Write the diary into a file.
    Export {
        /// Which kind.
        format: Format,
        /// The path, as it was typed.
        path: String,
        /// Replace a file that is there.
        force: bool,
    },
    /// Look into a file that may be taken in.
    Look {
        /// The path, as it was typed.
        path: String,
        /// How the table of another program is read.
        mapping: Option<Box<Mapping>>,
    },
    /// Take in what was looked at.
    Import,
    /// Call off what is under way.
    Stop,
    /// Put away what was looked at.
    Close,
    /// Make a backup now.
    BackUp,
}

/// A step with a cramp that is not in the diary yet, by the id its entry will
/// have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrampStep {
    /// "It's cramping now": stamps the start, keeps it, asks for the signs.
    Press,
    /// Show this page of a cramp; none: the home of the Now screen.
    View(Option<CrampView>),
    /// None of the signs is true: on to the stretch.
    NoSigns(EntryId),
    /// This sign is true, by its id in `now.ron`.
    Sign(String),
    /// Not sure about the signs: Check, from its start.
    NotSure,
    /// Something was told of it.
    Tell(EntryId, CrampTold),
    /// Save it to the diary, with the place and side that are proposed where
    /// none was told.
    Save(EntryId),
    /// Open the log sheet with what is known.
    Finish(EntryId),
    /// Put it aside, without logging it.
    Discard(EntryId),
    /// An entry that was still going ended after so many seconds; none: it
    /// still goes on.
    Ended(EntryId, Option<u32>),
}

/// Something told of a cramp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrampTold {
    /// The pain now, 0 to 10.
    Pain(u8),
    /// It has stopped, now.
    Stopped,
    /// How long it lasted; none: not over yet.
    Lasted(Option<Lasted>),
    /// On which side it is.
    Side(Option<Sore>),
    /// Add a place, or take it away; without its side, such as `buttock_deep`.
    Place(&'static str),
    /// Take the place and side that are proposed, to change them.
    Propose,
    /// Whether it woke the person.
    Woke(Option<bool>),
}

/// A step in Check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckStep {
    /// Begin, past the page that says what the check is.
    Begin,
    /// Answer a finding and stay; `None` takes the answer back.
    Answer(String, Option<Answer>),
    /// Open or close the lines that say which "yes" it is.
    Open(String, bool),
    /// Answer a finding and go on.
    AnswerAndGo(String, Answer),
    /// Go on; what was left open on a sheet means "no".
    Next,
    /// Go on without an answer.
    Skip,
    /// Go back to what was asked before.
    Back,
    /// Show the result of the answers so far.
    Finish,
    /// Look at one question again.
    Revisit(Item),
    /// Show or hide the causes that fit less.
    Others(bool),
    /// Show another side of the result.
    View(CheckView),
    /// Keep the check in the diary.
    Save,
    /// Show a check of the diary again.
    Reopen(EntryId),
    /// Start with what the diary tells, to be looked over first. What a person
    /// has answered in a check under way goes before it.
    Prefill(Answers),
    /// Start again with no answers.
    Restart,
    /// Start again with what a person said in this moment, and go on from there.
    /// It goes before anything that was answered earlier.
    With(Answers),
}

/// A step in the stretch.
#[derive(Clone, Debug, PartialEq)]
pub enum StretchStep {
    /// Choose a routine by id.
    Choose(String),
    /// Choose a plan by id: how long and how often. `own` is the person's own.
    Dose(String),
    /// Choose lengths of one's own. The sides in it do not count.
    Options(Box<Options>),
    /// Say which side hurts.
    Sore(Option<Sore>),
    /// Say when that side is stretched.
    Order(Order),
    /// "None of these is true for me": the safety list was answered.
    PassGate,
    /// These lines of the safety list are true, by id.
    AnswerGate(Vec<String>),
    /// Look at the safety answers again; once more: leave them as they were.
    ReviewGate,
    /// "It has been looked at": the open warning sign.
    FlagSeen,
    /// Intensity before the stretch, 0 to 10.
    Before(Option<u8>),
    /// How strong the pull was, 0 to 10; told after the session, before
    /// `Finish`.
    Pull(Option<u8>),
    /// Start the session.
    Start,
    /// Steer the session that runs.
    Command(Command),
    /// How it is now: intensity after and what was felt. Saves the session.
    Finish {
        /// Intensity after, 0 to 10, if given.
        after: Option<u8>,
        /// What was felt, as ids of `stop.ron`.
        feelings: Vec<String>,
    },
    /// Leave the finished session without saving it.
    Discard,
    /// Go on with the session that was interrupted, or ended by mistake.
    TakeUp,
    /// Save what was done of the session that was interrupted.
    SaveInterrupted,
    /// Leave the session that was interrupted, without saving it.
    LeaveInterrupted,
}
