//! The disk of Unix systems: nameless files, exchange, folders made durable.
//!
//! Where a file system lacks a call (FAT, FUSE, network mounts), the next best
//! one is used; an error of the disk itself is never taken for that.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use rustix::io::{Errno, retry_on_intr};

use super::{Disk, IS_LINK, Item, ItemKind, MAX_BYTES, NOT_A_FILE, Stamp, TOO_LARGE, refused};

/// For the owner alone.
const PRIVATE: Mode = Mode::RUSR.union(Mode::WUSR);

/// A folder on the disk of this machine.
#[derive(Clone, Debug)]
pub struct RealDisk {
    root: PathBuf,
}

impl RealDisk {
    /// The disk below `root`, which need not exist yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    fn at(&self, path: &Path) -> PathBuf {
        if path.as_os_str().is_empty() {
            self.root.clone()
        } else {
            self.root.join(path)
        }
    }
}

impl Disk for RealDisk {
    fn list(&self, dir: &Path) -> io::Result<Vec<Item>> {
        let mut items = Vec::new();
        for entry in fs::read_dir(self.at(dir))? {
            let entry = entry?;
            let kind = entry.file_type()?;
            items.push(Item {
                name: entry.file_name(),
                kind: if kind.is_file() {
                    ItemKind::File
                } else if kind.is_dir() {
                    ItemKind::Folder
                } else if kind.is_symlink() {
                    ItemKind::Link
                } else {
                    ItemKind::Other
                },
            });
        }
        Ok(items)
    }

    fn read_up_to(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        Ok(read_at(&self.at(path), most)?.0)
    }

    fn read_stamped(&self, path: &Path) -> io::Result<(Vec<u8>, Option<Stamp>)> {
        let (bytes, about) = read_at(&self.at(path), MAX_BYTES)?;
        Ok((bytes, Some(stamp_of(&about))))
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        let about = fs::symlink_metadata(self.at(path)).ok()?;
        Some(stamp_of(&about))
    }

    fn changed(&self, path: &Path) -> io::Result<i64> {
        Ok(fs::symlink_metadata(self.at(path))?.ctime())
    }

    fn make_root(&self) -> io::Result<()> {
        let mut missing = Vec::new();
        for folder in self.root.ancestors() {
            if folder.as_os_str().is_empty() {
                break;
            }
            match make_private(folder) {
                Ok(()) => {
                    sync(folder.parent().unwrap_or(folder))?;
                    break;
                }
                Err(err) if err.kind() == io::ErrorKind::AlreadyExists => break,
                Err(err) if err.kind() == io::ErrorKind::NotFound => missing.push(folder),
                Err(err) => return Err(err),
            }
        }
        for folder in missing.into_iter().rev() {
            match make_private(folder) {
                Err(err) if err.kind() != io::ErrorKind::AlreadyExists => return Err(err),
                _ => sync(folder.parent().unwrap_or(folder))?,
            }
        }
        Ok(())
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        make_private(&self.at(dir))
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        sync(&self.at(dir))
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.at(path);
        match create_nameless(&path, bytes) {
            Err(err) if is_lacking(&err) => {}
            done => return done,
        }
        let temp = super::super::names::temp_beside(&path);
        let done = write_new(&temp, bytes).and_then(|()| name_new(&temp, &path));
        if done.is_err() {
            unlink(&temp).ok();
        }
        done
    }

    fn stage(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.at(path);
        let done = write_new(&path, bytes);
        if done.is_err() {
            unlink(&path).ok();
        }
        done
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            let (one, other) = (self.at(one), self.at(other));
            let flags = rustix::fs::RenameFlags::EXCHANGE;
            let done = retry_on_intr(|| rustix::fs::renameat_with(CWD, &one, CWD, &other, flags));
            done.map_err(|err| unsupported(err.into()))
        }
        #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
        {
            let _ = (one, other);
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        name_new(&self.at(from), &self.at(to))
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (from, to) = (self.at(from), self.at(to));
        Ok(retry_on_intr(|| rustix::fs::rename(&from, &to))?)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        unlink(&self.at(path))
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir(self.at(dir))
    }
}

/// The bytes of a regular file, and what it was when it was opened.
fn read_at(path: &Path, most: usize) -> io::Result<(Vec<u8>, fs::Metadata)> {
    let flags =
        OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let fd = retry_on_intr(|| rustix::fs::open(path, flags, Mode::empty())).map_err(
        |err| match err {
            Errno::LOOP => refused(IS_LINK),
            // A socket, or a device without a driver.
            Errno::NXIO | Errno::NODEV => refused(NOT_A_FILE),
            err => err.into(),
        },
    )?;
    let mut file = File::from(fd);
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(refused(NOT_A_FILE));
    }
    let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
    if size > most {
        return Err(refused(TOO_LARGE));
    }
    // One byte more than it holds, so that one call tells the end too.
    let mut bytes = vec![0; size + 1];
    let mut filled = 0;
    while filled < size {
        let Some(rest) = bytes.get_mut(filled..) else {
            break;
        };
        match file.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(err) if err.kind() == io::ErrorKind::Interrupted => {}
            Err(err) => return Err(err),
        }
    }
    bytes.truncate(filled);
    Ok((bytes, about))
}

fn stamp_of(about: &fs::Metadata) -> Stamp {
    let at = |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanos);
    Stamp {
        size: about.len(),
        modified: at(about.mtime(), about.mtime_nsec()),
        changed: at(about.ctime(), about.ctime_nsec()),
        node: about.ino(),
    }
}

fn unlink(path: &Path) -> io::Result<()> {
    Ok(retry_on_intr(|| rustix::fs::unlink(path))?)
}

fn make_private(dir: &Path) -> io::Result<()> {
    loop {
        match fs::DirBuilder::new().mode(0o700).create(dir) {
            Err(err) if err.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Makes the names in a folder durable. File systems that cannot are let off.
fn sync(dir: &Path) -> io::Result<()> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let dir = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    let fd = retry_on_intr(|| rustix::fs::open(dir, flags, Mode::empty()))?;
    match File::from(fd).sync_all() {
        Err(err)
            if matches!(
                Errno::from_io_error(&err),
                Some(Errno::INVAL | Errno::OPNOTSUPP | Errno::NOSYS)
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// Writes a file that has no name until it is complete and durable, so that a
/// kill leaves nothing behind.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn create_nameless(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::os::fd::AsRawFd as _;

    let dir = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let flags = OFlags::WRONLY | OFlags::TMPFILE | OFlags::CLOEXEC;
    let fd = retry_on_intr(|| rustix::fs::open(dir, flags, PRIVATE)).map_err(|err| match err {
        // Kernels and file systems without nameless files.
        Errno::ISDIR | Errno::OPNOTSUPP | Errno::INVAL => io::ErrorKind::Unsupported.into(),
        err => io::Error::from(err),
    })?;
    let mut file = File::from(fd);
    file.write_all(bytes)?;
    file.sync_all()?;
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    let flags = AtFlags::SYMLINK_FOLLOW;
    let done = retry_on_intr(|| rustix::fs::linkat(CWD, own.as_str(), CWD, path, flags));
    done.map_err(|err| match err {
        // No /proc, or a file system that cannot link.
        Errno::NOENT | Errno::PERM | Errno::XDEV | Errno::NOSYS | Errno::OPNOTSUPP => {
            io::ErrorKind::Unsupported.into()
        }
        err => err.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn create_nameless(_path: &Path, _bytes: &[u8]) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Writes a new file, durably.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
    let fd = retry_on_intr(|| rustix::fs::open(path, flags, PRIVATE))?;
    let mut file = File::from(fd);
    file.write_all(bytes)?;
    file.sync_all()
}

/// Renames without ever replacing: in one step, else by a second name, else
/// after a look (names are unique, so nobody else can want this one).
fn name_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        let flags = rustix::fs::RenameFlags::NOREPLACE;
        let done = retry_on_intr(|| rustix::fs::renameat_with(CWD, from, CWD, to, flags));
        match done.map_err(|err| unsupported(err.into())) {
            Err(err) if is_lacking(&err) => {}
            done => return done,
        }
    }
    let linked = retry_on_intr(|| rustix::fs::linkat(CWD, from, CWD, to, AtFlags::empty()));
    match linked {
        Ok(()) => return unlink(from),
        Err(Errno::PERM | Errno::NOSYS | Errno::OPNOTSUPP | Errno::INVAL | Errno::MLINK) => {}
        Err(err) => return Err(err.into()),
    }
    match fs::symlink_metadata(to) {
        Ok(_taken) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(err) if err.kind() == io::ErrorKind::NotFound => {
            Ok(retry_on_intr(|| rustix::fs::rename(from, to))?)
        }
        Err(err) => Err(err),
    }
}

/// Tells "this file system cannot do that" from an error.
fn unsupported(err: io::Error) -> io::Error {
    match Errno::from_io_error(&err) {
        Some(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => io::ErrorKind::Unsupported.into(),
        _ => err,
    }
}

fn is_lacking(err: &io::Error) -> bool {
    err.kind() == io::ErrorKind::Unsupported
}
