//! The older way to a notification on Linux: `org.freedesktop.Notifications`.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use ashpd::zbus::zvariant::Value;
use ashpd::zbus::{self, Connection, Proxy};
use futures_lite::{StreamExt as _, future};

use super::{News, Post, Teller};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What the server has shown for us.
#[derive(Default)]
pub(super) struct Server {
    connection: Option<Connection>,
    /// The server's number of each notification.
    shown: Arc<Mutex<BTreeMap<u32, &'static str>>>,
}

impl Server {
    /// Shows a notification. Says whether the server took it.
    pub(super) async fn show(&mut self, post: &Post, teller: &Teller) -> bool {
        self.try_show(post, teller).await.is_ok()
    }

    async fn try_show(&mut self, post: &Post, teller: &Teller) -> zbus::Result<()> {
        let connection = if let Some(connection) = &self.connection {
            connection.clone()
        } else {
            let connection = Connection::session().await?;
            self.listen(&connection, teller);
            self.connection = Some(connection.clone());
            connection
        };
        let before = {
            let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
            let same = shown.iter().find(|(_, id)| **id == post.id);
            same.map_or(0, |(number, _)| *number)
        };
        let icon = if post.icon { super::APP_ID } else { "" };
        let hints: HashMap<&str, Value<'_>> = HashMap::new();
        let body = (
            post.sender,
            before,
            icon,
            post.title,
            post.text,
            vec!["default", "Open"],
            hints,
            -1_i32,
        );
        let reply = connection
            .call_method(Some(NAME), PATH, Some(NAME), "Notify", &body)
            .await?;
        let number: u32 = reply.body().deserialize()?;
        self.shown
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(number, post.id);
        Ok(())
    }

    /// Tells of each press on one of ours.
    fn listen(&self, connection: &Connection, teller: &Teller) {
        let (connection, teller) = (connection.clone(), teller.clone());
        let shown = Arc::clone(&self.shown);
        let follow = async move {
            let proxy = Proxy::new(&connection, NAME, PATH, NAME).await?;
            let mut pressed = proxy.receive_signal("ActionInvoked").await?;
            while let Some(message) = pressed.next().await {
                let (number, _): (u32, String) = message.body().deserialize()?;
                let id = {
                    let shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                    shown.get(&number).copied()
                };
                if let Some(id) = id {
                    teller.tell(News::Pressed(id.to_owned()));
                }
            }
            zbus::Result::Ok(())
        };
        // Without it the notification is shown and a press does nothing.
        thread::Builder::new()
            .name("unclench-pressed".to_owned())
            .spawn(move || future::block_on(follow))
            .ok();
    }
}
