package org.lucina.endpoint.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.mint.MintXml.instance;
import static org.lucina.endpoint.mint.MintXml.results;
import static org.lucina.endpoint.mint.MintXml.series;
import static org.lucina.endpoint.mint.MintXml.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** What is got of a MINT server, and of WADO-URI beside it. */
class MintRetrieveTest extends MintFixture {
  private static final Optional<String> DICOM = Optional.of("Content-Type: application/dicom");

  @Test
  void handsOutObjectsByWado() throws Exception {
    SyntheticObject object = new SyntheticObjects(3).small(1, 1, 1, 1);
    String tree =
        results(study(object.study(), series(object.series(), instance(object.sopInstance()))));
    peer.answers(200, tree)
        .answers(200, object.file(), DICOM)
        .answers(200, tree)
        .answers(
            200, "log in".getBytes(StandardCharsets.UTF_8), Optional.of("Content-Type: text/html"));

    Dixel study = endpoint.get(Reference.study(object.study()), Set.of(View.FILE));
    Dixel series = study.children().toList().get(0);
    Dixel instance = series.children().toList().get(0);
    assertThat(read(instance)).isEqualTo(object.file());
    assertThat(asked().get(1))
        .isEqualTo(
            "/wado?requestType=WADO&studyUID="
                + object.study()
                + "&seriesUID="
                + object.series()
                + "&objectUID="
                + object.sopInstance()
                + "&contentType=application%2Fdicom");
    assertThat(authorizations().get(1)).isPresent();

    Dixel again =
        endpoint.get(
            Reference.instance(object.study(), object.series(), object.sopInstance()),
            Set.of(View.FILE));
    assertThatThrownBy(() -> read(again))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered no DICOM object but text/html");
  }

  @Test
  void asksForATransferSyntax() throws Exception {
    endpoint.close();
    endpoint = open("wado-url", peer.url() + "/wado", "wado-transfer-syntax", "JPEG2000Lossless");
    peer.answers(200, results(study("1.2", series("1.2.3", instance("1.2.3.4")))))
        .answers(200, new byte[] {1}, DICOM);

    read(endpoint.get(Reference.instance("1.2", "1.2.3", "1.2.3.4"), Set.of(View.FILE)));
    assertThat(asked().get(1)).endsWith("&transferSyntax=1.2.840.10008.1.2.4.90");
    assertThat(authorizations().get(1)).isEmpty();
  }

  private static byte[] read(Dixel instance) throws IOException {
    try (InputStream in = instance.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void saysWhatThereIs() throws Exception {
    String tree = results(study("1.2", series("1.2.3", instance("1.2.3.4"))));
    peer.answers(200, tree).answers(200, tree).answers(200, results()).answers(200, results());

    assertThat(endpoint.exists(Reference.series("1.2", "1.2.3"))).isTrue();
    assertThat(endpoint.exists(Reference.series("1.2", "1.2.4"))).isFalse();
    assertThat(endpoint.exists(Reference.study("1.3"))).isFalse();
    assertThat(failure(() -> endpoint.get(Reference.study("1.3"), Set.of())).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void withoutWadoThereAreNoFiles() throws Exception {
    endpoint.close();
    endpoint = open();

    assertThat(endpoint.capabilities().views()).doesNotContain(View.FILE);
    assertThat(failure(() -> endpoint.get(Reference.study("1.2"), Set.of(View.FILE))).reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }
}
