package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.mint.Identity;

/** Makes the persons that DIANA made. */
class DianaGuidTest {
  @Test
  void makesWhatDianaMade() throws Exception {
    Identity man = person("MERCK^DEREK^L", "1942-11-01", "M");
    assertThat(man.patientId()).isEqualTo("ITS3RA5B7YJT3SJQI54WRFZZ7HPIZ2NJ");
    assertThat(man.name()).isEqualTo("ILES^TONY^S");
    assertThat(man.birthDate()).hasValue(LocalDate.of(1942, 9, 10));
    assertThat(man.offset()).isEqualTo(Duration.ofDays(-52).plusSeconds(538));

    Identity woman = person("MERCK^DEREK^L", "1925-11-26", "F");
    assertThat(woman.name()).isEqualTo("QUNNARATH^HERTA^V");
    assertThat(woman.offset()).isEqualTo(Duration.ofDays(7).plusSeconds(392));

    Identity other = person("MERCK^DEREK^L", "1979-08-06", "O");
    assertThat(other.patientId()).isEqualTo("YFBSBDFCSSPOPUYYNKHXVM43HWPLUMJO");
    assertThat(other.offset()).isEqualTo(Duration.ofDays(-7).plusSeconds(82_846));
  }

  @Test
  void makesAllOfTheVectors() throws Exception {
    List<JsonObject> vectors = Golden.orSkip("guid-mint.json");
    assertThat(vectors).isNotEmpty();
    for (JsonObject vector : vectors) {
      JsonObject input = vector.getJsonObject("input");
      DianaGuid guid =
          DianaGuid.of(
              input.getString("name"), birthDate(input), DianaSex.of(Golden.text(input, "gender")));
      JsonObject offset = vector.getJsonObject("time_offset");
      assertThat(guid.id()).as("%s", input).isEqualTo(vector.getString("id"));
      assertThat(guid.name())
          .as("%s", input)
          .isEqualTo(vector.getJsonArray("name").getValuesAs(JsonString::getString));
      assertThat(guid.newBirthDate()).as("%s", input).hasToString(vector.getString("birth_date"));
      assertThat(guid.offset())
          .as("%s", input)
          .isEqualTo(Duration.ofDays(offset.getInt("days")).plusSeconds(offset.getInt("seconds")));
    }
  }

  /** That of the vector, or by the age of 365.25 days a year on another day, as DIANA had it. */
  private static LocalDate birthDate(JsonObject input) {
    if (input.containsKey("dob")) {
      return date(input.getString("dob"));
    }
    int age =
        input.get("age").getValueType() == JsonValue.ValueType.STRING
            ? Integer.parseInt(input.getString("age"))
            : input.getInt("age");
    return date(input.getString("reference_date")).minusDays((long) (age * 365.25));
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static Identity person(String name, String birthDate, String sex) throws Exception {
    return DianaGuid.of(name, LocalDate.parse(birthDate), DianaSex.of(Optional.of(sex))).identity();
  }
}
