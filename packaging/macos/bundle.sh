#!/bin/sh
# Makes target/Unclench.app from a program that is built already. Written for
# macOS and not run yet: see docs/release.md.
#     cargo build --release && packaging/macos/bundle.sh
set -eu
cd "$(dirname "$0")/../.."
app=target/Unclench.app
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp packaging/macos/Info.plist "$app/Contents/"
cp icons/app/unclench.icns packaging/licences/third_party.txt "$app/Contents/Resources/"
cp target/release/unclench "$app/Contents/MacOS/"
codesign --force --sign - "$app" # without a certificate: for this machine
echo "$app"
