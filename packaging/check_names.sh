#!/bin/sh
# Names every place where something stands in for the maintainer's address or the
# home page; ends with 1 if there is one. See docs/release.md.
set -u
cd "$(dirname "$0")/.."
if grep -rnE --exclude=check_names.sh --exclude=set_names.sh 'unclench@localhost|https://unclench\.org' Cargo.toml packaging; then
    echo 'These stand in for an address and a home page that do not exist yet.'
    exit 1
fi
echo 'No name stands in for another.'
