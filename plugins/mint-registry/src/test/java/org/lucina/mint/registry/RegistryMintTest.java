package org.lucina.mint.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Uids;
import org.lucina.spi.ProviderException;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;
import org.lucina.spi.testing.LocalContext;

class RegistryMintTest {
  private final LocalContext server = new LocalContext().with(new MemoryRegistry());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void countsPersonsInAPattern() throws Exception {
    try (Mint mint = mint(Map.of("form", "sequential", "pattern", "SUBJ-{3}", "start", "7"))) {
      assertThat(mint.identity(person("A")).patientId()).isEqualTo("SUBJ-007");
      assertThat(mint.identity(person("B")).patientId()).isEqualTo("SUBJ-008");
      assertThat(mint.identity(person("A")).patientId()).isEqualTo("SUBJ-007");
      assertThat(mint.token("AccessionNumber", "X")).isEqualTo("7");
      assertThat(mint.token("AccessionNumber", "8")).as("not the original").isEqualTo("9");
    }
  }

  @Test
  void countedPersonsHaveRandomOffsetsAndUids() throws Exception {
    try (Mint mint = mint(Map.of("form", "sequential"))) {
      Set<Long> offsets = new TreeSet<>();
      for (int i = 0; i < 40; i++) {
        offsets.add(mint.identity(person("P" + i)).offset().toDays());
      }
      assertThat(offsets).hasSizeGreaterThan(10).doesNotContain(0L);
      assertThat(mint.uid("1.2.3", UidPlace.anywhere())).matches(Uids::isValid).startsWith("2.25.");
    }
  }

  @Test
  void tellsPersonsOfOneIdApartByIssuer() throws Exception {
    try (Mint mint = mint(Map.of())) {
      List<String> ids =
          List.of(
              mint.identity(person("A")).patientId(),
              mint.identity(subject(Optional.of("A"), Optional.of("H1"), Optional.empty()))
                  .patientId(),
              mint.identity(subject(Optional.of("A"), Optional.of("H2"), Optional.empty()))
                  .patientId(),
              mint.identity(subject(Optional.empty(), Optional.empty(), Optional.of("A")))
                  .patientId());
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("ANON-[A-Z2-9]{8}"));
    }
  }

  @Test
  void refusesWhatIsNoPerson() throws Exception {
    try (Mint mint = mint(Map.of())) {
      assertThatThrownBy(
              () -> mint.identity(subject(Optional.empty(), Optional.empty(), Optional.empty())))
          .isInstanceOf(MintException.class);
      assertThatThrownBy(() -> mint.identity(person("A\\B"))).isInstanceOf(MintException.class);
      assertThatThrownBy(() -> mint.uid("", UidPlace.anywhere())).isInstanceOf(MintException.class);
    }
  }

  @Test
  void saysThatTheArchiveIsNotRunning() throws Exception {
    try (LocalContext bare = new LocalContext();
        Mint mint =
            new RegistryProvider()
                .create("m", new RegistryProvider().configSpec().check(Map.of()), bare)) {
      assertThatThrownBy(() -> mint.identity(person("A")))
          .isInstanceOf(MintException.class)
          .hasMessageContaining("not running");
    }
  }

  @Test
  void refusesPatternsThatTooFewFitIn() {
    assertThatThrownBy(() -> mint(Map.of("pattern", "A{3}"))).isInstanceOf(ProviderException.class);
    assertThatThrownBy(() -> mint(Map.of("min-offset-days", "0", "max-offset-days", "0")))
        .isInstanceOf(ProviderException.class);
  }

  private Mint mint(Map<String, String> properties) throws Exception {
    RegistryProvider provider = new RegistryProvider();
    return provider.create("m", provider.configSpec().check(properties), server);
  }

  private static Subject person(String id) {
    return subject(Optional.of(id), Optional.empty(), Optional.of("Name"));
  }

  private static Subject subject(
      Optional<String> id, Optional<String> issuer, Optional<String> name) {
    return new Subject(id, issuer, name, Optional.empty(), Optional.empty());
  }
}
