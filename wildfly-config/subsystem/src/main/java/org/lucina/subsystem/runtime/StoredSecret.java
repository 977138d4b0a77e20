package org.lucina.subsystem.runtime;

import org.lucina.spi.ProviderException;
import org.lucina.subsystem.LucinaLogger;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStoreException;
import org.wildfly.security.password.interfaces.ClearPassword;

/**
 * A secret in a credential store of Elytron.
 *
 * @param name of the store's resource
 * @param alias of the credential in it
 */
public record StoredSecret(CredentialStore store, String name, String alias) implements Secret {

  @Override
  public String reveal() throws ProviderException {
    try {
      PasswordCredential credential = store.retrieve(alias, PasswordCredential.class);
      if (credential == null) {
        throw new ProviderException(LucinaLogger.LOG.noSuchAlias(name, alias));
      }
      return new String(credential.getPassword(ClearPassword.class).getPassword());
    } catch (CredentialStoreException e) {
      throw new ProviderException(
          LucinaLogger.LOG.storeUnreadable(name, alias, String.valueOf(e.getMessage())), e);
    }
  }
}
