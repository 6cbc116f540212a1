#!/bin/sh
# Starts the program with a promise of the system: where it crashes, no image of its memory is written.
ulimit -c 0
exec "$(dirname "$(readlink -f "$0")")/../../opt/Tickmark/tickmark" "$@"
