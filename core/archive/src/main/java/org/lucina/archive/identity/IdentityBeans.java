package org.lucina.archive.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.lucina.archive.index.database.Database;

/** Makes the registries of identities. */
@ApplicationScoped
public class IdentityBeans {

  @Produces
  @Singleton
  IdentityKeys keys(Database database) {
    return new IdentityKeys(new IdentityStore(database, Clock.systemUTC()));
  }
}
