package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.MintProvider;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;
import org.lucina.spi.testing.LocalContext;

/** What was given is remembered over restarts where the registry does that. */
class RememberedTest {
  private static final String SERIES = "1.2.3.4";
  private final LocalContext server = new LocalContext().with(new Shelf());

  @Test
  void refusesAUidThatAnotherGotBeforeARestart() throws Exception {
    Map<String, String> given = new HashMap<>();
    String first = "";
    String second = "";
    for (int i = 0; second.isEmpty(); i++) {
      String original = SERIES + "." + i;
      first =
          given.putIfAbsent(open(new DianaUidProvider(), "memory").uid(original, PLACE), original);
      second = first == null ? "" : original;
    }
    String uid = open(new DianaUidProvider(), "registry").uid(first, PLACE);
    String other = second;

    Mint restarted = open(new DianaUidProvider(), "registry");
    assertThatThrownBy(() -> restarted.uid(other, PLACE))
        .isInstanceOf(MintException.class)
        .hasMessageContaining(other)
        .hasMessageNotContaining(uid);
    assertThat(restarted.uid(first, PLACE)).isEqualTo(uid);
    assertThat(open(new DianaUidProvider(), "memory").uid(other, PLACE)).isEqualTo(uid);
  }

  @Test
  void refusesANamesakeOfBeforeARestart() throws Exception {
    String id = open(new DianaGuidProvider(), "registry").identity(person("1")).patientId();
    Mint restarted = open(new DianaGuidProvider(), "registry");

    assertThatThrownBy(() -> restarted.identity(person("2")))
        .isInstanceOf(MintException.class)
        .hasMessageNotContaining(id);
    assertThat(restarted.identity(person("1")).patientId()).isEqualTo(id);
  }

  @Test
  void refusesAllWhileTheArchiveIsAway() throws Exception {
    DianaUidProvider provider = new DianaUidProvider();
    Mint mint =
        provider.create(
            "mint",
            provider.configSpec().check(Map.of("remember", "registry")),
            new LocalContext());
    assertThatThrownBy(() -> mint.uid("1.2", PLACE)).hasMessageContaining("is not running");
  }

  private static final UidPlace PLACE =
      new UidPlace(
          Optional.of(DicomLevel.INSTANCE),
          Optional.of("P"),
          Optional.of("1.2.3"),
          Optional.of(SERIES));

  private static Subject person(String id) {
    return new Subject(
        Optional.of(id),
        Optional.empty(),
        Optional.of("Ada^L"),
        Optional.of(LocalDate.of(1815, 12, 10)),
        Optional.of("F"));
  }

  private Mint open(MintProvider provider, String remember) throws Exception {
    return provider.create(
        "mint", provider.configSpec().check(Map.of("remember", remember)), server);
  }

  /** A registry that outlives the mints of a test. */
  private static final class Shelf implements IdentityRegistry {
    private final Map<String, Registered> byOriginal = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    @Override
    public synchronized Registered register(String domain, String original, Candidates candidates) {
      assertThat(original).as("no original in the clear").matches("[0-9a-f]{64}");
      return byOriginal.computeIfAbsent(original, any -> free(original, candidates));
    }

    private Registered free(String original, Candidates candidates) {
      Registered candidate = candidates.make(0);
      while (owners.putIfAbsent(candidate.replacement(), original) != null) {
        candidate = candidates.make(0);
      }
      return candidate;
    }
  }
}
