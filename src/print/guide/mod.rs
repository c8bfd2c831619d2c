//! The pages of the guide as sheets: the same words as in the window, with the
//! sources at the end.

mod anatomy;
mod article;
mod cause;
mod check;
mod compare;
mod find;
mod help;
mod stretch;

pub use self::anatomy::anatomy;
pub use self::article::{alert, conflicts, remedy};
pub use self::cause::cause;
pub use self::check::check;
pub use self::compare::compare;
pub use self::find::find;
pub use self::help::help;
pub use self::stretch::stretch;
use super::ink::Ink;
use super::sheet::{Art, Block, Boxed, Figure, Item, Mark, Run, Sheet, Voice, Words};
use crate::content::{Claim, Conflict, Library, Picture, Source};
use crate::figure::View;
use crate::triage::Urgency;

/// A sheet while it is written: its blocks, and the sources named so far.
struct Desk<'a> {
    library: &'a Library,
    sheet: Sheet,
    keys: Vec<String>,
}

impl<'a> Desk<'a> {
    fn new(library: &'a Library, kicker: &str, title: &str) -> Self {
        Self {
            library,
            sheet: Sheet {
                kicker: kicker.to_owned(),
                title: title.to_owned(),
                ..Sheet::default()
            },
            keys: Vec::new(),
        }
    }

    fn add(&mut self, block: Block) {
        self.sheet.blocks.push(block);
    }

    fn heading(&mut self, text: &str) {
        self.add(Block::Heading(2, text.to_owned()));
    }

    fn paragraph(&mut self, words: Words) {
        self.add(Block::Paragraph(Voice::Body, words));
    }

    /// The numbers of these sources on this sheet: "1, 3".
    fn marks(&mut self, keys: &[String]) -> String {
        let numbers: Vec<String> = keys.iter().map(|key| self.number(key)).collect();
        numbers.join(", ")
    }

    fn number(&mut self, key: &str) -> String {
        let at = self.keys.iter().position(|k| k == key);
        let at = at.unwrap_or_else(|| {
            self.keys.push(key.to_owned());
            self.keys.len() - 1
        });
        (at + 1).to_string()
    }

    /// A claim with the numbers of its sources.
    fn claim(&mut self, claim: &Claim) -> Words {
        let marks = self.marks(&claim.from);
        Words::plain(&*claim.text).marked(&marks)
    }

    /// Claims as a list.
    fn claims(&mut self, claims: &[Claim]) -> Block {
        let items = claims.iter().map(|c| self.claim(c).into());
        Block::List(items.collect())
    }

    /// A heading and a list below it; nothing where there is nothing to say.
    fn section(&mut self, title: &str, claims: &[Claim]) {
        if !claims.is_empty() {
            self.heading(title);
            let list = self.claims(claims);
            self.add(list);
        }
    }

    /// The pictures of a page, two in a row.
    fn pictures(&mut self, pictures: &[Picture]) {
        for row in pictures.chunks(2) {
            let mut figures: Vec<Figure> = row.iter().filter_map(|p| self.picture(p)).collect();
            match figures.pop() {
                // One alone leaves room: its caption stands beside it.
                Some(mut alone) if figures.is_empty() => {
                    let caption = std::mem::take(&mut alone.caption);
                    self.add(Block::Columns(vec![
                        (1.2, vec![Block::Figures(vec![alone])]),
                        (1.0, vec![Block::Paragraph(Voice::Quiet, caption)]),
                    ]));
                }
                Some(last) => {
                    figures.push(last);
                    self.add(Block::Figures(figures));
                }
                None => {}
            }
        }
    }

    fn picture(&mut self, picture: &Picture) -> Option<Figure> {
        let figure = self.library.figure(&picture.figure)?;
        let marks = self.marks(&picture.from);
        let state = figure
            .states
            .iter()
            .find(|s| Some(&s.id) == picture.state.as_ref());
        let alt = match state {
            Some(state) => format!("{} Shown here: {}.", figure.alt, state.name),
            None => figure.alt.clone(),
        };
        Some(Figure {
            art: Art {
                figure: figure.clone(),
                view: View::of(figure, picture),
                labels: Vec::new(),
                heat: Vec::new(),
            },
            alt,
            caption: Words::plain(&*picture.caption).marked(&marks),
        })
    }

    /// What is often said, what is known, and what to do with it.
    fn conflict(&mut self, conflict: &Conflict) {
        let known = self.claim(&conflict.known);
        let so = self.claim(&conflict.so);
        self.add(Block::Boxed(Boxed {
            ink: Ink::Muted,
            blocks: vec![
                label("Often said"),
                Block::Paragraph(Voice::Body, Words::strong(&*conflict.said)),
                label("What is known"),
                Block::Paragraph(Voice::Body, known),
                label("So"),
                Block::Paragraph(Voice::Body, so),
            ],
            ..Boxed::default()
        }));
    }

    /// The sheet with its sources at the end.
    fn done(mut self) -> Sheet {
        if !self.keys.is_empty() {
            self.add(Block::Rule);
            self.add(Block::Heading(3, "Sources".to_owned()));
            let items: Vec<Item> = self
                .keys
                .iter()
                .filter_map(|key| self.library.source(key))
                .map(source)
                .collect();
            self.add(Block::Numbered(items));
        }
        let state = format!(
            "{} It does not replace a doctor. Content {}.",
            self.library.review_state(),
            self.library.version()
        );
        self.add(Block::Paragraph(Voice::Quiet, Words::plain(state)));
        self.sheet
    }
}

/// A source: what it is, where it is, how well it is known.
fn source(source: &Source) -> Item {
    let known = |text: String| Run {
        text,
        ..Run::default()
    };
    let sentence = source.kind.sentence();
    let more = match source.url() {
        Some(url) => Words::link(&url).and(known(format!("  {sentence}"))),
        None => Words::default().and(known(sentence.to_owned())),
    };
    Item {
        words: Words::plain(&*source.title),
        more: vec![more],
    }
}

/// A quiet label above what it names.
fn label(text: &str) -> Block {
    Block::Label(text.to_owned())
}

/// The mark and the ink of an urgency, as in the window.
const fn face(urgency: Urgency) -> (Mark, Ink) {
    match urgency {
        Urgency::EmergencyNow => (Mark::Emergency, Ink::Danger),
        Urgency::SameDay => (Mark::Today, Ink::Caution),
        Urgency::WithinDays => (Mark::Calendar, Ink::Caution),
        Urgency::Routine => (Mark::Letter, Ink::Info),
        Urgency::SelfCare => (Mark::House, Ink::Positive),
    }
}

/// An urgency with what belongs to it.
fn urgent(urgency: Urgency, blocks: Vec<Block>) -> Block {
    let (mark, ink) = face(urgency);
    Block::Boxed(Boxed {
        ink,
        mark: Some(mark),
        head: urgency.label().to_owned(),
        blocks,
    })
}
