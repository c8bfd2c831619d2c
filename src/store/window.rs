//! The file of the window: where it was, and which screen was open. Losing it
//! costs nothing, so that what is wrong with it is nobody's trouble.

use std::path::Path;

use super::Store;
use super::disk::{Disk as _, RealDisk};
use super::{names, told};
use crate::desktop::Place;
use crate::diary::format::text_of;
use crate::job::{Fault, FaultKind};

impl Store {
    /// Where the window was; the default where nothing can be read.
    pub fn load_window(&self) -> Place {
        let disk = RealDisk::new(&self.places.state);
        let bytes = disk.read(Path::new(names::WINDOW)).unwrap_or_default();
        text_of(&bytes).map_or_else(|_| Place::default(), Place::parse)
    }

    /// Keeps where the window is. Whole or not at all.
    ///
    /// # Errors
    /// What went wrong; the file then says what it said before.
    pub fn save_window(&self, place: &Place) -> Result<(), Fault> {
        let text = place
            .format()
            .map_err(|err| Fault::new(FaultKind::Invalid, err))?;
        let disk = RealDisk::new(&self.places.state);
        let path = Path::new(names::WINDOW);
        let made = disk.make_root();
        made.and_then(|()| disk.put(path, text.as_bytes()))
            .map_err(|err| told(&err).at(self.places.state.join(path)))
    }
}
