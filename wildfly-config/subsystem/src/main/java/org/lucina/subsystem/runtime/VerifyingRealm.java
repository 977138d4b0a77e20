package org.lucina.subsystem.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.function.Consumer;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.realm.CacheableSecurityRealm;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.AuthorizationIdentity;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;

/**
 * The users of a filesystem realm, whose passwords can be verified but not read.
 *
 * <p>It is what a caching realm of WildFly needs over it: one that can read a user's hashed
 * password goes through the hash, some milliseconds of work, at each request of HTTP Basic; of one
 * that cannot, it remembers the password that was verified last. Files are read at each call here.
 */
public final class VerifyingRealm implements CacheableSecurityRealm {
  /** Bytes of UTF-8 that a name of a file has room for, when it is written in Base32. */
  private static final int MAX_NAME = 156;

  private FileSystemSecurityRealm users;

  /**
   * Called by Elytron before all else.
   *
   * @param configuration {@code path} of the folder of users, {@code levels} of folders in it
   */
  public void initialize(Map<String, String> configuration) {
    users =
        FileSystemSecurityRealm.builder()
            .setRoot(Path.of(configuration.get("path")))
            .setLevels(Integer.parseInt(configuration.get("levels")))
            .setProviders(
                () -> new java.security.Provider[] {WildFlyElytronPasswordProvider.getInstance()})
            .build();
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) throws RealmUnavailableException {
    if (principal.getName().getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
      return RealmIdentity.NON_EXISTENT; // rather than fail when the file is opened
    }
    return new Verified(users.getRealmIdentity(principal));
  }

  @Override
  public SupportLevel getCredentialAcquireSupport(
      Class<? extends Credential> type, String algorithm, AlgorithmParameterSpec parameters) {
    return SupportLevel.UNSUPPORTED;
  }

  @Override
  public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> type, String algorithm)
      throws RealmUnavailableException {
    return users.getEvidenceVerifySupport(type, algorithm);
  }

  @Override
  public void registerIdentityChangeListener(Consumer<Principal> listener) {
    // Files change without a word: what caches above has to forget after a while.
  }

  private record Verified(RealmIdentity user) implements RealmIdentity {

    @Override
    public Principal getRealmIdentityPrincipal() {
      return user.getRealmIdentityPrincipal();
    }

    @Override
    public SupportLevel getCredentialAcquireSupport(
        Class<? extends Credential> type, String algorithm, AlgorithmParameterSpec parameters) {
      return SupportLevel.UNSUPPORTED;
    }

    @Override
    public <C extends Credential> C getCredential(Class<C> type) {
      return null;
    }

    @Override
    public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> type, String algorithm)
        throws RealmUnavailableException {
      return user.getEvidenceVerifySupport(type, algorithm);
    }

    @Override
    public boolean verifyEvidence(Evidence evidence) throws RealmUnavailableException {
      return user.verifyEvidence(evidence);
    }

    @Override
    public boolean exists() throws RealmUnavailableException {
      return user.exists();
    }

    @Override
    public AuthorizationIdentity getAuthorizationIdentity() throws RealmUnavailableException {
      return user.getAuthorizationIdentity();
    }

    @Override
    public void dispose() {
      user.dispose();
    }
  }
}
