package org.lucina.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/viewer", "/viewer/dicomweb", "/segmentation", "/assets/"})
  void routesAreAnsweredByThePage(String path) {
    assertThat(new ViewerPath(path).isRoute()).isTrue();
    assertThat(new ViewerPath(path).file()).isEqualTo("/index.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app-config.js", "/assets/favicon.ico", "/37fa160cc3a47cfd.wasm"})
  void filesAnswerForThemselves(String path) {
    assertThat(new ViewerPath(path).isRoute()).isFalse();
    assertThat(new ViewerPath(path).file()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app.bundle.0f6159c501addfe9.js",
        "/37fa160cc3a47cfd.wasm",
        "/assets/a34f9d1faa5f3315.woff2"
      })
  void whatIsNamedAfterItsContentIsKept(String path) {
    assertThat(new ViewerPath(path).cacheControl()).contains("immutable").contains("private");
  }

  @ParameterizedTest
  @CsvSource({"/", "/index.html", "/app-config.js", "/app.bundle.css", "/viewer"})
  void whatMayChangeIsAskedForAgain(String path) {
    assertThat(new ViewerPath(path).cacheControl()).isEqualTo("private, no-cache");
  }
}
