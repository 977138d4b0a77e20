package org.lucina.endpoint.dcmdir;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.text.TextDigest;

/** Where new files go. */
sealed interface Layout {

  /** {@code study/series/instance}, sorted by study. */
  record Tree() implements Layout {
    @Override
    public Path place(Names names) {
      return Path.of(names.study(), names.series(), names.file());
    }
  }

  /** {@code patient/study/series/instance}, sorted by patient. */
  record PatientTree() implements Layout {
    @Override
    public Path place(Names names) {
      return Path.of(names.patient(), names.study(), names.series(), names.file());
    }
  }

  /** {@code instance}, all in one folder. */
  record Flat() implements Layout {
    @Override
    public Path place(Names names) {
      return Path.of(names.file());
    }
  }

  /**
   * {@code xx/yy/instance}: folders named by the first digits of a hash of the instance.
   *
   * @param width digits that name a folder, 1 to 40
   * @param depth folders above the file, 0 for none; width x depth is 40 at most
   */
  record Hashed(int width, int depth) implements Layout {
    static final int DIGITS = 40;

    /** Refuses more digits than there are. */
    public Hashed {
      if (width < 1 || depth < 0 || width * depth > DIGITS) {
        throw new IllegalArgumentException(
            "a hash has 40 digits: sub-path width times depth must be 40 or less");
      }
    }

    @Override
    public Path place(Names names) {
      String hash = TextDigest.sha1(names.instance());
      Path folder = Path.of("");
      for (int i = 0; i < depth; i++) {
        folder = folder.resolve(hash.substring(i * width, (i + 1) * width));
      }
      return folder.resolve(names.file());
    }
  }

  /**
   * What files and folders are called by.
   *
   * @param patient a name for the patient's folder that is safe for file systems
   * @param file name of the file
   */
  record Names(String patient, String study, String series, String instance, String file) {}

  /** Leading zeros are wrong (PS3.5 9.1), but harmless and found in the field. */
  Pattern UID = Pattern.compile("(?=.{1,64}$)[0-9]+(\\.[0-9]+)*");

  /** Relative to the directory. */
  Path place(Names names);

  /**
   * The place of an instance, relative to the directory; empty when one of the three UIDs is
   * missing, or malformed: as the name of a file it could lead out of the directory.
   *
   * @param suffix comes after the instance's UID in the name of the file, such as {@code .dcm}
   */
  default Optional<Path> place(Reference instance, String suffix) {
    boolean named =
        Stream.of(instance.studyUid(), instance.seriesUid(), instance.instanceUid())
            .allMatch(uid -> uid.isPresent() && UID.matcher(uid.get()).matches());
    if (!named) {
      return Optional.empty();
    }
    String uid = instance.instanceUid().orElseThrow();
    return Optional.of(
        place(
            new Names(
                FileName.of(instance.patientId().orElse("unknown")),
                instance.studyUid().orElseThrow(),
                instance.seriesUid().orElseThrow(),
                uid,
                uid + suffix)));
  }
}
