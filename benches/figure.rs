//! How long figures take: drawing a plate cold, what is lit under the pointer, a
//! close-up, finding what lies under the pointer, and the frame that paints them.
//!
//! Target: a frame that paints what is drawn under 1 ms. Floors: cold, bare
//! `resvg` on the same drawing at the same width, once; the frame, one of egui
//! with nothing in it.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use unclench::content::Library;
use unclench::figure::{
    Contour, Crop, Drawing, Frame, Lit, Made, Order, Part, Shot, Studio, View, Want,
};
use unclench::ui::widget::figure::{Easel, PlateView, draw_at_once, plate};

use self::common::pace;

/// The drawing, as it is compiled in.
const DRAWING: &str = include_str!("../content/figures/back_layers.svg");

fn shot(part: Part, view: &View, frame: Frame) -> Want {
    Want::Picture(Shot {
        part,
        view: view.clone(),
        frame,
        contour: Some(Contour {
            tenths: 18,
            ink: [11, 110, 105],
            rim: [255; 3],
        }),
    })
}

/// Reads a drawing and draws all of it once, so many pixels wide.
fn bare(drawing: &str, width: u16) -> Option<Pixmap> {
    let tree = Tree::from_str(drawing, &Options::default()).ok()?;
    let scale = f32::from(width) / tree.size().width();
    let tall = (tree.size().height() * scale).ceil() as u32;
    let mut pixmap = Pixmap::new(u32::from(width), tall)?;
    let scale = Transform::from_scale(scale, scale);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    Some(pixmap)
}

fn figures(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let Some(figure) = library.figure("back_layers") else {
        return;
    };
    let order = |want: Want| Order {
        place: 0,
        figure: Arc::new(figure.clone()),
        want,
    };
    // Three layers lifted off, piriformis lit; 640 points at four times the size.
    let view = View {
        hidden: Drawing::peel_order(figure).into_iter().take(3).collect(),
        lit: vec![Lit::both("piriformis")],
        ..View::default()
    };
    let whole = Frame::from(640);
    let close = Frame {
        width: 2560,
        crop: Some(Crop {
            x: 960,
            y: 1000,
            width: 640,
            height: 640,
        }),
    };
    let mut group = c.benchmark_group("figure");
    group.sample_size(10);
    group.bench_function("cold plate, floor: bare resvg", |b| {
        b.iter(|| bare(DRAWING, 640));
    });
    // Cold: the drawing is read and every layer drawn.
    for (name, frame) in [("cold plate", whole), ("cold close-up", close)] {
        let order = order(shot(Part::Plate, &view, frame));
        group.bench_function(name, |b| b.iter(|| Studio::default().make(&order)));
    }
    let mut studio = Studio::default();
    for (name, frame) in [("lit under the pointer", whole), ("lit close up", close)] {
        let order = order(shot(Part::Lit, &view, frame));
        group.bench_function(name, |b| b.iter(|| studio.make(&order)));
    }
    let Some(Made::HitMap(map)) = Studio::default().make(&order(Want::HitMap)) else {
        return;
    };
    group.bench_function("what lies under the pointer", |b| {
        b.iter(|| map.at(figure, &view, (240.0, 260.0), 12.0));
    });
    let ctx = egui::Context::default();
    unclench::ui::theme::install(&ctx);
    draw_at_once(&ctx);
    group.bench_function("a frame, floor: nothing in it", |b| {
        b.iter(|| {
            let mut out = ctx.run_ui(egui::RawInput::default(), |_ui| {});
            out.textures_delta.clear(); // nobody uploads them here
            out.shapes.len()
        });
    });
    let mut easel = Easel::default();
    let mut looked = PlateView::default();
    looked.lifted = 3;
    looked.selected = Some(Lit::both("piriformis"));
    group.bench_function("a frame with the plate", |b| {
        b.iter(|| {
            let mut out = ctx.run_ui(egui::RawInput::default(), |ui| {
                plate(
                    ui,
                    &mut easel,
                    figure,
                    &mut looked,
                    egui::vec2(640.0, 640.0),
                );
            });
            out.textures_delta.clear(); // nobody uploads them here
            out.shapes.len()
        });
    });
    group.finish();
}

criterion_group!(name = benches; config = pace(); targets = figures);
criterion_main!(benches);
