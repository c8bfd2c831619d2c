//! The cramps that are not in the diary yet: kept from the first press on,
//! added to, saved, put aside. What is asked of the whole program is in `flow`.

mod flow;
mod past;

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use self::past::Past;
use crate::action::CrampTold;
use crate::clock::Moment;
use crate::diary::Diary;
use crate::diary::begun::Begun;
use crate::diary::entry::{EntryId, Episode, Intensity, Lasted, Region, Side};
use crate::diary::mirror::{on_side, toggle};
use crate::job::{Job, Report, Task};
use crate::triage::Urgency;

/// A stretch that began within this time after a cramp was for it.
const FOR_IT: SignedDuration = SignedDuration::from_hours(12);
/// A start that was stamped a little late still counts.
const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// What the Now screen shows of a cramp; without one it shows its home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrampView {
    /// The signs that need help first.
    Signs(EntryId),
    /// Which of them it is.
    Which(EntryId),
    /// How it is now, and what is missing.
    Cramp(EntryId),
}

impl CrampView {
    /// The cramp it is about.
    pub fn id(self) -> EntryId {
        match self {
            Self::Signs(id) | Self::Which(id) | Self::Cramp(id) => id,
        }
    }
}

/// One cramp and what is known of its file.
#[derive(Clone, Debug)]
struct Open {
    id: EntryId,
    begun: Begun,
    /// Writes that were sent and not answered yet.
    pending: u32,
    /// It is in its file as it was when last heard of.
    is_kept: bool,
    /// Its entry is on the way into the diary.
    is_leaving: bool,
    /// The signs were answered with "none of these".
    is_clear: bool,
}

/// A check whose advice has come due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueCheck {
    /// The check.
    pub id: EntryId,
    /// How soon someone was to be seen.
    pub urgency: Urgency,
    /// The day by which, or on which to check again.
    pub by: jiff::civil::Date,
}

/// All cramps that are not in the diary yet, and where the person is with them.
#[derive(Clone, Debug, Default)]
pub struct CrampDesk {
    open: Vec<Open>,
    view: Option<CrampView>,
    /// The cramp that the stretch is for.
    current: Option<EntryId>,
    /// The stretch starts as soon as nothing stands before it.
    starts: bool,
    /// The one that was put aside last, so that it can come back.
    discarded: Option<Begun>,
    /// Those that are dealt with: a late word of the disk does not bring them back.
    gone: BTreeSet<EntryId>,
    to_drop: Vec<EntryId>,
    /// Entries of which the person said that they still go on.
    asked: BTreeSet<EntryId>,
    past: Past,
}

impl CrampDesk {
    /// The cramps that are not finished, oldest first.
    pub fn open(&self) -> impl DoubleEndedIterator<Item = &Begun> {
        let open = self.open.iter().filter(|open| !open.is_leaving);
        open.map(|open| &open.begun)
    }

    /// One of them.
    pub fn get(&self, id: EntryId) -> Option<&Begun> {
        self.open().find(|begun| begun.id == Some(id))
    }

    /// Is it in its file, as it is shown?
    pub fn is_kept(&self, id: EntryId) -> bool {
        let open = self.open.iter().find(|open| open.id == id);
        open.is_some_and(|open| open.is_kept && open.pending == 0)
    }

    /// Is there one that is in memory alone, with nothing under way?
    pub fn has_failed(&self) -> bool {
        self.open
            .iter()
            .any(|open| !open.is_leaving && !open.is_kept && open.pending == 0)
    }

    /// What the Now screen shows of them.
    pub fn view(&self) -> Option<CrampView> {
        self.view.filter(|view| self.get(view.id()).is_some())
    }

    /// Were the signs of this one answered with "none of these"?
    pub fn is_clear(&self, id: EntryId) -> bool {
        self.open.iter().any(|open| open.id == id && open.is_clear)
    }

    /// The place and side of the last cramp of the diary, on the side that was
    /// told of this one: proposed where no place was told.
    pub fn proposal(&self, id: EntryId) -> Option<(Vec<Region>, Side)> {
        let begun = self.get(id)?;
        if !begun.regions.is_empty() {
            return None;
        }
        let (regions, side) = self.past.last()?;
        let wanted = begun.side.unwrap_or(*side);
        Some((on_side(regions, wanted), wanted))
    }

    /// The cramp with the place that is proposed, to be saved.
    pub fn proposed(&self, id: EntryId) -> Option<Begun> {
        let mut begun = self.get(id)?.clone();
        if let Some((regions, side)) = self.proposal(id) {
            begun.regions = regions;
            begun.side = Some(side);
        }
        Some(begun)
    }

    /// Entries of the diary that were still going hours ago, oldest first.
    pub fn still_going<'a>(&'a self, diary: &'a Diary) -> impl Iterator<Item = &'a Episode> {
        let ids = self.past.going().iter();
        let open = ids.filter(|id| !self.asked.contains(id));
        let entries = open.filter_map(|id| diary.get(*id)?.as_episode());
        entries.filter(|episode| episode.duration == Lasted::StillGoing)
    }

    /// The last check, when what it advised has come due.
    pub fn due_check(&self) -> Option<&DueCheck> {
        self.past.due()
    }

    /// How many things wait to be finished.
    pub fn waiting(&self, diary: &Diary) -> usize {
        self.open().count() + self.still_going(diary).count()
    }

    /// The cramp that a stretch begun at `start` is for: the one it was started
    /// from, else the newest.
    pub(super) fn stretched_at(&self, start: Timestamp) -> Option<&Begun> {
        let fits = |begun: &&Begun| {
            let gap = begun.instant().map(|began| start.duration_since(began));
            gap.is_some_and(|gap| -SLACK <= gap && gap <= FOR_IT)
        };
        let current = self.current.and_then(|id| self.get(id)).filter(fits);
        current.or_else(|| self.open().rev().find(fits))
    }

    /// Stamps a cramp that begins now. Others that are open stay open.
    fn press(&mut self, now: &Moment) -> Option<Job> {
        let begun = Begun::now(now);
        let id = begun.id?;
        self.current = Some(id);
        self.view = Some(CrampView::Signs(id));
        self.add(id, begun)
    }

    fn add(&mut self, id: EntryId, begun: Begun) -> Option<Job> {
        self.gone.remove(&id);
        self.open.push(Open {
            id,
            begun,
            pending: 0,
            is_kept: false,
            is_leaving: false,
            is_clear: false,
        });
        self.open
            .sort_by_key(|open| (open.begun.instant(), open.id));
        self.keep(id)
    }

    /// Changes a cramp and keeps it.
    fn change(&mut self, id: EntryId, how: impl FnOnce(&mut Begun)) -> Option<Job> {
        let open = self.open.iter_mut().find(|open| open.id == id)?;
        let before = open.begun.clone();
        how(&mut open.begun);
        if open.begun == before {
            return None;
        }
        self.keep(id)
    }

    /// Adds what was told of a cramp.
    fn tell(&mut self, id: EntryId, told: CrampTold, now: &Moment) -> Option<Job> {
        let at = now.wall.timestamp();
        let proposed = self.proposed(id);
        self.change(id, |begun| match told {
            CrampTold::Pain(pain) => {
                if let Some(pain) = Intensity::new(pain) {
                    begun.note_pain(pain, at);
                }
            }
            CrampTold::Stopped => begun.lasted = Some(Lasted::Seconds(begun.seconds_until(at))),
            CrampTold::Lasted(lasted) => begun.lasted = lasted,
            CrampTold::Side(side) => {
                begun.side = side;
                if let Some(side) = side {
                    begun.regions = on_side(&begun.regions, side);
                }
            }
            CrampTold::Place(place) => {
                begun.regions = toggle(&begun.regions, place, begun.side);
            }
            CrampTold::Propose => {
                if let Some(proposed) = proposed {
                    *begun = proposed;
                }
            }
            CrampTold::Woke(woke) => begun.woke_me = woke,
        })
    }

    fn keep(&mut self, id: EntryId) -> Option<Job> {
        let open = self.open.iter_mut().find(|open| open.id == id)?;
        open.pending += 1;
        Some(Job::KeepCramp(Box::new(open.begun.clone())))
    }

    /// Tries again to keep what could not be kept.
    pub(super) fn keep_again(&mut self) -> Vec<Job> {
        let failed = |open: &&Open| !open.is_leaving && !open.is_kept && open.pending == 0;
        let ids: Vec<EntryId> = self.open.iter().filter(failed).map(|o| o.id).collect();
        ids.into_iter().filter_map(|id| self.keep(id)).collect()
    }

    /// Puts a cramp aside.
    fn discard(&mut self, id: EntryId) -> Option<Begun> {
        let at = self.open.iter().position(|open| open.id == id)?;
        let open = self.open.remove(at);
        self.leave(id);
        self.discarded = Some(open.begun.clone());
        Some(open.begun)
    }

    /// Takes back the last discarding.
    fn restore(&mut self) -> Option<Job> {
        let begun = self.discarded.take()?;
        let id = begun.id?;
        self.to_drop.retain(|drop| *drop != id);
        self.add(id, begun)
    }

    fn leave(&mut self, id: EntryId) {
        self.gone.insert(id);
        self.to_drop.push(id);
        if self.current == Some(id) {
            self.current = None;
        }
        self.view = self.view.filter(|view| view.id() != id);
    }

    /// The entry of this cramp is on its way into the diary.
    fn is_saved(&mut self, id: EntryId) {
        if let Some(open) = self.open.iter_mut().find(|open| open.id == id) {
            open.is_leaving = true;
            if self.current == Some(id) {
                self.current = None;
            }
        }
    }

    /// Takes what the IO thread tells.
    pub(super) fn receive(&mut self, report: &Report) {
        if let Report::Unfinished(list) = report {
            self.take_list(list);
        } else if let Report::CrampKept(begun) = report {
            let mut open = self.open.iter_mut();
            if let Some(open) = open.find(|open| Some(open.id) == begun.id) {
                open.pending = open.pending.saturating_sub(1);
                open.is_kept = true;
                open.begun.join(begun);
            }
        } else if let Report::Failed {
            what: Task::KeepCramp(id),
            ..
        } = report
        {
            if let Some(open) = self.open.iter_mut().find(|open| open.id == *id) {
                open.pending = open.pending.saturating_sub(1);
                open.is_kept = false;
            }
        } else if let Report::Saved { version, .. } = report {
            // Only now: until the entry is durable, the file is all there is.
            let id = version.entry.id();
            if let Some(at) = self.open.iter().position(|open| open.id == id) {
                self.open.remove(at);
                self.leave(id);
            }
        }
    }

    /// Takes what is in the files. What is not in its file yet stays as it is.
    fn take_list(&mut self, list: &[Begun]) {
        let is_listed = |open: &Open| list.iter().any(|begun| begun.id == Some(open.id));
        // Another window has finished it.
        self.open
            .retain(|open| open.is_leaving || !open.is_kept || open.pending > 0 || is_listed(open));
        for begun in list {
            let Some(id) = begun.id.filter(|id| !self.gone.contains(id)) else {
                continue;
            };
            if let Some(open) = self.open.iter_mut().find(|open| open.id == id) {
                if open.pending == 0 && open.is_kept && !open.is_leaving {
                    open.begun.clone_from(begun);
                }
            } else {
                self.open.push(Open {
                    id,
                    begun: begun.clone(),
                    pending: 0,
                    is_kept: true,
                    is_leaving: false,
                    is_clear: false,
                });
            }
        }
        self.open
            .sort_by_key(|open| (open.begun.instant(), open.id));
    }

    /// Follows the diary. Returns what the IO thread has to do.
    pub(super) fn tick(&mut self, diary: &Diary, now: &Moment) -> Vec<Job> {
        self.past.look(diary, now);
        let drops = std::mem::take(&mut self.to_drop);
        drops.into_iter().map(Job::DropCramp).collect()
    }
}

#[cfg(test)]
mod tests;
