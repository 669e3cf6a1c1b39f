#!/usr/bin/env bash
# The commands of the README in a Debian that has nothing, so that a missing install step shows.
#
#   tests/fresh/debian.sh [SUITE]     as root, with debootstrap; SUITE is bookworm if not said
#
# First there is make alone: `make demo` must end with one line that says what to install. Once that
# is installed, and nothing else, `make demo` and `make test` must pass, as one who is not root. What
# is tested is the last commit. How packages are reached (PIP_*, UV_*, *_proxy, SSL_CERT_FILE) is
# taken from the environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# What is mounted is so for this script alone, and gone when it ends.
[[ -n ${BELIE_FRESH:-} ]] || BELIE_FRESH=1 exec unshare --mount "tests/fresh/debian.sh" "$@"

suite=${1:-bookworm}
root=$(mktemp --directory --tmpdir belie-fresh.XXXXXX)
chmod 755 "$root"
end() {
  umount --quiet "$root/proc" "$root/dev/pts" "$root/dev" || true
  rm --recursive --force --one-file-system "$root"
}
trap end EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*"; exit 1; }

passed_on=(PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
while IFS= read -r name; do
  passed_on+=("$name=${!name}")
done < <(compgen -e | grep -E '^(PIP|UV)_|_proxy$' || true)

inside() { env --ignore-environment "${passed_on[@]}" HOME=/root chroot "$root" "$@"; }
newcomer() {
  env --ignore-environment "${passed_on[@]}" HOME=/home/newcomer \
    chroot --userspec=newcomer "$root" make --no-print-directory --directory=/home/newcomer/belie "$@"
}
install() {
  inside apt-get install --yes --quiet=2 --option=Dpkg::Use-Pty=0 --no-install-recommends "$@" \
    >/dev/null
}

say "a bare Debian, $suite"
debootstrap --variant=minbase "$suite" "$root" >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm "$root.log"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
if [[ -n ${SSL_CERT_FILE:-} ]]; then
  cp "$SSL_CERT_FILE" "$root/etc/authorities.pem"
  passed_on+=(SSL_CERT_FILE=/etc/authorities.pem PIP_CERT=/etc/authorities.pem)
fi
inside useradd --create-home newcomer
git archive --prefix=belie/ HEAD | tar --extract --directory="$root/home/newcomer"
inside chown --recursive newcomer /home/newcomer

say 'make demo, with make alone'
install make
newcomer demo >"$root/said" 2>&1 && fail 'it passed, and there is neither Python nor a compiler'
grep --invert-match '^make.*: \*\*\*' "$root/said" | tee "$root/asked"
[[ $(grep --count . "$root/asked") == 1 ]] || fail 'what is missing is not said in one line'
read -ra missing < <(sed --quiet 's/.*apt-get install //p' "$root/asked")
[[ ${#missing[@]} -gt 0 ]] || fail 'it is not said how to install what is missing'

say "the same, with all but a compiler of: ${missing[*]}"
for package in "${missing[@]}"; do
  [[ $package == gcc ]] || install "$package"
done
newcomer demo >"$root/said" 2>&1 && fail 'it passed, and there is no compiler'
grep --quiet 'belie needs a C compiler' "$root/said" || { cat "$root/said"; fail 'no compiler is asked for'; }

say 'make demo, with what was asked for'
install "${missing[@]}"
newcomer demo

say 'make test'
newcomer test

say 'the README asks for the same'
grep --quiet --fixed-strings "apt-get install make ${missing[*]}" README.md || fail 'it does not'
say 'a fresh machine passes'
