package org.lucina.endpoint.xnat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;

/** Makes dixels of what is in a project; parts are listed and files fetched when asked for. */
final class XnatDixels {
  private final XnatProject project;

  XnatDixels(XnatProject project) {
    this.project = project;
  }

  Dixel of(Reference reference, XnatPlace place) {
    if (place.level() == DicomLevel.INSTANCE) {
      Content file = Content.of(OptionalLong.empty(), () -> open(place));
      return Dixel.of(reference).file(file).tags(() -> tags(file)).build();
    }
    return Dixel.of(reference).children(() -> parts(reference, place)).build();
  }

  private InputStream open(XnatPlace file) throws IOException {
    try {
      return project.file(file).body();
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static DataSet tags(Content file) throws IOException {
    try {
      return XnatUpload.head(file);
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Stream<Dixel> parts(Reference whole, XnatPlace place) throws IOException {
    List<Dixel> parts = new ArrayList<>();
    try {
      if (place.level() == DicomLevel.STUDY) {
        project.scans(
            place,
            row -> {
              row.cell("ID")
                  .map(place::at)
                  .ifPresent(scan -> parts.add(of(scan(whole, scan, row.cell("UID")), scan)));
              return true;
            });
      } else {
        project.files(
            place,
            row -> {
              row.cell("Name")
                  .map(place::at)
                  .ifPresent(file -> parts.add(of(file(whole, file), file)));
              return true;
            });
      }
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
    return parts.stream();
  }

  private static Reference scan(Reference study, XnatPlace place, Optional<String> uid) {
    return new Reference(
        DicomLevel.SERIES,
        study.patientId(),
        study.studyUid(),
        uid,
        Optional.empty(),
        Optional.of(place.path()));
  }

  private static Reference file(Reference series, XnatPlace place) {
    return new Reference(
        DicomLevel.INSTANCE,
        series.patientId(),
        series.studyUid(),
        series.seriesUid(),
        Optional.empty(),
        Optional.of(place.path()));
  }
}
