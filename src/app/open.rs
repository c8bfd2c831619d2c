//! Where the window opens: as it was left, and on the screen that was open then.

use std::sync::Arc;

use egui::Context;

use super::{APP_ID, App, Launch};
use crate::content::Reading;
use crate::desktop::Place;
use crate::screen::Screen;
use crate::state::State;
use crate::store::Store;
use crate::ui::typeface;

/// Where the window is, in logical points, if it says so and is as large as a
/// person made it; and the size of its screen.
pub(super) fn seen_place(ctx: &Context, state: &State) -> Option<(Place, (f32, f32))> {
    let zoom = ctx.zoom_factor();
    ctx.input(|i| {
        let window = i.viewport();
        if window.fullscreen == Some(true) || window.minimized == Some(true) {
            return None;
        }
        let inner = window.inner_rect?.size() * zoom;
        let corner = window.outer_rect.map(|r| r.min * zoom);
        let place = Place {
            width: inner.x.round() as u16,
            height: inner.y.round() as u16,
            corner: corner.map(|at| (at.x.round() as i32, at.y.round() as i32)),
            maximized: window.maximized == Some(true),
            screen: state.screen.key().to_owned(),
        };
        let screen = window.monitor_size.unwrap_or_default() * zoom;
        Some((place, (screen.x, screen.y)))
    })
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// A sentence for the person when no window can be opened.
pub fn run(mut launch: Launch, content: Reading) -> Result<(), String> {
    let store = Store::open(launch.places.clone(), Arc::clone(&launch.clock));
    let place = store.load_window();
    let opening = store.glance();
    if opening.reopen
        && launch.screen.is_none()
        && !launch.cramp_now
        && !launch.example
        && launch.file.is_none()
    {
        launch.screen = Screen::from_key(&place.screen);
    }
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(if opening.discreet {
            "Notes"
        } else {
            "Unclench"
        })
        .with_app_id(APP_ID)
        .with_inner_size([f32::from(place.width), f32::from(place.height)])
        .with_maximized(place.maximized)
        .with_min_inner_size([480.0, 420.0]);
    if let Some((x, y)) = place.corner {
        viewport = viewport.with_position([x as f32, y as f32]);
    }
    if !opening.discreet {
        let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../icons/app/256.png"))
            .map_err(|err| format!("The window icon could not be read: {err}"))?;
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |cc| {
            let mut app = App::new(&cc.egui_ctx, launch, content.finish()?);
            app.opened_at = place.corner;
            typeface::lend_from_system(&cc.egui_ctx);
            Ok(Box::new(app))
        }),
    )
    .map_err(|err| {
        format!(
            "No window could be opened: {err}. The diary can still be used from the command \
             line: unclench diary --help"
        )
    })
}
