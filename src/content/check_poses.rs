//! Checks the poses of the figure, and that every pose a routine names exists.

use std::collections::BTreeSet;

use super::gather::Pile;
use super::problem::Problem;
use crate::pose;

/// Adds every problem.
pub(super) fn all(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let [(file, source)] = pile.poses.as_slice() else {
        problems.push(Problem {
            file: "poses.ron".to_owned(),
            line: 1,
            message: "there is one file of poses, and it can be read".to_owned(),
        });
        return;
    };
    for (near, message) in pose::check(source) {
        problems.push(file.problem(&near, message));
    }
    let known: BTreeSet<&str> = source.poses.iter().map(|p| p.id.as_str()).collect();
    for (file, routine) in &pile.routines {
        let named = routine.steps.iter().map(|step| &step.picture);
        for id in named.chain([&routine.picture]) {
            if !id.is_empty() && !known.contains(id.as_str()) {
                let at = format!("\"{id}\"");
                problems.push(file.problem(&at, format!("pose {at} does not exist")));
            }
        }
    }
}
