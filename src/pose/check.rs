//! What the poses must fulfil: names that resolve, numbers a body can follow, and
//! every pose that routines and screens rely on.

use std::collections::BTreeSet;

use super::source::{Leg, Pose, Source};
use crate::stretch::POSES;

/// Every flaw: what to look for in the text, and what is wrong.
pub(crate) fn check(source: &Source) -> Vec<(String, String)> {
    let mut flaws = Vec::new();
    let mut bad = |near: &str, what: String| flaws.push((format!("\"{near}\""), what));
    let scenes: BTreeSet<&str> = source.scenes.iter().map(|s| s.id.as_str()).collect();
    let mut poses: BTreeSet<&str> = BTreeSet::new();
    for pose in &source.poses {
        if !poses.insert(&pose.id) {
            bad(&pose.id, format!("pose \"{}\" exists twice", pose.id));
        }
        if !scenes.contains(pose.scene.as_str()) {
            bad(&pose.id, format!("scene \"{}\" does not exist", pose.scene));
        }
        for what in numbers(pose) {
            bad(&pose.id, format!("pose \"{}\": {what}", pose.id));
        }
    }
    if scenes.len() != source.scenes.len() {
        bad("scenes", "a scene exists twice".to_owned());
    }
    for way in &source.ways {
        for id in [&way.from, &way.to].into_iter().chain(&way.through) {
            if !poses.contains(id.as_str()) {
                bad(id, format!("pose \"{id}\" does not exist"));
            }
        }
    }
    for id in POSES {
        if !poses.contains(id) {
            bad(id, format!("pose \"{id}\" is missing"));
        }
    }
    flaws
}

/// Numbers no body follows.
fn numbers(pose: &Pose) -> Vec<String> {
    let mut all = Vec::new();
    let mut within = |what: &str, number: f32, low: f32, high: f32| {
        if !(low..=high).contains(&number) {
            all.push(format!("{what} is {number}, not within {low} and {high}"));
        }
    };
    let trunk = &pose.trunk;
    within("pull", pose.pull, 0.0, 1.0);
    within("lean", trunk.lean, -60.0, 100.0);
    within("roll", trunk.roll, -180.0, 180.0);
    for (what, bend) in [
        ("loins", trunk.loins),
        ("chest", trunk.chest),
        ("neck", trunk.neck),
    ] {
        within(what, bend, -30.0, 60.0);
    }
    for leg in [&pose.leg, &pose.other_leg] {
        match *leg {
            Leg::Bent {
                hip,
                knee,
                out,
                turn,
                point,
            } => {
                within("hip", hip, -30.0, 135.0);
                within("knee", knee, 0.0, 150.0);
                within("out", out, -30.0, 60.0);
                within("turn", turn, -40.0, 70.0);
                within("point", point, -20.0, 60.0);
            }
            Leg::Crossed { along, open } => {
                within("along", along, 0.6, 0.95);
                within("open", open, 0.0, 110.0);
            }
            Leg::Flat { x, z, toes } => {
                within("x", x, -0.6, 0.7);
                within("z", z, -0.1, 0.4);
                within("toes", toes, -20.0, 50.0);
            }
            Leg::Wall { y, z } => {
                within("y", y, 0.05, 0.6);
                within("z", z, -0.1, 0.4);
            }
        }
    }
    if matches!(pose.other_leg, Leg::Crossed { .. }) {
        all.push("only the leg of the stretched side is crossed".to_owned());
    }
    all
}
