//! The words that are said: what happens now and on which side, short enough
//! to be over before it is done. Pure.

use crate::stretch::{Cue, Phase, PhaseKind, Plan};

/// What the voice says to try it.
pub const TRIAL: &str = "This is how the stretch will sound.";

/// What is said of a cue; none where silence is better.
pub fn of(cue: Cue, plan: &Plan) -> Option<String> {
    match cue {
        Cue::PhaseStarted(at) => plan.phases().get(at).and_then(phase),
        Cue::Half => Some("Half-way.".to_owned()),
        Cue::Asks => Some("Has it eased? Then let go.".to_owned()),
        Cue::FiveLeft => Some("Five seconds.".to_owned()),
        Cue::Done => Some("Done.".to_owned()),
        Cue::Slept => Some("Paused. The computer was asleep.".to_owned()),
    }
}

/// What is said of a phase that begins.
fn phase(phase: &Phase) -> Option<String> {
    Some(match phase.kind {
        // Its title says the length of the way there, its cue the way itself.
        PhaseKind::Prepare | PhaseKind::Walk => ended(&phase.cue),
        // Where the ankle goes, what both feet do when it is the other side's turn.
        PhaseKind::Cross | PhaseKind::Swap => sided(phase, &phase.cue),
        PhaseKind::Open | PhaseKind::DrawIn => sided(phase, &phase.title),
        PhaseKind::Hold => {
            let seconds = phase.length().as_secs();
            format!("{} {seconds} seconds.", sided(phase, &phase.title))
        }
        // With eyes shut "let go" is not enough: the foot, the hands, the knee.
        PhaseKind::Release => format!("{} {}", ended(&phase.title), first(&phase.cue)),
        PhaseKind::Rate => return None,
    })
}

/// The text, with the side before it unless it names the side itself.
fn sided(phase: &Phase, text: &str) -> String {
    let Some(side) = phase.side else {
        return ended(text);
    };
    let word = side.word();
    if text.to_lowercase().contains(&word.to_lowercase()) {
        ended(text)
    } else {
        format!("{word} side. {}", ended(text))
    }
}

/// The first sentence.
fn first(text: &str) -> &str {
    text.find(". ")
        .map_or(text, |at| text.get(..=at).unwrap_or(text))
}

/// The text with a full stop, at which a voice comes down.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
