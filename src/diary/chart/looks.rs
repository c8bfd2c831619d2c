//! The weekly looks back of a period: each of them, and by week or month.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::bucket::Bucket;
use crate::diary::Diary;
use crate::diary::entry::WeekLook;
use crate::diary::week::{Change, looks};

/// How many questions a look back has.
pub const ANSWERS: usize = 3;

/// The looks back on the week in a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    /// Each of them with its day, the last of the seven it is about; oldest first.
    pub all: Vec<(Date, WeekLook)>,
    /// For each bucket of the charts the three answers, 0 to 10: pain, taken from
    /// what one enjoys, in the way of the days. None: nobody looked back.
    pub by_bucket: Vec<Option<[f64; ANSWERS]>>,
    /// There are older ones, before the period.
    pub has_older: bool,
}

impl Looks {
    /// Those in the buckets of a period up to `today`.
    pub(super) fn of(diary: &Diary, buckets: &[Bucket], today: Date) -> Self {
        let mut told = Self::default();
        let mut sums = vec![([0.0; ANSWERS], 0_u32); buckets.len()];
        for (date, look) in looks(diary).into_iter().filter(|(date, _)| *date <= today) {
            let middle = middle(date);
            let after = buckets.partition_point(|bucket| bucket.first <= middle);
            let Some((sum, count)) = after.checked_sub(1).and_then(|at| sums.get_mut(at)) else {
                told.has_older = true;
                continue;
            };
            for (sum, answer) in sum.iter_mut().zip(answers(look)) {
                *sum += answer;
            }
            *count += 1;
            told.all.push((date, look));
        }
        let mean = |(sum, count): ([f64; ANSWERS], u32)| {
            (count > 0).then(|| sum.map(|sum| sum / f64::from(count)))
        };
        told.by_bucket = sums.into_iter().map(mean).collect();
        told
    }

    /// The means of the first and of the last look, and what became of the week;
    /// none with fewer than two.
    pub fn change(&self) -> Option<(f64, f64, Change)> {
        let [(_, first), .., (_, last)] = self.all.as_slice() else {
            return None;
        };
        let (first, last) = (first.mean(), last.mean());
        Some((first, last, Change::between(first, last)))
    }

    /// How many weeks or months have none.
    pub fn gaps(&self) -> usize {
        self.by_bucket.iter().filter(|look| look.is_none()).count()
    }
}

/// The day in the middle of the seven that a look is about: most of them lie in
/// its week.
fn middle(date: Date) -> Date {
    date.saturating_sub(3.days())
}

/// The answers in their order.
pub fn answers(look: WeekLook) -> [f64; ANSWERS] {
    [look.pain, look.enjoyment, look.activity].map(|points| f64::from(points.get()))
}
