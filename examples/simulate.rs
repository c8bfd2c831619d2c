//! Writes a made-up diary of six months into a new folder, to look at the trends
//! without a diary of one's own: `cargo run --example simulate -- DIR [DAYS]`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a tool for the people who work on the program"
)]

use std::path::PathBuf;

use jiff::ZonedDateTime;
use unclench::diary::example::plausible;
use unclench::store::lay_out;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().ok_or("name a folder that does not exist yet")?);
    let days: i32 = args.next().map_or(Ok(182), |days| days.parse())?;
    if folder.exists() {
        return Err(format!("{} exists; name a new folder", folder.display()).into());
    }
    let diary = plausible(ZonedDateTime::now().date(), days, 2);
    lay_out(&folder, diary.entries()).map_err(|fault| fault.to_string())?;
    println!("{} entries in {}", diary.entries().len(), folder.display());
    Ok(())
}
