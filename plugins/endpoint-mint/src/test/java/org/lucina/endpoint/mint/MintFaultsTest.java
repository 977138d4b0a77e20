package org.lucina.endpoint.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.mint.MintXml.attr;
import static org.lucina.endpoint.mint.MintXml.results;
import static org.lucina.endpoint.mint.MintXml.study;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Servers that fail or answer nonsense: callers learn what happened. */
class MintFaultsTest extends MintFixture {
  @Test
  void isChecked() throws Exception {
    peer.answers(200, results(study("1.2.3"))).answers(200, results());

    assertThat(endpoint.check()).isEqualTo(peer.url() + "/mint answers MINT searches");
    assertThat(asked().get(0)).endsWith("&limit=1");
    assertThat(endpoint.check()).contains("has no studies");
  }

  @Test
  void faultsOfTheServerHaveReasons() throws Exception {
    String page = "<html><body>Request failed</body></html>";
    peer.answers(500, page)
        .answers(401, page)
        .answers(503, page)
        .answers(200, page)
        .answers(200, "<studySearchResults")
        .answers(200, results("<study><attr tag=\"nonsense\" vr=\"UI\" val=\"1\"/></study>"))
        .answers(200, results("<study><attr tag=\"00100020\" vr=\"LO\" val=\"P1\"/></study>"));

    for (Reason reason :
        List.of(
            Reason.FAILED,
            Reason.REFUSED,
            Reason.UNAVAILABLE,
            Reason.FAILED,
            Reason.FAILED,
            Reason.FAILED,
            Reason.FAILED)) {
      assertThat(failure(() -> find(DicomLevel.STUDY, "")).reason()).isEqualTo(reason);
    }
    peer.close();
    assertThat(failure(() -> find(DicomLevel.STUDY, "")).reason()).isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void documentTypesAreNotObeyed() throws Exception {
    peer.answers(
        200,
        "<!DOCTYPE studySearchResults [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
            + "<studySearchResults xmlns=\"http://medical.nema.org/mint\"><study>&secret;"
            + attr("0020000d", "UI", "1.2")
            + attr("00081030", "LO", "&secret;")
            + "</study></studySearchResults>");

    assertThat(failure(() -> find(DicomLevel.STUDY, "")).reason()).isEqualTo(Reason.FAILED);
  }

  @Test
  void aStudyWithoutEndIsNone() throws Exception {
    String filler = attr("00081030", "LO", "x".repeat(1 << 20));
    peer.answers(
        200,
        results(
            study(
                "1.2",
                IntStream.range(0, 70).mapToObj(i -> filler).collect(Collectors.joining()))));

    assertThat(failure(() -> find(DicomLevel.STUDY, "")))
        .hasMessageContaining("more than 67108864 bytes");
  }

  @Test
  void wrongPropertiesAreNamed() {
    assertThatThrownBy(() -> open("wado-url", "ftp://host/wado"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("wado-url");
    assertThatThrownBy(() -> open("wado-transfer-syntax", "1.2.3"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("'1.2.3' is no transfer syntax");
  }
}
