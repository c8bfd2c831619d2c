//! The drawing thread: makes pictures and hit maps as they are ordered.
//!
//! It waits for nothing but orders, drops those that a newer one for the same
//! place has overtaken, and wakes the window through a plain function.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::{Drawing, HitMap, Part, Pixels, View};
use crate::content::Figure;

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Want {
    /// A part of a view, so many pixels wide.
    Picture(Part, View, u32),
    /// Where every structure lies.
    HitMap,
}

/// An order: what is to be made of which figure, and for which place.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The place it is for; a newer order for it takes the turn of an older one.
    pub place: u64,
    /// The figure.
    pub figure: Arc<Figure>,
    /// What is to be made.
    pub want: Want,
}

/// What was made.
#[derive(Clone, Debug)]
pub enum Made {
    /// A picture.
    Picture(Pixels),
    /// A hit map.
    HitMap(HitMap),
}

/// Draws, and keeps the drawings it has read.
#[derive(Debug, Default)]
pub struct Studio {
    drawings: BTreeMap<String, Drawing>,
}

impl Studio {
    /// Makes what was ordered; `None` when the drawing cannot be read, which
    /// the tests rule out for everything in the content.
    pub fn make(&mut self, order: &Order) -> Option<Made> {
        let id = &order.figure.id;
        if !self.drawings.contains_key(id) {
            let drawing = Drawing::of(&order.figure).ok()?;
            self.drawings.insert(id.clone(), drawing);
        }
        let drawing = self.drawings.get(id)?;
        match &order.want {
            Want::Picture(part, view, width) => {
                drawing.part(*part, view, *width).ok().map(Made::Picture)
            }
            Want::HitMap => drawing.hit_map().ok().map(Made::HitMap),
        }
    }
}

/// The other end of the drawing thread. The thread ends when this is dropped.
#[derive(Debug)]
pub struct Worker {
    orders: Sender<Order>,
    made: Receiver<(Order, Option<Made>)>,
}

impl Worker {
    /// Starts the thread. `wake` is called after each thing made.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn spawn(wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (orders, inbox) = mpsc::channel::<Order>();
        let (outbox, made) = mpsc::channel();
        thread::Builder::new()
            .name("unclench-figures".to_owned())
            .spawn(move || {
                let mut studio = Studio::default();
                let mut waiting: Vec<Order> = Vec::new();
                loop {
                    if waiting.is_empty() {
                        let Ok(order) = inbox.recv() else { return };
                        waiting.push(order);
                    }
                    for order in inbox.try_iter() {
                        take_in(&mut waiting, order);
                    }
                    let order = waiting.remove(0);
                    let result = studio.make(&order);
                    if outbox.send((order, result)).is_err() {
                        return; // nobody looks any more
                    }
                    wake();
                }
            })?;
        Ok(Self { orders, made })
    }

    /// Orders something.
    pub fn order(&self, order: Order) {
        // The thread ends only with this end of the channel.
        self.orders.send(order).ok();
    }

    /// What was made since the last call.
    pub fn drain(&self) -> Vec<(Order, Option<Made>)> {
        self.made.try_iter().collect()
    }
}

/// Puts an order in the row; it takes the turn of an older one for its place.
fn take_in(waiting: &mut Vec<Order>, new: Order) {
    match waiting.iter_mut().find(|o| o.place == new.place) {
        Some(old) => *old = new,
        None => waiting.push(new),
    }
}
