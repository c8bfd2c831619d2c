#!/usr/bin/env bash
# Tries the Debian package as a person would: installs it in a clean Debian made
# for it, starts the program from its menu entry, logs a cramp, removes the package
# and sees that the diary is still there. For Debian and its like, as root.
#     packaging/linux/check.sh                 builds the package first
#     packaging/linux/check.sh some.deb        tries this one
# Needs the network once, for debootstrap. SUITE and MIRROR choose the Debian.
set -euo pipefail
cd "$(dirname "$0")/../.."

suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
work=${WORK:-$(mktemp -d)}
root="$work/debian"
say() { printf '\n== %s\n' "$1"; }

if [ $# -gt 0 ]; then
    deb=$(realpath "$1")
else
    say 'the package'
    cargo deb --locked --output "$work/unclench.deb"
    deb="$work/unclench.deb"
fi

missing=()
for package in debootstrap desktop-file-utils appstream lintian; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

say 'what stands in for something'
packaging/check_names.sh || echo '(not fit for a release yet)'

say 'what lintian says'
# It is not in Debian, so it closes no bug there. All else is shown, and an error
# ends the check; that the maintainer has no address yet is said above.
lintian --fail-on error --suppress-tags initial-upload-closes-no-bugs,bogus-mail-host,bogus-mail-host-in-debian-changelog "$deb"

say 'a clean Debian'
[ -d "$root/usr" ] || debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap.log"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
for at in proc dev; do mountpoint -q "$root/$at" || mount --bind "/$at" "$root/$at"; done
unmount() { for at in proc dev; do umount -l "$root/$at" 2>/dev/null || true; done; }
trap unmount EXIT

say 'install'
cp "$deb" "$root/tmp/unclench.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/unclench.deb >"$work/install.log"
# What stands in for a desktop; not what the program needs.
inside apt-get install -y -qq --no-install-recommends xvfb xauth desktop-file-utils dex xdotool libgl1-mesa-dri shared-mime-info libglib2.0-bin >>"$work/install.log"
inside useradd --create-home person 2>/dev/null || true
inside desktop-file-validate /usr/share/applications/org.unclench.Unclench.desktop
person() { inside su person -c "$1"; }

say 'start from the menu entry'
person 'xvfb-run -a -s "-screen 0 1280x900x24" sh -c "
    dex /usr/share/applications/org.unclench.Unclench.desktop &
    xdotool search --sync --onlyvisible --class org.unclench.Unclench >/tmp/window
    xdotool getwindowname \$(head -1 /tmp/window)
    sleep 3
    kill \$(xdotool getwindowpid \$(head -1 /tmp/window))
    wait"' | tee "$work/window.txt"
grep -q Unclench "$work/window.txt"

say 'log a cramp'
person 'printf "%s" "Episode(started_at: \"2026-11-23T03:10:00+01:00\", duration: seconds(240), regions: [buttock_left_deep], side: left, pain_peak: 8)" | unclench diary add'
person 'find ~/.local/share/unclench -name "*.ron" | xargs sha256sum' >"$work/before.txt"
grep -q diary/2026/11 "$work/before.txt"

say 'open a file'
# As a file manager would: what kind is it, and which program opens that kind.
person 'cp "$(ls ~/.local/share/unclench/diary/2026/11/*.ron | head -1)" /tmp/entry.ron'
kind=$(person 'gio info -a standard::content-type /tmp/entry.ron' | sed -n 's/.*content-type: //p')
echo "$kind"
person "gio mime $kind" | grep org.unclench.Unclench.desktop >/dev/null
person 'xvfb-run -a -s "-screen 0 1280x900x24" sh -c "
    unclench --data-dir /tmp/other /tmp/entry.ron &
    xdotool search --sync --onlyvisible --class org.unclench.Unclench >/dev/null
    sleep 5
    kill \$!
    wait" || true'
# Looked into, not brought in.
[ "$(person 'unclench diary list --data-dir /tmp/other' | wc -l)" -eq 0 ]

say 'remove'
inside apt-get purge -y -qq unclench >"$work/remove.log"
inside sh -c '! command -v unclench'
left=$(find "$root/usr" -iname '*unclench*' -not -path '*/doc/*' | wc -l)
[ "$left" -eq 0 ] || { echo "left behind: $left files"; exit 1; }
person 'find ~/.local/share/unclench -name "*.ron" | xargs sha256sum' >"$work/after.txt"
cmp "$work/before.txt" "$work/after.txt"
echo 'The diary is as it was. All is well.'
