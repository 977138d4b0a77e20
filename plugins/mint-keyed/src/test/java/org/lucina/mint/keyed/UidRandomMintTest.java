package org.lucina.mint.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Uids;
import org.lucina.spi.ProviderException;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;
import org.lucina.spi.testing.LocalContext;

/** Identifiers are the same with the same key, and with no other. */
class UidRandomMintTest {
  private static final Subject ADA =
      new Subject(
          Optional.of("P1"),
          Optional.empty(),
          Optional.of("Ada^L"),
          Optional.of(LocalDate.of(1985, 12, 10)),
          Optional.of("F"));

  @TempDir private Path folder;

  @Test
  void uidsAreTheSameAfterARestartAndOthersWithAnotherKey() throws Exception {
    String uid = open(folder.resolve("a")).uid("1.2.3", UidPlace.anywhere());

    assertThat(Uids.isValid(uid)).isTrue();
    assertThat(uid).startsWith("2.25.").hasSizeLessThanOrEqualTo(44);
    assertThat(open(folder.resolve("a")).uid("1.2.3 ", UidPlace.anywhere())).isEqualTo(uid);
    assertThat(open(folder.resolve("b")).uid("1.2.3", UidPlace.anywhere())).isNotEqualTo(uid);
  }

  @Test
  void theKeyIsItsOwnersAlone() throws Exception {
    open(folder);
    Path key = folder.resolve("key");
    assertThat(Files.size(key)).isEqualTo(32);
    assertThat(mode(key)).isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("key");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    open(folder);
    assertThat(mode(key)).isEqualTo("rw-------");
  }

  @Test
  void refusesAKeyThatIsDamaged() throws Exception {
    Files.write(folder.resolve("key"), new byte[7]);
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("has not 32 bytes");
    assertThatThrownBy(() -> open(folder, Map.of("key", "short"))).hasMessageContaining("base 64");
  }

  @Test
  void serversWithOneKeyAgree() throws Exception {
    Map<String, String> shared = Map.of("key", Keyed.KEY);
    assertThat(open(folder.resolve("a"), shared).identity(ADA))
        .isEqualTo(open(folder.resolve("b"), shared).identity(ADA));
    assertThat(open(folder.resolve("a"), shared).identity(ADA).patientId())
        .isEqualTo(Keyed.persons().identity(ADA).patientId());
    assertThat(folder.resolve("a/key")).doesNotExist();
  }

  @Test
  void tokensDifferByDomain() throws Exception {
    Mint mint = open(folder);
    assertThat(mint.token("accession", "1")).matches("[A-Z0-9]{16}");
    assertThat(mint.token("accession", "1"))
        .isEqualTo(mint.token("accession", "1"))
        .isNotEqualTo(mint.token("device", "1"));
    assertThat(mint.token("ab", "c")).isNotEqualTo(mint.token("a", "bc"));
  }

  @Test
  void aPersonKeepsTheirAge() throws Exception {
    Mint mint = open(folder);
    Identity identity = mint.identity(ADA);

    assertThat(identity.patientId()).matches("ANON-[A-Z2-9]{16}").isEqualTo(identity.name());
    assertThat(identity.offset().abs()).isBetween(Duration.ofDays(1), Duration.ofDays(90));
    assertThat(identity.birthDate())
        .hasValue(LocalDate.of(1985, 12, 10).plusDays(identity.offset().toDays()));
    assertThat(open(folder, Map.of("max-offset-days", "0")).identity(ADA).offset()).isZero();
  }

  @Test
  void offsetsOfPersonsDiffer() throws Exception {
    Mint mint = open(folder);
    Set<Duration> offsets = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      offsets.add(mint.identity(person("P" + i, "")).offset());
    }
    assertThat(offsets).hasSizeGreaterThan(150);
  }

  @Test
  void whoHasNoPatientIdIsKnownByNameAndNobodyWithoutBoth() throws Exception {
    Mint mint = open(folder);
    assertThat(mint.identity(person("", "Ada^L"))).isEqualTo(mint.identity(person(" ", "Ada^L ")));
    assertThat(mint.identity(person("", "Ada^L"))).isNotEqualTo(mint.identity(person("Ada^L", "")));
    assertThatThrownBy(() -> mint.identity(person("", " "))).isInstanceOf(MintException.class);
    assertThatThrownBy(() -> mint.uid(" ", UidPlace.anywhere())).isInstanceOf(MintException.class);
  }

  private static Subject person(String id, String name) {
    return new Subject(
        Optional.of(id), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty());
  }

  private static Mint open(Path folder) throws Exception {
    return open(folder, Map.of());
  }

  private static Mint open(Path folder, Map<String, String> properties) throws Exception {
    UidRandomProvider provider = new UidRandomProvider();
    try (LocalContext server = new LocalContext().folder(folder)) {
      return provider.create("mint", provider.configSpec().check(properties), server);
    }
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
