//! The one list of the settings that are written, as macros that run over it.

/// Runs a macro over every field: the one list of what is written.
macro_rules! fields {
    ($each:ident) => {
        $each!(theme);
        $each!(contrast);
        $each!(zoom_percent);
        $each!(motion);
        $each!(night);
        $each!(night_from);
        $each!(night_until);
        $each!(region);
        $each!(units);
        $each!(first_weekday);
        $each!(day_clock);
        $each!(sound_volume);
        $each!(sound_muted);
        $each!(full_screen_stretch);
        $each!(voice);
        $each!(voice_rate);
        $each!(log_cycle);
        $each!(log_medicine);
        $each!(discreet);
        $each!(reopen);
        $each!(seen_intro);
        $each!(gate_passed);
        $each!(gate_answers);
        $each!(flags_seen);
        $each!(backup_daily);
        $each!(backup_folder);
        $each!(report_question);
        $each!(report_keeps_me);
        $each!(report_name);
        $each!(report_born);
        $each!(backup_missed);
    };
}

/// The same for the fields of the stretch, which are written flat:
/// `stretch_hold_secs`.
macro_rules! stretch_fields {
    ($each:ident) => {
        $each!(hold_secs, "stretch_hold_secs");
        $each!(rounds, "stretch_rounds");
        $each!(rest_secs, "stretch_rest_secs");
        $each!(prepare_secs, "stretch_prepare_secs");
        $each!(switch_secs, "stretch_switch_secs");
        $each!(extra_rounds, "stretch_extra_rounds");
        $each!(sore_side, "stretch_sore_side");
        $each!(order, "stretch_order");
        $each!(routine, "stretch_routine");
        $each!(plan, "stretch_plan");
    };
}

/// The same for the reminders: `remind_daily`.
macro_rules! reminder_fields {
    ($each:ident) => {
        $each!(daily, "remind_daily");
        $each!(daily_at, "remind_daily_at");
        $each!(stretch, "remind_stretch");
        $each!(stretch_at, "remind_stretch_at");
        $each!(stretch_days, "remind_stretch_days");
        $each!(recheck, "remind_recheck");
        $each!(quiet, "remind_quiet");
        $each!(quiet_from, "remind_quiet_from");
        $each!(quiet_until, "remind_quiet_until");
    };
}

pub(super) use {fields, reminder_fields, stretch_fields};
