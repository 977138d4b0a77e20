package org.lucina.mint.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.testing.LocalContext;

/** Resources are called what Orthanc calls them. */
class OrthancIdMintTest {
  @Test
  void makesWhatOrthancMakesAtEachLevel() throws Exception {
    Mint mint = open("refuse");
    assertThat(mint.resourceId(Reference.patient("PID1")))
        .isEqualTo("5ac8e83e-614f08eb-beb6e302-bc84d478-57aee11b");
    assertThat(mint.resourceId(reference(List.of("PID1", "1.2.3.1", "1.2.3.1.1"))))
        .isEqualTo("91f5d85d-90e51bbb-a0ad8156-4fc48279-1092f525");
  }

  @Test
  void makesAllOfTheVectors() throws Exception {
    Mint mint = open("empty");
    List<JsonObject> vectors = Golden.orSkip("orthanc-id.json");
    assertThat(vectors).isNotEmpty();
    for (JsonObject vector : vectors) {
      List<String> input = vector.getJsonArray("input").getValuesAs(JsonString::getString);
      assertThat(mint.resourceId(reference(input)))
          .as("%s", input)
          .isEqualTo(vector.getString("id"));
      assertThat(mint.resourceId(reference(input.subList(0, 1))))
          .as("%s", input)
          .isEqualTo(vector.getString("patient"));
    }
  }

  @Test
  void refusesWhatCouldBeTwo() throws Exception {
    Mint mint = open("refuse");
    assertThatThrownBy(() -> mint.resourceId(Reference.study("1.2.3")))
        .isInstanceOf(MintException.class)
        .hasMessageContaining("1.2.3");
    assertThat(open("empty").resourceId(Reference.study("1.2.3.0")))
        .isEqualTo("dd011030-7fecd30d-c4c0d26c-671d97fc-e2c9e825");
    assertThatThrownBy(() -> open("empty").resourceId(Reference.key(DicomLevel.SERIES, "7")))
        .isInstanceOf(MintException.class);
    assertThatThrownBy(() -> mint.resourceId(reference(List.of("PID1", "1|2"))))
        .hasMessageContaining("|");
    assertThat(mint.resourceId(reference(List.of("PID|1", "2")))).isNotBlank();
  }

  private static Reference reference(List<String> identifiers) {
    return new Reference(
        DicomLevel.values()[identifiers.size() - 1],
        Optional.of(identifiers.get(0)),
        at(identifiers, 1),
        at(identifiers, 2),
        at(identifiers, 3),
        Optional.of("key"));
  }

  private static Optional<String> at(List<String> identifiers, int index) {
    return identifiers.stream().skip(index).findFirst();
  }

  private static Mint open(String missing) throws Exception {
    OrthancIdProvider provider = new OrthancIdProvider();
    return provider.create(
        "mint",
        provider.configSpec().check(Map.of("missing-patient-id", missing)),
        new LocalContext());
  }
}
