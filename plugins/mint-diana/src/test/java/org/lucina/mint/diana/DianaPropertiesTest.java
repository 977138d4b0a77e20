package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.MintProvider;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;
import org.lucina.spi.testing.LocalContext;

/** What DIANA made alike is refused, never given twice without a word. */
class DianaPropertiesTest {
  private static final int SERIES = 5;

  /** Whoever asks first and from however many threads. */
  @Property(tries = 200)
  void noTwoOriginalsOfAStudyGetOneUid(
      @ForAll @LongRange(min = 0) long arc, @ForAll @IntRange(min = 1, max = 3_000) int count)
      throws Exception {
    String study = "1.2." + arc;
    long series =
        IntStream.range(0, SERIES)
            .mapToObj(i -> unguarded(study, i).replaceFirst("[.][^.]*$", ""))
            .distinct()
            .count();
    Assume.that(series == SERIES); // else a series is refused as a whole
    Mint mint = open(new DianaUidProvider(), Map.of());
    Map<String, String> given = new ConcurrentHashMap<>();
    Set<String> refused = ConcurrentHashMap.newKeySet();
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              String original = original(study, i);
              try {
                String uid = mint.uid(original, place(study, study + "." + i % SERIES));
                assertThat(given.put(uid, original)).as(uid).isNull();
              } catch (MintException e) {
                refused.add(original);
              }
            });

    Map<String, List<String>> alike =
        IntStream.range(0, count)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> unguarded(study, i),
                    Collectors.mapping(i -> original(study, i), Collectors.toList())));
    assertThat(given).hasSize(alike.size());
    assertThat(refused).hasSize(count - alike.size());
    given.forEach((uid, original) -> assertThat(alike.get(uid)).contains(original));
  }

  /** Few names and birth dates, so that many are alike. */
  @Property(tries = 200)
  void noTwoPatientsGetOnePerson(@ForAll List<@IntRange(min = 0, max = 30) Integer> people)
      throws Exception {
    Mint mint = open(new DianaGuidProvider(), Map.of());
    Map<String, Integer> given = new HashMap<>();
    for (int number : people) {
      Subject subject = person(number);
      try {
        Identity identity = mint.identity(subject);
        Integer other = given.putIfAbsent(identity.patientId(), number);
        assertThat(other == null || other == number).as("%s", number).isTrue();
        assertThat(mint.identity(subject)).isEqualTo(identity);
      } catch (MintException e) {
        assertThat(given.values()).as(e.getMessage()).anyMatch(it -> it % 7 == number % 7);
      }
    }
  }

  private static Subject person(int number) {
    return new Subject(
        Optional.of("P" + number),
        Optional.empty(),
        Optional.of("Family" + number % 7 + "^Given"),
        Optional.of(LocalDate.of(1950, 1, 1)),
        Optional.empty());
  }

  private static String original(String study, int number) {
    return study + "." + number % SERIES + "." + number;
  }

  private static String unguarded(String study, int number) {
    DianaUid uids = new DianaUid("dicom");
    String series =
        uids.below(uids.study(Optional.of("P"), Optional.of(study)), study + "." + number % SERIES);
    return uids.below(series, original(study, number));
  }

  private static UidPlace place(String study, String series) {
    return new UidPlace(
        Optional.of(DicomLevel.INSTANCE),
        Optional.of("P"),
        Optional.of(study),
        Optional.of(series));
  }

  private static Mint open(MintProvider provider, Map<String, String> properties) throws Exception {
    return provider.create("mint", provider.configSpec().check(properties), new LocalContext());
  }
}
