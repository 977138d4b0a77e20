#!/bin/bash
# Fuzzes what strangers' bytes reach, guided by coverage: bench/fuzz.sh [seconds [test class ...]]
#
# Each fuzz test runs for so many seconds, 60 by default, in a small heap. It begins with synthetic
# objects, with the files of ../shared/data where they are there, and with what earlier runs found
# (target/fuzz of its module). What fails is kept in target/fuzz/findings: minimize it, mend the
# code, and keep the input in src/test/resources, in the folder of the test's name with "Inputs".
# MAVEN_ARGS adds arguments of Maven, such as --offline.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
((${#@})) || set -- $(find core -name '*FuzzTest.java' -not -path '*/target/*' -printf '%f\n' | sort)

failed=()
for test in "$@"; do
  test=${test%.java}
  module=$(find core -name "$test.java" -printf '%h\n')
  module=${module%%/src/*}
  corpus=$PWD/$module/target/fuzz/$test
  findings=$PWD/$module/target/fuzz/findings
  log=$PWD/$module/target/fuzz/$test.log
  mkdir -p "$corpus" "$findings"
  echo "$test: $seconds s"
  # shellcheck disable=SC2086
  JAZZER_FUZZ=1 mvn --batch-mode --quiet ${MAVEN_ARGS:-} --projects "$module" --also-make test \
    -Dtest="$test" -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true \
    -Djazzer.hooks=true -Djazzer.instrument='org.lucina.**' -DargLine=-Xmx384m \
    -Djazzer.internal.arg.0=fuzz -Djazzer.internal.arg.1="$corpus" \
    -Djazzer.internal.arg.2=-max_total_time="$seconds" -Djazzer.internal.arg.3=-timeout=10 \
    -Djazzer.internal.arg.4=-max_len=16384 -Djazzer.internal.arg.5=-print_final_stats=1 \
    -Djazzer.internal.arg.6=-artifact_prefix="$findings/$test-" > "$log" 2>&1 || failed+=("$test")
  grep -a -o 'stat::number_of_executed_units: .*' "$log" | sed 's/.*: */  executions: /' || true
done

if ((${#failed[@]})); then
  echo "Findings of ${failed[*]}; see target/fuzz of their modules"
  exit 1
fi
