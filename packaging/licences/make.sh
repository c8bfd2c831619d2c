#!/usr/bin/env bash
# Makes the licences page that the program shows, from Cargo.lock. Run it when a
# dependency changes. Needs: cargo install cargo-about --features cli --locked
set -euo pipefail
cd "$(dirname "$0")"
cargo about generate --locked --config about.toml --manifest-path ../../Cargo.toml template.hbs >third_party.new
mv third_party.new third_party.txt
