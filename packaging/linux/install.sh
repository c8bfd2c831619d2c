#!/bin/sh
# Installs the unpacked folder below a prefix, or removes what was installed.
#     ./install.sh [PREFIX]    ./install.sh --remove [PREFIX]
# The diary is never touched: it is in ~/.local/share/unclench.
set -eu
cd "$(dirname "$0")"

remove=no
if [ "${1:-}" = --remove ]; then
    remove=yes
    shift
fi
prefix=${1:-$HOME/.local}
find bin share -type f | while read -r file; do
    if [ "$remove" = yes ]; then
        rm -f "$prefix/$file"
    else
        mode=644
        [ "$file" = bin/unclench ] && mode=755
        install -D -m "$mode" "$file" "$prefix/$file"
    fi
done
if [ "$remove" = yes ]; then
    # Not share/doc/unclench's neighbours, and never share/unclench: that is the diary.
    rmdir "$prefix/share/doc/unclench" 2>/dev/null || true
fi
# STAGING: the prefix is a folder that becomes a package, so these are not for it.
[ -z "${STAGING:-}" ] || exit 0
# What opens which file; a system without these finds out by itself.
if command -v update-mime-database >/dev/null 2>&1 && [ -d "$prefix/share/mime" ]; then
    update-mime-database "$prefix/share/mime" 2>/dev/null || true
fi
if command -v update-desktop-database >/dev/null 2>&1; then
    update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
fi
