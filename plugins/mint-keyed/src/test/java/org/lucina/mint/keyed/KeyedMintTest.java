package org.lucina.mint.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ProviderException;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** Keyed mints make what their properties say. */
class KeyedMintTest {
  private static final UidPlace ANYWHERE = UidPlace.anywhere();

  @Test
  void uidsAreUuidsUnlessThereIsARoot() throws Exception {
    assertThat(Keyed.uids().uid("1.2.3", ANYWHERE))
        .matches("2\\.25\\.[0-9]{38,39}")
        .isEqualTo(Keyed.uids().uid(" 1.2.3 ", ANYWHERE))
        .isNotEqualTo(Keyed.uids("key", Keyed.KEY + "10").uid("1.2.3", ANYWHERE));
    assertThat(Keyed.uids("root", "1.2.840.99999").uid("1.2.3", ANYWHERE))
        .startsWith("1.2.840.99999.");
  }

  @Test
  void identifiersStayWhatTheyWereInEarlierVersions() throws Exception {
    assertThat(Keyed.uids().uid("1.2.3", ANYWHERE))
        .isEqualTo("2.25.56721719585556320810920463129010007642");
    assertThat(Keyed.persons("project", "a/b").identity(Keyed.patient("P1", "")).patientId())
        .isEqualTo("ANON-VVW2HFGEU8G3NR9Y");
  }

  @Test
  void bothTypesMakeTheSameUidsAndTokens() throws Exception {
    assertThat(Keyed.persons("project", "a").uid("1.2.3", ANYWHERE))
        .isEqualTo(Keyed.uids("project", "a").uid("1.2.3", ANYWHERE));
    assertThat(Keyed.persons().token("a", "1")).isEqualTo(Keyed.uids().token("a", "1"));
  }

  @Test
  void theKeyIsHexadecimalOrBase64AndLongEnough() throws Exception {
    assertThat(Keyed.uids("key", "AAECAwQFBgcICQoLDA0ODw==").uid("1.2.3", ANYWHERE))
        .isEqualTo(Keyed.uids().uid("1.2.3", ANYWHERE));
    assertThatThrownBy(() -> Keyed.uids("key", Keyed.KEY.substring(2)))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("16 bytes");
    assertThatThrownBy(() -> Keyed.uids("key", "secret!"))
        .isInstanceOf(ProviderException.class)
        .hasMessageNotContaining("secret!")
        .hasNoCause();
    assertThatThrownBy(() -> new KeyedUidProvider().configSpec().check(Map.of()))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void refusesRootsThatLeaveTooLittle() throws Exception {
    assertThat(Keyed.uids("root", "1." + "2".repeat(32)).uid("1.2.3", ANYWHERE))
        .hasSizeLessThanOrEqualTo(64);
    for (String root : new String[] {"1." + "2".repeat(33), "1.02", "1", "1.2.", ""}) {
      assertThatThrownBy(() -> Keyed.uids("root", root))
          .as(root)
          .isInstanceOf(ProviderException.class);
    }
  }

  @Test
  void pseudonymsHaveTheFormOfThePattern() throws Exception {
    Identity identity =
        Keyed.persons("pattern", "ANON-{8}").identity(Keyed.patient("P1", "HOSPITAL"));
    assertThat(identity.patientId()).matches("ANON-[A-Z2-9]{8}").isEqualTo(identity.name());
    for (String pattern : new String[] {"ANON", "{7}", "{49}", "A^{8}", "{8}{8}", "{8"}) {
      assertThatThrownBy(() -> Keyed.persons("pattern", pattern))
          .as(pattern)
          .isInstanceOf(ProviderException.class);
    }
  }

  @Test
  void offsetsAreSpreadEvenlyOverTheSpan() throws Exception {
    Mint mint = Keyed.persons("min-offset-days", "-2", "max-offset-days", "3");
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      Duration offset = mint.identity(Keyed.patient("P" + i, "")).offset();
      counts.merge(offset.toDays(), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys(-2L, -1L, 1L, 2L, 3L);
    assertThat(counts.values()).allMatch(count -> count > 850 && count < 1_150);
    assertThatThrownBy(() -> Keyed.persons("min-offset-days", "0", "max-offset-days", "0"))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void aPatientIsWhoTheIdAndItsIssuerSay() throws Exception {
    Mint mint = Keyed.persons();
    Identity patient = mint.identity(Keyed.patient("P1", "A"));
    assertThat(mint.identity(Keyed.patient(" P1", "A "))).isEqualTo(patient);
    assertThat(mint.identity(Keyed.patient("P1", "B"))).isNotEqualTo(patient);
    assertThat(mint.identity(named("Ada^L"))).isNotEqualTo(mint.identity(named("Bob^L")));
    assertThatThrownBy(() -> mint.identity(named(" "))).isInstanceOf(MintException.class);
    assertThatThrownBy(() -> mint.uid(" ", ANYWHERE)).isInstanceOf(MintException.class);
  }

  @Test
  void refusesASecondPersonOfOnePseudonym() throws Exception {
    Given given = new Given(2);
    given.note("ANON-A", new byte[] {1});
    given.note("ANON-A", new byte[] {1});
    assertThatThrownBy(() -> given.note("ANON-A", new byte[] {2}))
        .isInstanceOf(MintException.class)
        .hasMessageNotContaining("ANON-A");
    given.note("ANON-B", new byte[] {1});
    given.note("ANON-C", new byte[] {1});
    given.note("ANON-A", new byte[] {2});
  }

  private static Subject named(String name) {
    return new Subject(
        Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty());
  }
}
