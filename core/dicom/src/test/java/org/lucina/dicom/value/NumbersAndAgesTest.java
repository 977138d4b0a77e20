package org.lucina.dicom.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersAndAgesTest {

  @ParameterizedTest
  @CsvSource({"+1.80, 1.80", ".5, 0.5", "5., 5", "1E-3, 0.001", "' 7 ', 7", "-0, 0"})
  void decimalStringsAreReadExactly(String text, BigDecimal number) {
    assertThat(DecimalString.parse(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1 2", "0x10", "NaN", "1e", "1,5", "--1"})
  void whatIsNoDecimalIsEmpty(String text) {
    assertThat(DecimalString.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-0.5, -0.5",
    "0.1, 0.1",
    "123456789012345, 123456789012345",
    "1234567890123456, 1234567890123456",
    "3.141592653589793, 3.14159265358979",
    "-3.141592653589793, -3.1415926535898",
    "1.0E-5, 0.00001",
    "-1.2345678901234567E-100, -1.23456789E-100",
    "1.7976931348623157E308, 1.7976931349E308"
  })
  void numbersAreWrittenInSixteenCharacters(double number, String text) {
    assertThat(DecimalString.format(number)).isEqualTo(text).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void infinityCannotBeADecimalString() {
    assertThatThrownBy(() -> DecimalString.format(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void integerStringsHave32Bits() {
    assertThat(IntegerString.parse("-2147483648")).hasValue(Integer.MIN_VALUE);
    assertThat(IntegerString.parse(" +5 ")).hasValue(5);
    assertThat(IntegerString.parse("2147483648")).isEmpty();
    assertThat(IntegerString.parse("1.5")).isEmpty();
    assertThat(IntegerString.parse("+")).isEmpty();
    assertThat(IntegerString.parse("")).isEmpty();
  }

  @Test
  void agesAreReadAndWritten() {
    AgeString age = AgeString.parse("018M").orElseThrow();

    assertThat(age).isEqualTo(new AgeString(18, AgeString.Unit.MONTHS)).hasToString("018M");
    assertThat(age.period()).isEqualTo(Period.ofMonths(18));
    assertThat(AgeString.parse("3W")).contains(new AgeString(3, AgeString.Unit.WEEKS));
    assertThat(AgeString.parse("018X")).isEmpty();
    assertThat(AgeString.parse("0018Y")).isEmpty();
    assertThatThrownBy(() -> new AgeString(1000, AgeString.Unit.DAYS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
