//! From pieces to triangles: one mesh, in drawing order, outlines feathered to
//! the width of a pixel.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2};

use crate::pose::{P2, Paint, Picture, Piece, Role, in_light};
use crate::ui::tokens::{Dye, Wardrobe};

/// Width of an outline, in body heights.
const LINE: f32 = 0.0032;

/// What a soft edge runs out into.
const NONE: Color32 = Color32::TRANSPARENT;

/// The colors of a material.
fn dye(wardrobe: &Wardrobe, role: Role) -> Dye {
    match role {
        Role::Hair => wardrobe.hair,
        // Lids and lips are lines on the skin.
        Role::Skin | Role::Feature => wardrobe.skin,
        Role::Shirt => wardrobe.shirt,
        Role::Stretched => wardrobe.stretched,
        Role::Other => wardrobe.other,
        Role::Pillow => wardrobe.pillow,
        Role::Strap => wardrobe.strap,
        Role::Chair => wardrobe.wood,
        Role::Wall => wardrobe.wall,
        Role::Mat => wardrobe.mat,
        Role::Shadow => Dye {
            shade: wardrobe.shadow,
            lit: wardrobe.shadow,
            line: wardrobe.shadow,
        },
    }
}

/// The color of a material in a light from 0 to 1.
fn fill(dye: &Dye, light: f32) -> Color32 {
    dye.shade.lerp_to_gamma(dye.lit, in_light(light))
}

impl Paint for Wardrobe {
    fn fill(&self, role: Role, light: f32) -> [u8; 3] {
        let [r, g, b, _] = fill(&dye(self, role), light).to_array();
        [r, g, b]
    }

    fn line(&self, role: Role) -> [u8; 3] {
        let [r, g, b, _] = dye(self, role).line.to_array();
        [r, g, b]
    }

    fn glow(&self) -> [u8; 3] {
        let [r, g, b, _] = self.glow.to_array();
        [r, g, b]
    }
}

/// Paints a picture into `rect`; a body height is `scale` points.
pub(super) fn body(ui: &Ui, picture: &Picture, wardrobe: &Wardrobe, rect: Rect, scale: f32) {
    let at = |p: P2| rect.min + Vec2::new(p.0, p.1) * scale;
    let feather = 1.0 / ui.ctx().pixels_per_point();
    let width = (LINE * scale).max(feather * 0.6);
    let painter = ui
        .painter()
        .with_clip_rect(ui.clip_rect().intersect(rect.expand(8.0)));
    let mut mesh = Mesh::default();
    mesh.reserve_vertices(picture.pieces.len() * 5);
    mesh.reserve_triangles(picture.pieces.len() * 3);
    for piece in &picture.pieces {
        match piece {
            Piece::Area {
                role,
                at: corners,
                light,
            } => {
                let color = fill(&dye(wardrobe, *role), *light);
                let corners = corners.iter().map(|p| at(*p)).collect();
                painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
            }
            Piece::Face {
                role,
                at: corners,
                light,
            } => {
                let dye = dye(wardrobe, *role);
                let colors = light.map(|l| fill(&dye, l));
                quad(&mut mesh, corners.map(at), colors);
            }
            Piece::Edge {
                role,
                at: ends,
                out,
            } => {
                let line = dye(wardrobe, *role).line;
                let [a, b] = ends.map(at);
                let [u, v] = out.map(|way| Vec2::new(way.0, way.1));
                // Half a feather more, which the rim of the face takes back.
                let low = width + feather / 2.0;
                quad(&mut mesh, [a, b, b + v * low, a + u * low], [line; 4]);
                let high = low + feather;
                quad(
                    &mut mesh,
                    [a + u * low, b + v * low, b + v * high, a + u * high],
                    [line, line, NONE, NONE],
                );
            }
            Piece::Rim {
                role,
                at: ends,
                out,
                light,
            } => {
                let dye = dye(wardrobe, *role);
                let [from, to] = light.map(|l| fill(&dye, l));
                let [a, b] = ends.map(at);
                let [u, v] = out.map(|way| Vec2::new(way.0, way.1) * feather);
                quad(&mut mesh, [a, b, b + v, a + u], [from, to, NONE, NONE]);
            }
            Piece::Line {
                role,
                at: points,
                width,
            } => {
                let line = dye(wardrobe, *role).line;
                let points: Vec<Pos2> = points.iter().map(|p| at(*p)).collect();
                stroke(
                    &mut mesh,
                    &points,
                    (width * scale).max(feather * 0.6),
                    feather,
                    line,
                );
            }
        }
    }
    painter.add(Shape::mesh(mesh));
}

fn quad(mesh: &mut Mesh, corners: [Pos2; 4], colors: [Color32; 4]) {
    let first = mesh.vertices.len() as u32;
    for (pos, color) in corners.into_iter().zip(colors) {
        mesh.vertices.push(Vertex {
            pos,
            uv: WHITE_UV,
            color,
        });
    }
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

/// An open line with soft edges.
fn stroke(mesh: &mut Mesh, points: &[Pos2], width: f32, feather: f32, color: Color32) {
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let side = (*b - *a).normalized().rot90();
        let (near, far) = (side * (width / 2.0), side * (width / 2.0 + feather));
        quad(
            mesh,
            [*a - near, *b - near, *b + near, *a + near],
            [color; 4],
        );
        for (near, far) in [(near, far), (-near, -far)] {
            let corners = [*a + near, *b + near, *b + far, *a + far];
            quad(mesh, corners, [color, color, NONE, NONE]);
        }
    }
}
