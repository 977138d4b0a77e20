#!/usr/bin/env bash
# Runs Lucina for a while under a mixed load (C-STORE, STOW-RS, QIDO-RS, C-FIND, C-GET, WADO-RS, DELETE)
# and prints each minute what it holds: live heap, resident memory, threads and file handles. Ends with
# status 1 when one of them grows. See docs/benchmarks.md; with --help it tells its options.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
classes=(
  "$root"/bench/target/classes "$root"/core/dicom/target/classes "$root"/core/dicom/target/test-classes
  "$root"/core/net/target/classes
)
for folder in "${classes[@]}"; do
  [[ -d $folder ]] || { echo "soak: no $folder: run mvn package -DskipTests first" >&2; exit 2; }
done
server=(--server "$root"/wildfly-config/server/target/lucina-server)

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true \
  -cp "$(IFS=:; echo "${classes[*]}")" org.lucina.bench.soak.Soak "${server[@]}" "$@"
