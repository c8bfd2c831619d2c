//! `unclench check …`: Check for scripts and tests.

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::Path;

use serde::Serialize;

use super::{CheckCommand, Ended, Failure, print};
use crate::clock::{Clock as _, SystemClock};
use crate::content::Library;
use crate::diary::format::Spot;
use crate::job::quoted;
use crate::settings::Settings;
use crate::triage::{
    Answers, Assessment, Finding, Item, Kind, Next, Reason, SAFETY_NET, fits, shown,
};

/// The most bytes of answers that are read.
const MAX_BYTES: u64 = 256 * 1024;

/// Carries out the command.
pub(super) fn run(command: &CheckCommand) -> Result<Ended, Failure> {
    let library = Library::embedded().map_err(|problems| {
        let first = problems.first().map(ToString::to_string);
        Failure(first.unwrap_or_default())
    })?;
    match &command.asked.answers {
        Some(file) => weigh(&library, file, command.json),
        None => questions(&library, command.json),
    }
}

fn weigh(library: &Library, file: &Path, json: bool) -> Result<Ended, Failure> {
    let answers = read(library, file)?;
    let assessment = library.knowledge().assess(&answers);
    let next = library.knowledge().next(&answers);
    print(|out| {
        if json {
            let told = Told::of(library, &answers, &assessment, &next);
            let text = serde_json::to_string_pretty(&told).map_err(io::Error::other)?;
            writeln!(out, "{text}")
        } else {
            plain(out, library, &assessment)
        }
    })?;
    Ok(Ended::Well)
}

/// Reads and checks the answers: every one must fit its question.
fn read(library: &Library, file: &Path) -> Result<Answers, Failure> {
    let is_input = file.as_os_str() == "-";
    let name = if is_input {
        "standard input".to_owned()
    } else {
        quoted(file)
    };
    let failed = |err: &io::Error| {
        let told = crate::store::told(err).told;
        Failure(format!("{name} could not be read, {told}"))
    };
    let mut text = String::new();
    let count = if is_input {
        io::stdin().take(MAX_BYTES + 1).read_to_string(&mut text)
    } else {
        fs::File::open(file).and_then(|f| f.take(MAX_BYTES + 1).read_to_string(&mut text))
    };
    let count = count.map_err(|err| failed(&err))?;
    if u64::try_from(count).unwrap_or(u64::MAX) > MAX_BYTES {
        return Err(Failure(format!("{name} is larger than {MAX_BYTES} bytes")));
    }
    let answers: Answers = ron::from_str(&text).map_err(|err| {
        Failure(format!(
            "{name}, {}; answers look like {{\"age_years\": 45, \"rf_fever\": \"no\"}}",
            Spot::from(err)
        ))
    })?;
    for (id, answer) in &answers {
        let Some(finding) = library.knowledge().finding(id) else {
            return Err(Failure(format!(
                "{name}: there is no question {}; `unclench check --questions` lists them",
                shown(id)
            )));
        };
        fits(finding, answer).map_err(|misfit| Failure(format!("{name}: {misfit}")))?;
    }
    Ok(answers)
}

fn plain(out: &mut dyn Write, library: &Library, assessment: &Assessment) -> io::Result<()> {
    let region = library.region(&Settings::default().region);
    writeln!(out, "{}", assessment.urgency.label())?;
    writeln!(out, "{}", assessment.urgency.advice(region))?;
    for fired in &assessment.fired {
        writeln!(
            out,
            "  {}  {}  {}",
            fired.rule,
            fired.urgency.id(),
            fired.reason
        )?;
    }
    if assessment.undecided {
        writeln!(out, "Your answers do not point clearly to one cause.")?;
    }
    for shown in assessment.shown.iter().take(4) {
        let cause = library.cause(&shown.id);
        let name = cause.map_or("", |c| c.heading(shown.causes.len() > 1));
        writeln!(out, "  {:<13}  {name}", shown.band.id())?;
    }
    writeln!(out, "{SAFETY_NET}")
}

fn questions(library: &Library, json: bool) -> Result<Ended, Failure> {
    let findings = library.knowledge().findings();
    print(|out| {
        if json {
            let all: Vec<Question<'_>> =
                findings.iter().map(|f| Question::of(library, f)).collect();
            let text = serde_json::to_string_pretty(&all).map_err(io::Error::other)?;
            return writeln!(out, "{text}");
        }
        for finding in findings {
            writeln!(out, "{}  {}", finding.id, finding.ask)?;
            for option in &finding.options {
                writeln!(out, "    {:<22}  {}", option.id, option.text)?;
            }
        }
        Ok(())
    })?;
    Ok(Ended::Well)
}

/// A question, as JSON.
#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    #[serde(rename = "question")]
    ask: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    why: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<u32>,
    options: Vec<QuestionOption<'a>>,
    /// `red_flag`, `everybody`, or `if_telling`.
    asked: &'static str,
    /// The condition under which it is asked, as the content writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    /// "unsure" may be answered to every question; here it means: be seen today.
    unsure_is_urgent: bool,
}

#[derive(Serialize)]
struct QuestionOption<'a> {
    id: &'a str,
    text: &'a str,
}

impl<'a> Question<'a> {
    fn of(library: &'a Library, finding: &'a Finding) -> Self {
        let sheet = finding.sheet.as_deref();
        let flags = sheet
            .and_then(|id| library.knowledge().sheet(id))
            .is_some_and(|s| s.flags);
        let asked = if flags {
            "red_flag"
        } else if finding.core {
            "everybody"
        } else {
            "if_telling"
        };
        let options = finding.options.iter();
        let number = finding.kind() == Kind::Number;
        Self {
            id: &finding.id,
            ask: &finding.ask,
            hint: finding.hint.as_deref(),
            why: &finding.why,
            kind: finding.kind().word(),
            min: finding.number.as_ref().map(|r| r.min),
            max: finding.number.as_ref().map(|r| r.max),
            options: options
                .filter(|_| !number)
                .map(|o| QuestionOption {
                    id: &o.id,
                    text: &o.text,
                })
                .collect(),
            asked,
            when: finding.when.words(),
            sheet,
            unsure_is_urgent: finding.unsure,
        }
    }
}

/// The assessment, as JSON.
#[derive(Serialize)]
struct Told<'a> {
    urgency: &'static str,
    label: &'static str,
    /// The day by which to be seen, or to check again; "now" in an emergency.
    deadline: String,
    rules: Vec<ToldRule<'a>>,
    causes: Vec<ToldCause<'a>>,
    shown: Vec<ToldShown<'a>>,
    alerts: &'a [String],
    undecided: bool,
    child: bool,
    /// What Check would ask next: ids of findings; empty at the end.
    next: Vec<&'a str>,
    /// Questions asked after the red flags; a sheet counts as one.
    asked: usize,
    safety_net: &'static str,
    content_version: &'a str,
}

#[derive(Serialize)]
struct ToldRule<'a> {
    id: &'a str,
    urgency: &'static str,
    reason: &'a str,
}

#[derive(Serialize)]
struct ToldCause<'a> {
    id: &'a str,
    name: &'a str,
    band: &'static str,
    share: f32,
    log_odds: f32,
    #[serde(rename = "for")]
    supports: Vec<ToldReason<'a>>,
    against: Vec<ToldReason<'a>>,
}

#[derive(Serialize)]
struct ToldReason<'a> {
    finding: &'a str,
    says: &'a str,
    weight: f32,
}

#[derive(Serialize)]
struct ToldShown<'a> {
    id: &'a str,
    band: &'static str,
    share: f32,
    causes: &'a [String],
}

impl<'a> Told<'a> {
    fn of(
        library: &'a Library,
        answers: &Answers,
        assessment: &'a Assessment,
        next: &Next,
    ) -> Self {
        let urgency = assessment.urgency;
        let day = urgency.deadline(SystemClock::new().now().wall.date());
        let knowledge = library.knowledge();
        Self {
            urgency: urgency.id(),
            label: urgency.label(),
            deadline: if urgency == crate::triage::Urgency::EmergencyNow {
                "now".to_owned()
            } else {
                day.to_string()
            },
            rules: assessment
                .fired
                .iter()
                .map(|f| ToldRule {
                    id: &f.rule,
                    urgency: f.urgency.id(),
                    reason: &f.reason,
                })
                .collect(),
            causes: assessment
                .causes
                .iter()
                .map(|c| ToldCause {
                    id: &c.id,
                    name: library.cause(&c.id).map_or("", |named| &named.name),
                    band: c.band.id(),
                    share: c.share,
                    log_odds: c.log_odds,
                    supports: c.supports.iter().map(told_reason).collect(),
                    against: c.opposes.iter().map(told_reason).collect(),
                })
                .collect(),
            shown: assessment
                .shown
                .iter()
                .map(|s| ToldShown {
                    id: &s.id,
                    band: s.band.id(),
                    share: s.share,
                    causes: &s.causes,
                })
                .collect(),
            alerts: &assessment.alerts,
            undecided: assessment.undecided,
            child: assessment.child,
            next: match next {
                Next::Ask(Item::Finding(id)) => knowledge
                    .finding(id)
                    .map(|f| f.id.as_str())
                    .into_iter()
                    .collect(),
                Next::Ask(Item::Sheet(id)) => {
                    let id = knowledge.sheet(id).map_or("", |s| s.id.as_str());
                    let rows = knowledge.rows(id, answers);
                    rows.iter().map(|f| f.id.as_str()).collect()
                }
                Next::Emergency | Next::Child | Next::Enough => Vec::new(),
            },
            asked: knowledge.asked(answers),
            safety_net: SAFETY_NET,
            content_version: library.version(),
        }
    }
}

fn told_reason(reason: &Reason) -> ToldReason<'_> {
    ToldReason {
        finding: &reason.finding,
        says: &reason.says,
        weight: reason.weight,
    }
}
