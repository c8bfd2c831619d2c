//! A desktop in place of the real one: it keeps what it is told, and tells the
//! app what a test puts into it.

use std::sync::{Arc, Mutex};

use unclench::desktop::{Desktop, News, Post};
use unclench::sound::Wake;

/// What was told in both directions.
#[derive(Default)]
pub struct Told {
    /// Notifications, oldest first.
    pub posts: Vec<Post>,
    /// Told to the app next.
    pub news: Vec<News>,
}

/// A handle on it.
#[derive(Clone, Default)]
pub struct Around(Arc<Mutex<Told>>);

impl Around {
    /// Looks at what was told, or puts something in.
    pub fn with<T>(&self, look: impl FnOnce(&mut Told) -> T) -> T {
        look(&mut self.0.lock().unwrap())
    }
}

impl Desktop for Around {
    fn connect(&mut self, _wake: Wake) {}

    fn post(&mut self, post: Post) {
        self.with(|told| told.posts.push(post));
    }

    fn news(&mut self) -> Vec<News> {
        self.with(|told| std::mem::take(&mut told.news))
    }
}
