//! A walk through pages: each is looked at in every size and held to the audit.
//! It tells of all that is wrong at its end, not of the first alone.

use std::collections::BTreeMap;

use crate::audit::problems;
use crate::kit::Person;

/// In points: small, large, and what 80 %, 150 % and 250 % leave of 900 by 640.
pub const SIZES: [[f32; 2]; 6] = [
    [900.0, 640.0],
    [480.0, 420.0],
    [1125.0, 800.0],
    [600.0, 427.0],
    [360.0, 256.0],
    [1440.0, 900.0],
];

/// Looks at pages and remembers all that is wrong.
#[derive(Default)]
pub struct Walk {
    /// What is wrong, where it was seen first, and how often it was seen.
    wrong: BTreeMap<String, (String, usize)>,
    pages: usize,
}

impl Walk {
    /// Looks at the page a person is on, at every size.
    pub fn look(&mut self, person: &mut Person, page: &str) {
        for size in SIZES {
            person.harness.set_size(size.into());
            person.harness.run();
            person.harness.step(); // a dialog finds its middle a frame later
            person.harness.run();
            for wrong in problems(person, size[0]) {
                let short = wrong.split(": [[").next().unwrap_or_default().to_owned();
                let place = format!("{page}, {} x {}: {wrong}", size[0], size[1]);
                self.wrong.entry(short).or_insert((place, 0)).1 += 1;
            }
        }
        person.harness.set_size(SIZES[0].into());
        person.harness.run();
        self.pages += 1;
    }

    /// All pages were seen: nothing may be wrong with any.
    pub fn end(self, least: usize) {
        let all: Vec<String> = self
            .wrong
            .values()
            .map(|(place, count)| format!("{place} ({count} times)"))
            .collect();
        assert!(all.is_empty(), "{}", all.join("\n"));
        assert!(self.pages >= least, "only {} pages were seen", self.pages);
    }
}
