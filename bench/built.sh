# Sourced by the scripts beside it: finds what the build has made, as $classpath and $server.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
classpath=
for folder in bench/target/classes core/dicom/target/classes core/dicom/target/test-classes core/net/target/classes; do
  [[ -d $root/$folder ]] || { echo "bench: no $root/$folder: run mvn package -DskipTests first" >&2; exit 2; }
  classpath+=$root/$folder:
done
classpath=${classpath%:}
server=$root/wildfly-config/server/target/lucina-server
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
