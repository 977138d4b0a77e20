package org.lucina.anonymizer.rules;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/**
 * What a rule may be about.
 *
 * @param path tags from the outermost sequence to the attribute itself
 * @param vr of the attribute, that of the dictionary where the object says that it is unknown
 * @param creator that has its private block; for a creator's own element what that says
 */
record Target(List<Integer> path, VR vr, Optional<String> creator) {

  static Target of(DataSet data, Element element, List<Integer> path) {
    int tag = element.tag();
    Optional<String> creator = Optional.empty();
    if (Tags.isPrivate(tag)) {
      creator = Tags.isPrivateCreator(tag) ? data.string(tag) : data.privateCreator(tag);
    }
    VR vr = element.vr() == VR.UN ? Dictionary.vrOf(tag) : element.vr();
    return new Target(path, vr, creator.map(String::strip));
  }

  int tag() {
    return path.get(path.size() - 1);
  }
}
