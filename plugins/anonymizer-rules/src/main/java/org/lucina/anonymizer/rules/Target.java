package org.lucina.anonymizer.rules;

import java.util.List;
import java.util.Optional;
import org.lucina.deid.StandardVrs;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/**
 * What a rule may be about.
 *
 * @param above tags of the sequences that it is in, from the outermost on
 * @param tag of the attribute itself
 * @param vr of the attribute, that of the standard where the object hides it
 * @param creator that has its private block; for a creator's own element what that says
 */
record Target(List<Integer> above, int tag, VR vr, Optional<String> creator) {

  static Target of(DataSet data, Element element, List<Integer> above) {
    int tag = element.tag();
    Optional<String> creator = Optional.empty();
    if (Tags.isPrivate(tag)) {
      creator = Tags.isPrivateCreator(tag) ? data.string(tag) : data.privateCreator(tag);
    }
    return new Target(above, tag, StandardVrs.of(element), creator.map(String::strip));
  }
}
