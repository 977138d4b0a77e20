#!/usr/bin/env bash
# Measures C-STORE ingest: the same files, sent by N parallel storescu, to a running Lucina, to Debian's
# Orthanc (SyncStorageArea on, as installed otherwise) and to DCMTK's storescp (bit-preserving), in turn.
#
# usage: bench/ingest.sh ct|small COUNT [SENDERS [ROUNDS [SEED]]]
#   ct is 512 x 512 CT slices of 0.5 MB, small is objects of 20 KB, both made by core/dicom's generator of
#   synthetic objects; each round has objects of its own, so that nothing is answered from duplicates.
#   LUCINA=host:port (default 127.0.0.1:11112) is a running server; run "mvn test-compile" beforehand.
set -euo pipefail

kind=$1
count=$2
senders=${3:-4}
rounds=${4:-3}
seed=${5:-$(date +%s)}
lucina=${LUCINA:-127.0.0.1:11112}
classes=$(dirname "$0")/../core/dicom/target
export TCP_NODELAY=1
scratch=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$scratch"' EXIT

for tool in java storescu storescp echoscu Orthanc; do
  command -v "$tool" >/dev/null || { echo "bench: $tool is not installed" >&2; exit 2; }
done

# Gives each sender its own folder of links.
shard() { # from to
  mkdir -p "$2"
  for ((s = 0; s < senders; s++)); do mkdir -p "$2/$s"; done
  local i=0
  for file in "$1"/*.dcm; do
    ln -s "$file" "$2/$((i++ % senders))/"
  done
}

# Sends all shards at once and prints objects per second.
send() { # shards called-ae host port
  local begin end pid pids=() failed=0
  begin=$(date +%s.%N)
  for ((s = 0; s < senders; s++)); do
    storescu -R -pdu 131072 -aec "$2" "$3" "$4" +sd "$1/$s" >"$scratch/send.$s.log" 2>&1 &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
  end=$(date +%s.%N)
  [ "$failed" = 0 ] || { cat "$scratch"/send.*.log >&2; echo "bench: a sender failed" >&2; exit 1; }
  awk -v n="$(find "$1" -type l | wc -l)" -v a="$begin" -v b="$end" 'BEGIN { printf "%.0f\n", n / (b - a) }'
}

await() { # ae host port
  for _ in $(seq 100); do
    echoscu -aec "$1" "$2" "$3" >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "bench: no answer from $1 at $2:$3" >&2
  exit 1
}

run_orthanc() {
  mkdir -p "$scratch/orthanc"
  cat >"$scratch/orthanc.json" <<JSON
{ "StorageDirectory": "$scratch/orthanc", "IndexDirectory": "$scratch/orthanc", "SyncStorageArea": true,
  "DicomAet": "ORTHANC", "DicomPort": 14242, "HttpServerEnabled": false, "DicomAlwaysAllowStore": true,
  "DicomAlwaysAllowEcho": true, "Plugins": [], "OverwriteInstances": false }
JSON
  Orthanc "$scratch/orthanc.json" >"$scratch/orthanc.log" 2>&1 &
  local pid=$!
  await ORTHANC 127.0.0.1 14242
  send "$1" ORTHANC 127.0.0.1 14242
  kill "$pid"; wait "$pid" 2>/dev/null || true
  rm -rf "$scratch/orthanc"
}

run_storescp() {
  mkdir -p "$scratch/storescp"
  storescp --fork +B -pdu 131072 -od "$scratch/storescp" 14243 >"$scratch/storescp.log" 2>&1 &
  local pid=$!
  await STORESCP 127.0.0.1 14243
  send "$1" STORESCP 127.0.0.1 14243
  kill "$pid"; wait "$pid" 2>/dev/null || true
  rm -rf "$scratch/storescp"
}

run_lucina() {
  send "$1" LUCINA "${lucina%:*}" "${lucina#*:}"
}

for ((round = 1; round <= rounds; round++)); do
  java -cp "$classes/classes:$classes/test-classes" org.lucina.dicom.testing.WriteSynthetic \
    "$scratch/files" "$kind" "$count" $((seed + round))
  shard "$scratch/files" "$scratch/shards"
  sync
  echo "round $round, $senders senders, objects/s: storescp $(run_storescp "$scratch/shards")," \
    "Orthanc $(run_orthanc "$scratch/shards"), Lucina $(run_lucina "$scratch/shards")"
  rm -rf "$scratch/files" "$scratch/shards"
done
