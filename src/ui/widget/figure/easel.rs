//! Where drawn pictures wait: textures by figure, view and size, a bounded
//! number of them. Drawing happens on its own thread; until a picture is there,
//! the last one of its place is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{ColorImage, Context, Id, TextureHandle, TextureOptions};

use super::stage::Stage;
use crate::clock::Moment;
use crate::content::Figure;
use crate::figure::{Frame, HitMap, Made, Order, Part, Pixels, Shot, Studio, Want, Worker};

/// The most pictures that are kept.
const MOST: usize = 12;
/// The most bytes that the kept pictures may take.
const BYTES: usize = 96 << 20;

/// Makes every picture at once, on this thread: for tests, where each frame is looked at.
pub fn draw_at_once(ctx: &Context) {
    ctx.data_mut(|d| d.insert_temp(at_once_id(), true));
}

fn at_once_id() -> Id {
    Id::unique("figures at once")
}

fn at_once(ctx: &Context) -> bool {
    ctx.data(|d| d.get_temp::<bool>(at_once_id()))
        .unwrap_or(false)
}

/// A picture that is kept.
struct Kept {
    figure: String,
    shot: Shot,
    texture: TextureHandle,
    /// The pass in which it was last shown.
    used: u64,
}

/// Keeps the pictures of a screen and orders new ones.
#[derive(Default)]
pub struct Easel {
    worker: Option<Worker>,
    studio: Studio,
    kept: Vec<Kept>,
    figures: BTreeMap<String, Arc<Figure>>,
    maps: BTreeMap<String, Arc<HitMap>>,
    /// What is being made for each place.
    ordered: BTreeMap<u64, (String, Want)>,
    /// What each place showed last, so that it is never empty while drawing.
    last: BTreeMap<u64, TextureHandle>,
    /// The change that is played.
    stage: Stage,
}

impl std::fmt::Debug for Easel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Easel")
            .field("kept", &self.kept.len())
            .field("ordered", &self.ordered)
            .finish_non_exhaustive()
    }
}

impl Easel {
    /// Tells the time and whether nothing may move, at the start of a frame.
    pub fn begin(&mut self, now: &Moment, still: bool) {
        self.stage.begin(now, still);
    }

    /// What plays.
    pub(super) fn stage(&mut self) -> &mut Stage {
        &mut self.stage
    }

    /// A whole picture for a place; the nearest thing to it while it is being drawn.
    pub(super) fn picture(
        &mut self,
        ctx: &Context,
        place: Id,
        figure: &Figure,
        shot: Shot,
    ) -> Option<TextureHandle> {
        self.take_in(ctx);
        let shot = shot.essence();
        let part = shot.part;
        let place = place.with(part).value();
        if let Some(there) = self.find(ctx, place, figure, &shot) {
            return Some(there);
        }
        let same = |k: &&Kept| k.shot.frame.crop.is_none() && is_same(k, figure, &shot);
        let scaled = self.kept.iter().find(same).map(|k| k.texture.clone());
        // A small draft comes first: a plate takes its time.
        let draft = part == Part::Plate && scaled.is_none() && !at_once(ctx);
        let width = shot.frame.width;
        let drawn = Shot {
            frame: Frame::from(if draft { (width / 3).max(120) } else { width }),
            ..shot.clone()
        };
        self.order(ctx, place, figure, Want::Picture(drawn));
        if let Some(made) = self.find(ctx, place, figure, &shot) {
            return Some(made);
        }
        match part {
            // What is lit must never be another structure.
            Part::Lit => scaled,
            Part::Plate => scaled.or_else(|| self.last.get(&place).cloned()),
        }
    }

    /// A crop for a place, once it is drawn; it is ordered here.
    pub(super) fn crop(
        &mut self,
        ctx: &Context,
        place: Id,
        figure: &Figure,
        shot: Shot,
    ) -> Option<TextureHandle> {
        self.take_in(ctx);
        let shot = shot.essence();
        let place = place.with((shot.part, "crop")).value();
        if let Some(there) = self.find(ctx, place, figure, &shot) {
            return Some(there);
        }
        self.order(ctx, place, figure, Want::Picture(shot.clone()));
        self.find(ctx, place, figure, &shot)
    }

    /// A whole picture of any size, to lie below a crop that is on its way; a small
    /// one is ordered where there is none.
    pub(super) fn below(
        &mut self,
        ctx: &Context,
        place: Id,
        figure: &Figure,
        shot: Shot,
    ) -> Option<TextureHandle> {
        let shot = shot.essence();
        let place = place.with(shot.part).value();
        let fits = |k: &&mut Kept| k.shot.frame.crop.is_none() && is_same(k, figure, &shot);
        let largest = self.kept.iter_mut().filter(fits);
        if let Some(kept) = largest.max_by_key(|k| k.shot.frame.width) {
            kept.used = ctx.cumulative_pass_nr();
            return Some(kept.texture.clone());
        }
        let small = Frame::from((shot.frame.width / 3).max(120));
        self.order(
            ctx,
            place,
            figure,
            Want::Picture(Shot {
                frame: small,
                ..shot
            }),
        );
        self.last.get(&place).cloned()
    }

    /// What was drawn last of the same view while `shot` is on its way: another
    /// crop, or for what is lit also all of it.
    pub(super) fn before(
        &mut self,
        ctx: &Context,
        figure: &Figure,
        shot: Shot,
    ) -> Option<(TextureHandle, Frame)> {
        let shot = shot.essence();
        let fits = |k: &&mut Kept| {
            (k.shot.frame.crop.is_some() || k.shot.part == Part::Lit) && is_same(k, figure, &shot)
        };
        let kept = self.kept.iter_mut().filter(fits).max_by_key(|k| k.used)?;
        kept.used = ctx.cumulative_pass_nr();
        Some((kept.texture.clone(), kept.shot.frame))
    }

    /// The picture itself, if it is kept.
    fn find(
        &mut self,
        ctx: &Context,
        place: u64,
        figure: &Figure,
        shot: &Shot,
    ) -> Option<TextureHandle> {
        let mut kept = self.kept.iter_mut();
        let kept = kept.find(|k| k.figure == figure.id && k.shot == *shot)?;
        kept.used = ctx.cumulative_pass_nr();
        self.last.insert(place, kept.texture.clone());
        Some(kept.texture.clone())
    }

    /// Where every structure of a figure lies, once it is known.
    pub(super) fn hit_map(&mut self, ctx: &Context, figure: &Figure) -> Option<Arc<HitMap>> {
        self.take_in(ctx);
        if !self.maps.contains_key(&figure.id) {
            let place = Id::unique(("hit map", &figure.id)).value();
            self.order(ctx, place, figure, Want::HitMap);
        }
        self.maps.get(&figure.id).cloned()
    }

    fn order(&mut self, ctx: &Context, place: u64, figure: &Figure, want: Want) {
        let id = figure.id.clone();
        let entry = (id.clone(), want.clone());
        if self.ordered.get(&place) == Some(&entry) {
            return; // on its way
        }
        let figure = self
            .figures
            .entry(id)
            .or_insert_with(|| Arc::new(figure.clone()));
        let order = Order {
            place,
            figure: Arc::clone(figure),
            want,
        };
        if self.worker.is_none() && !at_once(ctx) {
            let wake = ctx.clone();
            self.worker = Worker::spawn(move || wake.request_repaint()).ok();
        }
        if let Some(worker) = &self.worker {
            self.ordered.insert(place, entry);
            worker.order(order);
        } else {
            // In tests, or when the system gives no thread.
            let made = self.studio.make(&order);
            self.keep(ctx, &order, made);
        }
    }

    /// Takes in what was drawn since the last frame.
    fn take_in(&mut self, ctx: &Context) {
        let made = self.worker.as_ref().map(Worker::drain).unwrap_or_default();
        for (order, made) in made {
            let entry = (order.figure.id.clone(), order.want.clone());
            if made.is_some() && self.ordered.get(&order.place) == Some(&entry) {
                self.ordered.remove(&order.place);
            }
            self.keep(ctx, &order, made);
        }
    }

    fn keep(&mut self, ctx: &Context, order: &Order, made: Option<Made>) {
        let id = &order.figure.id;
        match (made, &order.want) {
            (Some(Made::HitMap(map)), _) => {
                self.maps.insert(id.clone(), Arc::new(map));
            }
            (Some(Made::Picture(pixels)), Want::Picture(shot)) => {
                let kept = Kept {
                    figure: id.clone(),
                    shot: shot.clone(),
                    texture: texture(ctx, id, &pixels),
                    used: ctx.cumulative_pass_nr(),
                };
                self.kept.push(kept);
                self.let_go(ctx);
            }
            (Some(Made::Picture(_)) | None, _) => {}
        }
    }

    /// Lets the pictures go that were not shown for longest.
    fn let_go(&mut self, ctx: &Context) {
        let now = ctx.cumulative_pass_nr();
        while self.kept.len() > MOST || self.bytes() > BYTES {
            let oldest = self
                .kept
                .iter()
                .enumerate()
                .filter(|(_, k)| k.used + 1 < now)
                .min_by_key(|(_, k)| k.used)
                .map(|(at, _)| at);
            let Some(oldest) = oldest else { return }; // all are being shown
            let gone = self.kept.remove(oldest);
            self.last
                .retain(|_, texture| texture.id() != gone.texture.id());
        }
    }

    fn bytes(&self) -> usize {
        self.kept.iter().map(|k| k.texture.byte_size()).sum()
    }
}

/// Does a kept picture show the same, whatever its size?
fn is_same(kept: &Kept, figure: &Figure, shot: &Shot) -> bool {
    let (a, b) = (&kept.shot, shot);
    kept.figure == figure.id && a.part == b.part && a.view == b.view && a.contour == b.contour
}

fn texture(ctx: &Context, name: &str, pixels: &Pixels) -> TextureHandle {
    let image = ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba);
    ctx.load_texture(name, image, TextureOptions::LINEAR)
}
