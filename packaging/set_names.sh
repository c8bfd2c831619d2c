#!/bin/sh
# Puts the maintainer's address and the home page where something stands in for
# them. Run once; look at `git diff` after it.
#     packaging/set_names.sh somebody@example.com https://example.com/unclench
set -eu
cd "$(dirname "$0")/.."
[ $# -eq 2 ] || { echo 'usage: packaging/set_names.sh ADDRESS URL' >&2; exit 2; }
case "$1$2" in *'|'*|*'&'*|*' '*) echo 'no spaces, | or & in them' >&2; exit 2 ;; esac
grep -rlE --exclude=check_names.sh --exclude=set_names.sh 'unclench@localhost|https://unclench\.org' Cargo.toml packaging |
    while read -r file; do
        sed -i "s|unclench@localhost|$1|g; s|https://unclench\.org|${2%/}|g" "$file"
        echo "$file"
    done
