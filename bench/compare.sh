#!/usr/bin/env bash
# Measures Lucina beside Debian's Orthanc and DCMTK's storescp and dcmqrscp, on this machine, with the
# same objects and the same clients. See docs/benchmarks.md; without arguments it tells its options.
set -euo pipefail

. "$(dirname "$0")/built.sh"

exec "$java" -Xmx2g -XX:+UseParallelGC -Dhttp.maxConnections=64 -Djava.net.preferIPv4Stack=true \
  -cp "$classpath" org.lucina.bench.Compare --server "$server" "$@"
