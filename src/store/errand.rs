//! The jobs that take the diary out and in, on the IO thread.

use std::sync::Arc;

use super::{Store, typed};
use crate::diary::entry::Entry;
use crate::exchange::job::{Errand, ExchangeJob, ExchangeReport, Stop};
use crate::job::{Fault, Report};

/// Does a job and tells what became of it.
pub(super) fn carry_out(store: &mut Store, job: ExchangeJob, tell: &dyn Fn(Report)) {
    let answer = |done: Result<ExchangeReport, Fault>, errand| {
        let told = done.unwrap_or_else(|fault| ExchangeReport::Failed(errand, fault));
        tell(Report::Exchange(told));
    };
    match job {
        ExchangeJob::Export {
            format,
            path,
            entries,
            force,
        } => {
            let path = typed(&path);
            let done = store.export(format, &path, &entries, force);
            answer(done.map(ExchangeReport::Exported), Errand::Export);
        }
        ExchangeJob::Look { path, mapping } => {
            let done = store.look(&typed(&path), mapping.map(|mapping| *mapping));
            let done = done.map(|incoming| ExchangeReport::Looked {
                path,
                incoming: Box::new(incoming),
            });
            answer(done, Errand::Look);
        }
        ExchangeJob::Import { entries, stop } => import(store, &entries, &stop, tell),
        ExchangeJob::BackUp { only_if_due } => {
            let settings = store.load_settings().0;
            if only_if_due && !settings.backup_daily {
                return;
            }
            let done = store.back_up(&settings, only_if_due);
            let is_new = matches!(done, Ok(Some(_)));
            answer(done.map(ExchangeReport::BackedUp), Errand::BackUp);
            if is_new {
                list(store, tell);
            }
        }
        ExchangeJob::ListBackups => list(store, tell),
    }
}

fn list(store: &Store, tell: &dyn Fn(Report)) {
    let settings = store.load_settings().0;
    let folder = store.backup_folder(&settings);
    let told = match store.backups(&settings) {
        Ok(all) => ExchangeReport::Backups(folder, all),
        Err(fault) => ExchangeReport::Failed(Errand::BackUp, fault),
    };
    tell(Report::Exchange(told));
}

fn import(store: &mut Store, entries: &[Arc<Entry>], stop: &Stop, tell: &dyn Fn(Report)) {
    let of = entries.len();
    let done = store.import(entries, &mut |done| {
        tell(Report::Exchange(ExchangeReport::Importing(done, of)));
        !stop.is_pressed()
    });
    // Also after a fault: some of it may be there.
    let scan = store.rescan_all(entries);
    if !scan.is_empty() {
        tell(Report::Found(scan));
    }
    let ids = || entries.iter().map(|entry| entry.id()).collect();
    tell(Report::Exchange(match done {
        Ok(count) => ExchangeReport::Imported(count.map(|_| ids())),
        Err(fault) => {
            store.forget_folders();
            ExchangeReport::Failed(Errand::Import, fault)
        }
    }));
}
