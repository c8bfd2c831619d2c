//! The drawing thread: makes pictures and hit maps as they are ordered.
//!
//! It waits for nothing but orders, drops those that a newer one for the same
//! place has overtaken, and wakes the window through a plain function.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::{Made, Order, Studio};

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
                    // What is lit is quick, and waited for: it goes before plates.
                    let next = waiting.iter().position(Order::is_lit).unwrap_or(0);
                    let order = waiting.remove(next);
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
