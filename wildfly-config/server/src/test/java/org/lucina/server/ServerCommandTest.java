package org.lucina.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerCommandTest {

  @Test
  void handsOnThePropertiesThatAreTheServers() {
    Properties properties = new Properties();
    properties.setProperty("jboss.socket.binding.port-offset", "100");
    properties.setProperty("lucina.home", "/data/lucina");
    properties.setProperty("wildfly.statistics-enabled", "true");
    properties.setProperty("maven.home", "/usr/share/maven");

    var line = new ServerCommand(Path.of("server"), properties).line();

    assertThat(line.get(0)).contains("standalone");
    assertThat(line.subList(1, line.size()))
        .containsExactly(
            "-Djboss.socket.binding.port-offset=100",
            "-Dlucina.home=/data/lucina",
            "-Dwildfly.statistics-enabled=true");
  }
}
