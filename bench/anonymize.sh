#!/usr/bin/env bash
# Anonymizes the same files by Lucina's profile of PS3.15, DCMTK's dcmodify, GDCM's gdcmanon and a script
# on pydicom, each on one thread, and prints the processor time for each file, and ratios. Times are of whole
# processes; Lucina's are of the fourth pass in one process as well, for a server has long started:
#   bench/anonymize.sh [HEADERS [SLICES [ROUNDS]]]     10000, 1000 and 3 unless told otherwise
# Needs Debian's dcmtk, libgdcm-tools and python3-pydicom, and mvn package -DskipTests before it.
set -euo pipefail
export LC_ALL=C

. "$(dirname "$0")/built.sh"
headers=${1:-10000} slices=${2:-1000} rounds=${3:-3}
for folder in bench/jmh core/image core/spi core/deid plugins/anonymizer-ps315 plugins/mint-keyed; do
  classpath+=:$root/$folder/target/classes
done
classpath+=:$root/core/spi/target/test-classes:$(find "${MAVEN_REPO:-$HOME/.m2/repository}" -name 'jboss-logging-3*.jar' -o -name 'jmh-core-*.jar' | tr '\n' ':')
table=$root/plugins/anonymizer-ps315/src/main/resources/org/lucina/anonymizer/ps315/table/profile.tsv
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

run() { # main class and arguments
  "$java" -Xmx256m -XX:+UseSerialGC -cp "$classpath" "org.lucina.bench.anonymize.$1" "${@:2}"
}

lucina() { run AnonymizeFolder "$1" "$2" 1; }

# Leaves in the file warm what its last pass took
lucina_again() { run AnonymizeFolder "$1" "$2" 4 > "$scratch/warm"; }

pydicom() { /usr/bin/python3 "$root/bench/anonymize.py" "$table" "$1" "$2"; }

# What the profile does to attributes that the files have, without the new UIDs of references
dcmodify() {
  command dcmodify --no-backup --ignore-missing-tags --gen-stud-uid --gen-ser-uid --gen-inst-uid \
    -ma "(0010,0010)=ANON" -ma "(0010,0020)=ANON" -ma "(0010,0030)=" -ma "(0008,0050)=" -ma "(0008,0090)=" \
    -ma "(0008,0020)=20200101" -ma "(0008,0030)=" -ma "(0008,0023)=20200101" -ma "(0008,0033)=" \
    -ea "(0008,0080)" -ea "(0008,0081)" -ea "(0008,1010)" -ea "(0008,1030)" -ea "(0008,103e)" -ea "(0008,1070)" -ea "(0018,1030)" \
    --erase-private "$2"/*
}

gdcmanon() {
  command gdcmanon --dumb --recursive \
    --empty 10,10 --empty 10,20 --empty 10,30 --empty 8,50 --empty 8,90 --empty 8,20 --empty 8,30 \
    --empty 8,23 --empty 8,33 --remove 8,80 --remove 8,81 --remove 8,1010 --remove 8,1030 \
    --remove 8,103e --remove 8,1070 --remove 18,1030 --input "$1" --output "$2"
}

# Milliseconds of processor time (user and system) that a command takes for each file
measure() {
  local tool=$1 from=$2 count=$3 to=$scratch/out
  rm -rf "$to" "$scratch"/pass*
  mkdir "$to"
  [[ $tool != dcmodify ]] || cp "$from"/* "$to" # it changes files where they are
  local TIMEFORMAT='%U %S'
  { time "$tool" "$from" "$to" > "$scratch/log" 2>&1; } 2> "$scratch/time" ||
    { head -5 "$scratch/log" >&2; exit 1; }
  (($(find "$to" -type f | wc -l) == count)) || { echo "anonymize: $tool left files out" >&2; exit 1; }
  [[ $tool != lucina_again ]] || cp "$scratch/warm" "$scratch/time"
  awk -v count="$count" '{ printf "%.4f\n", ($1 + $2) * 1000 / count }' "$scratch/time" \
    >> "$scratch/$tool"
}

median() { sort -n "$1" | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

compare() { # kind, number of files, what it is
  local from=$scratch/in tools=(lucina_again lucina dcmodify gdcmanon pydicom)
  run FillFolder "$from" "$1" "$2"
  for ((round = 0; round < rounds; round++)); do
    for tool in "${tools[@]}"; do
      measure "$tool" "$from" "$2"
    done
  done
  local own; own=$(median "$scratch/lucina_again")
  printf '| %s |' "$3, $2 files"
  for tool in "${tools[@]}"; do
    awk -v own="$own" -v its="$(median "$scratch/$tool")" -v tool="$tool" \
      'BEGIN { printf (tool == "lucina_again" ? " %.3f |" : " %.3f (%.1fx) |"), its, its / own }'
  done
  echo
  rm -rf "$from" "${tools[@]/#/$scratch/}"
}

echo "Processor time for one file in ms, medians of $rounds rounds; in brackets, times Lucina's"
echo '| | Lucina ps3.15, fourth pass | with its start | dcmodify | gdcmanon --dumb | pydicom |'
echo '| --- | --- | --- | --- | --- | --- |'
compare header "$headers" 'header-only, 20 KB'
compare ct_slice "$slices" 'CT slice, 0.5 MB'
