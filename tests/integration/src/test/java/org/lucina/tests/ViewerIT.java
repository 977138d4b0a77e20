package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the files of the OHIF viewer are served. */
@OnServer
class ViewerIT {
  private final Http http = new Http();

  @ParameterizedTest
  @ValueSource(strings = {"/ohif/", "/ohif/app-config.js", "/ohif/viewer", "/ohif/none.js"})
  void nothingIsServedWithoutALogin(String path) throws Exception {
    assertThat(http.getAsNobody(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ohif/", "/ohif/viewer?StudyInstanceUIDs=1.2.3", "/ohif/viewer/lucina"})
  void linksIntoTheViewerAreAnsweredByItsPage(String path) throws Exception {
    assumeViewer(http);

    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).contains("<base href=\"/ohif/\">", "src=\"/ohif/app-config.js\"");
  }

  @Test
  void theBrowserIsAskedToKeepWhatItSeesToItself() throws Exception {
    assumeViewer(http);

    var headers = get("/ohif/").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("connect-src 'self'");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Embedder-Policy")).contains("require-corp");
    assertThat(headers.firstValue("Cache-Control")).contains("private, no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "app-config.js, text/javascript",
    "app.bundle.css, text/css",
    "manifest.json, application/json",
    "ohif-logo.svg, image/svg+xml",
    "dicom-microscopy-viewer/charlswasm_decode.wasm, application/wasm"
  })
  void filesHaveTheirMediaTypesAndAreCompressed(String file, String mediaType) throws Exception {
    assumeViewer(http);

    HttpResponse<String> response =
        http.send(http.withUser("/ohif/" + file).header("Accept-Encoding", "gzip"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(mediaType);
    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void aFileThatIsNotThereIsNotFound() throws Exception {
    assertThat(get("/ohif/none.js").statusCode()).isEqualTo(404);
  }

  /** Skips the test when the server was built without the viewer. */
  static void assumeViewer(Http http) throws IOException, InterruptedException {
    HttpResponse<String> page = http.get("/ohif/", "*/*");
    assumeTrue(
        page.statusCode() != 404 || !page.body().contains("built without the OHIF viewer"),
        "skipped: the server was built without the OHIF viewer");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.get(path, "*/*");
  }
}
