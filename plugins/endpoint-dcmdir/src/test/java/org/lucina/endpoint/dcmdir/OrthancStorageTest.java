package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.find;
import static org.lucina.endpoint.dcmdir.Objects.open;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;

class OrthancStorageTest {
  private static final Query INSTANCES = Query.of(DicomLevel.INSTANCE).build();
  private final SyntheticObjects objects = new SyntheticObjects(9);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject third = objects.small(1, 1, 1, 3);

  @TempDir private Path storage;

  @BeforeEach
  void storeAsOrthancDoes() throws Exception {
    store("00/0a/000a2c1d-0000-4000-8000-000000000000", first);
    store("7f/ff/7fff2c1d-0000-4000-8000-000000000000", second);
    store("ff/00/ff002c1d-0000-4000-8000-000000000000", third);
    store("else/where/IM1", objects.small(1, 1, 1, 4));
    store("00/0a/deeper/IM1", objects.small(1, 1, 1, 5));
    Files.writeString(storage.resolve("index"), "no image");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 65535, 3",
    "10, 10, 1",
    "11, 65535, 2",
    "11, 32766, 0",
    "32767, 65279, 1",
    "65280, 65280, 1"
  })
  void searchesItsFoldersFromLowToHigh(String low, String high, int found) throws Exception {
    try (Endpoint orthanc = orthanc("orthanc-low", low, "orthanc-high", high)) {
      assertThat(find(orthanc, INSTANCES)).hasSize(found);
    }
  }

  @Test
  void isOnlyRead() throws Exception {
    try (Endpoint orthanc = orthanc()) {
      assertThat(orthanc.check()).endsWith("can be read");
      assertThat(orthanc.exists(reference(second))).isTrue();
      assertThat(orthanc.capabilities().operations())
          .doesNotContain(Operation.PUT, Operation.DELETE);
      assertThatThrownBy(() -> orthanc.put(dixel(first))).isInstanceOf(EndpointException.class);
      assertThatThrownBy(() -> orthanc.delete(reference(first)))
          .isInstanceOf(EndpointException.class);
      assertThat(storage.resolve(".incoming")).doesNotExist();
    }
  }

  @Test
  void refusesARangeThatIsNone() {
    assertThatThrownBy(() -> orthanc("orthanc-low", "2", "orthanc-high", "1"))
        .isInstanceOf(ProviderException.class);
  }

  private Endpoint orthanc(String... properties) throws Exception {
    String[] all = new String[properties.length + 2];
    all[0] = "layout";
    all[1] = "orthanc";
    System.arraycopy(properties, 0, all, 2, properties.length);
    return open(new DcmDirProvider(), storage, all);
  }

  private void store(String name, SyntheticObject object) throws Exception {
    Files.createDirectories(storage.resolve(name).getParent());
    Files.write(storage.resolve(name), object.file());
  }
}
