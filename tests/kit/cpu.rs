//! Draws egui's triangles on the CPU, so that pictures need no GPU, no display
//! and no driver, and are the same on every machine.

use std::collections::HashMap;

use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// One texture: its size and its premultiplied pixels.
struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
}

/// The renderer the harness is given.
#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, patches) in delta.set.drain() {
            for patch in patches {
                let ImageData::Color(image) = &patch.image;
                match patch.pos {
                    None => {
                        let texture = Texture {
                            size: image.size,
                            pixels: image.pixels.clone(),
                        };
                        self.textures.insert(id, texture);
                    }
                    Some([left, top]) => {
                        let texture = self.textures.get_mut(&id).expect("a known texture");
                        let [width, height] = image.size;
                        for row in 0..height {
                            let to = (top + row) * texture.size[0] + left;
                            texture.pixels[to..to + width]
                                .copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as u32, size.y.round() as u32);
        let mut canvas = RgbaImage::from_pixel(width, height, Rgba([0, 0, 0, 255]));
        for part in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &part.primitive else {
                return Err("a paint callback cannot be drawn here".to_owned());
            };
            let texture = self
                .textures
                .get(&mesh.texture_id)
                .ok_or("an unknown texture")?;
            draw(&mut canvas, mesh, texture, part.clip_rect, scale);
        }
        Ok(canvas)
    }
}

fn draw(canvas: &mut RgbaImage, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
    let clip = Rect::from_min_max((clip.min * scale).round(), (clip.max * scale).round())
        .intersect(Rect::from_min_size(
            egui::Pos2::ZERO,
            egui::vec2(canvas.width() as f32, canvas.height() as f32),
        ));
    for corners in mesh.indices.chunks_exact(3) {
        let corner = |at: usize| {
            let vertex = mesh.vertices[corners[at] as usize];
            Vertex {
                pos: vertex.pos * scale,
                ..vertex
            }
        };
        triangle(canvas, [corner(0), corner(1), corner(2)], texture, clip);
    }
}

/// Twice the signed area of a triangle.
fn area(a: egui::Pos2, b: egui::Pos2, c: egui::Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Does a pixel on this edge belong to the triangle? Top and left edges do, so
/// that two triangles that share an edge never both draw it.
fn owns_edge(from: egui::Pos2, to: egui::Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

fn triangle(canvas: &mut RgbaImage, mut v: [Vertex; 3], texture: &Texture, clip: Rect) {
    let mut whole = area(v[0].pos, v[1].pos, v[2].pos);
    if whole < 0.0 {
        v.swap(1, 2);
        whole = -whole;
    }
    let bounds = Rect::from_points(&[v[0].pos, v[1].pos, v[2].pos]).intersect(clip);
    if whole <= 0.0 || !bounds.is_positive() {
        return;
    }
    let edges = [(1, 2), (2, 0), (0, 1)];
    for y in bounds.top().floor() as u32..bounds.bottom().ceil() as u32 {
        for x in bounds.left().floor() as u32..bounds.right().ceil() as u32 {
            let at = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
            if !clip.contains(at) || x >= canvas.width() || y >= canvas.height() {
                continue;
            }
            let mut weight = [0.0; 3];
            let inside = edges.iter().enumerate().all(|(n, &(a, b))| {
                let part = area(v[a].pos, v[b].pos, at);
                weight[n] = part / whole;
                part > 0.0 || (part == 0.0 && owns_edge(v[a].pos, v[b].pos))
            });
            if inside {
                blend(canvas.get_pixel_mut(x, y), shade(&v, weight, texture));
            }
        }
    }
}

/// The color at a place in a triangle, premultiplied, 0 to 1.
fn shade(v: &[Vertex; 3], weight: [f32; 3], texture: &Texture) -> [f32; 4] {
    let mut tint = [0.0; 4];
    let (mut u, mut w) = (0.0, 0.0);
    for (vertex, part) in v.iter().zip(weight) {
        u += vertex.uv.x * part;
        w += vertex.uv.y * part;
        for (sum, channel) in tint.iter_mut().zip(vertex.color.to_array()) {
            *sum += f32::from(channel) / 255.0 * part;
        }
    }
    let texel = sample(texture, u, w);
    std::array::from_fn(|n| tint[n] * texel[n])
}

/// Bilinear, clamped to the edge.
fn sample(texture: &Texture, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let x = u * width as f32 - 0.5;
    let y = v * height as f32 - 0.5;
    let (fx, fy) = (x - x.floor(), y - y.floor());
    let pixel = |dx: i32, dy: i32| {
        let px = (x.floor() as i32 + dx).clamp(0, width as i32 - 1) as usize;
        let py = (y.floor() as i32 + dy).clamp(0, height as i32 - 1) as usize;
        texture.pixels[py * width + px].to_array()
    };
    let (a, b, c, d) = (pixel(0, 0), pixel(1, 0), pixel(0, 1), pixel(1, 1));
    std::array::from_fn(|n| {
        let top = f32::from(a[n]) * (1.0 - fx) + f32::from(b[n]) * fx;
        let low = f32::from(c[n]) * (1.0 - fx) + f32::from(d[n]) * fx;
        (top * (1.0 - fy) + low * fy) / 255.0
    })
}

fn blend(under: &mut Rgba<u8>, over: [f32; 4]) {
    for n in 0..3 {
        let below = f32::from(under.0[n]) / 255.0;
        let mixed = over[n] + below * (1.0 - over[3]);
        under.0[n] = (mixed * 255.0).round().clamp(0.0, 255.0) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn white() -> Texture {
        Texture {
            size: [1, 1],
            pixels: vec![Color32::WHITE],
        }
    }

    fn square(color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(
            Rect::from_min_max(egui::pos2(1.0, 1.0), egui::pos2(3.0, 3.0)),
            color,
        );
        mesh
    }

    #[test]
    fn a_square_covers_its_pixels_once() {
        let mut canvas = RgbaImage::from_pixel(4, 4, Rgba([0, 0, 0, 255]));
        let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        let all = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(4.0, 4.0));
        draw(&mut canvas, &square(half), &white(), all, 1.0);
        for (x, y, pixel) in canvas.enumerate_pixels() {
            let inside = (1..3).contains(&x) && (1..3).contains(&y);
            // Drawn twice, the diagonal would be brighter.
            assert_eq!(pixel.0[0], if inside { 128 } else { 0 }, "{x} {y}");
        }
    }

    #[test]
    fn the_clip_rectangle_cuts() {
        let mut canvas = RgbaImage::from_pixel(4, 4, Rgba([0, 0, 0, 255]));
        let left = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(2.0, 4.0));
        draw(&mut canvas, &square(Color32::WHITE), &white(), left, 1.0);
        assert_eq!(canvas.get_pixel(1, 1).0[0], 255, "inside");
        assert_eq!(canvas.get_pixel(2, 1).0[0], 0, "cut off");
    }

    #[test]
    fn half_of_white_over_black_is_grey() {
        let mut pixel = Rgba([0, 0, 0, 255]);
        blend(&mut pixel, [0.5, 0.5, 0.5, 0.5]);
        assert_eq!(pixel.0, [128, 128, 128, 255], "premultiplied");
    }
}
