package org.lucina.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Uids;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.Mint.Product;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** What every {@link Mint} does, as far as its products say that it does it. */
public abstract class MintContract {
  private static final int MANY = 1_000;
  private static final int CALLERS = 8;

  private Mint mint;

  /** Opens the mint under test: anew the first time, with what it remembers after that. */
  protected abstract Mint open() throws Exception;

  @BeforeEach
  void openMint() throws Exception {
    mint = open();
  }

  @AfterEach
  void closeMint() {
    mint.close();
  }

  @Test
  void refusesWhatItDoesNotMake() {
    assertThat(mint.products()).isNotEmpty();
    if (!mint.products().contains(Product.UID)) {
      assertThatThrownBy(() -> mint.uid("1.2.3", place("1.2.3"))).isInstanceOf(MintException.class);
    }
    if (!mint.products().contains(Product.IDENTITY)) {
      assertThatThrownBy(() -> mint.identity(person(1))).isInstanceOf(MintException.class);
    }
    if (!mint.products().contains(Product.TOKEN)) {
      assertThatThrownBy(() -> mint.token("a", "b")).isInstanceOf(MintException.class);
    }
    if (!mint.products().contains(Product.RESOURCE_ID)) {
      assertThatThrownBy(() -> mint.resourceId(instance(1))).isInstanceOf(MintException.class);
    }
  }

  @Test
  void uidsAreValidAndNoTwoAreAlike() throws Exception {
    assumeMakes(Product.UID);
    Set<String> made = new HashSet<>();
    for (int i = 1; i <= MANY; i++) {
      String original = "1.2.840.99999." + i;
      String uid = mint.uid(original, place(original));
      assertThat(Uids.isValid(uid)).as(uid).isTrue();
      assertThat(uid).isNotEqualTo(original);
      made.add(uid);
    }
    assertThat(made).hasSize(MANY);
  }

  @Test
  void uidsAreTheSameAfterARestart() throws Exception {
    assumeMakes(Product.UID);
    String uid = mint.uid("1.2.840.99999.1", place("1.2.840.99999.1"));
    reopen();
    assertThat(mint.uid("1.2.840.99999.1", place("1.2.840.99999.1"))).isEqualTo(uid);
  }

  /** All ask for the same at once, and get what whoever asks later gets. */
  @Test
  void manyCallersGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Set<String>>> callers =
          Collections.nCopies(CALLERS, () -> everyProduct(CALLERS * CALLERS));
      Set<Set<String>> different = new HashSet<>();
      for (Future<Set<String>> answer : threads.invokeAll(callers)) {
        different.add(answer.get());
      }
      assertThat(different).containsExactly(everyProduct(CALLERS * CALLERS));
    } finally {
      threads.shutdownNow();
    }
  }

  /** What it makes of a number of originals, each under the name of its original. */
  private Set<String> everyProduct(int count) throws MintException {
    Set<String> made = new HashSet<>();
    for (int i = 1; i <= count; i++) {
      for (Product product : mint.products()) {
        String original = "1.2.840.99999." + i;
        made.add(
            product
                + " "
                + i
                + " "
                + switch (product) {
                  case UID -> mint.uid(original, place(original));
                  case IDENTITY -> mint.identity(person(i)).toString();
                  case TOKEN -> mint.token("AccessionNumber", "ACC" + i);
                  case RESOURCE_ID -> mint.resourceId(instance(i));
                });
      }
    }
    return made;
  }

  @Test
  void resourceIdsStayTheSameAndNoTwoAreAlike() throws Exception {
    assumeMakes(Product.RESOURCE_ID);
    Set<String> made = new HashSet<>();
    made.add(mint.resourceId(instance(1).at(DicomLevel.PATIENT).orElseThrow()));
    made.add(mint.resourceId(instance(1).at(DicomLevel.STUDY).orElseThrow()));
    made.add(mint.resourceId(instance(1).at(DicomLevel.SERIES).orElseThrow()));
    for (int i = 1; i <= MANY; i++) {
      made.add(mint.resourceId(instance(i)));
    }
    assertThat(made).hasSize(MANY + 3).allMatch(id -> id.matches("[A-Za-z0-9._-]{1,64}"));
    assertThatThrownBy(() -> mint.resourceId(Reference.key(DicomLevel.STUDY, "1")))
        .isInstanceOf(MintException.class);
    String id = mint.resourceId(instance(1));
    reopen();
    assertThat(mint.resourceId(instance(1))).isEqualTo(id);
  }

  @Test
  void tokensFitAndDifferByDomain() throws Exception {
    assumeMakes(Product.TOKEN);
    Set<String> made = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      String token = mint.token("AccessionNumber", "ACC" + i);
      assertThat(token).matches("[A-Z0-9]{1,16}");
      made.add(token);
    }
    assertThat(made).hasSize(MANY);
    String token = mint.token("AccessionNumber", "ACC1");
    assertThat(mint.token("StudyID", "ACC1")).isNotEqualTo(token);
    reopen();
    assertThat(mint.token("AccessionNumber", "ACC1")).isEqualTo(token);
  }

  @Test
  void personsStayTheSameAndNoTwoAreAlike() throws Exception {
    assumeMakes(Product.IDENTITY);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      Identity identity = mint.identity(person(i));
      assertThat(identity.patientId()).isNotBlank().hasSizeLessThanOrEqualTo(64);
      assertThat(identity.patientId()).isNotEqualTo(person(i).patientId().orElseThrow());
      assertThat(identity.name()).isNotBlank().isNotEqualTo(person(i).name().orElseThrow());
      ids.add(identity.patientId());
    }
    assertThat(ids).hasSize(MANY);
    Identity first = mint.identity(person(1));
    reopen();
    assertThat(mint.identity(person(1))).isEqualTo(first);
  }

  private void reopen() throws Exception {
    mint.close();
    mint = open();
  }

  private void assumeMakes(Product product) {
    assumeTrue(mint.products().contains(product), "it makes no " + product);
  }

  private static Subject person(int number) {
    return new Subject(
        Optional.of("PAT" + number),
        Optional.of("HOSPITAL"),
        Optional.of("Family" + number + "^Given"),
        Optional.of(LocalDate.of(1950, 1, 1).plusDays(number)),
        Optional.of(number % 2 == 0 ? "F" : "M"));
  }

  private static Reference instance(int number) {
    return new Reference(
        DicomLevel.INSTANCE,
        Optional.of("PAT1"),
        Optional.of("1.2.840.99999"),
        Optional.of("1.2.840.99999.1"),
        Optional.of("1.2.840.99999.1." + number),
        Optional.empty());
  }

  private static UidPlace place(String study) {
    return new UidPlace(
        Optional.of(DicomLevel.STUDY), Optional.of("PAT1"), Optional.of(study), Optional.empty());
  }
}
