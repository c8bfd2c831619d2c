//! Sound on Linux: the native protocol of PulseAudio, which PipeWire speaks as
//! well, over its local socket. Never a network: a server elsewhere is not used.
//!
//! One connection, spoken to in turns. Each sound is a stream of its own, sent
//! whole and drained, so that nothing has to be fed while it plays; the server
//! mixes those that overlap and moves them when the device changes.

use std::ffi::CString;
use std::io::{BufReader, Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

use pulseaudio::protocol as wire;

use super::{NoSound, RATE, Speaker, Status};
use crate::store::sound_key;

/// The server has this long to answer.
const PATIENCE: Duration = Duration::from_millis(1500);
/// What the server keeps ready of a stream: short, so that a sound starts soon.
const AHEAD: Duration = Duration::from_millis(40);
/// Longer answers than this are no answers.
const LONGEST: u32 = 1 << 20;
/// Bytes of a sample.
const WIDTH: usize = 4;
/// What servers call the device that stands in where there is none.
const STAND_IN: &[u8] = b"auto_null";

/// The speaker.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    link: Option<Link>,
    wants_warm: bool,
}

impl Pulse {
    /// Does something over the connection, over a new one if the old is gone.
    fn with<T>(&mut self, act: impl Fn(&mut Link) -> Result<T, NoSound>) -> Result<T, NoSound> {
        if let Some(link) = &mut self.link {
            match act(link) {
                Err(NoSound::Lost) => self.link = None, // restarted since?
                other => return other,
            }
        }
        let mut link = Link::open()?;
        if self.wants_warm {
            link.keep_warm()?;
        }
        let done = act(&mut link)?;
        self.link = Some(link);
        Ok(done)
    }
}

impl Speaker for Pulse {
    fn play(&mut self, samples: &[f32]) -> Result<Status, NoSound> {
        let bytes: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
        self.with(|link| link.play(&bytes))
    }

    fn warm(&mut self, on: bool) -> Result<(), NoSound> {
        self.wants_warm = on;
        if on {
            self.with(Link::keep_warm)
        } else {
            // A server that is gone keeps nothing warm either.
            self.link.as_mut().map_or(Ok(()), Link::let_cool)
        }
    }

    fn rest(&mut self) {
        self.link = None;
    }
}

/// A connection.
#[derive(Debug)]
struct Link {
    socket: BufReader<UnixStream>,
    version: u16,
    last: u32,
    /// The silent stream that keeps the device awake.
    warm: Option<u32>,
    /// Streams that play: the request to drain them, and their channel.
    draining: Vec<(u32, u32)>,
}

impl Link {
    fn open() -> Result<Self, NoSound> {
        let socket = addresses()
            .into_iter()
            .find_map(|path| UnixStream::connect(path).ok())
            .ok_or(NoSound::NoSystem)?;
        let patience = Some(PATIENCE);
        socket
            .set_read_timeout(patience)
            .map_err(|_| NoSound::Lost)?;
        socket
            .set_write_timeout(patience)
            .map_err(|_| NoSound::Lost)?;
        let mut link = Self {
            socket: BufReader::new(socket),
            version: wire::MAX_VERSION,
            last: 0,
            warm: None,
            draining: Vec::new(),
        };
        let auth: wire::AuthReply = link.ask(&wire::Command::Auth(wire::AuthParams {
            version: wire::MAX_VERSION,
            supports_shm: false,
            supports_memfd: false,
            cookie: sound_key(),
        }))?;
        link.version = auth.version.min(wire::MAX_VERSION);
        let mut props = wire::Props::new();
        props.set(wire::Prop::ApplicationName, c"Unclench");
        props.set(wire::Prop::ApplicationId, c"org.unclench.Unclench");
        props.set(wire::Prop::ApplicationIconName, c"org.unclench.Unclench");
        if let Ok(id) = CString::new(std::process::id().to_string()) {
            props.set(wire::Prop::ApplicationProcessId, id.as_c_str());
        }
        link.ask::<wire::SetClientNameReply>(&wire::Command::SetClientName(props))?;
        Ok(link)
    }

    /// Plays samples and tells on what.
    fn play(&mut self, bytes: &[u8]) -> Result<Status, NoSound> {
        let length = u32::try_from(bytes.len()).map_err(|_| NoSound::Refused)?;
        let stream = self.stream(length, AHEAD.as_millis() as u32 / 2)?;
        for part in bytes.chunks(32 * 1024) {
            wire::write_memblock(self.socket.get_mut(), stream.channel, part, 0)
                .map_err(|_| NoSound::Lost)?;
        }
        let drain = self.send(&wire::Command::DrainPlaybackStream(stream.channel))?;
        self.draining.push((drain, stream.channel));
        self.status(stream.sink_index)
    }

    /// A stream that takes `room` bytes at once and starts after `start` ms.
    fn stream(
        &mut self,
        room: u32,
        start: u32,
    ) -> Result<wire::CreatePlaybackStreamReply, NoSound> {
        let millis = |ms: u32| RATE / 1000 * ms * WIDTH as u32;
        let ahead = millis(AHEAD.as_millis() as u32);
        let mut props = wire::Props::new();
        props.set(wire::Prop::MediaName, c"Stretch");
        self.ask(&wire::Command::CreatePlaybackStream(
            wire::PlaybackStreamParams {
                sample_spec: wire::SampleSpec {
                    format: wire::SampleFormat::Float32Le,
                    channels: 1,
                    sample_rate: RATE,
                },
                channel_map: wire::ChannelMap::mono(),
                buffer_attr: wire::stream::BufferAttr {
                    max_length: room + ahead * 2,
                    target_length: ahead,
                    pre_buffering: millis(start),
                    minimum_request_length: ahead / 4,
                    ..Default::default()
                },
                flags: wire::stream::StreamFlags {
                    adjust_latency: true,
                    ..Default::default()
                },
                props,
                ..Default::default()
            },
        ))
    }

    /// A stream that runs and says nothing. It starves at once, which costs
    /// nobody anything, and a device with a running stream is not put to sleep.
    fn keep_warm(&mut self) -> Result<(), NoSound> {
        if self.warm.is_none() {
            let stream = self.stream(0, 0)?;
            self.warm = Some(stream.channel);
        }
        Ok(())
    }

    fn let_cool(&mut self) -> Result<(), NoSound> {
        if let Some(channel) = self.warm.take() {
            self.send(&wire::Command::DeletePlaybackStream(channel))?;
        }
        Ok(())
    }

    /// How the device with this number is called, and whether it is turned off.
    fn status(&mut self, index: u32) -> Result<Status, NoSound> {
        let sink: wire::SinkInfo = self.ask(&wire::Command::GetSinkInfo(wire::GetSinkInfo {
            index: Some(index),
            name: None,
        }))?;
        if sink.name.to_bytes() == STAND_IN {
            return Err(NoSound::NoDevice);
        }
        let silent = |volume: &wire::Volume| volume.as_u32() == 0;
        let name = sink.description.as_ref().unwrap_or(&sink.name);
        Ok(Status::Ready {
            device: name.to_string_lossy().into_owned(),
            muted: sink.muted || sink.cvolume.channels().iter().all(silent),
        })
    }

    /// Sends a command and returns its number.
    fn send(&mut self, command: &wire::Command) -> Result<u32, NoSound> {
        self.last = self.last.wrapping_add(1);
        let mut message = Vec::new();
        wire::write_command_message(&mut message, self.last, command, self.version)
            .map_err(|_| NoSound::Lost)?;
        let socket = self.socket.get_mut();
        socket.write_all(&message).map_err(|_| NoSound::Lost)?;
        Ok(self.last)
    }

    /// Sends a command and waits for its reply; whatever else the server tells
    /// in between is taken note of.
    fn ask<R: wire::CommandReply>(&mut self, command: &wire::Command) -> Result<R, NoSound> {
        let number = self.send(command)?;
        loop {
            let message = self.receive()?;
            let mut rest = message.as_slice();
            let Some((tag, to)) = opened(&mut rest, self.version) else {
                continue; // an event that this protocol does not know
            };
            match tag {
                wire::CommandTag::Reply if to == number => {
                    return R::read(
                        &mut wire::TagStructReader::new(&mut rest, self.version),
                        self.version,
                    )
                    .map_err(|_| NoSound::Lost);
                }
                wire::CommandTag::Error if to == number => {
                    let mut reader = wire::TagStructReader::new(&mut rest, self.version);
                    return Err(reader.read_enum().map_or(NoSound::Lost, refusal));
                }
                wire::CommandTag::Reply | wire::CommandTag::Error => self.forget(to)?,
                _ => {}
            }
        }
    }

    /// A stream was drained: it is taken away.
    fn forget(&mut self, drain: u32) -> Result<(), NoSound> {
        if let Some(at) = self.draining.iter().position(|(d, _)| *d == drain) {
            let (_, channel) = self.draining.swap_remove(at);
            self.send(&wire::Command::DeletePlaybackStream(channel))?;
        }
        Ok(())
    }

    /// The next message of the server.
    fn receive(&mut self) -> Result<Vec<u8>, NoSound> {
        loop {
            let head = wire::read_descriptor(&mut self.socket).map_err(|_| NoSound::Lost)?;
            if head.length > LONGEST {
                return Err(NoSound::Lost);
            }
            let mut body = Vec::new();
            let mut part = (&mut self.socket).take(u64::from(head.length));
            let read = part.read_to_end(&mut body);
            if read.is_err() || body.len() != head.length as usize {
                return Err(NoSound::Lost);
            }
            if head.channel == u32::MAX {
                return Ok(body);
            }
        }
    }
}

/// What a message is and the command it answers.
fn opened(rest: &mut &[u8], version: u16) -> Option<(wire::CommandTag, u32)> {
    let mut reader = wire::TagStructReader::new(rest, version);
    Some((reader.read_enum().ok()?, reader.read_u32().ok()?))
}

fn refusal(error: wire::PulseError) -> NoSound {
    match error {
        wire::PulseError::NoEntity => NoSound::NoDevice,
        wire::PulseError::AccessDenied
        | wire::PulseError::AuthKey
        | wire::PulseError::NotSupported
        | wire::PulseError::TooLarge => NoSound::Refused,
        _ => NoSound::Lost,
    }
}

/// Where a server of this computer may listen, the likeliest first.
fn addresses() -> Vec<PathBuf> {
    let var = |name| std::env::var(name).ok().filter(|v| !v.is_empty());
    let named = var("PULSE_SERVER").unwrap_or_default();
    let named = named.split_whitespace().filter_map(|one| {
        // An address may be preceded by the name of a machine: {name}unix:/path
        let one = one.rsplit_once('}').map_or(one, |(_, one)| one);
        let path = one.strip_prefix("unix:").unwrap_or(one);
        path.starts_with('/').then(|| PathBuf::from(path))
    });
    let runtime = var("PULSE_RUNTIME_PATH").map(|dir| PathBuf::from(dir).join("native"));
    let user = var("XDG_RUNTIME_DIR").map(|dir| PathBuf::from(dir).join("pulse/native"));
    let whole = PathBuf::from("/run/pulse/native");
    named.chain(runtime).chain(user).chain([whole]).collect()
}
