package org.lucina.endpoint.mock.study;

import java.util.Optional;
import org.lucina.dicom.DataSet;

/** What the instances of a series are: a SOP class with its attributes and pixels. */
public interface Kind {

  /** SOP Class UID. */
  String sopClass();

  /** Sets what its modules ask for besides patient, study, series and equipment. */
  void describe(Instance instance, DataSet data);

  /** What can be seen; empty when it is no image. */
  Optional<Picture> picture(Instance instance);
}
