//! Tests of the printed pages: lines, pages, and every page of the guide.

use proptest::prelude::*;

use super::face::Faces;
use super::ink::{BODY, COLUMN, Margins, PAPER};
use super::pages::Placed;
use super::set::What;
use super::sheet::{Block, Boxed, Cell, Sheet, Voice, Words};
use super::{Page, Stamp, line, pdf};
use crate::content::Library;

pub(super) fn faces() -> Faces {
    Faces::load().expect("the typeface is built in")
}

pub(super) fn library() -> Library {
    Library::embedded().expect("content without problems")
}

pub(super) fn stamp() -> Stamp {
    Stamp::of(jiff::civil::date(2026, 11, 24))
}

/// Every page of the guide, by its name on the command line.
fn names(library: &Library) -> Vec<String> {
    let mut all = vec![
        "conflicts".to_owned(),
        "help".to_owned(),
        "blank-diary".to_owned(),
    ];
    all.extend(library.causes().iter().map(|c| format!("cause/{}", c.id)));
    all.extend(library.alerts().iter().map(|a| format!("alert/{}", a.id)));
    all.extend(
        library
            .remedies()
            .iter()
            .map(|r| format!("remedy/{}", r.id)),
    );
    all.extend(library.figures().iter().map(|f| format!("figure/{}", f.id)));
    all.extend(
        library
            .routines()
            .iter()
            .map(|r| format!("stretch/{}", r.id)),
    );
    all.push("compare/piriformis_dgs/disc_radiculopathy".to_owned());
    all.push("compare/pad_aortoiliac/spinal_stenosis".to_owned());
    all
}

fn filled(faces: &Faces, sheet: &Sheet) -> Vec<Vec<Placed>> {
    super::laid_out(faces, sheet).1
}

/// What of a sheet is not between the margins.
pub(super) fn outside(pages: &[Vec<Placed>], margins: Margins) -> Vec<String> {
    let Margins { side, top, bottom } = margins;
    let mut all = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for placed in page {
            let end = placed.y + placed.slice.height;
            if placed.y < top - 0.1 || end > bottom + 0.1 {
                all.push(format!("page {number}: from {} to {end}", placed.y));
            }
            for one in &placed.slice.drawn {
                let right = match &one.what {
                    What::Text(piece) => {
                        one.x + piece.shaped.text.trim_end().len().min(1) as f32 + line_width(piece)
                    }
                    What::Art(_, wide, _)
                    | What::Pose(_, wide, _)
                    | What::Rule(wide)
                    | What::Badge(_, wide)
                    | What::Mark(_, wide, _)
                    | What::Dot(wide, _)
                    | What::Bar(wide, ..) => one.x + wide,
                    What::Line((dx, _), ..) => one.x + dx.max(0.0),
                };
                if one.x < side - 0.1 || right > PAPER.0 - side + 1.5 {
                    all.push(format!(
                        "page {number}: {:?} from {} to {right}",
                        one.what, one.x
                    ));
                }
            }
        }
    }
    all
}

/// The width of a piece without the space at its end.
fn line_width(piece: &line::Piece) -> f32 {
    let trailing = piece.shaped.text.ends_with(' ');
    let last = piece.shaped.glyphs.last().filter(|_| trailing);
    piece.width() - last.map_or(0.0, |g| g.advance * piece.size)
}

#[test]
fn lines_fill_the_column_and_lose_nothing() {
    let faces = faces();
    let text = "Deep in the buttock, seen from behind: the piriformis runs from the sacrum to the \
                thigh bone. The thick sciatic nerve comes out below it with room to spare. See \
                https://pmc.ncbi.nlm.nih.gov/articles/PMC5477786/ and doi:10.1001/jama.2019.19413.";
    let words = Words::plain(text).marked("1, 2");
    let lines = line::lines(&faces, &words, BODY, COLUMN);
    let said: String = lines
        .iter()
        .flat_map(|l| &l.pieces)
        .map(|p| p.shaped.text.as_str())
        .collect();
    assert_eq!(said, format!("{text}\u{a0}1,\u{a0}2"), "every letter, once");
    assert!(
        lines.iter().all(|l| l.width <= COLUMN + 0.1),
        "no line is too wide"
    );
    let full = lines.len() - 1;
    let short = lines
        .iter()
        .take(full)
        .filter(|l| l.width < COLUMN * 0.8)
        .count();
    assert_eq!(short, 0, "no ragged hole: {lines:?}");
    let letters = lines[0].pieces[0].shaped.text.chars().count();
    assert!((55..=85).contains(&letters), "{letters} letters in a line");
    let last = lines.last().unwrap().pieces.last().unwrap();
    assert!(
        last.lift > 0.0 && last.shaped.text.ends_with('2'),
        "the marks are raised"
    );
}

#[test]
fn a_word_longer_than_a_line_is_cut_and_unknown_letters_are_marked() {
    let faces = faces();
    let long = "x".repeat(400);
    let lines = line::lines(&faces, &Words::plain(&*long), BODY, 100.0);
    assert!(lines.len() > 10, "{} lines", lines.len());
    assert!(lines.iter().all(|l| l.width <= 100.1), "within the column");
    let lines = line::lines(&faces, &Words::plain("ache \u{1F60A}"), BODY, 200.0);
    assert_eq!(lines[0].pieces[0].shaped.text, "ache ?", "no empty box");
}

#[test]
fn a_heading_is_never_the_last_on_a_page() {
    let faces = faces();
    for filler in 30..48 {
        let mut sheet = Sheet {
            title: "Title".to_owned(),
            ..Sheet::default()
        };
        for _ in 0..filler {
            let line = Block::Paragraph(Voice::Body, Words::plain("One line."));
            sheet.blocks.push(line);
        }
        sheet.blocks.push(Block::Heading(2, "Next".to_owned()));
        let text = "It goes on over several lines. ".repeat(12);
        sheet
            .blocks
            .push(Block::Paragraph(Voice::Body, Words::plain(text)));
        let pages = filled(&faces, &sheet);
        for page in &pages {
            let last = page.last().expect("no empty page");
            assert!(
                last.slice.heading.is_none(),
                "{filler}: a heading is left behind"
            );
        }
        let after = pages
            .iter()
            .flatten()
            .skip_while(|p| p.slice.heading.is_none());
        assert!(after.count() > 1, "{filler}: it goes on");
        // Neither one line of a paragraph at the foot nor one at the head.
        let heading = pages
            .iter()
            .position(|p| p.iter().any(|s| s.slice.heading.is_some()));
        let there = heading.map(|at| &pages[at]).expect("the heading is there");
        let from = there
            .iter()
            .position(|s| s.slice.heading.is_some())
            .unwrap();
        assert!(there.len() - from >= 3, "{filler}: two lines follow it");
    }
}

#[test]
fn the_head_of_a_table_is_told_again() {
    let faces = faces();
    let row = || vec![Cell::from(Words::plain("a")), Cell::from(Words::plain("b"))];
    let sheet = Sheet {
        title: "Table".to_owned(),
        blocks: vec![Block::Table {
            shares: vec![1.0, 1.0],
            head: vec!["First".to_owned(), "Second".to_owned()],
            rows: (0..80).map(|_| row()).collect(),
        }],
        ..Sheet::default()
    };
    let pages = filled(&faces, &sheet);
    assert!(pages.len() > 1, "it goes on");
    for page in pages.iter().skip(1) {
        let first = &page[0].slice.drawn[0];
        assert!(matches!(&first.what, What::Text(p) if p.shaped.text == "First"));
        assert_eq!(first.tag, None, "told to a screen reader once");
    }
}

#[test]
fn every_page_of_the_guide_is_printed_within_its_margins() {
    let faces = faces();
    let library = library();
    for name in names(&library) {
        let page = Page::named(&name, &library, "GB").expect("it is in the guide");
        let sheet = page.sheet(&library).expect("it says something");
        let pages = filled(&faces, &sheet);
        let wrong = outside(&pages, sheet.margins());
        assert!(wrong.is_empty(), "{name}: {}", wrong.join("\n"));
        let bytes = pdf(&sheet, &stamp()).unwrap_or_else(|err| panic!("{name}: {err}"));
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("/StructTreeRoot"), "{name}: tagged");
        assert!(text.contains("/Lang"), "{name}: its language is told");
        assert!(
            !text.contains("/Subtype/Image"),
            "{name}: drawn, not painted"
        );
        assert!(
            !text.contains("/Subtype /Image"),
            "{name}: drawn, not painted"
        );
        let count = text.matches("/Type/Page\n").count() + text.matches("/Type /Page\n").count();
        assert!(count == pages.len() || count == 0, "{name}: {count} pages");
        let name = page.file_name(&library, false);
        assert!(
            !name.is_empty() && !name.contains('/'),
            "{name:?} can be a file"
        );
        assert_eq!(page.file_name(&library, true), "Notes", "tells nothing");
    }
}

#[test]
fn pages_that_are_not_there_are_named() {
    let library = library();
    for name in [
        "cause/none",
        "cause",
        "",
        "compare/piriformis_dgs",
        "nonsense/x",
        "stretch/none",
        "stretch/figure_four/desk",
    ] {
        let err = Page::named(name, &library, "GB").unwrap_err();
        assert!(err.to_string().contains(&format!("{name:?}")), "{err}");
    }
    let same = "compare/piriformis_dgs/piriformis_dgs";
    assert!(
        Page::named(same, &library, "GB").is_err(),
        "one with itself"
    );
}

#[test]
fn a_printed_cause_says_what_its_page_says() {
    let library = library();
    let cause = library.cause("piriformis_dgs").unwrap();
    let page = Page::Cause(cause.id.clone());
    let said = format!("{:?}", page.sheet(&library).unwrap());
    let claims = [&cause.feels, &cause.why, &cause.sets_off, &cause.unknown];
    for claim in claims.into_iter().flatten() {
        let text = format!("{:?}", claim.text);
        assert!(said.contains(&text), "{text}");
        for key in &claim.from {
            let title = format!("{:?}", library.source(key).unwrap().title);
            assert!(said.contains(&title), "the source {key} stands at the end");
        }
    }
}

fn words() -> impl Strategy<Value = Words> {
    "[ -~äö€“”\u{1F600}]{0,600}".prop_map(Words::plain)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        ".{0,80}".prop_map(|text| Block::Heading(2, text)),
        words().prop_map(|words| Block::Paragraph(Voice::Body, words)),
        prop::collection::vec(words(), 0..9)
            .prop_map(|list| Block::List(list.into_iter().map(Into::into).collect())),
        prop::collection::vec(words(), 0..9).prop_map(|list| Block::Boxed(Boxed {
            head: "Head".to_owned(),
            blocks: list
                .into_iter()
                .map(|w| Block::Paragraph(Voice::Body, w))
                .collect(),
            ..Boxed::default()
        })),
        prop::collection::vec(words(), 0..30).prop_map(|list| Block::Columns(vec![
            (
                1.0,
                list.iter()
                    .cloned()
                    .map(|w| Block::Paragraph(Voice::Small, w))
                    .collect()
            ),
            (
                2.0,
                vec![Block::List(list.into_iter().map(Into::into).collect())]
            ),
        ])),
        prop::collection::vec(words(), 0..12).prop_map(|list| Block::Table {
            shares: vec![1.0, 2.0],
            head: vec!["A".to_owned(), "B".to_owned()],
            rows: list
                .into_iter()
                .map(|w| vec![w.clone().into(), w.into()])
                .collect(),
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_content_is_laid_out_within_the_margins(
        title in "[!-~][ -~]{0,200}",
        blocks in prop::collection::vec(block(), 0..14),
    ) {
        let sheet = Sheet { title, blocks, ..Sheet::default() };
        let pages = filled(&faces(), &sheet);
        prop_assert_eq!(outside(&pages, sheet.margins()), Vec::<String>::new());
        prop_assert!(pdf(&sheet, &stamp()).is_ok(), "it is written");
    }
}
