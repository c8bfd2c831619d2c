//! The accessibility bus of the desktop, as a screen reader uses it: another
//! program sees the same names and can press a button.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::Role;

use crate::link::Window;

const LAUNCHERS: [&str; 3] = [
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
];

/// A session bus of its own with the accessibility bus on it.
struct Bus {
    address: String,
    children: Vec<Child>,
}

impl Bus {
    fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon runs");
        let mut address = String::new();
        let out = daemon.stdout.take().expect("its output");
        BufReader::new(out)
            .read_line(&mut address)
            .expect("an address");
        let mut bus = Self {
            address: address.trim().to_owned(),
            children: vec![daemon],
        };
        let launcher = LAUNCHERS
            .iter()
            .find(|path| PathBuf::from(path).is_file())
            .expect("at-spi2-core is installed");
        let launcher = Command::new(launcher)
            .arg("--launch-immediately")
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the accessibility bus runs");
        bus.children.push(launcher);
        let since = Instant::now();
        while bus.reader(&["enable"]).is_err() {
            assert!(since.elapsed() < Duration::from_secs(20), "no bus answers");
            std::thread::sleep(Duration::from_millis(100));
        }
        bus
    }

    /// What the reader prints, or its complaint.
    fn reader(&self, words: &[&str]) -> Result<String, String> {
        let out = Command::new("/usr/bin/python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/reader.py"))
            .args(words)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .output()
            .expect("python runs");
        if out.status.success() {
            Ok(String::from_utf8_lossy(&out.stdout).into_owned())
        } else {
            Err(String::from_utf8_lossy(&out.stderr).into_owned())
        }
    }

    fn names(&self) -> Vec<(String, String)> {
        let told = self.reader(&["names"]).expect("the reader");
        serde_json::from_str(&told).expect("a list of role and name")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

#[test]
fn a_screen_reader_sees_the_same_names_and_can_press() {
    let bus = Bus::start();
    let folder = tempfile::tempdir().expect("a folder");
    let address = [("DBUS_SESSION_BUS_ADDRESS", PathBuf::from(&bus.address))];
    let mut window = Window::open_in(folder.path(), &address);
    for (screen, press) in [("Now", None), ("Check", Some("Check my symptoms"))] {
        if let Some(name) = press {
            bus.reader(&["press", name]).expect("pressed over the bus");
            window.must_see("Start the check");
        }
        let outside = bus.names();
        let inside = window.named(&[Role::Button, Role::Heading, Role::Image, Role::Navigation]);
        assert!(inside.len() > 10, "{screen}: {inside:?}");
        for name in inside {
            assert!(
                outside.iter().any(|(_, other)| *other == name),
                "{screen}: {name:?} is not on the bus: {outside:?}"
            );
        }
        let nameless: Vec<_> = outside
            .iter()
            .filter(|(role, name)| name.is_empty() && role.contains("button"))
            .collect();
        assert!(nameless.is_empty(), "{screen}: controls without a name");
        let has = |role: &str| outside.iter().any(|(other, _)| other == role);
        assert!(has("heading") && has("landmark"), "{screen}: {outside:?}");
    }
    window.quit();
}
