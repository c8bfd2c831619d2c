//! Sound and voice: how loud, how each sound goes and what it means, whether
//! there is a device and a voice, and what to do if not.

use egui::Ui;

use crate::action::Action;
use crate::settings::Settings;
use crate::sound::{self, Sound};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{focus_ring, secondary, segmented};
use crate::ui::{Cx, icon, text};
use crate::voice;

/// Slow, usual, fast: as the system counts, -100 to 100.
const RATES: [(i8, &str); 3] = [(-35, "Slow"), (0, "Usual"), (35, "Fast")];

/// Room for a sound's button, so that all meanings begin on one line.
const BUTTONS: f32 = 172.0;
/// Narrower than this, the meaning stands below the button.
const SIDE_BY_SIDE: f32 = 520.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, settings: &mut Settings) {
    loudness(ui, settings);
    ui.add_space(space::S);
    device(ui, cx);
    ui.add_space(space::M);
    text::strong(ui, "The five sounds");
    for sound in Sound::ALL {
        one(ui, cx, sound);
    }
    ui.add_space(space::M);
    speech(ui, cx, settings);
    if let Some(sentence) = cx.state.sound.awake.sentence() {
        ui.add_space(space::M);
        text::colored(ui, sentence, ui.tokens().caution);
    }
}

fn loudness(ui: &mut Ui, settings: &mut Settings) {
    let name = text::caption(ui, "Volume");
    ui.scope(|ui| {
        let t = ui.tokens();
        let visuals = ui.visuals_mut();
        visuals.widgets.inactive.bg_fill = t.sunken.lerp_to_gamma(t.outline, 0.35);
        visuals.selection.bg_fill = t.accent;
        let room = ui.available_width() - 90.0; // for the number
        ui.spacing_mut().slider_width = room.clamp(80.0, 220.0);
        let slider = egui::Slider::new(&mut settings.sound_volume, 0..=100)
            .step_by(5.0)
            .suffix(" %");
        let response = ui.add(slider).labelled_by(name.id);
        focus_ring(ui, &response);
    });
    ui.checkbox(&mut settings.sound_muted, "Mute: no sound and no voice");
}

/// The self-test, and what it found.
fn device(ui: &mut Ui, cx: &mut Cx<'_>) {
    if secondary(ui, Some(icon::SOUND_ON), "Test the sound").clicked() {
        cx.ask(Action::TrySound(Sound::Go));
    }
    let status = &cx.state.sound.status;
    let t = ui.tokens();
    let ink = match status {
        sound::Status::None(_) | sound::Status::Ready { muted: true, .. } => t.caution,
        sound::Status::Unknown | sound::Status::Opening | sound::Status::Ready { .. } => t.muted,
    };
    let said = text::colored(ui, status.sentence(), ink);
    text::announce(ui, &said, false);
}

/// A sound to hear, and its meaning beside it, or below where it is narrow.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, sound: Sound) {
    let mut button = |ui: &mut Ui| {
        let name = format!("Play: {}", sound.name());
        let response = secondary(ui, Some(icon::PLAY), sound.name());
        if response.accessible_name(name).clicked() {
            cx.ask(Action::TrySound(sound));
        }
    };
    if ui.available_width() < SIDE_BY_SIDE {
        button(ui);
        text::muted(ui, sound.meaning());
        ui.add_space(space::XS);
        return;
    }
    ui.horizontal(|ui| {
        let left = ui.cursor().left();
        button(ui);
        ui.add_space((left + BUTTONS - ui.cursor().left()).max(0.0));
        text::muted(ui, sound.meaning());
    });
}

fn speech(ui: &mut Ui, cx: &mut Cx<'_>, settings: &mut Settings) {
    ui.checkbox(
        &mut settings.voice,
        "Voice: says each step and side, half-way, the last five seconds and the end",
    );
    ui.add_space(space::S);
    text::caption(ui, "Speed of the voice");
    let near = RATES
        .iter()
        .min_by_key(|(rate, _)| i16::from(*rate).abs_diff(i16::from(settings.voice_rate)));
    let near = near.map_or(0, |(rate, _)| *rate);
    if let Some(rate) = segmented(ui, "Speed of the voice", near, &RATES) {
        settings.voice_rate = rate;
    }
    ui.add_space(space::S);
    if secondary(ui, Some(icon::SOUND_ON), "Test the voice").clicked() {
        cx.ask(Action::TryVoice);
    }
    let status = &cx.state.sound.voice;
    let t = ui.tokens();
    let ink = if matches!(status, voice::Status::None(_)) {
        t.caution
    } else {
        t.muted
    };
    let said = text::colored(ui, status.sentence(), ink);
    text::announce(ui, &said, false);
}
