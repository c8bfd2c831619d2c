//! Notifications on Windows and macOS. What these two prefer comes with the
//! window itself.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use super::{Desktop, News, Post, Teller};
use crate::sound::Wake;

/// The notifications of the system.
pub(super) struct Toasts {
    teller: Teller,
    news: Receiver<News>,
}

impl Toasts {
    /// Opens nothing yet.
    pub(super) fn start() -> Self {
        let (out, news) = mpsc::channel();
        let teller = Teller {
            out,
            wake: Arc::default(),
        };
        Self { teller, news }
    }
}

impl Desktop for Toasts {
    fn connect(&mut self, wake: Wake) {
        self.teller.connect(wake);
    }

    fn post(&mut self, post: Post) {
        let teller = self.teller.clone();
        let show = move || {
            let shown = notify_rust::Notification::new()
                .appname(post.sender)
                .summary(post.title)
                .body(post.text)
                .show();
            teller.tell(match shown {
                Ok(_) => News::Posted,
                Err(_) => News::NoPosts,
            });
        };
        let started = thread::Builder::new()
            .name("unclench-posts".to_owned())
            .spawn(show);
        if started.is_err() {
            self.teller.tell(News::NoPosts);
        }
    }

    fn news(&mut self) -> Vec<News> {
        self.news.try_iter().collect()
    }
}
