//! The guided stretch: a [`Routine`] from content, with [`Options`], becomes a
//! [`Plan`]; a [`Session`] performs it. Pure: time comes in as moments.

mod options;
mod plan;
mod routine;
mod session;

pub use options::{Options, Side, Sides};
pub use plan::{Phase, Plan};
pub use routine::{Defaults, GateAction, GateCheck, PhaseKind, Routine, RoutineStep, StopSign};
pub use session::{Command, Cue, Pause, Session, SessionRecord, SideHeld, Status, StopReason};
