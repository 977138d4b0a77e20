package org.lucina.archive.index.text;

import java.util.List;
import org.lucina.dicom.value.PersonName;

/**
 * A person name, or a key for one, as it is matched on: group by group, each in the matching form
 * of {@link PersonName}.
 *
 * @param groups the alphabetic, ideographic and phonetic group, possibly empty
 */
public record SearchName(List<String> groups) {

  /** Copies the groups. */
  public SearchName {
    groups = List.copyOf(groups);
  }

  /** Reads one value of an attribute with VR PN. */
  public static SearchName of(String value) {
    return new SearchName(
        PersonName.parse(value).groups().stream()
            .map(group -> new PersonName(group, PersonName.Group.EMPTY, PersonName.Group.EMPTY))
            .map(PersonName::matchingForm)
            .toList());
  }
}
