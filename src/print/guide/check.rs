//! The result of a check: how soon first, then why, what fits, what was answered.

use super::{Desk, label, urgent};
use crate::content::Library;
use crate::print::ink::Ink;
use crate::print::page::Outcome;
use crate::print::sheet::{Block, Boxed, Cell, Item, Sheet, Voice, Words};
use crate::triage::{
    Answer, Assessment, Band, Finding, Item as Asked, Ranked, Reason, SAFETY_NET, Shown, Urgency,
};

/// The most causes that are told with their reasons.
const MOST: usize = 4;

/// The page of this check.
pub fn check(library: &Library, outcome: &Outcome) -> Sheet {
    let mut desk = Desk::new(library, "Unclench check", "Result of a check");
    desk.sheet.under = format!("Done on {}", outcome.day.strftime("%-d %B %Y"));
    let assessment = &outcome.assessment;
    how_soon(&mut desk, outcome);
    reasons(&mut desk, assessment);
    if assessment.urgency != Urgency::EmergencyNow {
        if assessment.child {
            desk.heading("This check is for people of 16 and over");
            desk.paragraph(Words::plain(
                "Children and teenagers have other causes, which only an examination can tell \
                 apart. Let a doctor see them.",
            ));
        } else {
            causes(&mut desk, assessment);
            open(&mut desk, &outcome.open);
        }
        desk.heading("Even if it was fine today");
        desk.paragraph(Words::plain(SAFETY_NET));
    }
    answers(&mut desk, outcome);
    desk.add(Block::Paragraph(
        Voice::Quiet,
        Words::plain(
            "This is made from what was answered and from published rules. It does not replace a \
             doctor.",
        ),
    ));
    desk.done()
}

fn how_soon(desk: &mut Desk<'_>, outcome: &Outcome) {
    let level = outcome.assessment.urgency;
    let advice = level.advice(desk.library.region(&outcome.region));
    let mut blocks = vec![Block::Paragraph(Voice::Body, Words::plain(advice))];
    let day = level.deadline(outcome.day).strftime("%A, %-d %B %Y");
    let by = match level {
        Urgency::EmergencyNow => None,
        Urgency::SameDay => Some(format!("On {day}, not later.")),
        Urgency::WithinDays | Urgency::Routine => Some(format!("By {day}.")),
        Urgency::SelfCare => Some(format!("Check again on {day}, or sooner if it changes.")),
    };
    blocks.extend(by.map(|by| Block::Paragraph(Voice::Body, Words::strong(by))));
    desk.add(urgent(level, blocks));
}

/// Which rules led here, each with what it could mean.
fn reasons(desk: &mut Desk<'_>, assessment: &Assessment) {
    desk.heading(assessment.urgency.why());
    let items: Vec<Item> = assessment
        .fired
        .iter()
        .filter_map(|fired| {
            let rule = desk.library.rule(&fired.rule)?;
            let marks = desk.marks(&rule.from);
            let level = fired.urgency.label();
            Some(Item {
                words: Words::plain(&*rule.sign).marked(&marks),
                more: vec![Words::plain(format!("{level}. {}", fired.reason))],
            })
        })
        .collect();
    if items.is_empty() {
        desk.paragraph(Words::plain("No sign that needs help soon was named."));
    } else {
        desk.add(Block::List(items));
    }
}

fn causes(desk: &mut Desk<'_>, assessment: &Assessment) {
    let fitting: Vec<&Shown> = assessment
        .fitting()
        .filter(|shown| {
            let mut causes = assessment.causes.iter();
            causes.any(|c| shown.causes.contains(&c.id) && !c.supports.is_empty())
        })
        .take(MOST)
        .collect();
    desk.heading("What fits");
    if assessment.undecided {
        desk.paragraph(Words::plain(
            "The answers do not point clearly to one cause. That is common, and not a bad sign. \
             A doctor or physiotherapist can examine what questions cannot.",
        ));
    }
    for shown in fitting {
        one(desk, assessment, shown);
    }
}

fn one(desk: &mut Desk<'_>, assessment: &Assessment, shown: &Shown) {
    let Some(cause) = desk.library.cause(&shown.id) else {
        return;
    };
    let band = match shown.band {
        _ if assessment.undecided => "Fits a little",
        Band::Best | Band::Possible | Band::Unlikely => shown.band.label(),
    };
    let mut blocks = vec![
        label(band),
        Block::Paragraph(Voice::Body, Words::plain(&*cause.summary.text)),
    ];
    let lead = shown.causes.first();
    let lead = lead.and_then(|id| assessment.causes.iter().find(|c| c.id == *id));
    if let Some(lead) = lead {
        blocks.push(Block::Columns(why(lead)));
    }
    desk.add(Block::Boxed(Boxed {
        ink: Ink::Accent,
        head: cause.heading(shown.causes.len() > 1).to_owned(),
        blocks,
        ..Boxed::default()
    }));
}

/// What speaks for it and against it, side by side.
fn why(cause: &Ranked) -> Vec<(f32, Vec<Block>)> {
    let list = |title: &str, reasons: &[Reason]| {
        let items = reasons.iter().map(|r| Words::plain(&*r.says).into());
        (1.0, vec![label(title), Block::List(items.collect())])
    };
    [
        ("Speaks for it", &cause.supports),
        ("Speaks against it", &cause.opposes),
    ]
    .into_iter()
    .filter(|(_, reasons)| !reasons.is_empty())
    .map(|(title, reasons)| list(title, reasons))
    .collect()
}

/// The questions that were left open and would change most.
fn open(desk: &mut Desk<'_>, open: &[Asked]) {
    let knowledge = desk.library.knowledge();
    let asked: Vec<Item> = open
        .iter()
        .filter_map(|item| match item {
            Asked::Finding(id) => knowledge.finding(id).map(|f| &f.ask),
            Asked::Sheet(id) => knowledge.sheet(id).map(|s| &s.ask),
        })
        .map(|ask| Words::plain(&**ask).into())
        .collect();
    if !asked.is_empty() {
        desk.heading("What would change this");
        desk.add(Block::List(asked));
    }
}

/// What was answered, without what was answered with "no".
fn answers(desk: &mut Desk<'_>, outcome: &Outcome) {
    let knowledge = desk.library.knowledge();
    let rows: Vec<Vec<Cell>> = knowledge
        .findings()
        .iter()
        .filter_map(|finding| {
            let answer = outcome.answers.get(&finding.id)?;
            let nothing = finding.sheet.is_some() && finding.is_nothing(answer);
            (!nothing).then(|| {
                vec![
                    Cell::from(Words::plain(&*finding.ask)),
                    Cell::from(Words::plain(sentence(finding, answer))),
                ]
            })
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    desk.heading("What was answered");
    desk.add(Block::Table {
        shares: vec![1.2, 1.0],
        head: vec!["Question".to_owned(), "Answer".to_owned()],
        rows,
    });
    desk.add(Block::Paragraph(
        Voice::Quiet,
        Words::plain("All other signs on the cards were answered with “no”, or not asked."),
    ));
}

/// An answer as a statement.
fn sentence(finding: &Finding, answer: &Answer) -> String {
    match answer {
        Answer::Unsure => "Not sure.".to_owned(),
        Answer::Skipped => "Skipped.".to_owned(),
        Answer::Number(n) => {
            let unit = finding.number.as_ref().map_or("", |r| r.unit.as_str());
            format!("{n} {unit}").trim_end().to_owned()
        }
        Answer::Chosen(ids) => {
            let options = finding.options.iter().filter(|o| ids.contains(&o.id));
            let says: Vec<&str> = options.map(|o| o.says.as_str()).collect();
            says.join(" ")
        }
    }
}
