//! The X display as another client sees it: which window a process has, whether
//! anything is painted in it, and how to put it away.

use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat, Window,
};
use x11rb::rust_connection::RustConnection;

/// Rows looked at for paint; the first ones hold words in every program.
const ROWS: u16 = 240;
/// `IconicState` of the window manager conventions.
const ICONIC: u32 = 3;

/// The display.
pub struct Desk {
    x: RustConnection,
    root: Window,
    clients: Atom,
    pid: Atom,
    change_state: Atom,
}

impl Desk {
    /// Connects to the display that `DISPLAY` names.
    pub fn open() -> Self {
        let (x, screen) = x11rb::connect(None).expect("an X display");
        let root = x.setup().roots.get(screen).expect("a screen").root;
        let atom = |name: &str| {
            let asked = x.intern_atom(false, name.as_bytes()).expect("a display");
            asked.reply().expect("an atom").atom
        };
        let (clients, pid) = (atom("_NET_CLIENT_LIST"), atom("_NET_WM_PID"));
        let change_state = atom("WM_CHANGE_STATE");
        Self {
            x,
            root,
            clients,
            pid,
            change_state,
        }
    }

    fn numbers(&self, window: Window, name: Atom) -> Vec<u32> {
        self.x
            .get_property(false, window, name, AtomEnum::ANY, 0, 1024)
            .ok()
            .and_then(|asked| asked.reply().ok())
            .and_then(|reply| reply.value32().map(Iterator::collect))
            .unwrap_or_default()
    }

    /// The window of a process, once the window manager has taken it.
    pub fn window_of(&self, pid: u32) -> Option<Window> {
        self.numbers(self.root, self.clients)
            .into_iter()
            .find(|window| self.numbers(*window, self.pid).first() == Some(&pid))
    }

    /// Is there more than one color in it?
    pub fn is_painted(&self, window: Window) -> bool {
        let Some(size) = self
            .x
            .get_geometry(window)
            .ok()
            .and_then(|asked| asked.reply().ok())
        else {
            return false;
        };
        let rows = size.height.min(ROWS);
        let image = self
            .x
            .get_image(ImageFormat::Z_PIXMAP, window, 0, 0, size.width, rows, !0)
            .ok()
            .and_then(|asked| asked.reply().ok());
        image.is_some_and(|image| {
            let mut pixels = image.data.chunks_exact(4);
            let first = pixels.next();
            pixels.any(|pixel| Some(pixel) != first)
        })
    }

    /// Minimises a window.
    pub fn put_away(&self, window: Window) {
        let event = ClientMessageEvent::new(32, window, self.change_state, [ICONIC, 0, 0, 0, 0]);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.x
            .send_event(false, self.root, mask, event)
            .expect("a display");
        self.x.flush().expect("a display");
        std::thread::sleep(Duration::from_secs(2));
    }
}
