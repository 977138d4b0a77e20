package org.lucina.web.dicomweb.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.UID;
import org.lucina.web.http.Accept;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class PixelFormTest {
  private static final String LITTLE = UID.ExplicitVRLittleEndian;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "*/* | true",
        "multipart/related; type=\"application/octet-stream\" | true",
        "multipart/related; type=application/octet-stream; transfer-syntax=* | true",
        "application/octet-stream | false",
        "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1 | false"
      })
  void sendsUncompressedFramesAsOctets(String accept, boolean multipart) {
    assertThat(choose(accept, UID.ImplicitVRLittleEndian, true))
        .isEqualTo(new PixelForm(multipart, "application/octet-stream", LITTLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "*/* | true | image/jls",
        "multipart/related; type=\"image/jls\" | true | image/jls",
        "multipart/related; type=\"image/*\" | true | image/jls",
        "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80 | false | image/jls",
        "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*"
            + " | true | application/octet-stream",
        "multipart/related; type=\"image/x-jls\" | true | image/x-jls",
        "image/jpeg, multipart/related; type=\"image/jls\";q=0.1 | true | image/jls"
      })
  void sendsCompressedFramesAsTheyAre(String accept, boolean multipart, String mediaType) {
    assertThat(choose(accept, UID.JPEGLSLossless, true))
        .isEqualTo(new PixelForm(multipart, mediaType, UID.JPEGLSLossless));
  }

  @Test
  void doesNotSendSeveralFramesInOneBody() {
    refuses("application/octet-stream", LITTLE, false);
  }

  @Test
  void doesNotDecompress() {
    refuses("multipart/related; type=\"application/octet-stream\"", UID.JPEG2000, true);
    refuses("multipart/related; type=\"image/jpeg\"", UID.JPEG2000, true);
    refuses("image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90", UID.JPEG2000, true);
    refuses("image/png", LITTLE, true);
    refuses("*/*; transfer-syntax=1.2.840.10008.1.2.1", UID.JPEG2000, true);
  }

  private static PixelForm choose(String accept, String stored, boolean single) {
    return PixelForm.choose(Accept.of(List.of(), List.of(accept)), stored, single);
  }

  private static void refuses(String accept, String stored, boolean single) {
    assertThatThrownBy(() -> choose(accept, stored, single))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.fault()).isEqualTo(Fault.NOT_ACCEPTABLE));
  }
}
