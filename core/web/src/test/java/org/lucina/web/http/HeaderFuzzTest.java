package org.lucina.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.web.dicomweb.Uid;
import org.lucina.web.dicomweb.retrieve.FrameList;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Any text is read as a header field or part of a path, or refused as the client's fault. */
class HeaderFuzzTest {
  private static final long TOTAL = 1000;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "multipart/related; type=\"application/dicom\"; transfer-syntax=*; q=0.5, */*",
            "application/dicom+json;q=1.0",
            "image/jpeg;q=0, application/octet-stream; a=\"b\\\"c\"",
            "bytes=0-99",
            "bytes=-5",
            "1,2,3",
            "1%2C2",
            "1.2.840.10008")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void header(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    accepted(
        () -> {
          Accept accept = Accept.of(List.of(), List.of(text));
          assertThat(accept.ranges())
              .allMatch(range -> range.quality() > 0 && range.quality() <= 1);
        });
    accepted(
        () ->
            ByteRange.parse(text, TOTAL)
                .ifPresent(
                    range -> {
                      assertThat(range.first()).isBetween(0L, TOTAL - 1);
                      assertThat(range.length()).isBetween(1L, TOTAL - range.first());
                    }));
    accepted(() -> assertThat(FrameList.valueOf(text).numbers()).isNotEmpty().allMatch(n -> n > 0));
    accepted(() -> assertThat(new Uid(text).value()).doesNotContain("..", "/"));
  }

  private static void accepted(Runnable reading) {
    try {
      reading.run();
    } catch (ProblemException refused) {
      assertThat(refused.fault())
          .isIn(Fault.BAD_REQUEST, Fault.BAD_PARAMETER, Fault.BAD_UID, Fault.RANGE_NOT_SATISFIABLE);
    }
  }
}
