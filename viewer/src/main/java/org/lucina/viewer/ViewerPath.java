package org.lucina.viewer;

import java.util.regex.Pattern;

/**
 * A path within the viewer: one of its files, or a route that its page resolves in the browser.
 *
 * @param value the path below the context root, such as {@code /viewer}
 */
record ViewerPath(String value) {
  private static final Pattern FINGERPRINT = Pattern.compile("(?:^|[./])\\p{XDigit}{16}\\.");
  private static final String PAGE = "/index.html";

  /** Whether it names a place in the page, as the deep link of a study does, and no file. */
  boolean isRoute() {
    return name().indexOf('.') < 0;
  }

  /**
   * How long a browser may keep what it got here: a day when the name changes with the content of
   * OHIF's release, else as long as the server confirms it. Not for good, since the build makes
   * small changes to the files of a release.
   */
  String cacheControl() {
    return FINGERPRINT.matcher(name()).find()
        ? "private, max-age=86400, immutable"
        : "private, no-cache";
  }

  /** The file that answers. */
  String file() {
    return isRoute() ? PAGE : value;
  }

  private String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }
}
