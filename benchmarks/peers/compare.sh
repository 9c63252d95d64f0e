#!/usr/bin/env bash
# This library beside the peers that its users could take instead, interleaved in one run: ratios of times, with their spread.
#
#   benchmarks/peers/compare.sh [--json] [--rounds N]
#
# --json prints exactly one object on standard output:
#   {"ratios": {NAME: median}, "spread": {NAME: [lower quartile, upper quartile]}, "microseconds": {WHAT: median}, "machine": "..."}
# Everything else goes to standard error. The peers are libolm and OpenSSL (Debian's packages, through drivers in C), Signal's own library (npm)
# and BouncyCastle. What is missing is installed where that is allowed (apt-get as root, npm into this folder); a peer that cannot be had
# is left out, with its ratios named.
#
# Exit status: 0 when something was compared, 1 when a peer or the build failed, 2 when the arguments are wrong or there is nothing to compare
# with: no .NET SDK, or no peer at all beside BouncyCastle.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$here/../CryptoLessons.Benchmarks
# Standard output is for the result alone.
exec 3>&1 1>&2

usage() { echo "usage: benchmarks/peers/compare.sh [--json] [--rounds N]; N is a whole number from 1 on."; exit 2; }
arguments=("$@")
while [ $# -gt 0 ]; do
  case $1 in
    --json) shift ;;
    --rounds) [[ ${2:-} =~ ^[1-9][0-9]{0,5}$ ]] || usage; shift 2 ;;
    *) usage ;;
  esac
done

command -v dotnet > /dev/null || { echo "The .NET SDK (10.0 or newer) is not installed: see README, 'Get started'."; exit 2; }

fetched=no
install() {
  command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ] || return 1
  [ $fetched = yes ] || apt-get update || true
  fetched=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

peers=0
build() { # NAME LIBRARY PACKAGE
  local compile=(cc -std=gnu11 -O2 -Wall -Wextra -o "$here/bin/$1" "$here/$1.c" "-l$2")
  mkdir -p "$here/bin"
  rm -f "$here/bin/$1"
  # A driver without a line to answer greets and ends: that it can is worth knowing before anything is measured.
  if { "${compile[@]}" 2> /dev/null || { install gcc libc6-dev "$3" && "${compile[@]}"; }; } && "$here/bin/$1" < /dev/null; then
    peers=$((peers + 1))
  else
    rm -f "$here/bin/$1"
    echo "$1 is missing: 'apt-get install gcc libc6-dev $3' as root brings its compiler and library."
  fi
}
build libolm olm libolm-dev
build openssl crypto libssl-dev

node_there() { command -v node && command -v npm; } > /dev/null
installed() { [ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ]; }
node_there || install nodejs npm || true
if node_there && { installed || (cd "$here" && npm ci --no-audit --no-fund); } && node "$here/libsignal.mjs" < /dev/null; then
  peers=$((peers + 1))
else
  rm -rf "$here/node_modules"
  echo "libsignal is missing: Node.js 20 or newer with npm, and 'npm ci' in benchmarks/peers, bring it."
fi

[ $peers -gt 0 ] || { echo "There is nothing to compare with: the lines above say how to get the peers."; exit 2; }

dotnet build -c Release "$project" || exit 1
exec dotnet run -c Release --no-build --project "$project" -- peers "${arguments[@]}" >&3 3>&-
