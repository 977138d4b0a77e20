package org.lucina.archive.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamePartsTest {

  @Test
  void a_name_has_a_part_from_each_character_on() {
    assertThat(NameParts.of("DOE^J")).containsExactly("DOE^J", "OE^J", "E^J", "^J", "J");
    assertThat(NameParts.of("FEATHERSTONEHAUGH")).startsWith("FEATHERSTONE").endsWith("GH", "H");
    assertThat(NameParts.of("𠮷野")).containsExactly("𠮷野", "野");
  }

  @Test
  void a_key_is_sought_by_the_longest_text_between_its_wild_cards() {
    assertThat(NameParts.soughtBy("*OHN*")).contains("OHN");
    assertThat(NameParts.soughtBy("D*SMITH?")).contains("SMITH");
    assertThat(NameParts.soughtBy("*THERSTONEHAUGH")).contains("THERSTONEHAU");
    assertThat(NameParts.soughtBy("*ABCDEFGHIJK𠮷*")).contains("ABCDEFGHIJK");
  }

  @Test
  void a_key_is_not_sought_by_parts_where_its_beginning_finds_as_well() {
    assertThat(NameParts.soughtBy("DOE*JON")).isEmpty();
    assertThat(NameParts.soughtBy("DOE*")).isEmpty();
    assertThat(NameParts.soughtBy("*?*")).isEmpty();
  }
}
