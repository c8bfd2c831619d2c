#!/bin/sh
# Writes target/SHA256SUMS over the files of a release, by their names alone, so
# that `sha256sum -c SHA256SUMS` works beside them.
#     packaging/sums.sh target/debian/*.deb target/*.tar.gz
set -eu
[ $# -gt 0 ] || { echo 'usage: packaging/sums.sh FILE...' >&2; exit 2; }
out="$(dirname "$0")/../target/SHA256SUMS"
for file in "$@"; do
    (cd "$(dirname "$file")" && sha256sum "$(basename "$file")")
done >"$out.part"
mv "$out.part" "$out"
cat "$out"
