#!/usr/bin/env bash
# Packs a program that is built already into target/unclench-VERSION-linux-ARCH.tar.gz:
# a folder that install.sh puts below ~/.local or another prefix.
#     cargo build --release && packaging/linux/tarball.sh
# PROGRAM names another file than target/release/unclench. With INTO the folder is
# left there, not packed: other packages are made of it.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${PROGRAM:-target/release/unclench}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
name="unclench-$version-linux-$(uname -m)"
id=org.unclench.Unclench
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
root="${INTO:-$room/$name}"

put() { install -D -m "$1" "$2" "$root/$3"; }
put 755 "$program" bin/unclench
put 644 packaging/linux/$id.desktop share/applications/$id.desktop
put 644 packaging/linux/$id.metainfo.xml share/metainfo/$id.metainfo.xml
put 644 packaging/linux/$id.mime.xml share/mime/packages/$id.xml
put 644 packaging/linux/unclench.1 share/man/man1/unclench.1
put 644 icons/app/app.svg share/icons/hicolor/scalable/apps/$id.svg
put 644 icons/app/symbolic.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg
for size in 16 22 24 32 48 64 128 256 512; do
    put 644 icons/app/$size.png share/icons/hicolor/${size}x$size/apps/$id.png
done
for file in LICENSE LICENSE-MIT LICENSE-APACHE CHANGELOG.md packaging/licences/third_party.txt; do
    put 644 "$file" "share/doc/unclench/$(basename "$file")"
done
put 755 packaging/linux/install.sh install.sh
cat >"$root/INSTALL" <<'TEXT'
./install.sh                    installs below ~/.local, for you alone
sudo ./install.sh /usr/local    for everybody
./install.sh --remove [PREFIX]  removes it again; your diary stays

Or run bin/unclench from here: it needs nothing but itself. With an empty file
bin/unclench-portable.txt it keeps the diary in bin/unclench-data, as on a stick.
It needs glibc, OpenGL, and X11 or Wayland, as every desktop has them.
TEXT
if [ -n "${INTO:-}" ]; then
    echo "$root"
    exit
fi
mkdir -p target
tar --sort=name --owner=0 --group=0 --numeric-owner -C "$room" -czf "target/$name.tar.gz" "$name"
(cd target && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "target/$name.tar.gz"
