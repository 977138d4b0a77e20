#!/usr/bin/env bash
# Measures Lucina beside Debian's Orthanc and DCMTK's storescp and dcmqrscp, on this machine, with the
# same objects and the same clients. See docs/benchmarks.md; without arguments it tells its options.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
classes=(
  "$root"/bench/target/classes "$root"/core/dicom/target/classes "$root"/core/dicom/target/test-classes
  "$root"/core/net/target/classes
)
for folder in "${classes[@]}"; do
  [[ -d $folder ]] || { echo "bench: no $folder: run mvn package -DskipTests first" >&2; exit 2; }
done
server=(--server "$root"/wildfly-config/server/target/lucina-server)

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx2g -XX:+UseParallelGC \
  -Dhttp.maxConnections=64 -Djava.net.preferIPv4Stack=true \
  -cp "$(IFS=:; echo "${classes[*]}")" org.lucina.bench.Compare "${server[@]}" "$@"
