//! The running program: started, driven by its accessible names, stopped.

use std::collections::HashMap;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::{Action, ActionRequest, Node, NodeId, Role, TreeId, TreeUpdate};
use egui::{Event, Key, Modifiers};
use egui_inspection::protocol::{Request, Response, read_handshake, read_message, write_message};

/// How long the program may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(40);

/// The program's path, from the environment.
pub fn program() -> String {
    std::env::var("UNCLENCH_BIN").expect("UNCLENCH_BIN names the program to drive")
}

/// A program and all that it starts, in a process group of its own: `strace`
/// that is killed lets what it traces go on.
pub struct Group(Child);

impl Group {
    /// Starts it.
    pub fn start(command: &mut Command) -> Self {
        Self(command.process_group(0).spawn().expect("it starts"))
    }

    /// Does it still run?
    pub fn runs(&mut self) -> bool {
        self.0.try_wait().expect("a child").is_none()
    }

    /// Ends all of it without any warning.
    pub fn kill(&mut self) {
        let group = format!("-{}", self.0.id());
        Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status()
            .ok();
        self.0.wait().ok();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A test that fails leaves nothing running.
        if self.0.try_wait().is_ok_and(|ended| ended.is_none()) {
            self.kill();
        }
    }
}

/// One window of the program.
pub struct Window {
    group: Group,
    stream: TcpStream,
}

impl Window {
    /// Starts the program on a data folder and waits for its window.
    pub fn open(data: &Path) -> Self {
        Self::open_in(data, &[])
    }

    /// The same, with these variables.
    pub fn open_in(data: &Path, variables: &[(&str, PathBuf)]) -> Self {
        Self::open_under(&[], data, variables)
    }

    /// The same, started by another program, such as `strace`.
    pub fn open_under(under: &[&str], data: &Path, variables: &[(&str, PathBuf)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|l| l.local_addr())
            .expect("a free port")
            .port();
        let addr = format!("127.0.0.1:{port}");
        let own = program();
        let mut words = under.iter().copied().chain([own.as_str()]);
        let first = words.next().expect("a program");
        let group = Group::start(
            Command::new(first)
                .args(words)
                .arg("--data-dir")
                .arg(data)
                .args(["--screen", "now"]) // past the cards of the first run
                .env("EGUI_INSPECTION", &addr)
                .env("LANG", "en_GB.UTF-8")
                .envs(variables.iter().map(|(name, value)| (*name, value)))
                .stderr(Stdio::inherit()),
        );
        let since = Instant::now();
        let mut stream = loop {
            match TcpStream::connect(&addr) {
                Ok(stream) => break stream,
                Err(_) if since.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(err) => panic!("no window answers: {err}"),
            }
        };
        stream.set_nodelay(true).expect("a socket");
        read_handshake(&mut stream).expect("a handshake");
        let mut window = Self { group, stream };
        window.wait("Unclench's rail", |tree| {
            tree.find(Role::Button, "Now").is_some()
        });
        window
    }

    /// The number of its process.
    pub fn pid(&self) -> u32 {
        self.group.0.id()
    }

    fn ask(&mut self, request: &Request) -> Response {
        write_message(&mut self.stream, request).expect("the program listens");
        let answer = read_message(&mut self.stream).expect("the program answers");
        if let Response::Error { message } = &answer {
            panic!("the program says: {message}");
        }
        answer
    }

    fn tree(&mut self) -> Tree {
        if let Response::Tree {
            accesskit: Some(update),
            ..
        } = self.ask(&Request::GetTree)
        {
            Tree::new(update)
        } else {
            Tree::default() // no frame yet
        }
    }

    /// Waits until the tree shows something.
    pub fn wait(&mut self, what: &str, so: impl Fn(&Tree) -> bool) {
        let since = Instant::now();
        loop {
            let tree = self.tree();
            if so(&tree) {
                return;
            }
            assert!(
                since.elapsed() < PATIENCE,
                "waited in vain for {what}; there is\n{}",
                tree.names()
            );
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// The names of everything that has one of these roles.
    pub fn named(&mut self, roles: &[Role]) -> Vec<String> {
        let tree = self.tree();
        let of_role = tree.0.values().filter(|node| roles.contains(&node.role()));
        let names = of_role.map(|node| tree.name(node).to_owned());
        names.filter(|name| !name.is_empty()).collect()
    }

    /// Can this text be read now?
    pub fn sees(&mut self, text: &str) -> bool {
        self.tree().says(text)
    }

    /// Waits until a text can be read.
    pub fn must_see(&mut self, text: &str) {
        self.wait(text, |tree| tree.says(text));
    }

    /// Presses what has this role and name.
    pub fn press(&mut self, role: Role, name: &str) {
        self.wait(name, |tree| tree.find(role, name).is_some());
        let target_node = self.tree().find(role, name).expect("it was there");
        for action in [Action::Focus, Action::Click] {
            let request = ActionRequest {
                action,
                target_tree: TreeId::ROOT,
                target_node,
                data: None,
            };
            if action == Action::Click || role == Role::TextInput {
                self.events(vec![Event::AccessKitActionRequest(request)]);
            }
        }
    }

    /// Types into the field with this name.
    pub fn write(&mut self, role: Role, name: &str, text: &str) {
        self.wait(name, |tree| tree.find(role, name).is_some());
        let target_node = self.tree().find(role, name).expect("it was there");
        self.events(vec![Event::AccessKitActionRequest(ActionRequest {
            action: Action::Focus,
            target_tree: TreeId::ROOT,
            target_node,
            data: None,
        })]);
        self.events(vec![Event::Text(text.to_owned())]);
    }

    /// Presses a key.
    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.events(vec![Event::Key {
                key,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers,
            }]);
        }
    }

    fn events(&mut self, events: Vec<Event>) {
        self.ask(&Request::ApplyEvents { events });
    }

    /// Keeps a picture of the window in `target/e2e`.
    pub fn picture(&mut self, name: &str) {
        if let Response::Screenshot(png) = self.ask(&Request::GetScreenshot {
            pixels_per_point: None,
        }) {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/e2e");
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(folder.join(format!("{name}.png")), &png.bytes).expect("a file");
        }
    }

    /// Quits with Ctrl+Q and waits for the end.
    pub fn quit(mut self) {
        let modifiers = Modifiers::COMMAND | Modifiers::CTRL;
        let request = Request::ApplyEvents {
            events: vec![Event::Key {
                key: Key::Q,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers,
            }],
        };
        write_message(&mut self.stream, &request).expect("the program listens");
        let since = Instant::now();
        while self.group.runs() {
            assert!(
                since.elapsed() < PATIENCE,
                "Ctrl+Q did not close the window"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the program ends by itself; says how.
    pub fn ends(mut self) -> ExitStatus {
        let since = Instant::now();
        loop {
            if let Some(ended) = self.group.0.try_wait().expect("a child") {
                return ended;
            }
            assert!(since.elapsed() < PATIENCE, "it does not end");
            // Each question makes it draw; at its end it answers no more.
            write_message(&mut self.stream, &Request::GetTree).ok();
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Ends the program without any warning.
    pub fn kill(mut self) {
        self.group.kill();
    }
}

/// The accessible tree at one moment.
#[derive(Default)]
pub struct Tree(HashMap<NodeId, Node>);

impl Tree {
    fn new(update: TreeUpdate) -> Self {
        Self(update.nodes.into_iter().collect())
    }

    /// A node's own label, else that of the label it points to, else its value.
    fn name<'a>(&'a self, node: &'a Node) -> &'a str {
        let pointed = || {
            let label = node.labelled_by().first()?;
            let label = self.0.get(label)?;
            label.label().or_else(|| label.value())
        };
        node.label()
            .or_else(pointed)
            .or_else(|| node.value())
            .unwrap_or_default()
    }

    /// The node with this role and name.
    pub fn find(&self, role: Role, name: &str) -> Option<NodeId> {
        self.0
            .iter()
            .find(|(_, node)| node.role() == role && self.name(node) == name)
            .map(|(id, _)| *id)
    }

    /// Is this text anywhere to be read?
    pub fn says(&self, text: &str) -> bool {
        self.0.values().any(|node| {
            node.label().is_some_and(|l| l.contains(text))
                || node.value().is_some_and(|v| v.contains(text))
        })
    }

    fn names(&self) -> String {
        let mut all: Vec<String> = self
            .0
            .values()
            .filter(|node| !self.name(node).is_empty())
            .map(|node| format!("{:?} {}", node.role(), self.name(node)))
            .collect();
        all.sort();
        all.join("\n")
    }
}
