#!/usr/bin/env bash
# Runs Lucina for a while under a mixed load (C-STORE, STOW-RS, QIDO-RS, C-FIND, C-GET, WADO-RS, DELETE)
# and prints each minute what it holds: live heap, resident memory, threads and file handles. Ends with
# status 1 when one of them grows. See docs/benchmarks.md; with --help it tells its options.
set -euo pipefail

. "$(dirname "$0")/built.sh"

exec "$java" -Xmx256m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true \
  -cp "$classpath" org.lucina.bench.soak.Soak --server "$server" "$@"
