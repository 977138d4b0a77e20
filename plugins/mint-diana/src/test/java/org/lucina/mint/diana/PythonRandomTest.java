package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Draws what Python draws. */
class PythonRandomTest {
  private static final List<Integer> THOUSAND = IntStream.range(0, 1_000).boxed().toList();

  @Test
  void drawsAsPythonFromATextInAnyScript() {
    PythonRandom random = new PythonRandom("山田");
    assertThat(five(() -> random.bits(32)))
        .containsExactly(
            1_432_340_161L, 3_531_490_318L, 3_180_794_364L, 3_221_865_092L, 2_631_819_315L);
    PythonRandom again = new PythonRandom("山田");
    assertThat(five(() -> again.between(-90, 90))).containsExactly(-5L, 66L, -54L, 10L, -18L);
    PythonRandom third = new PythonRandom("山田");
    assertThat(five(() -> third.choice(THOUSAND))).containsExactly(341L, 841L, 758L, 768L, 627L);
  }

  @Test
  void goesOnAfterTheFirst624AsPython() {
    PythonRandom random = new PythonRandom("A");
    for (int i = 0; i < 2_000; i++) {
      random.bits(32);
    }
    assertThat(random.bits(32)).isEqualTo(2937022033L);
  }

  @Test
  void drawsAllOfTheVectors() throws Exception {
    for (JsonObject vector : Golden.orSkip("python-random.json")) {
      String seed = vector.getString("seed");
      PythonRandom bits = new PythonRandom(seed);
      assertThat(five(() -> bits.bits(32))).isEqualTo(numbers(vector, "getrandbits32"));
      PythonRandom days = new PythonRandom(seed);
      assertThat(five(() -> days.between(-90, 90))).isEqualTo(numbers(vector, "randint_-90_90"));
      PythonRandom choices = new PythonRandom(seed);
      assertThat(five(() -> choices.choice(THOUSAND))).isEqualTo(numbers(vector, "choice_of_1000"));
    }
  }

  private static List<Long> five(LongSupplier drawn) {
    return LongStream.generate(drawn).limit(5).boxed().toList();
  }

  private static List<Long> numbers(JsonObject vector, String key) {
    JsonArray array = vector.getJsonArray(key);
    return array.getValuesAs(JsonNumber::longValue);
  }
}
