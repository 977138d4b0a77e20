package org.lucina.web.dicomweb.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;
import org.lucina.web.wado.WadoFuzzing;

/** Any query string of a search becomes keys that can be matched on, or is answered 400. */
class SearchFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.of(
            "PatientName=DOE*&StudyDate=20200101-20201231&includefield=all&limit=5&offset=2",
            "00100010=%E5%B1%B1%E7%94%B0&fuzzymatching=true&includefield=00081030,PatientAge",
            "RequestAttributesSequence.0040A370.00080050=A1&ModalitiesInStudy=CT",
            "StudyInstanceUID=1.2,1.3&multiplevaluematching=true&emptyvaluematching=true",
            "PatientSize=1.8&SeriesNumber=3&StudyTime=08-09&Rows=512",
            "requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4&transferSyntax=*")
        .map(text -> text.getBytes(StandardCharsets.US_ASCII));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void query(byte[] bytes) {
    Map<String, List<String>> query = decoded(new String(bytes, StandardCharsets.ISO_8859_1));
    try {
      SearchParameters parameters = SearchParameters.parse(query);
      parameters.describe();
      KeyTree keys = new KeyTree();
      parameters.matches().forEach(keys::match);
      assertReadable(keys.toDataSet());
    } catch (ProblemException refused) {
      assertThat(refused.fault()).isIn(Fault.UNKNOWN_PARAMETER, Fault.BAD_PARAMETER);
    }
    WadoFuzzing.parse(query);
  }

  private static void assertReadable(DataSet keys) {
    for (Element element : keys) {
      keys.strings(element.tag());
      keys.items(element.tag()).forEach(SearchFuzzTest::assertReadable);
    }
  }

  /** The parameters as a container would give them. */
  private static Map<String, List<String>> decoded(String query) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        decoded
            .computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), any -> new ArrayList<>())
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException noPercentEncoding) {
        return decoded;
      }
    }
    return decoded;
  }
}
