package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** The first start makes the user admin, and no later one changes it. */
class FirstAdminTest {
  @TempDir Path folder;

  private final List<String> console = new ArrayList<>();

  @Test
  void thePasswordIsTakenFromTheEnvironmentAndNotShown() throws RealmUnavailableException {
    create(Map.of("LUCINA_ADMIN_PASSWORD", "secret"));
    assertThat(accepts("secret")).isTrue();
    assertThat(accepts("Secret")).isFalse();
    assertThat(console).isEmpty();
  }

  @Test
  void aPasswordIsGeneratedAndShownOnce() throws RealmUnavailableException {
    create(Map.of());
    assertThat(console).hasSize(1);
    String password = console.get(0).substring(console.get(0).lastIndexOf(' ') + 1);
    assertThat(password).hasSizeGreaterThanOrEqualTo(20);
    assertThat(accepts(password)).isTrue();
    create(Map.of());
    assertThat(console).hasSize(1);
  }

  @Test
  void aUserWhoIsThereIsLeftAlone() throws RealmUnavailableException {
    create(Map.of("LUCINA_ADMIN_PASSWORD", "first"));
    create(Map.of("LUCINA_ADMIN_PASSWORD", "second"));
    assertThat(accepts("first")).isTrue();
    assertThat(accepts("second")).isFalse();
  }

  @Test
  void theUserHasAllRolesOfAnAdministrator() throws RealmUnavailableException {
    create(Map.of());
    RealmIdentity identity = realm().getRealmIdentity(new NamePrincipal("admin"));
    assertThat(identity.getAuthorizationIdentity().getAttributes().get("roles"))
        .containsExactly("admin", "writer", "reader");
    identity.dispose();
  }

  @Test
  void noPasswordIsKeptInClear() throws IOException {
    create(Map.of("LUCINA_ADMIN_PASSWORD", "a-very-visible-secret"));
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .contains("scram-sha-512")
                      .doesNotContain("a-very-visible-secret"));
    }
  }

  private void create(Map<String, String> environment) {
    new FirstAdmin(realm(), environment, console::add).createIfAbsent();
  }

  private boolean accepts(String password) throws RealmUnavailableException {
    RealmIdentity identity = realm().getRealmIdentity(new NamePrincipal("admin"));
    try {
      return identity.verifyEvidence(new PasswordGuessEvidence(password.toCharArray()));
    } finally {
      identity.dispose();
    }
  }

  private FileSystemSecurityRealm realm() {
    return FileSystemSecurityRealm.builder()
        .setRoot(folder)
        .setLevels(1)
        .setProviders(
            () ->
                new java.security.Provider[] {
                  org.wildfly.security.password.WildFlyElytronPasswordProvider.getInstance()
                })
        .build();
  }
}
