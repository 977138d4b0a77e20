package org.lucina.subsystem.runtime;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lucina.subsystem.LucinaLogger;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.ModifiableRealmIdentity;
import org.wildfly.security.auth.server.ModifiableSecurityRealm;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ScramDigestPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;

/**
 * Creates the user {@code admin} in a security realm that has none.
 *
 * <p>Kept as SCRAM-SHA-512 (RFC 5802, PBKDF2): a check costs a few milliseconds, since HTTP Basic
 * makes one for every request.
 */
public final class FirstAdmin {
  /** Name of the user. */
  public static final String NAME = "admin";

  /** Environment variable that the password is taken from. */
  public static final String VARIABLE = "LUCINA_ADMIN_PASSWORD";

  private static final String ALGORITHM = ScramDigestPassword.ALGORITHM_SCRAM_SHA_512;
  private static final int ITERATIONS = 4096;
  private static final int SALT_BYTES = 16;
  private static final int PASSWORD_BYTES = 15;

  private final ModifiableSecurityRealm realm;
  private final Map<String, String> environment;
  private final Consumer<String> console;
  private final SecureRandom random = new SecureRandom();

  /**
   * Prepares; nothing is created yet.
   *
   * @param console shows a generated password to whoever starts the server, and to no log file
   */
  public FirstAdmin(
      ModifiableSecurityRealm realm, Map<String, String> environment, Consumer<String> console) {
    this.realm = realm;
    this.environment = environment;
    this.console = console;
  }

  /** Creates the user unless there is one; failing is logged and harms nobody else. */
  public void createIfAbsent() {
    try {
      ModifiableRealmIdentity identity = realm.getRealmIdentityForUpdate(new NamePrincipal(NAME));
      try {
        if (!identity.exists()) {
          create(identity);
        }
      } finally {
        identity.dispose();
      }
    } catch (RealmUnavailableException | GeneralSecurityException e) {
      LucinaLogger.LOG.adminNotCreated(e);
    }
  }

  private void create(ModifiableRealmIdentity identity)
      throws RealmUnavailableException, GeneralSecurityException {
    String given = environment.getOrDefault(VARIABLE, "");
    String password = given.isEmpty() ? generate() : given;
    MapAttributes attributes = new MapAttributes();
    attributes.addAll("roles", List.of("admin", "writer", "reader"));
    identity.create();
    identity.setCredentials(List.of(new PasswordCredential(hash(password))));
    identity.setAttributes(attributes);
    if (given.isEmpty()) {
      console.accept("Password of user 'admin', shown this once: " + password);
      LucinaLogger.LOG.adminCreatedWithPassword();
    } else {
      LucinaLogger.LOG.adminCreated();
    }
  }

  private ScramDigestPassword hash(String password) throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    PasswordFactory factory =
        PasswordFactory.getInstance(ALGORITHM, WildFlyElytronPasswordProvider.getInstance());
    return (ScramDigestPassword)
        factory.generatePassword(
            new EncryptablePasswordSpec(
                password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(ITERATIONS, salt)));
  }

  private String generate() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
