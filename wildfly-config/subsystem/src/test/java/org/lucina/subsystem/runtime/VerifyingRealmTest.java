package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Principal;
import java.security.Provider;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.CachingSecurityRealm;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.ModifiableRealmIdentity;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.Attributes;
import org.wildfly.security.cache.LRURealmIdentityCache;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;

class VerifyingRealmTest {
  private static final Principal ADMIN = new NamePrincipal("admin");

  private static final Supplier<Provider[]> PROVIDERS =
      () -> new Provider[] {WildFlyElytronPasswordProvider.getInstance()};

  @TempDir private Path folder;

  private final VerifyingRealm realm = new VerifyingRealm();
  private FileSystemSecurityRealm users;

  @BeforeEach
  void createAdmin() {
    users =
        FileSystemSecurityRealm.builder()
            .setRoot(folder)
            .setLevels(1)
            .setProviders(PROVIDERS)
            .build();
    new FirstAdmin(users, Map.of("LUCINA_ADMIN_PASSWORD", "secret"), line -> {}).createIfAbsent();
    realm.initialize(Map.of("path", folder.toString(), "levels", "1"));
  }

  @Test
  void a_password_is_verified_but_not_given_away() throws RealmUnavailableException {
    RealmIdentity admin = realm.getRealmIdentity(ADMIN);

    assertThat(admin.verifyEvidence(guess("secret"))).isTrue();
    assertThat(admin.verifyEvidence(guess("Secret"))).isFalse();
    assertThat(admin.getCredential(PasswordCredential.class)).isNull();
    assertThat(realm.getCredentialAcquireSupport(PasswordCredential.class, null, null))
        .isEqualTo(SupportLevel.UNSUPPORTED);
  }

  @Test
  void roles_come_along_and_strangers_do_not_exist() throws RealmUnavailableException {
    Attributes attributes =
        realm.getRealmIdentity(ADMIN).getAuthorizationIdentity().getAttributes();

    assertThat(attributes.get("roles")).containsExactly("admin", "writer", "reader");
    assertThat(realm.getRealmIdentity(new NamePrincipal("stranger")).exists()).isFalse();
  }

  @Test
  void a_name_that_is_too_long_for_a_file_is_a_stranger() throws RealmUnavailableException {
    for (int length : new int[] {156, 158, 10_000}) {
      RealmIdentity user = realm.getRealmIdentity(new NamePrincipal("\u00e9".repeat(length / 2)));

      assertThat(user.exists()).isFalse();
      assertThat(user.verifyEvidence(guess("secret"))).isFalse();
    }
  }

  @Test
  void a_caching_realm_over_it_verifies_from_memory_and_refuses_what_is_wrong()
      throws RealmUnavailableException {
    CachingSecurityRealm cached =
        new CachingSecurityRealm(realm, new LRURealmIdentityCache(10, 60_000), PROVIDERS);
    assertThat(cached.getRealmIdentity(ADMIN).verifyEvidence(guess("secret"))).isTrue();
    remove();

    assertThat(cached.getRealmIdentity(ADMIN).verifyEvidence(guess("secret"))).isTrue();
    assertThat(cached.getRealmIdentity(ADMIN).verifyEvidence(guess("Secret"))).isFalse();
    cached.removeAllFromCache();
    assertThat(cached.getRealmIdentity(ADMIN).exists()).isFalse();
  }

  private void remove() throws RealmUnavailableException {
    ModifiableRealmIdentity admin = users.getRealmIdentityForUpdate(ADMIN);
    admin.delete();
    admin.dispose();
  }

  private static PasswordGuessEvidence guess(String password) {
    return new PasswordGuessEvidence(password.toCharArray());
  }
}
