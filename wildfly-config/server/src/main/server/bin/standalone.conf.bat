rem Options of the server's Java process, read by standalone.bat. The environment overrides them:
rem JBOSS_JAVA_SIZING the memory, LUCINA_JAVA_OPTS adds to them.

if not defined JBOSS_JAVA_SIZING set "JBOSS_JAVA_SIZING=-XX:+UseParallelGC -Xms256m -Xmx768m -XX:MaxDirectMemorySize=256m"
set "JAVA_OPTS=%JBOSS_JAVA_SIZING% -Dfile.encoding=UTF-8 -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Djboss.server.default.config=lucina.xml %LUCINA_JAVA_OPTS%"
