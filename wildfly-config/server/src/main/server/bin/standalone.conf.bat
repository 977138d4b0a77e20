rem Options of the server's Java process, read by standalone.bat. The environment overrides them:
rem JBOSS_JAVA_SIZING the memory, LUCINA_JAVA_OPTS adds to them.

if not defined JBOSS_JAVA_SIZING set "JBOSS_JAVA_SIZING=-XX:+UseParallelGC -Xms256m -Xmx512m -XX:MaxDirectMemorySize=256m"
rem Java uses the processor's SHA instructions only in code that it has compiled: here soon.
set "LUCINA_SHA=-XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::*,0.01 -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA2::*,0.01"
set "JAVA_OPTS=%JBOSS_JAVA_SIZING% %LUCINA_SHA% -Dfile.encoding=UTF-8 -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Djboss.server.default.config=lucina.xml %LUCINA_JAVA_OPTS%"
