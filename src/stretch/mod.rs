//! The guided stretch: a [`Routine`] from content, with [`Options`] such as a
//! [`Dose`] proposes, becomes a [`Plan`]; a [`Session`] performs it. Before it
//! stands the safety list, after it the ladder of levels. Pure: time comes in
//! as moments.

mod dose;
mod gate;
mod kept;
mod ladder;
mod level;
mod options;
mod plan;
mod routine;
mod routine_check;
mod session;
mod visual;

pub use dose::{CRAMP, Dose, OWN, Then, Words};
pub use gate::{
    GateAnswers, GateCheck, GateDoor, GateGroup, GateReason, Later, StopSign, Verdict, verdict,
};
pub use kept::Kept;
pub use ladder::{Done, Hint, Why, hint, rest_after};
pub use level::Level;
pub use options::{Options, Order, Side, Sides};
pub use plan::{Phase, Plan};
pub use routine::{
    Between, Defaults, PhaseKind, Range, Ranges, Routine, RoutineError, RoutineStep,
};
pub use routine_check::{Flaw, POSES};
pub use session::{
    Command, Cue, HoldDone, Pause, Session, SessionRecord, SideHeld, Snapshot, Status, StopReason,
};
pub use visual::{Shade, Visual, Visuals};
