package org.lucina.mint.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.lucina.dicom.Uids;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** What holds for whatever is put into keyed mints. */
class KeyedPropertiesTest {
  private static final UidPlace ANYWHERE = UidPlace.anywhere();

  @Property(tries = 500)
  void uidsAreValidUnderAnyRootAndDifferWhereOriginalsDo(
      @ForAll("uids") String one, @ForAll("uids") String other, @ForAll("roots") String root)
      throws Exception {
    Mint mint = Keyed.uids("root", root);
    String made = mint.uid(one, ANYWHERE);

    assertThat(Uids.isValid(made)).as(made).isTrue();
    assertThat(made).startsWith(root + ".").hasSizeLessThanOrEqualTo(64);
    assertThat(Keyed.uids("root", root).uid(one, ANYWHERE)).isEqualTo(made);
    assertThat(mint.uid(other, ANYWHERE).equals(made)).isEqualTo(other.equals(one));
  }

  @Property(tries = 500)
  void projectsAreNotAlike(
      @ForAll @StringLength(max = 20) String project,
      @ForAll @StringLength(min = 1, max = 20) String nested,
      @ForAll("uids") String uid)
      throws Exception {
    Mint one = Keyed.persons("project", project);
    Mint other = Keyed.persons("project", project + "/" + nested);
    Subject patient = Keyed.patient(uid, "");

    assertThat(one.uid(uid, ANYWHERE)).isNotEqualTo(other.uid(uid, ANYWHERE));
    assertThat(one.token("a", uid)).isNotEqualTo(other.token("a", uid));
    assertThat(one.identity(patient).patientId()).isNotEqualTo(other.identity(patient).patientId());
  }

  @Property(tries = 1_000)
  void tokensDifferWhereDomainOrOriginalDoes(
      @ForAll String domain, @ForAll String original, @ForAll String other) throws Exception {
    Assume.that(!original.equals(other));
    Mint mint = Keyed.uids();
    assertThat(mint.token(domain, original))
        .matches("[A-Z2-9]{16}")
        .isNotEqualTo(mint.token(domain, other))
        .isNotEqualTo(mint.token(other + domain, original.substring(0, original.length() / 2)));
  }

  @Property(tries = 1_000)
  void datesMoveWithinTheSpanNeverByNoneAndTheAgeStays(
      @ForAll @IntRange(min = -36_500, max = 36_500) int end,
      @ForAll @IntRange(min = -36_500, max = 36_500) int otherEnd,
      @ForAll("uids") String id,
      @ForAll @IntRange(max = 40_000) int birth)
      throws Exception {
    int least = Math.min(end, otherEnd);
    int most = Math.max(end, otherEnd);
    Assume.that(least != 0 || most != 0);
    LocalDate born = LocalDate.of(1900, 1, 1).plusDays(birth);
    Subject subject =
        new Subject(
            Optional.of(id),
            Optional.empty(),
            Optional.empty(),
            Optional.of(born),
            Optional.empty());
    Identity identity =
        Keyed.persons("min-offset-days", "" + least, "max-offset-days", "" + most)
            .identity(subject);

    assertThat(identity.offset().toDays()).isBetween((long) least, (long) most).isNotZero();
    assertThat(identity.birthDate()).hasValue(born.plusDays(identity.offset().toDays()));
  }

  @Provide
  Arbitrary<String> uids() {
    return Arbitraries.strings().withChars("0123456789.").ofMinLength(1).ofMaxLength(64);
  }

  @Provide
  Arbitrary<String> roots() {
    return Arbitraries.of(
        "2.25", "1.2", "1.2.826.0.1.3680043.10.43", "1.2.826.0.1.3680043.10.43.1234567");
  }
}
