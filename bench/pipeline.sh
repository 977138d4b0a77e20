#!/usr/bin/env bash
# Measures events in a second through a pipeline of the assembled server: filter, coerce, put to a
# directory, each object synced. See docs/pipelines.md; with --help it tells its options.
set -euo pipefail

. "$(dirname "$0")/built.sh"

exec "$java" -Xmx256m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true \
  -cp "$classpath" org.lucina.bench.pipeline.PipelineSpeed \
  --server "$server" --classes "$root/core/spi/target/test-classes" "$@"
