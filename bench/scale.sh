#!/bin/sh
# Fills an index on a private PostgreSQL with rows of many studies, and measures queries, size and ingest:
#   bench/scale.sh [STUDIES]      1,000,000 unless told otherwise
# Needs Debian's postgresql, JDK and Maven. Everything is in a temporary folder, removed at the end.
set -eu
cd "$(dirname "$0")/.."
studies=${1:-1000000}
folder=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
# PostgreSQL refuses to run as root.
as=
if [ "$(id -u)" = 0 ]; then
  as="setpriv --reuid=nobody --regid=nogroup --clear-groups"
  chown nobody:nogroup "$folder"
fi

stop() {
  $as "$bin/pg_ctl" -D "$folder/cluster" -m immediate stop > /dev/null || true
  rm -rf "$folder"
}
trap stop EXIT INT TERM

$as "$bin/initdb" -D "$folder/cluster" -U lucina -A trust -E UTF8 --locale=C > "$folder/initdb.log"
port=${PGPORT:-15432}
$as "$bin/pg_ctl" -D "$folder/cluster" -l "$folder/postgresql.log" -w -o "-p $port -k $folder \
  -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c work_mem=16MB -c max_wal_size=8GB \
  -c max_connections=50" start > "$folder/start.log"
mvn -q -Dspotless.check.skip=true -pl core/archive -am test -Dtest=IndexScale \
  -Dsurefire.failIfNoSpecifiedTests=false -Dscale.studies="$studies" \
  -Dscale.url="jdbc:postgresql://127.0.0.1:$port/postgres?user=lucina" ${MAVEN_ARGS:-} \
  2> "$folder/maven.log" | sed -n 's/^scale: //p'
