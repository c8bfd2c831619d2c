//! Checks the pictures on the pages of causes and alerts: the figure, its state,
//! its layers and what is lit exist, and the caption speaks as the guide speaks.

use std::collections::BTreeSet;

use super::citation;
use super::figure::{Figure, Picture};
use super::file::File;
use super::gather::Pile;
use super::problem::Problem;
use super::words;

/// Looks at every figure's states and at every picture.
pub(super) fn all(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    for (file, figure) in &pile.figures {
        for state in &figure.states {
            words::check(*file, &state.name, problems);
        }
    }
    let known = citation::keys(pile);
    let causes = pile.causes.iter().map(|(file, c)| (file, &c.pictures));
    let alerts = pile.alerts.iter().map(|(file, a)| (file, &a.pictures));
    for (file, pictures) in causes.chain(alerts) {
        for shown in pictures {
            picture(pile, *file, shown, &known, problems);
        }
    }
    for (file, cause) in &pile.causes {
        if cause.pictures.is_empty() {
            problems.push(file.problem("regions:", "the cause has no picture"));
        }
    }
}

fn picture(
    pile: &Pile<'_>,
    file: File<'_>,
    shown: &Picture,
    known: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) {
    words::check(file, &shown.caption, problems);
    citation::check(file, &shown.caption, &shown.from, known, problems);
    let mut missing: Vec<(&str, String)> = Vec::new();
    for id in &shown.concerns {
        if pile.figures.iter().all(|(_, f)| f.structure(id).is_none()) {
            missing.push((id, format!("no figure has a structure \"{id}\"")));
        }
    }
    match pile.figures.iter().find(|(_, f)| f.id == shown.figure) {
        Some((_, figure)) => parts(figure, shown, &mut missing),
        None => missing.push((
            &shown.figure,
            format!("figure \"{}\" does not exist", shown.figure),
        )),
    }
    problems.extend(missing.into_iter().map(|(at, what)| file.problem(at, what)));
}

/// What the picture names and the figure does not have.
fn parts<'a>(figure: &Figure, shown: &'a Picture, missing: &mut Vec<(&'a str, String)>) {
    let id = &figure.id;
    if let Some(state) = &shown.state
        && figure.states.iter().all(|s| s.id != *state)
    {
        missing.push((state, format!("\"{id}\" has no state \"{state}\"")));
    }
    for lit in &shown.lit {
        if figure.named(lit).is_none() {
            missing.push((lit, format!("\"{id}\" has no structure \"{lit}\"")));
        }
    }
    for layer in &shown.layers_hidden {
        if figure.layers.iter().all(|l| l.id != *layer) {
            missing.push((layer, format!("\"{id}\" has no layer \"{layer}\"")));
        }
    }
}
