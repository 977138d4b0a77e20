package org.lucina.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Debian's Chromium without a screen, which draws by software; remembers what went wrong. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Playwright playwright;
  private final Page page;

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options =
        new LaunchOptions()
            .setExecutablePath(chromium)
            .setArgs(
                List.of("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"));
    page = playwright.chromium().launch(options).newPage();
    page.setViewportSize(WIDTH, HEIGHT);
    page.setDefaultTimeout(PATIENCE.toMillis());
    page.onPageError(faults::add);
    page.onResponse(this::look);
  }

  /** Starts it; skips the test where it is not installed. */
  static Browser open() {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(chromium.isPresent(), "skipped: Chromium is not installed");
    return new Browser(chromium.get());
  }

  private void look(Response response) {
    if (response.status() >= 400) {
      faults.add(response.status() + " " + response.url());
    }
  }

  Page page() {
    return page;
  }

  /** Errors of scripts, and requests that were refused. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Writes what it shows into {@code target}. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
