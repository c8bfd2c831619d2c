//! The guided stretch: a [`Routine`] from content, with [`Options`], becomes a
//! [`Plan`]; a [`Session`] performs it. Pure: time comes in as moments.

mod gate;
mod kept;
mod options;
mod plan;
mod routine;
mod routine_check;
mod session;
mod visual;

pub use gate::{GateAction, GateCheck, StopSign};
pub use kept::Kept;
pub use options::{Options, Side, Sides};
pub use plan::{Phase, Plan};
pub use routine::{
    Between, Defaults, PhaseKind, Range, Ranges, Routine, RoutineError, RoutineStep,
};
pub use routine_check::Flaw;
pub use session::{
    Command, Cue, HoldDone, Pause, Session, SessionRecord, SideHeld, Snapshot, Status, StopReason,
};
pub use visual::{Shade, Visual, Visuals};
