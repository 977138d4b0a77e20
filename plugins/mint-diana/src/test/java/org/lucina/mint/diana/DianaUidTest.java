package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Makes the UIDs that DIANA made. */
class DianaUidTest {
  @Test
  void makesAllOfTheVectors() throws Exception {
    List<JsonObject> vectors = Golden.orSkip("uid-mint.json");
    assertThat(vectors).isNotEmpty();
    for (JsonObject vector : vectors) {
      assertThat(made(new DianaUid(vector.getString("app")), vector.getJsonObject("input")))
          .as("%s", vector)
          .isEqualTo(vector.getString("uid"));
    }
  }

  private static String made(DianaUid uids, JsonObject input) {
    String uid =
        uids.study(Golden.text(input, "PatientID"), Golden.text(input, "StudyInstanceUID"));
    for (String level : List.of("SeriesInstanceUID", "SOPInstanceUID")) {
      Optional<String> original = Golden.text(input, level);
      if (original.isPresent()) {
        uid = uids.below(uid, original.get());
      }
    }
    return uid;
  }
}
