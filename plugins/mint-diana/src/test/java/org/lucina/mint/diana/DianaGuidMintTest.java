package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.testing.LocalContext;

/** People become the persons of DIANA, unless two of them would become one. */
class DianaGuidMintTest {
  private static final Optional<LocalDate> BORN = Optional.of(LocalDate.of(1942, 11, 1));

  @Test
  void namesAreReadAsDianaReadThem() throws Exception {
    Mint mint = open(Map.of());
    assertThat(mint.identity(person("1", "MERCK^DEREK^L")).patientId())
        .isEqualTo("ITS3RA5B7YJT3SJQI54WRFZZ7HPIZ2NJ");
    assertThat(mint.identity(person("1", "L, Derek Merck ")))
        .isEqualTo(mint.identity(person("1", "MERCK^DEREK^L")));
    assertThat(mint.identity(person("PAT1", " ")))
        .isEqualTo(open(Map.of()).identity(person("", "PAT1")));
  }

  @Test
  void aSaltMakesOtherPersons() throws Exception {
    assertThat(open(Map.of("salt", "FOO")).identity(person("1", "Ada^L")))
        .isEqualTo(open(Map.of()).identity(person("1", "Ada^L+FOO")))
        .isNotEqualTo(open(Map.of()).identity(person("1", "Ada^L")));
  }

  @Test
  void refusesASecondPatientOfOneName() throws Exception {
    Mint mint = open(Map.of());
    String id = mint.identity(person("1", "Ada^L")).patientId();
    mint.identity(person("1", "Ada^L"));
    assertThatThrownBy(() -> mint.identity(person("2", "L^Ada")))
        .isInstanceOf(MintException.class)
        .hasMessageNotContainingAny("Ada", "1942", id);
    assertThat(mint.identity(person("1", "Ada^L")).patientId()).isEqualTo(id);
  }

  @Test
  void joinsPatientsOfOneNameWhenToldTo() throws Exception {
    Mint mint = open(Map.of("namesakes", "join"));
    assertThat(mint.identity(person("2", "L^Ada"))).isEqualTo(mint.identity(person("1", "Ada^L")));
  }

  @Test
  void refusesANameOfOtherLettersUnlessToldNotTo() throws Exception {
    assertThatThrownBy(() -> open(Map.of()).identity(person("1", "山田^太郎")))
        .isInstanceOf(MintException.class);
    assertThat(open(Map.of("nameless", "join")).identity(person("1", "山田^太郎")))
        .isEqualTo(open(Map.of("nameless", "join")).identity(person("2", "佐藤^花子")));
  }

  @Test
  void refusesWhoHasNoBirthDateOrNoName() throws Exception {
    Mint mint = open(Map.of());
    assertThatThrownBy(() -> mint.identity(person("", " "))).isInstanceOf(MintException.class);
    Subject unborn =
        new Subject(
            Optional.of("1"),
            Optional.empty(),
            Optional.of("Ada^L"),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> mint.identity(unborn)).hasMessageContaining("birth date");
  }

  private static Subject person(String id, String name) {
    return new Subject(
        Optional.of(id), Optional.empty(), Optional.of(name), BORN, Optional.of("M"));
  }

  private static Mint open(Map<String, String> properties) throws Exception {
    DianaGuidProvider provider = new DianaGuidProvider();
    return provider.create("mint", provider.configSpec().check(properties), new LocalContext());
  }
}
