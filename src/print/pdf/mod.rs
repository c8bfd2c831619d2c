//! Writes filled pages as PDF: tagged, with bookmarks, the typeface embedded.

mod art;
mod draw;
mod marks;
mod paint;
mod tree;
mod vector;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use self::art::Drawings;
use self::draw::Canvas;
use self::tree::Leaves;
use super::Stamp;
use super::face::Faces;
use super::ink::PAPER;
use super::pages::Placed;
use super::set::{Ground, Tags};
use super::sheet::Sheet;

/// The language of all that the guide says.
const LANGUAGE: &str = "en";

/// Writes the document.
pub(super) fn write(
    faces: &Faces,
    sheet: &Sheet,
    stamp: &Stamp,
    tags: &Tags,
    grounds: &[Ground],
    pages: &[Vec<Placed>],
) -> Result<Vec<u8>, String> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = accessible
        .finish()
        .map_err(|err| format!("the kind of PDF is not known: {err:?}"))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(sheet, stamp));
    document.set_outline(outline(sheet, pages));
    let mut leaves = Leaves::of(tags);
    let mut drawings = Drawings::default();
    for (at, placed) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAPER.0, PAPER.1)
            .ok_or_else(|| "the paper has no size".to_owned())?;
        let mut page = document.start_page_with(settings);
        let mut canvas = Canvas {
            surface: page.surface(),
            faces,
            leaves: &mut leaves,
            links: Vec::new(),
        };
        canvas.grounds(grounds, placed);
        for one in placed {
            canvas.slice(one, &mut drawings)?;
        }
        canvas.frame(sheet, stamp, (at + 1, pages.len()));
        let links = canvas.finish();
        for link in links {
            link.press(&mut page, &mut leaves);
        }
        page.finish();
    }
    document.set_tag_tree(leaves.tree(tags));
    document.finish().map_err(|err| format!("{err:?}"))
}

fn metadata(sheet: &Sheet, stamp: &Stamp) -> Metadata {
    let year = u16::try_from(stamp.day.year()).unwrap_or(0);
    let day = DateTime::new(year)
        .month(u8::try_from(stamp.day.month()).unwrap_or(1))
        .day(u8::try_from(stamp.day.day()).unwrap_or(1));
    Metadata::new()
        .title(sheet.title.clone())
        .language(LANGUAGE.to_owned())
        .creator(format!("Unclench {}", stamp.version))
        .creation_date(day)
}

/// The bookmarks: every heading, level 3 within level 2.
fn outline(sheet: &Sheet, pages: &[Vec<Placed>]) -> Outline {
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(sheet.title.clone(), top));
    let mut open: Option<OutlineNode> = None;
    for (at, placed) in pages.iter().enumerate() {
        for one in placed {
            let Some((level, text)) = &one.slice.heading else {
                continue;
            };
            let there = XyzDestination::new(at, Point::from_xy(0.0, (one.y - 12.0).max(0.0)));
            let node = OutlineNode::new(text.clone(), there);
            match &mut open {
                Some(above) if *level > 2 => above.push_child(node),
                above => {
                    if let Some(done) = above.replace(node) {
                        outline.push_child(done);
                    }
                }
            }
        }
    }
    if let Some(last) = open {
        outline.push_child(last);
    }
    outline
}
