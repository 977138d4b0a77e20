package org.lucina.endpoint.mock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.endpoint.mock.site.Modality;
import org.lucina.endpoint.mock.site.Service;
import org.lucina.endpoint.mock.site.Site;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Series;
import org.lucina.endpoint.mock.study.Study;
import org.lucina.endpoint.mock.study.Timeline;

/** Objects of every modality, of every kind and region, keep to the standard. */
class DciodvfyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void findsNoErrors(Modality modality) throws Exception {
    ExternalTool validator = ExternalTool.orSkip("dciodvfy", "dicom3tools");
    Site site = new Site("Test Site", List.of(new Service("Service", modality, 1, 4)));
    Timeline timeline = new Timeline(7, List.of(site), new ImagingProtocol(32, 3), 100, 2);
    Map<String, Instance> kinds = new LinkedHashMap<>();
    timeline
        .studies(DAY)
        .forEach(
            study ->
                study
                    .series()
                    .forEach(series -> kinds.putIfAbsent(kind(study, series), of(study, series))));

    List<String> errors = new ArrayList<>();
    for (Map.Entry<String, Instance> kind : kinds.entrySet()) {
      Path file = folder.resolve("object.dcm");
      ObjectFile object = new ObjectFile(kind.getValue());
      try (InputStream in = object.open()) {
        Files.write(file, in.readAllBytes());
      }
      assertThat(object.length()).hasValue(Files.size(file));
      validator
          .run(file.toString())
          .output()
          .lines()
          .filter(line -> line.startsWith("Error"))
          .forEach(line -> errors.add(kind.getKey() + ": " + line));
    }

    assertThat(kinds).isNotEmpty();
    assertThat(errors).isEmpty();
  }

  private static String kind(Study study, Series series) {
    return study.region() + " " + series.description() + " " + series.kind();
  }

  private static Instance of(Study study, Series series) {
    return new Instance(study, series, series.images());
  }
}
