//! A stretch in pictures on one page, as it was chosen: the steps of one side,
//! how long and how often, when to stop. To hang up or to hand out.

use std::sync::Arc;

use super::{Desk, label};
use crate::content::Library;
use crate::pose::{Seen, Turn};
use crate::print::ink::Ink;
use crate::print::sheet::{Block, Boxed, Cell, Item, Mark, Run, Sheet, Step, Steps, Voice, Words};
use crate::stretch::{Dose, Options, Phase, PhaseKind, Plan, Routine, Side, StopSign};
use crate::triage::Urgency;

/// The page of this routine with these lengths and sides.
pub fn stretch(
    library: &Library,
    routine: &Routine,
    options: &Options,
    dose: Option<&Dose>,
) -> Sheet {
    let options = options.clone().within(&routine.ranges);
    let plan = Plan::with(routine, &options, dose);
    let title = format!("Stretch: {}", lower_first(&routine.name));
    let kicker = format!("For the buttock, level {}", routine.level);
    let mut desk = Desk::new(library, &kicker, &title);
    desk.sheet.one_page = true;
    let name = dose.map_or("your own lengths", |dose| dose.name.as_str());
    desk.sheet.under = format!("Plan: {name}. {}", sides(&options));
    desk.add(Block::Columns(vec![
        (1.0, told("For whom", &routine.for_whom)),
        (1.0, told("What you need", &routine.position)),
    ]));
    desk.add(steps(library, &plan, &options));
    desk.add(Block::Heading(3, "How long, how often".to_owned()));
    how_long(&mut desk, &plan, &options, dose);
    // The first claim is what the box below says at length.
    let more: Vec<Item> = routine
        .safety
        .iter()
        .skip(1)
        .map(|claim| desk.claim(claim).into())
        .collect();
    if !more.is_empty() {
        desk.add(Block::List(more));
    }
    stop(&mut desk, &routine.level);
    sources(&mut desk);
    desk.sheet
}

fn told(name: &str, text: &str) -> Vec<Block> {
    vec![
        label(name),
        Block::Paragraph(Voice::Body, Words::plain(text)),
    ]
}

/// Which sides, in which order.
fn sides(options: &Options) -> String {
    let low = |side: &Side| side.word().to_lowercase();
    match options.sides.list() {
        [only] => format!("The {} side only.", low(only)),
        [first, second] => format!("First the {} side, then the {}.", low(first), low(second)),
        _ => String::new(),
    }
}

/// The steps of the first side, the change of sides, and what comes at the end.
fn steps(library: &Library, plan: &Plan, options: &Options) -> Block {
    let side = options.sides.list().first().copied();
    let side = side.unwrap_or(Side::Right);
    let mut list: Vec<Step> = Vec::new();
    let mut of_side = (0, 0);
    for phase in plan.phases() {
        let own = phase.side == Some(side);
        let wanted = match phase.kind {
            PhaseKind::Prepare | PhaseKind::Swap | PhaseKind::Walk => true,
            // Between two rounds the foot stays up; the table tells of the rest.
            PhaseKind::Release => own && phase.round == phase.of_rounds,
            PhaseKind::Cross | PhaseKind::Open | PhaseKind::DrawIn | PhaseKind::Hold => {
                own && phase.round == 1
            }
            PhaseKind::Rate => false,
        };
        if !wanted {
            continue;
        }
        let mut cue = Words::plain(&*phase.cue);
        if phase.kind == PhaseKind::Swap {
            let (from, to) = of_side;
            cue = Words::plain(format!(
                "{} Do\u{a0}{from}\u{a0}to\u{a0}{to} again, left and right swapped.",
                phase.cue
            ));
        }
        list.push(step(phase, side, cue));
        if own && phase.kind != PhaseKind::Swap {
            let at = list.len();
            let from = if of_side.0 == 0 { at } else { of_side.0 };
            of_side = (from, at);
        }
    }
    Block::Steps(Steps {
        poses: Arc::new(library.poses().clone()),
        list,
    })
}

fn step(phase: &Phase, first: Side, cue: Words) -> Step {
    let seen = seen(phase);
    let side = phase.side.unwrap_or(first);
    let on_chair = phase.picture.starts_with("seated_");
    let (from, turn) = match (seen, side) {
        (Seen::Side, _) => ("from the side", Turn::Upright),
        (Seen::Above, _) if on_chair => ("from the front", Turn::Upright),
        // The head is where it is in the pictures from the side.
        (Seen::Above, Side::Right) => ("from above", Turn::ThreeQuarter),
        (Seen::Above, Side::Left) => ("from above", Turn::Quarter),
    };
    let title = match (phase.kind, phase.ask_every) {
        (PhaseKind::Hold, None) => {
            format!("{}: {} seconds", phase.title, phase.length().as_secs())
        }
        _ => phase.title.clone(),
    };
    Step {
        pose: phase.picture.clone(),
        side,
        seen,
        turn,
        alt: format!("Seen {from}. {}. {}", phase.title, phase.detail),
        title,
        cue,
        main: phase.kind == PhaseKind::Hold,
    }
}

/// From where a step is seen best: the crossed legs make their "4" from above.
fn seen(phase: &Phase) -> Seen {
    let flat = !phase.picture.starts_with("side_");
    match phase.kind {
        PhaseKind::Cross | PhaseKind::Open if flat => Seen::Above,
        PhaseKind::Prepare
        | PhaseKind::Cross
        | PhaseKind::Open
        | PhaseKind::DrawIn
        | PhaseKind::Hold
        | PhaseKind::Release
        | PhaseKind::Swap
        | PhaseKind::Walk
        | PhaseKind::Rate => Seen::Side,
    }
}

/// A table of one row: hold, rounds, rest, all of it, how often.
fn how_long(desk: &mut Desk<'_>, plan: &Plan, options: &Options, dose: Option<&Dose>) {
    let eased = dose.and_then(|dose| dose.until_eased);
    let hold = match eased {
        Some(_) => format!("Until it eases, {} at most", length(options.hold_secs)),
        None => length(options.hold_secs),
    };
    let mut cells = vec![
        ("Hold", 1.0, hold),
        ("How many holds", 1.0, rounds(options)),
    ];
    let rest = plan
        .phases()
        .iter()
        .find(|p| p.kind == PhaseKind::Release && p.round < p.of_rounds);
    if let Some(rest) = rest {
        let said = format!("{}. {}", length(options.rest_secs), rest.cue);
        cells.push(("Rest between", 1.25, said));
    }
    let all = u32::try_from(plan.estimated().as_secs()).unwrap_or(u32::MAX);
    let about = if eased.is_some() { "At most" } else { "About" };
    let all = format!("{about} {}", length(all.div_ceil(10).saturating_mul(10)));
    cells.push(("In all", 0.8, all));
    // Lengths of a person's own are as often as what is usual at this level.
    let level = &plan.level;
    let usual = desk.library.doses().iter().find(|d| d.goes_with(level));
    let often = dose.or(usual);
    let marks = often.map_or_else(String::new, |dose| desk.marks(&dose.from));
    let often = often.map_or("", |dose| dose.how_often.as_str());
    let mut row: Vec<Cell> = cells
        .iter()
        .map(|(.., text)| Cell::from(Words::plain(&**text)))
        .collect();
    row.push(Words::plain(often).marked(&marks).into());
    let mut shares: Vec<f32> = cells.iter().map(|(_, share, _)| *share).collect();
    shares.push(1.4);
    let mut head: Vec<String> = cells.iter().map(|(name, ..)| (*name).to_owned()).collect();
    head.push("How often".to_owned());
    desk.add(Block::Table {
        shares,
        head,
        rows: vec![row],
    });
}

/// How many holds on each side.
fn rounds(options: &Options) -> String {
    let said = |side: Side| {
        let n = options.rounds_on(side);
        format!("{n} on the {}", side.word().to_lowercase())
    };
    match options.sides.list() {
        [only] => said(*only),
        [first, second] if options.rounds_on(*first) == options.rounds_on(*second) => {
            format!("{} on each side", options.rounds_on(*first))
        }
        [first, second] => format!("{}, {}", said(*first), said(*second)),
        _ => String::new(),
    }
}

/// When to stop at once, and what to do then.
fn stop(desk: &mut Desk<'_>, level: &str) {
    let signs = desk.library.stop_signs();
    let is_emergency = |s: &&StopSign| s.urgency == Some(Urgency::EmergencyNow);
    let red: Vec<&StopSign> = signs.iter().filter(|s| s.red).collect();
    let mut left: Vec<Item> = Vec::new();
    let text = "Let go slowly, and rest it for 48 hours. Have it looked at if it stays or \
                comes back.";
    let marks = marks(desk, &red);
    left.push(sign(&format!("{}.", joined(&red)), text, &marks));
    let help: Vec<&StopSign> = signs.iter().filter(is_emergency).collect();
    let marks_of_help = self::marks(desk, &help);
    left.push(sign(
        &format!("{}.", joined(&help)),
        "Get emergency help now.",
        &marks_of_help,
    ));
    let joints = ["groin_pain", "knee_pain"];
    let joints = signs.iter().filter(|s| joints.contains(&s.id.as_str()));
    let right: Vec<Item> = joints
        .map(|s| {
            let marks = desk.marks(&s.meaning.from);
            // What is felt is said once.
            let text = meaning(s, level);
            match text.strip_prefix(&s.name) {
                Some(rest) => sign(&s.name, rest.trim_start(), &marks),
                None => sign(&format!("{}.", s.name), &text, &marks),
            }
        })
        .collect();
    desk.add(Block::Boxed(Boxed {
        ink: Ink::Danger,
        mark: Some(Mark::Warning),
        head: "Stop at once if you feel".to_owned(),
        blocks: vec![Block::Columns(vec![
            (1.15, vec![Block::List(left)]),
            (1.0, vec![Block::List(right)]),
        ])],
    }));
}

/// What a sign means. Where the way out it names is the stretch itself, or where
/// no ankle is crossed, what is left is to leave it out.
fn meaning(sign: &StopSign, level: &str) -> String {
    let text = &sign.meaning.text;
    let is_no_help = match sign.id.as_str() {
        "groin_pain" => level == "1",
        "knee_pain" => level == "0b",
        _ => false,
    };
    match text.split_once(". ") {
        Some((first, _)) if is_no_help => format!("{first}. Leave it out if it still hurts."),
        _ => text.clone(),
    }
}

/// The numbers of all that is known of these signs.
fn marks(desk: &mut Desk<'_>, signs: &[&StopSign]) -> String {
    let mut keys: Vec<String> = Vec::new();
    for key in signs.iter().flat_map(|s| &s.meaning.from) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    desk.marks(&keys)
}

fn sign(name: &str, text: &str, marks: &str) -> Item {
    let strong = Words::strong(format!("{name} "));
    let said = strong.and(Run {
        text: text.to_owned(),
        ..Run::default()
    });
    said.marked(marks).into()
}

/// Names in a row: "Sharp pain, tingling or numbness".
fn joined(signs: &[&StopSign]) -> String {
    let lower = |s: &&StopSign| lower_first(&s.name);
    match signs {
        [] => String::new(),
        [one] => one.name.clone(),
        [first, middle @ .., last] => {
            let mut text = first.name.clone();
            for one in middle {
                text = format!("{text}, {}", lower(one));
            }
            format!("{text} or {}", lower(last))
        }
    }
}

/// What it rests on, in one paragraph: a list would take the room of pictures.
fn sources(desk: &mut Desk<'_>) {
    let list: Vec<String> = desk
        .keys
        .iter()
        .enumerate()
        .filter_map(|(at, key)| {
            let source = desk.library.source(key)?;
            Some(format!("{} {}", at + 1, source.title))
        })
        .collect();
    let state = format!(
        "{} It does not replace a doctor. Content {}.",
        desk.library.review_state(),
        desk.library.version()
    );
    let text = format!("Sources: {}. {state}", list.join("; "));
    desk.add(Block::Paragraph(Voice::Fine, Words::plain(text)));
}

/// A length of time in words: "30 seconds", "1 min 40 s".
fn length(secs: u32) -> String {
    match (secs / 60, secs % 60) {
        (0, s) => format!("{s} seconds"),
        (1, 0) => "1 minute".to_owned(),
        (m, 0) => format!("{m} minutes"),
        (m, s) => format!("{m}\u{a0}min {s}\u{a0}s"),
    }
}

/// A name within a sentence.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    let first = first.into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
