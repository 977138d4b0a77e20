package org.lucina.archive.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DicomAuditTrailTest {
  private static final Requestor SENDER =
      new Requestor("CT<1>", Requestor.Protocol.DIMSE, "192.0.2.7", Optional.of("LUCINA"), false);

  private final List<String> messages = new ArrayList<>();
  private final DicomAuditTrail audit =
      new DicomAuditTrail(
          () -> "LUCINA",
          Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
          messages::add);
  private final XPath xpath = XPathFactory.newInstance().newXPath();

  private String value(int message, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(messages.get(message))));
    return xpath.evaluate(path, document);
  }

  @Test
  void writesWhoDidWhatToWhichStudyInTheSchemaOfTheStandard() throws Exception {
    audit.record(
        AuditTrail.Event.STORE, SENDER, List.of("1.2.3"), List.of("1.2.3.4"), true, "1 objects");
    assertThat(messages.get(0)).doesNotContain("\n");
    assertThat(value(0, "/AuditMessage/EventIdentification/@EventDateTime"))
        .isEqualTo("2026-01-02T03:04:05Z");
    assertThat(value(0, "//EventID/@csd-code")).isEqualTo("110104");
    assertThat(value(0, "//@EventActionCode")).isEqualTo("C");
    assertThat(value(0, "//@EventOutcomeIndicator")).isEqualTo("0");
    assertThat(value(0, "//ActiveParticipant[@UserIsRequestor='true']/@UserID")).isEqualTo("CT<1>");
    assertThat(value(0, "//ActiveParticipant[@UserIsRequestor='true']/@NetworkAccessPointID"))
        .isEqualTo("192.0.2.7");
    assertThat(value(0, "//ParticipantObjectIdentification/@ParticipantObjectID"))
        .isEqualTo("1.2.3");
    assertThat(value(0, "//ParticipantObjectIDTypeCode/@csd-code")).isEqualTo("110180");
    assertThat(value(0, "//SOPClass/Instance/@UID")).isEqualTo("1.2.3.4");
  }

  @Test
  void codesEveryEventAndItsFailure() throws Exception {
    List<String> codes = new ArrayList<>();
    for (AuditTrail.Event event : AuditTrail.Event.values()) {
      audit.record(event, SENDER, List.of(), List.of(), false, "");
      codes.add(value(codes.size(), "//EventID/@csd-code"));
    }
    assertThat(codes)
        .containsExactly(
            "110104", "110112", "110104", "110103", "110106", "110107", "110114", "110100",
            "110100");
    assertThat(value(0, "//@EventOutcomeIndicator")).isEqualTo("4");
    assertThat(value(6, "//EventTypeCode/@csd-code")).isEqualTo("110122");
  }

  @Test
  void talliesOneMessageForEachStudyAndNamesFewObjectsOnly() throws Exception {
    ObjectTally tally = new ObjectTally(AuditTrail.Event.STORE, SENDER, "");
    tally.add("1.2.3", "1.2.3.1");
    IntStream.range(0, 5000).forEach(i -> tally.add("1.2.4", "1.2.4." + i));
    tally.fail();
    tally.write(audit);
    assertThat(messages).hasSize(3);
    assertThat(value(0, "//SOPClass/Instance/@UID")).isEqualTo("1.2.3.1");
    assertThat(value(1, "//EventOutcomeDescription")).isEqualTo("5000 objects");
    assertThat(messages.get(1)).doesNotContain("<Instance");
    assertThat(value(2, "//@EventOutcomeIndicator")).isEqualTo("4");
    tally.write(audit);
    assertThat(messages).hasSize(3);
  }
}
