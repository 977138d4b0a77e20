package org.lucina.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * What every {@link Endpoint} does, as far as its capabilities say that it does it. Tests of what
 * they do not name are skipped.
 */
public abstract class EndpointContract {
  private static final Reference NOTHING = Reference.instance("2.25.11", "2.25.12", "2.25.13");

  private Endpoint endpoint;
  private List<Reference> instances = List.of();

  /** Opens the endpoint under test: empty the first time, with what it held after that. */
  protected abstract Endpoint open() throws Exception;

  /**
   * Has the endpoint hold some instances, of two studies at least, and tells which. The default
   * puts them; endpoints that cannot be put to tell what they hold anyway.
   *
   * @return references to instances with all UIDs; none when it holds none
   */
  protected List<Reference> fill(Endpoint opened) throws Exception {
    if (!opened.capabilities().puts().contains(DicomLevel.INSTANCE)) {
      return List.of();
    }
    List<Reference> filled = new ArrayList<>();
    for (Dixel sample : Samples.twoStudies()) {
      opened.put(sample);
      filled.add(sample.reference());
    }
    return filled;
  }

  @BeforeEach
  void openAndFill() throws Exception {
    endpoint = open();
    instances = fill(endpoint);
  }

  @AfterEach
  void closeEndpoint() {
    endpoint.close();
  }

  /** The endpoint under test. */
  protected final Endpoint endpoint() {
    return endpoint;
  }

  @Test
  void saysWhatItCanAndThatItIsThere() throws Exception {
    assertThat(endpoint.capabilities()).isEqualTo(endpoint.capabilities());
    assertThat(endpoint.check()).isNotBlank();
  }

  @Test
  void refusesWhatItDoesNotName() throws Exception {
    Dixel nothing = Dixel.of(NOTHING).build();
    Set<Operation> missing = EnumSet.allOf(Operation.class);
    missing.removeAll(endpoint.capabilities().operations());
    for (Operation operation : missing) {
      assertReason(
          Reason.UNSUPPORTED,
          () -> {
            switch (operation) {
              case PUT -> endpoint.put(nothing);
              case GET -> endpoint.get(NOTHING, Set.of());
              case FIND -> endpoint.find(Query.of(DicomLevel.STUDY).build(), found -> true);
              case EXISTS -> endpoint.exists(NOTHING);
              case UPDATE -> endpoint.update(NOTHING, nothing);
              case DELETE -> endpoint.delete(NOTHING);
            }
          });
    }
    Configuration none = ConfigSpec.none().check(Map.of());
    assertReason(
        Reason.UNSUPPORTED, () -> endpoint.handle(Optional.empty(), "no-such-method", none));
  }

  @Test
  void puttingTheSameAgainChangesNothing() throws Exception {
    assumePutsInstances();
    Dixel sample = Samples.twoStudies().get(0);
    Reference first = endpoint.put(sample);
    assertThat(endpoint.put(sample)).isEqualTo(first);
    if (does(Operation.FIND) && finds(DicomLevel.INSTANCE)) {
      assertThat(find(of(DicomLevel.INSTANCE, sample.reference()).build())).hasSize(1);
    }
  }

  @Test
  void holdsWhatWasPutAfterItWasClosed() throws Exception {
    assumePutsInstances();
    assumeTrue(does(Operation.EXISTS), "it cannot tell what exists");
    endpoint.close();
    endpoint = open();
    for (Reference instance : instances) {
      assertThat(endpoint.exists(instance)).as(instance.toString()).isTrue();
    }
  }

  @Test
  void givesFilesThatCanBeReadAgainAndAgain() throws Exception {
    assumeHoldsSome();
    assumeTrue(gives(DicomLevel.INSTANCE, View.FILE), "it gives no files");
    for (Reference instance : instances) {
      Dixel got = endpoint.get(instance, Set.of(View.FILE));
      byte[] file = Samples.bytes(got);
      Content content = got.file().orElseThrow();
      content.length().ifPresent(length -> assertThat(length).isEqualTo(file.length));
      assertThat(Samples.bytes(got)).isEqualTo(file);
      assertThat(Samples.read(file).dataSet().string(Tag.SOPInstanceUID))
          .isEqualTo(instance.instanceUid());
    }
  }

  @Test
  void givesTagsOfTheDixelItself() throws Exception {
    assumeHoldsSome();
    assumeTrue(gives(DicomLevel.INSTANCE, View.TAGS), "it gives no tags of instances");
    for (Reference instance : instances) {
      Dixel got = endpoint.get(instance, Set.of(View.TAGS));
      assertThat(got.tags().string(Tag.SOPInstanceUID)).isEqualTo(instance.instanceUid());
      assertThat(got.tags().string(Tag.StudyInstanceUID)).isEqualTo(instance.studyUid());
    }
  }

  @Test
  void aStudyHasItsParts() throws Exception {
    assumeHoldsSome();
    assumeTrue(gives(DicomLevel.STUDY, View.TAGS), "it gives no studies");
    Set<String> held = new HashSet<>();
    for (String study : studies()) {
      collect(endpoint.get(Reference.study(study), Set.of(View.TAGS)), held);
    }
    assertThat(held).containsAll(uids(instances));
  }

  private static void collect(Dixel dixel, Set<String> uids) throws Exception {
    dixel.reference().instanceUid().ifPresent(uids::add);
    try (Stream<Dixel> parts = dixel.children()) {
      for (Dixel part : parts.toList()) {
        assertThat(part.level()).isEqualTo(dixel.level().below().orElseThrow());
        collect(part, uids);
      }
    }
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    if (does(Operation.EXISTS)) {
      assertThat(endpoint.exists(NOTHING)).isFalse();
    }
    if (does(Operation.GET) && endpoint.capabilities().gets().contains(DicomLevel.INSTANCE)) {
      View view = endpoint.capabilities().views().iterator().next();
      assertReason(Reason.NOT_FOUND, () -> endpoint.get(NOTHING, Set.of(view)).tags());
    }
    if (does(Operation.DELETE)) {
      endpoint.delete(NOTHING);
    }
  }

  @Test
  void refusesViewsThatItHasNot() throws Exception {
    assumeHoldsSome();
    assumeTrue(does(Operation.GET), "it gives nothing");
    Set<View> missing = EnumSet.allOf(View.class);
    missing.removeAll(endpoint.capabilities().views());
    for (View view : missing) {
      assertReason(Reason.UNSUPPORTED, () -> endpoint.get(instances.get(0), Set.of(view)));
    }
  }

  @Test
  void deletesOneAndLeavesTheOthers() throws Exception {
    assumeHoldsSome();
    assumeTrue(does(Operation.DELETE) && does(Operation.EXISTS), "it does not delete");
    Reference gone = instances.get(0);
    endpoint.delete(gone);
    endpoint.delete(gone);
    assertThat(endpoint.exists(gone)).isFalse();
    for (Reference other : instances.subList(1, instances.size())) {
      assertThat(endpoint.exists(other)).isTrue();
    }
  }

  @Test
  void findsWhatItHolds() throws Exception {
    assumeHoldsSome();
    assumeTrue(does(Operation.FIND), "it does not find");
    if (finds(DicomLevel.STUDY)) {
      for (String study : studies()) {
        Query query = Query.of(DicomLevel.STUDY).key(Tag.StudyInstanceUID, study).build();
        assertThat(find(query))
            .extracting(reference -> reference.studyUid().orElseThrow())
            .containsExactly(study);
      }
    }
    if (finds(DicomLevel.INSTANCE)) {
      for (Reference instance : instances) {
        assertThat(uids(find(of(DicomLevel.INSTANCE, instance).build())))
            .containsExactly(instance.instanceUid().orElseThrow());
      }
    }
  }

  @Test
  void findsNoMoreThanIsAskedFor() throws Exception {
    assumeHoldsSome();
    assumeTrue(does(Operation.FIND) && finds(DicomLevel.STUDY), "it finds no studies");
    String both = String.join("\\", studies());
    Query.Builder query = Query.of(DicomLevel.STUDY).key(Tag.StudyInstanceUID, both);
    assumeTrue(isHonoured(query.build()), "it knows no lists of UIDs");
    assertThat(find(query.build())).hasSize(studies().size());
    assertThat(find(query.limit(1).build())).hasSize(1);
    List<Reference> taken = new ArrayList<>();
    endpoint.find(
        Query.of(DicomLevel.STUDY).key(Tag.StudyInstanceUID, both).build(),
        found -> {
          taken.add(found.reference());
          return false;
        });
    assertThat(taken).hasSize(1);
  }

  @Test
  void refusesQueriesThatItCannotHonour() throws Exception {
    assumeTrue(does(Operation.FIND), "it does not find");
    DicomLevel level = endpoint.capabilities().queries().levels().iterator().next();
    assertUnsupported(Query.of(level).extension("no-such-term", "1").build());
    for (DicomLevel other : DicomLevel.values()) {
      if (!finds(other)) {
        assertUnsupported(Query.of(other).build());
      }
    }
    if (!endpoint.capabilities().queries().fuzzy()) {
      assertUnsupported(Query.of(level).key(Tag.PatientName, "A").fuzzy(true).build());
    }
    if (!endpoint.capabilities().queries().offset()) {
      assertUnsupported(Query.of(level).offset(1).build());
    }
  }

  @Test
  void breaksUpReferences() throws Exception {
    assumeHoldsSome();
    assumeTrue(does(Operation.FIND) && finds(DicomLevel.INSTANCE), "it finds no instances");
    Reference study = Reference.study(studies().get(0));
    Set<String> parts = new HashSet<>();
    endpoint.expand(
        study, DicomLevel.INSTANCE, part -> parts.add(part.instanceUid().orElseThrow()));
    List<Reference> expected =
        instances.stream().filter(it -> it.studyUid().equals(study.studyUid())).toList();
    assertThat(parts).containsAll(uids(expected));
    assertReason(
        Reason.REFUSED, () -> endpoint.expand(instances.get(0), DicomLevel.STUDY, part -> true));
  }

  private void assertUnsupported(Query query) {
    assertThatThrownBy(() -> endpoint.find(query, found -> true))
        .isInstanceOf(UnsupportedQueryException.class);
  }

  private static void assertReason(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private boolean isHonoured(Query query) {
    try {
      endpoint.capabilities().queries().check(query);
      return true;
    } catch (UnsupportedQueryException e) {
      return false;
    }
  }

  private List<Reference> find(Query query) throws EndpointException {
    List<Reference> found = new ArrayList<>();
    endpoint.find(query, dixel -> found.add(dixel.reference()));
    return found;
  }

  private static Query.Builder of(DicomLevel level, Reference instance) {
    return Query.of(level)
        .key(Tag.StudyInstanceUID, instance.studyUid().orElseThrow())
        .key(Tag.SeriesInstanceUID, instance.seriesUid().orElseThrow())
        .key(Tag.SOPInstanceUID, instance.instanceUid().orElseThrow());
  }

  private List<String> studies() {
    return instances.stream().map(it -> it.studyUid().orElseThrow()).distinct().toList();
  }

  private static List<String> uids(List<Reference> references) {
    return references.stream().map(it -> it.instanceUid().orElseThrow()).toList();
  }

  private boolean does(Operation operation) {
    return endpoint.capabilities().operations().contains(operation);
  }

  private boolean finds(DicomLevel level) {
    return endpoint.capabilities().queries().levels().contains(level);
  }

  private boolean gives(DicomLevel level, View view) {
    return does(Operation.GET)
        && endpoint.capabilities().gets().contains(level)
        && endpoint.capabilities().views().contains(view);
  }

  private void assumePutsInstances() {
    assumeTrue(
        does(Operation.PUT) && endpoint.capabilities().puts().contains(DicomLevel.INSTANCE),
        "it takes no instances");
  }

  private void assumeHoldsSome() {
    assumeTrue(!instances.isEmpty(), "it holds nothing");
  }
}
