package org.lucina.web.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.LucinaServer;

/** Gives the web services the settings that are now in force. */
@ApplicationScoped
public class ServerSettings {
  @Resource(lookup = LucinaServer.JNDI_NAME)
  private LucinaServer server;

  /** The settings of the archive. */
  public ArchiveSettings current() {
    return server.settings();
  }
}
