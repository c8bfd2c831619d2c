//! One made-up diary for each pattern, as clear as a diary can be.

use unclench::diary::entry::{
    BowelUrine, FluidHeat, Lasted, LegSymptom, Medicine, Region, Relief, Side, Trigger,
};
use unclench::triage::Answer;

use unclench::diary::example::{Simulated, pain, training};

fn minutes(minutes: u32) -> Lasted {
    Lasted::Seconds(minutes * 60)
}

pub(super) fn p01() -> Simulated {
    let mut sim = Simulated::default();
    for ago in [3, 9, 15, 21, 27, 33] {
        sim.cramp(ago, 12, |e| e.regions = vec![Region::BackPassage]);
    }
    sim.free_days(40)
}

pub(super) fn p02() -> Simulated {
    let mut sim = Simulated::default();
    for (at, ago) in [2, 8, 14, 20, 26].into_iter().enumerate() {
        sim.cramp(ago, 15, |e| {
            e.regions = vec![Region::BackPassage];
            e.duration = minutes(90);
            e.sitting_before_min = Some(if at % 2 == 0 { 100 } else { 10 });
            e.pain_peak = pain(if at % 2 == 0 { 7 } else { 4 });
        });
    }
    sim.free_days(30)
}

pub(super) fn p03() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..10 {
        let hour = if ago == 0 { 14 } else { 2 };
        sim.cramp(ago * 3, hour, |e| {
            e.regions = vec![Region::BackPassage];
            e.woke_me = Some(hour == 2);
        });
    }
    sim.free_days(30)
}

pub(super) fn p04() -> Simulated {
    let mut sim = Simulated::default();
    for (ago, far) in [
        (1, 400),
        (5, 420),
        (9, 380),
        (13, 410),
        (17, 390),
        (21, 400),
    ] {
        sim.cramp(ago, 11, |e| {
            e.triggers = vec![Trigger::Walking];
            e.walk_distance_m = Some(far);
            e.relief = vec![Relief::StoodStill];
            e.relief_after_min = Some(4);
        });
    }
    sim.free_days(24)
}

pub(super) fn p05() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..8 {
        sim.cramp(ago * 3, 11, |e| {
            let standing = ago % 2 == 0;
            e.triggers = vec![if standing {
                Trigger::Standing
            } else {
                Trigger::Walking
            }];
            e.relief = vec![if standing {
                Relief::Sat
            } else {
                Relief::BentForward
            }];
        });
    }
    sim.free_days(24)
}

pub(super) fn p06() -> Simulated {
    let mut sim = Simulated::default();
    for start in [110, 82, 54, 26] {
        for ago in [start + 1, start, start - 1, start - 2] {
            sim.cramp(ago, 10, |e| e.period_day = Some(ago <= start));
        }
    }
    sim.cramp(70, 10, |_| {});
    sim.free_days(116)
}

pub(super) fn p07() -> Simulated {
    let mut sim = Simulated::default();
    for ago in (0..56).step_by(7) {
        sim.day(ago + 1, |day| day.training = Some(training(6)));
        sim.cramp(ago, 9, |e| e.triggers = vec![Trigger::Exercise]);
    }
    sim.free_days(57)
}

pub(super) fn p08() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..112 {
        let hard = (40..47).contains(&ago) || (84..91).contains(&ago);
        if ago % 2 == 0 {
            sim.day(ago, |day| {
                day.training = Some(training(if hard { 10 } else { 4 }));
            });
        }
    }
    for ago in [34, 36, 38, 78, 80, 82] {
        sim.cramp(ago, 9, |_| {});
    }
    sim.free_days(112)
}

pub(super) fn p09() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..36 {
        let sat = [540, 400, 200][ago as usize % 3];
        sim.day(ago, |day| day.sitting_min = Some(sat));
        if ago % 3 == 0 && ago % 12 != 0 {
            sim.cramp(ago, 17, |e| {
                e.regions = vec![Region::ButtockLeftDeep];
                e.sitting_before_min = Some(90);
            });
        }
    }
    sim.free_days(36)
}

pub(super) fn p10() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..6 {
        sim.cramp(ago * 4, 9, |e| {
            e.leg_symptoms = vec![LegSymptom::BelowKnee, LegSymptom::Tingle];
        });
    }
    sim.free_days(24)
}

pub(super) fn p11() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..8 {
        sim.cramp(ago * 3, 4, |e| {
            let left = ago % 2 == 0;
            e.side = if left { Side::Left } else { Side::Right };
        });
    }
    sim.check(1, &[("age_years", Answer::Number(32))]);
    sim.free_days(24)
}

pub(super) fn p12() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 2..8 {
        sim.cramp(ago * 4, 18, |e| {
            e.fluid_heat = vec![FluidHeat::HotDay, FluidHeat::Sweat];
            e.regions = vec![Region::ButtockLeftMid, Region::CalfLeft];
        });
    }
    sim.free_days(34)
}

pub(super) fn p13() -> Simulated {
    let mut sim = Simulated::default();
    for ago in [45, 55, 65] {
        sim.cramp(ago, 9, |_| {});
    }
    for ago in (0..36).step_by(3) {
        sim.cramp(ago, 9, |e| {
            e.regions = vec![Region::ButtockLeftMid, Region::CalfLeft];
            e.medicines = vec![Medicine {
                name: "Simvastatin".to_owned(),
                taken: true,
            }];
        });
    }
    sim.free_days(70)
}

pub(super) fn p14() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..6 {
        sim.cramp(ago * 6, 18, |e| {
            e.triggers = vec![Trigger::Exercise];
            e.training = Some(training(9));
            e.duration = minutes(3);
        });
    }
    sim.free_days(40)
}

pub(super) fn p15() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..6 {
        sim.cramp(ago * 20, 22, |e| {
            e.triggers = vec![Trigger::Sex];
            e.bowel_urine = vec![BowelUrine::Urgent];
        });
    }
    sim.free_days(104)
}

pub(super) fn p16() -> Simulated {
    let mut sim = Simulated::default();
    for ago in [0, 1, 2, 4, 6, 7, 8, 10, 12, 15, 19] {
        sim.cramp(ago, 9, |_| {});
    }
    sim.free_days(28)
}

pub(super) fn p17() -> Simulated {
    let mut sim = Simulated::default();
    for ago in 0..28 {
        let week = ago / 7;
        if ago % 7 < 4 {
            sim.cramp(ago, 9, |e| e.pain_peak = pain(4 + week as u8));
            sim.stretch(ago, 10, 6, 4);
        }
    }
    sim.free_days(28)
}

pub(super) fn p18() -> Simulated {
    let mut sim = Simulated::default();
    for ago in (0..28).filter(|ago| ago % 7 < 3) {
        sim.cramp(ago, 9, |_| {});
    }
    sim.free_days(28)
}

pub(super) fn p19() -> Simulated {
    let mut sim = p16();
    sim.cramp(3, 9, |e| e.leg_symptoms = vec![LegSymptom::Weak]);
    sim
}
