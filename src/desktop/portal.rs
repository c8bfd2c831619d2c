//! The desktop portal: settings that are followed, notifications that are
//! handed over. Where it is missing nothing is followed, and notifications go
//! to the older server (`server.rs`).

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use ashpd::desktop::notification::{Notification, NotificationProxy};
use ashpd::desktop::settings::{APPEARANCE_NAMESPACE, Settings};
use futures_lite::{StreamExt as _, future};

use super::server::Server;
use super::{Desktop, KEYS, News, Post, Prefers, Teller};
use crate::sound::Wake;

/// A portal that has not taken a notification after this long will not.
const PATIENCE: Duration = Duration::from_secs(4);
/// What a press on a notification is called on the way back.
const OPEN: &str = "open";

/// The desktop of Linux.
pub(super) struct Portal {
    teller: Teller,
    news: Receiver<News>,
    /// To the thread that hands notifications over, which starts at the first.
    posts: Option<Sender<Post>>,
}

impl Portal {
    /// Starts to listen to what the desktop prefers.
    pub(super) fn start() -> Self {
        let (out, news) = mpsc::channel();
        let teller = Teller {
            out,
            wake: std::sync::Arc::default(),
        };
        let own = teller.clone();
        // Without a thread the window looks as it does without a portal.
        thread::Builder::new()
            .name("unclench-desktop".to_owned())
            .spawn(move || future::block_on(follow(&own)))
            .ok();
        Self {
            teller,
            news,
            posts: None,
        }
    }
}

impl Desktop for Portal {
    fn connect(&mut self, wake: Wake) {
        self.teller.connect(wake);
    }

    fn post(&mut self, post: Post) {
        let posts = self.posts.get_or_insert_with(|| {
            let (posts, inbox) = mpsc::channel();
            let teller = self.teller.clone();
            let started = thread::Builder::new()
                .name("unclench-posts".to_owned())
                .spawn(move || hand_over(&inbox, &teller));
            if started.is_err() {
                self.teller.tell(News::NoPosts);
            }
            posts
        });
        // A thread that could not start has been told of.
        posts.send(post).ok();
    }

    fn news(&mut self) -> Vec<News> {
        self.news.try_iter().collect()
    }
}

/// Tells what the desktop prefers now, and each change of it.
async fn follow(teller: &Teller) {
    let Ok(settings) = Settings::new().await else {
        return;
    };
    // Before the first look, so that nothing between the two is missed.
    let changes = settings.receive_setting_changed().await;
    let mut prefers = Prefers::default();
    for key in KEYS {
        if let Ok(value) = settings.read::<u32>(APPEARANCE_NAMESPACE, key).await {
            prefers.hear(key, value);
        }
    }
    teller.tell(News::Prefers(prefers));
    let Ok(mut changes) = changes else { return };
    while let Some(change) = changes.next().await {
        if change.namespace() != APPEARANCE_NAMESPACE {
            continue;
        }
        let Ok(value) = u32::try_from(change.value()) else {
            continue;
        };
        if prefers.hear(change.key(), value) {
            teller.tell(News::Prefers(prefers));
        }
    }
}

/// Hands notifications over, one after the other.
fn hand_over(inbox: &Receiver<Post>, teller: &Teller) {
    let mut server = Server::default();
    let mut is_listening = false;
    while let Ok(post) = inbox.recv() {
        let taken = future::block_on(future::or(through_portal(&post), given_up()));
        if taken && !is_listening {
            is_listening = true;
            let own = teller.clone();
            thread::Builder::new()
                .name("unclench-pressed".to_owned())
                .spawn(move || future::block_on(listen(&own)))
                .ok();
        }
        let taken = taken || future::block_on(future::or(server.show(&post, teller), given_up()));
        teller.tell(if taken { News::Posted } else { News::NoPosts });
    }
}

async fn given_up() -> bool {
    async_io::Timer::after(PATIENCE).await;
    false
}

async fn through_portal(post: &Post) -> bool {
    // Which program this is: the portal asks where there is no sandbox. It may
    // not know us, for we need not be installed.
    if let Ok(id) = ashpd::AppID::try_from(super::APP_ID) {
        ashpd::register_host_app(id).await.ok();
    }
    let Ok(portal) = NotificationProxy::new().await else {
        return false;
    };
    let notification = Notification::new(post.title)
        .body(post.text)
        .default_action(OPEN);
    portal.add_notification(post.id, notification).await.is_ok()
}

/// Tells of each press.
async fn listen(teller: &Teller) {
    let Ok(portal) = NotificationProxy::new().await else {
        return;
    };
    let Ok(mut pressed) = portal.receive_action_invoked().await else {
        return;
    };
    while let Some(action) = pressed.next().await {
        if action.name() == OPEN {
            teller.tell(News::Pressed(action.id().to_owned()));
        }
    }
}
