package org.lucina.endpoint.orthanc;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.http.HttpCall;

/** Attributes that no object has, but that tell of what belongs to a patient, study or series. */
enum Computed {
  MODALITIES_IN_STUDY(Tag.ModalitiesInStudy, DicomLevel.STUDY, ""),
  STUDIES_OF_PATIENT(Tag.NumberOfPatientRelatedStudies, DicomLevel.PATIENT, "CountStudies"),
  SERIES_OF_PATIENT(Tag.NumberOfPatientRelatedSeries, DicomLevel.PATIENT, "CountSeries"),
  INSTANCES_OF_PATIENT(Tag.NumberOfPatientRelatedInstances, DicomLevel.PATIENT, "CountInstances"),
  SERIES_OF_STUDY(Tag.NumberOfStudyRelatedSeries, DicomLevel.STUDY, "CountSeries"),
  INSTANCES_OF_STUDY(Tag.NumberOfStudyRelatedInstances, DicomLevel.STUDY, "CountInstances"),
  INSTANCES_OF_SERIES(Tag.NumberOfSeriesRelatedInstances, DicomLevel.SERIES, "CountInstances");

  private final int tag;
  private final DicomLevel level;
  private final String count;

  Computed(int tag, DicomLevel level, String count) {
    this.tag = tag;
    this.level = level;
    this.count = count;
  }

  static Optional<Computed> of(int tag) {
    return Arrays.stream(values()).filter(each -> each.tag == tag).findFirst();
  }

  /** The level of what it tells of. */
  DicomLevel level() {
    return level;
  }

  /** Adds it to what is known of a resource. */
  void add(DataSet tags, String id, OrthancApi api, Resources resources) throws EndpointException {
    if (this == MODALITIES_IN_STUDY) {
      TreeSet<String> modalities = new TreeSet<>();
      for (Resource series : resources.parts(level, id, DicomLevel.SERIES)) {
        DataSet own = new DataSet();
        series.addTags(own);
        own.string(Tag.Modality).ifPresent(modalities::add);
      }
      tags.set(tag, VR.CS, modalities.toArray(String[]::new));
    } else {
      var statistics = api.object(HttpCall.get(Levels.path(level, id) + "/statistics"));
      tags.set(tag, VR.IS, statistics.getInt(count));
    }
  }
}
