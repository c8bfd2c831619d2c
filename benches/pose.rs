//! How long one frame of the moving figure takes, before it is painted.
//!
//! Target: under 2 ms with the painting. No floor: every point of the surfaces
//! is computed anew, there is nothing that could only be read.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::content::Library;
use unclench::pose::{BodyView, Paper, Seen, svg};
use unclench::stretch::Side;

use self::common::pace;

fn pose(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let view = BodyView {
        from: "open",
        to: "hold",
        blend: 0.4,
        breath: 0.5,
        ..BodyView::still("hold", Side::Right)
    };
    let poses = library.poses();
    c.bench_function("figure from the side", |b| b.iter(|| poses.picture(&view)));
    let above = BodyView {
        seen: Seen::Above,
        ..view
    };
    c.bench_function("figure from above", |b| b.iter(|| poses.picture(&above)));
    let Some(picture) = poses.picture(&view) else {
        return;
    };
    c.bench_function("figure as svg", |b| b.iter(|| svg(&picture, &Paper, 600.0)));
}

criterion_group!(name = benches; config = pace(); targets = pose);
criterion_main!(benches);
