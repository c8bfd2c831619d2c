//! What the list can be narrowed to, and how many entries each choice has.

use jiff::civil::Date;

use crate::clock::Moment;
use crate::content::Library;
use crate::diary::entry::{Entry, Intensity, Lasted, Region, Side};
use crate::diary::flag;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An attack.
    Cramp,
    /// A stretch session.
    Stretch,
    /// A check-in.
    Day,
    /// A check of symptoms.
    Check,
}

impl Kind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Cramp, Self::Stretch, Self::Day, Self::Check];

    /// The word on its chip.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Cramp => "Cramps",
            Self::Stretch => "Stretches",
            Self::Day => "Check-ins",
            Self::Check => "Checks",
        }
    }

    const fn of(entry: &Entry) -> Self {
        match entry {
            Entry::Episode(_) => Self::Cramp,
            Entry::Session(_) => Self::Stretch,
            Entry::Day(_) => Self::Day,
            Entry::Check(_) => Self::Check,
        }
    }
}

/// Something an entry has or has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A note.
    Note,
    /// A sign to be seen by someone today or now.
    Flag,
    /// An attack that had not ended.
    Going,
    /// It woke the person.
    Woke,
    /// Written down more than two days later.
    Late,
    /// A day without cramp.
    Free,
}

impl Mark {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Note,
        Self::Flag,
        Self::Going,
        Self::Woke,
        Self::Late,
        Self::Free,
    ];

    /// The words on its chip.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Note => "With a note",
            Self::Flag => "Warning sign",
            Self::Going => "Still going",
            Self::Woke => "Woke me",
            Self::Late => "Written late",
            Self::Free => "No cramp",
        }
    }
}

/// The places without their sides, in the order of the body map.
pub const PLACES: [(&str, &str); 15] = [
    ("buttock_upper", "Buttock, upper"),
    ("buttock_mid", "Buttock, middle"),
    ("buttock_outer", "Buttock, outer"),
    ("buttock_deep", "Buttock, deep inside"),
    ("sit_bone", "Sit bone"),
    ("back_passage", "Back passage"),
    ("perineum", "Between the legs"),
    ("groin", "Groin"),
    ("hip_outer", "Hip, outer"),
    ("low_back", "Low back"),
    ("thigh_back", "Back of the thigh"),
    ("thigh_front", "Front of the thigh"),
    ("calf", "Calf"),
    ("foot", "Foot"),
    ("tailbone", "Tailbone"),
];

/// The bit of each region's place, made once.
#[derive(Debug)]
pub(super) struct PlaceBits(Vec<u16>);

impl Default for PlaceBits {
    fn default() -> Self {
        let bit = |region: &Region| {
            let place = region.place();
            let at = PLACES.iter().position(|(id, _)| *id == place);
            at.map_or(0, |at| 1 << at)
        };
        Self(Region::ALL.iter().map(bit).collect())
    }
}

/// What the filters ask of an entry, in a few bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub(super) date: Date,
    pain: Option<u8>,
    kind: u8,
    side: u8,
    marks: u8,
    places: u16,
}

impl Facts {
    pub(super) fn of(entry: &Entry, bits: &PlaceBits, library: &Library, now: &Moment) -> Self {
        let mut facts = Self {
            date: entry.date(),
            pain: entry.worst_pain().map(Intensity::get),
            kind: 1 << Kind::of(entry) as u8,
            side: 0,
            marks: 0,
            places: 0,
        };
        let mut mark = |mark: Mark, is_so: bool| {
            if is_so {
                facts.marks |= 1 << mark as u8;
            }
        };
        mark(Mark::Note, !entry.note().trim().is_empty());
        mark(Mark::Late, entry.is_late());
        let raised = flag::is_raised(entry, library.knowledge(), now.wall.timestamp());
        mark(Mark::Flag, raised);
        match entry {
            Entry::Episode(episode) => {
                mark(Mark::Going, episode.duration == Lasted::StillGoing);
                mark(Mark::Woke, episode.woke_me == Some(true));
                facts.side = 1 << episode.side as u8;
                for region in &episode.regions {
                    facts.places |= bits.0.get(*region as usize).copied().unwrap_or(0);
                }
            }
            Entry::Session(session) => {
                facts.side = session.sore_side.map_or(0, |side| 1 << side as u8);
            }
            Entry::Day(day) => mark(Mark::Free, day.cramp_free),
            Entry::Check(_) => {}
        }
        facts
    }
}

/// What the list is narrowed to. Choices of one group are "or", groups are
/// "and"; marks are all asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    kinds: u8,
    sides: u8,
    places: u16,
    marks: u8,
    /// The lowest and the highest worst pain, 0 to 10.
    pub pain: (u8, u8),
    /// The first date.
    pub from: Option<Date>,
    /// The last date.
    pub to: Option<Date>,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            kinds: 0,
            sides: 0,
            places: 0,
            marks: 0,
            pain: (0, 10),
            from: None,
            to: None,
        }
    }
}

/// One choice of a filter that is a chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A kind of entry.
    Kind(Kind),
    /// A side.
    Side(Side),
    /// A place, by its number in [`PLACES`].
    Place(usize),
    /// Something an entry has.
    Mark(Mark),
}

impl Choice {
    /// All of them, group by group.
    pub fn all() -> impl Iterator<Item = Self> {
        let kinds = Kind::ALL.into_iter().map(Self::Kind);
        let sides = Side::ALL.iter().copied().map(Self::Side);
        let places = (0..PLACES.len()).map(Self::Place);
        let marks = Mark::ALL.into_iter().map(Self::Mark);
        kinds.chain(sides).chain(places).chain(marks)
    }

    /// The words on its chip.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.label(),
            Self::Side(side) => side.label(),
            Self::Place(at) => PLACES.get(at).map_or("", |(_, label)| label),
            Self::Mark(mark) => mark.label(),
        }
    }
}

fn has(mask: u16, at: usize) -> bool {
    u32::try_from(at).is_ok_and(|at| mask.checked_shr(at).unwrap_or(0) & 1 == 1)
}

impl Filter {
    /// Does it let everything through?
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Only one day.
    pub fn day(date: Date) -> Self {
        Self {
            from: Some(date),
            to: Some(date),
            ..Self::default()
        }
    }

    /// How many groups narrow the list.
    pub fn count(&self) -> usize {
        let groups = [
            self.kinds != 0,
            self.sides != 0,
            self.places != 0,
            self.pain != (0, 10),
            self.from.is_some() || self.to.is_some(),
            self.marks != 0,
        ];
        groups.into_iter().filter(|on| *on).count()
    }

    /// Is a choice made?
    pub fn has(&self, choice: Choice) -> bool {
        match choice {
            Choice::Kind(kind) => has(self.kinds.into(), kind as usize),
            Choice::Side(side) => has(self.sides.into(), side as usize),
            Choice::Place(at) => has(self.places, at),
            Choice::Mark(mark) => has(self.marks.into(), mark as usize),
        }
    }

    /// Makes a choice, or takes it back.
    pub fn turn(&mut self, choice: Choice) {
        match choice {
            Choice::Kind(kind) => self.kinds ^= 1 << kind as u8,
            Choice::Side(side) => self.sides ^= 1 << side as u8,
            Choice::Place(at) => self.places ^= 1 << at.min(15),
            Choice::Mark(mark) => self.marks ^= 1 << mark as u8,
        }
    }

    /// Which groups an entry fails in: kinds, sides, places, anything else.
    fn fails(&self, facts: &Facts) -> [bool; 4] {
        let (low, high) = self.pain;
        let pain = self.pain == (0, 10) || facts.pain.is_some_and(|p| (low..=high).contains(&p));
        let dates = self.from.is_none_or(|from| facts.date >= from)
            && self.to.is_none_or(|to| facts.date <= to);
        let marks = facts.marks & self.marks == self.marks;
        [
            self.kinds != 0 && facts.kind & self.kinds == 0,
            self.sides != 0 && facts.side & self.sides == 0,
            self.places != 0 && facts.places & self.places == 0,
            !(pain && dates && marks),
        ]
    }
}

/// How many entries each choice would leave, with all else as it is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    kinds: [u32; 4],
    sides: [u32; 4],
    places: [u32; PLACES.len()],
    marks: [u32; 6],
}

impl Counts {
    /// Entries that a choice has.
    pub fn of(&self, choice: Choice) -> u32 {
        let count = match choice {
            Choice::Kind(kind) => self.kinds.get(kind as usize),
            Choice::Side(side) => self.sides.get(side as usize),
            Choice::Place(at) => self.places.get(at),
            Choice::Mark(mark) => self.marks.get(mark as usize),
        };
        count.copied().unwrap_or(0)
    }

    /// Counts an entry; says whether it passes.
    pub(super) fn add(&mut self, filter: &Filter, facts: &Facts) -> bool {
        let count = |counts: &mut [u32], mask: u16| {
            for (at, count) in counts.iter_mut().enumerate() {
                *count += u32::from(has(mask, at));
            }
        };
        let fails = filter.fails(facts);
        if fails == [false; 4] {
            count(&mut self.marks, facts.marks.into());
        }
        // A choice of a group counts what all other groups let through.
        if matches!(fails, [_, false, false, false]) {
            count(&mut self.kinds, facts.kind.into());
        }
        if matches!(fails, [false, _, false, false]) {
            count(&mut self.sides, facts.side.into());
        }
        if matches!(fails, [false, false, _, false]) {
            count(&mut self.places, facts.places);
        }
        fails == [false; 4]
    }
}
