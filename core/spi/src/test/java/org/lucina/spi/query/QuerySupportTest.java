package org.lucina.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;

/** A query is refused when a term cannot be honoured, and every such term is named. */
class QuerySupportTest {
  private final QuerySupport all = QuerySupport.all(DicomLevel.STUDY);

  @Test
  void whatIsSupportedPasses() {
    Query query =
        study()
            .key("PatientName", "A*")
            .key("StudyDate", "2026-")
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S*")
            .offset(3)
            .limit(1)
            .build();
    assertThatCode(() -> all.check(query)).doesNotThrowAnyException();
  }

  @Test
  void aLevelIsNamed() {
    assertRefused(all, Query.of(DicomLevel.INSTANCE), "level instance");
    assertRefused(QuerySupport.none(), study(), "level study");
  }

  @Test
  void fuzzyMatchingAndExtensionsAreNoPartOfAll() {
    assertRefused(all, study().fuzzy(true), "fuzzy matching");
    assertRefused(all, study().extension("text", "x"), "term 'text'");
  }

  @Test
  void anExtensionThatIsDescribedPasses() {
    ConfigSpec text = ConfigSpec.of(Property.optional("text", Type.STRING, "Words of reports"));
    QuerySupport reports =
        new QuerySupport(all.levels(), all.attributes(), all.matchings(), true, false, text);
    assertThatCode(() -> reports.check(study().fuzzy(true).extension("text", "x").build()))
        .doesNotThrowAnyException();
    assertRefused(
        reports,
        study().offset(1).extension("words", "x").extension("lang", "en"),
        "offset, term 'lang', term 'words'");
  }

  @Test
  void kindsOfMatchingAreNamed() {
    QuerySupport simple = matching(Matching.SINGLE_VALUE);
    assertRefused(simple, study().key("PatientName", "A*"), "wild card matching on PatientName");
    assertRefused(simple, study().key("StudyDate", "2026-"), "range matching on StudyDate");
    assertRefused(
        simple,
        study().key("StudyInstanceUID", "1\\2"),
        "list of uid matching on StudyInstanceUID");
    assertRefused(
        simple,
        study().key("RequestAttributesSequence.ScheduledProcedureStepID", "S"),
        "sequence matching on RequestAttributesSequence.ScheduledProcedureStepID");
  }

  @Test
  void inSequencesTheKindThatIsMissingIsNamed() {
    assertRefused(
        matching(Matching.SINGLE_VALUE, Matching.SEQUENCE),
        study().key("RequestAttributesSequence.ScheduledProcedureStepID", "S*"),
        "wild card matching on RequestAttributesSequence.ScheduledProcedureStepID");
  }

  @Test
  void universalKeysPassWhereverTheyAre() {
    QuerySupport few =
        new QuerySupport(
            Set.of(DicomLevel.STUDY),
            Optional.of(Set.of(0x00100020)),
            Set.of(),
            false,
            false,
            ConfigSpec.none());
    assertThatCode(() -> few.check(study().key("Modality", "").build())).doesNotThrowAnyException();
    assertRefused(few, study().key("Modality", "CT"), "matching on Modality");
  }

  @Test
  void severalFaultsAreNamedAtOnce() {
    assertRefused(
        matching(Matching.RANGE),
        Query.of(DicomLevel.PATIENT)
            .key("PatientID", "1")
            .key("PatientName", "A*")
            .key("StudyDate", "2026-")
            .fuzzy(true),
        "level patient, single value matching on PatientID, wild card matching on PatientName,"
            + " fuzzy matching");
  }

  private static QuerySupport matching(Matching first, Matching... more) {
    return new QuerySupport(
        Set.of(DicomLevel.STUDY),
        Optional.empty(),
        EnumSet.of(first, more),
        false,
        true,
        ConfigSpec.none());
  }

  private static Query.Builder study() {
    return Query.of(DicomLevel.STUDY);
  }

  private static void assertRefused(QuerySupport support, Query.Builder query, String terms) {
    assertThatThrownBy(() -> support.check(query.build()))
        .isInstanceOfSatisfying(
            UnsupportedQueryException.class,
            e -> assertThat(e.reason()).isEqualTo(EndpointException.Reason.UNSUPPORTED))
        .hasMessage("cannot be honoured here: " + terms);
  }
}
