package org.lucina.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * How the server's process is started: by its own script, on this Java, with its standard streams.
 *
 * @param home the server's home directory
 * @param properties those that begin with {@code jboss.}, {@code lucina.} or {@code wildfly.} are
 *     passed on to the server
 */
record ServerCommand(Path home, Properties properties) {
  private static final List<String> PASSED_ON = List.of("jboss.", "lucina.", "wildfly.");

  Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line()).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JBOSS_HOME", home.toString());
    // Makes the script hand signals on to the server and wait for it
    environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    environment.put("NOPAUSE", "true");
    return builder.start();
  }

  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("bin").resolve(script()).toString());
    properties.stringPropertyNames().stream()
        .filter(name -> PASSED_ON.stream().anyMatch(name::startsWith))
        .sorted()
        .forEach(name -> line.add("-D" + name + "=" + properties.getProperty(name)));
    return line;
  }

  private static String script() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "standalone.bat" : "standalone.sh";
  }
}
