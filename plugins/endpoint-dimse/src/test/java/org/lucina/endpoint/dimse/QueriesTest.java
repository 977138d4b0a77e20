package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dimse.Endpoints.find;
import static org.lucina.endpoint.dimse.Endpoints.identifiers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.net.Status;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;

/** What the endpoint asks a peer, and what it makes of the answers. */
class QueriesTest {
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ScriptedPacs pacs = new ScriptedPacs();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private Endpoint endpoint(String... properties) throws Exception {
    open.add(pacs.start());
    LocalContext context = Endpoints.context(pacs.port());
    open.add(context);
    Endpoint endpoint = Endpoints.open(context, properties);
    open.add(endpoint);
    return endpoint;
  }

  private static DataSet study(String uid) {
    return new DataSet().set(Tag.StudyInstanceUID, uid);
  }

  @Test
  void aKeyThatThePeerDoesNotLookAtIsRefused() throws Exception {
    Endpoint endpoint = endpointOf(pacs.finding(study("1.2.3").set(Tag.PatientName, "DOE^JOHN")));

    assertThatThrownBy(() -> find(endpoint, DicomLevel.STUDY, "InstitutionName=CLINIC"))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("matching on InstitutionName")
        .hasMessageNotContaining("CLINIC");
    assertThat(find(endpoint, DicomLevel.STUDY, "InstitutionName=*")).hasSize(1);
  }

  private Endpoint endpointOf(ScriptedPacs scripted, String... properties) throws Exception {
    assertThat(scripted).isSameAs(pacs);
    return endpoint(properties);
  }

  @Test
  void anEmptyAnswerToAnOptionalKeyIsRefusedWhenThePeerSaysSo() throws Exception {
    Endpoint endpoint =
        endpointOf(
            pacs.finding(
                Status.PENDING_OPTIONAL_KEYS_NOT_SUPPORTED,
                Status.SUCCESS,
                study("1.2.3").set(Tag.StudyDescription, "")));

    assertThatThrownBy(() -> find(endpoint, DicomLevel.STUDY, "StudyDescription=HEAD"))
        .isInstanceOf(UnsupportedQueryException.class);
  }

  @Test
  void answersThatDoNotFulfilTheKeysAreLeftOut() throws Exception {
    Endpoint endpoint =
        endpointOf(
            pacs.finding(
                study("1.2.3").set(Tag.StudyDescription, "HEAD"),
                study("1.2.4").set(Tag.StudyDescription, "KNEE")));

    assertThat(identifiers(find(endpoint, DicomLevel.STUDY, "StudyDescription=HE*")))
        .containsExactly("1.2.3");
  }

  @Test
  void thePeerIsBelievedWhereItsValuesCannotBeRead() throws Exception {
    byte[] latin = "MÜLLER".getBytes(StandardCharsets.ISO_8859_1);
    Endpoint endpoint =
        endpointOf(
            pacs.finding(
                study("1.2.3").set(Tag.PatientName, VR.PN, latin).set(Tag.StudyTime, "noon")));

    assertThat(find(endpoint, DicomLevel.STUDY, "PatientName=MÜLLER&StudyTime=12-13")).hasSize(1);
  }

  @Test
  void aRelationalPeerIsAskedOnce() throws Exception {
    Endpoint endpoint =
        endpointOf(
            pacs.agreeing(1, 0, 0)
                .finding(
                    study("1.2.3")
                        .set(Tag.SeriesInstanceUID, "1.2.3.4")
                        .set(Tag.PatientID, "P1")
                        .set(Tag.Modality, "CT")));

    assertThat(identifiers(find(endpoint, DicomLevel.SERIES, "PatientID=P1&Modality=CT")))
        .containsExactly("1.2.3.4");
    assertThat(pacs.asked).hasSize(1);
    DataSet identifier = pacs.asked.get(0);
    assertThat(identifier.string(Tag.QueryRetrieveLevel)).contains("SERIES");
    assertThat(identifier.string(Tag.PatientID)).contains("P1");
    assertThat(identifier.string(Tag.Modality)).contains("CT");
    assertThat(identifier.contains(Tag.StudyInstanceUID)).isTrue();
  }

  @Test
  void aHierarchicalPeerIsAskedLevelByLevel() throws Exception {
    Endpoint endpoint =
        endpointOf(
            pacs.finding(
                study("1.2.3")
                    .set(Tag.SeriesInstanceUID, "1.2.3.4")
                    .set(Tag.PatientID, "P1")
                    .set(Tag.Modality, "CT")));

    find(endpoint, DicomLevel.SERIES, "PatientID=P1&Modality=CT");
    assertThat(pacs.asked).hasSize(2);
    assertThat(pacs.asked.get(0).string(Tag.QueryRetrieveLevel)).contains("STUDY");
    assertThat(pacs.asked.get(0).string(Tag.PatientID)).contains("P1");
    assertThat(pacs.asked.get(0).contains(Tag.Modality)).isFalse();
    assertThat(pacs.asked.get(1).string(Tag.QueryRetrieveLevel)).contains("SERIES");
    assertThat(pacs.asked.get(1).string(Tag.StudyInstanceUID)).contains("1.2.3");
    assertThat(pacs.asked.get(1).contains(Tag.PatientID)).isFalse();
  }

  @Test
  void longTimesAreCutIntoSpans() throws Exception {
    Endpoint endpoint = endpointOf(pacs.finding(), "span-days", "15");

    find(endpoint, DicomLevel.STUDY, "StudyDate=20260101-20260205&PatientName=A*");
    assertThat(pacs.asked.stream().map(asked -> asked.string(Tag.StudyDate).orElseThrow()))
        .containsExactly("20260101-20260115", "20260116-20260130", "20260131-20260205");
    assertThat(pacs.asked)
        .allSatisfy(asked -> assertThat(asked.string(Tag.PatientName)).contains("A*"));
  }

  @Test
  void namesGoInTheCharacterSetThatThePeerReads() throws Exception {
    Endpoint endpoint = endpointOf(pacs.finding(), "character-set", "ISO_IR 100");

    find(endpoint, DicomLevel.STUDY, "PatientName=MÜLLER*");
    DataSet identifier = pacs.asked.get(0);
    assertThat(identifier.string(Tag.SpecificCharacterSet)).contains("ISO_IR 100");
    assertThat(identifier.bytes(Tag.PatientName).orElseThrow().toArray()[1]).isEqualTo((byte) 0xDC);
    assertThat(identifier.string(Tag.PatientName)).contains("MÜLLER*");
    assertThatThrownBy(() -> find(endpoint, DicomLevel.STUDY, "PatientName=山田*"))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("the characters of PatientName in character set ISO_IR 100");
  }

  @Test
  void fuzzyNamesNeedThePeersConsent() throws Exception {
    Endpoint endpoint =
        endpointOf(
            pacs.agreeing(0, 0, 1).finding(study("1.2.3").set(Tag.PatientName, "MEYER^JIM")));
    Query query = Query.of(DicomLevel.STUDY).key(Tag.PatientName, "MAIER").fuzzy(true).build();

    assertThat(find(endpoint, query)).hasSize(1);
    pacs.agreeing(0, 0, 0);
    assertThatThrownBy(() -> find(endpoint, query)).hasMessageContaining("fuzzy matching");
  }

  @Test
  void matchesAreSkippedAndCounted() throws Exception {
    Endpoint endpoint =
        endpointOf(pacs.finding(study("1.2.1"), study("1.2.2"), study("1.2.3"), study("1.2.4")));

    Query query = Query.of(DicomLevel.STUDY).offset(1).limit(2).build();
    assertThat(identifiers(find(endpoint, query))).containsExactly("1.2.2", "1.2.3");
  }

  @Test
  void theStudyRootHasNoPatients() throws Exception {
    Endpoint endpoint = endpointOf(pacs.finding(), "query-model", "study");

    assertThatThrownBy(() -> find(endpoint, DicomLevel.PATIENT, ""))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("level patient");
  }

  @Test
  void wrongPropertiesAreNamed() {
    assertRefused("receive-port", "retrieve", "move");
    assertRefused("character-set", "character-set", "KLINGON");
    assertRefused("transfer-syntaxes", "transfer-syntaxes", "1.2.3");
    assertRefused("calling-ae", "calling-ae", "A TITLE OF MORE THAN 16");
    assertRefused(ConfigException.class, "connect-timeout", "connect-timeout", "PT0S");
  }

  private static void assertRefused(String named, String... properties) {
    assertRefused(ProviderException.class, named, properties);
  }

  private static void assertRefused(
      Class<? extends Exception> fault, String named, String... properties) {
    try (LocalContext context = new LocalContext()) {
      assertThatThrownBy(() -> Endpoints.open(context, properties))
          .isInstanceOf(fault)
          .hasMessageContaining("'" + named + "'");
    }
  }
}
