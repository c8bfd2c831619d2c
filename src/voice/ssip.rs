//! The voice on Linux: Speech Dispatcher, over its local socket. Started when
//! it does not run yet, as its own library does. Never a network.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use ssip_client::fifo::{Builder, UnixStream};
use ssip_client::{
    Client, ClientError, ClientName, ClientResult, ClientScope, MessageScope, OK_CANCELED,
    OK_LANGUAGE_SET, OK_OUTPUT_MODULES_LIST_SENT, OK_RATE_SET, OK_VOLUME_SET, Priority, Request,
};

use super::{Manner, Mouth, NoVoice, Status};

/// The server has this long to answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// It has this many tries, this far apart, to come up.
const TRIES: u32 = 50;
const BETWEEN: Duration = Duration::from_millis(150);

/// The mouth.
#[derive(Default)]
pub(super) struct Ssip {
    link: Option<Link>,
    /// Where the server listens, unless where it usually does.
    socket: Option<PathBuf>,
}

impl Ssip {
    /// A mouth for the server at this socket, which is not started.
    #[cfg(test)]
    pub(super) fn at(socket: PathBuf) -> Self {
        Self {
            link: None,
            socket: Some(socket),
        }
    }

    fn open(&mut self) -> Result<&mut Link, NoVoice> {
        let link = match self.link.take() {
            Some(link) => link,
            None => Link::open(self.socket.as_ref())?,
        };
        Ok(self.link.insert(link))
    }
}

impl Mouth for Ssip {
    fn say(&mut self, text: &str, manner: Manner) -> Result<Status, NoVoice> {
        let fresh = self.link.is_none();
        let link = self.open()?;
        if link.say(text, manner).is_err() {
            self.link = None; // restarted since?
            if fresh || self.open()?.say(text, manner).is_err() {
                self.link = None;
                return Err(NoVoice::Lost);
            }
        }
        Ok(Status::Ready("Speech Dispatcher".to_owned()))
    }

    fn hush(&mut self) {
        if let Some(link) = &mut self.link
            && link.hush().is_err()
        {
            self.link = None;
        }
    }

    fn rest(&mut self) {
        if let Some(mut link) = self.link.take() {
            // It goes away with the connection, farewell or not.
            link.client.quit().ok();
        }
    }
}

struct Link {
    client: Client<UnixStream>,
    manner: Option<Manner>,
}

impl Link {
    fn open(socket: Option<&PathBuf>) -> Result<Self, NoVoice> {
        let connect = || {
            let mut builder = Builder::new();
            if let Some(path) = socket.cloned().or_else(address) {
                builder.path(path);
            }
            builder.timeout(PATIENCE).build().ok()
        };
        let client = match connect() {
            Some(client) => client,
            None if socket.is_none() => started(connect)?,
            None => return Err(NoVoice::NoSystem),
        };
        let mut link = Self {
            client,
            manner: None,
        };
        let speakers = link.introduce().map_err(|_| NoVoice::Lost)?;
        // The dummy only says that there is no voice.
        if speakers.iter().all(|name| name == "dummy") {
            return Err(NoVoice::NoSpeaker);
        }
        Ok(link)
    }

    /// Says who we are; returns the names of the synthesizers.
    fn introduce(&mut self) -> ClientResult<Vec<String>> {
        let client = &mut self.client;
        client
            .set_client_name(ClientName::new("user", "unclench"))?
            .check_client_name_set()?;
        // Our words are English, whatever the system speaks.
        client
            .set_language(ClientScope::Current, "en")?
            .check_status(OK_LANGUAGE_SET)?;
        client.set_priority(Priority::Important)?.receive()?;
        client
            .list_output_modules()?
            .receive_lines(OK_OUTPUT_MODULES_LIST_SENT)
    }

    fn say(&mut self, text: &str, manner: Manner) -> ClientResult<()> {
        if self.manner != Some(manner) {
            let volume = i16::from(manner.volume.min(100)) * 2 - 100;
            let client = &mut self.client;
            client
                .set_rate(ClientScope::Current, manner.rate)?
                .check_status(OK_RATE_SET)?;
            client
                .set_volume(ClientScope::Current, volume as i8)?
                .check_status(OK_VOLUME_SET)?;
            self.manner = Some(manner);
        }
        self.hush()?;
        self.client
            .speak()?
            .check_receiving_data()?
            .send(Request::SendLine(text.to_owned()))?
            .receive_message_id()?;
        Ok(())
    }

    fn hush(&mut self) -> Result<(), ClientError> {
        self.client
            .cancel(MessageScope::Last)?
            .check_status(OK_CANCELED)?;
        Ok(())
    }
}

/// Where the server was told to listen, if it was told.
fn address() -> Option<PathBuf> {
    let named = std::env::var("SPEECHD_ADDRESS").ok()?;
    let path = named.strip_prefix("unix_socket:").unwrap_or(&named);
    path.starts_with('/').then(|| PathBuf::from(path))
}

/// Starts the server and waits until it listens. It refuses to start in a
/// language that is not installed, so it is then started in none.
fn started<C>(connect: impl Fn() -> Option<C>) -> Result<C, NoVoice> {
    let as_it_is = started_in(None, &connect);
    as_it_is
        .or_else(|| started_in(Some("C"), &connect))
        .ok_or(NoVoice::NoSystem)
}

fn started_in<C>(language: Option<&str>, connect: impl Fn() -> Option<C>) -> Option<C> {
    let mut child = Command::new("speech-dispatcher")
        .arg("--spawn")
        .envs(language.map(|language| ("LC_ALL", language)))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    for _ in 0..TRIES {
        std::thread::sleep(BETWEEN);
        // It goes into the background; what we started ends, and is reaped.
        let ended = child.try_wait().ok().flatten();
        let client = connect();
        if client.is_some() || ended.is_some_and(|status| !status.success()) {
            return client;
        }
    }
    None
}
