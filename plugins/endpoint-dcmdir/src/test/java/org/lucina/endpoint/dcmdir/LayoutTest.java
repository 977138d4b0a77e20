package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.open;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ProviderException;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.text.TextDigest;

class LayoutTest {
  private final SyntheticObject object = new SyntheticObjects(7).small(1, 1, 1, 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2, 0, ''",
    "2, 1, [0-9a-f]{2}/",
    "2, 3, [0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{2}/",
    "1, 2, [0-9a-f]/[0-9a-f]/",
    "40, 1, [0-9a-f]{40}/"
  })
  void foldersOfAHashAreAsWideAndDeepAsTold(String width, String depth, String folders)
      throws Exception {
    try (Endpoint directory =
        open(
            new DcmDirProvider(),
            folder,
            "layout",
            "hashed",
            "subpath-width",
            width,
            "subpath-depth",
            depth)) {
      String key = directory.put(dixel(object)).key().orElseThrow();

      assertThat(key).matches(folders + "[0-9.]+\\.dcm");
      assertThat(directory.exists(reference(object))).isTrue();
    }
  }

  @Test
  void theFoldersAreTheFirstDigitsOfOneHash() {
    Layout.Names names = new Layout.Names("p", "1", "2", "1.2.3", "1.2.3.dcm");
    String digits = TextDigest.sha1("1.2.3");

    assertThat(new Layout.Hashed(3, 2).place(names))
        .isEqualTo(Path.of(digits.substring(0, 3), digits.substring(3, 6), "1.2.3.dcm"));
  }

  @Test
  void aHashHasNoMoreThanFortyDigits() {
    assertThatThrownBy(
            () ->
                open(
                    new DcmDirProvider(),
                    folder,
                    "layout",
                    "hashed",
                    "subpath-width",
                    "21",
                    "subpath-depth",
                    "2"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("40 or less");
  }

  @ParameterizedTest
  @CsvSource({
    "P-1, P-1",
    "../../etc, %2E.%2F..%2Fetc",
    "A B/C, A%20B%2FC",
    "'', unknown",
    "é, %C3%A9"
  })
  void aPatientsFolderIsSafe(String patient, String expected) throws Exception {
    object.dataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192").set(Tag.PatientID, patient);
    try (Endpoint directory = open(new DcmDirProvider(), folder, "layout", "patient")) {
      String key = directory.put(dixel(object)).key().orElseThrow();

      assertThat(key)
          .isEqualTo(
              String.join(
                  "/", expected, object.study(), object.series(), object.sopInstance() + ".dcm"));
      assertThat(folder.resolve(key)).hasBinaryContent(object.file());
      assertThat(directory.exists(reference(object))).isTrue();
      directory.delete(reference(object));
      assertThat(Files.exists(folder.resolve(expected))).isFalse();
    }
  }

  @Test
  void longNamesStayApartAndShortEnough() {
    String text = "患".repeat(64);

    assertThat(FileName.of(text)).hasSize(200).isNotEqualTo(FileName.of(text + "者"));
  }
}
