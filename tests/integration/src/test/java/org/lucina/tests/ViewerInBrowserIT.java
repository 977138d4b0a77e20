package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticPhantom;

/** A person at a browser: logs in, finds a study in the list, opens it and sees its images. */
@OnServer
@EnabledIfSystemProperty(
    named = "lucina.tests.database",
    matches = "h2",
    disabledReason = "skipped: a browser does not see which database there is")
class ViewerInBrowserIT {
  private static final SyntheticPhantom PHANTOM = new SyntheticPhantom(401, 24);

  /**
   * How many hundredths of the image are about as bright as each tissue of the phantom is in its
   * window: fluid, brain and bone; empty as long as there is no image.
   */
  private static final String TISSUES =
      """
      () => {
        const canvas = document.querySelector('canvas.cornerstone-canvas');
        if (!canvas || !canvas.width) return [];
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const share = (from, to) => {
          let count = 0;
          for (let i = 0; i < data.length; i += 4) {
            if (data[i] >= from && data[i] <= to) count++;
          }
          return Math.round(count * 400 / data.length);
        };
        return [share(60, 100), share(110, 140), share(250, 255)];
      }
      """;

  private final Http http = new Http();
  private final Ports ports = Ports.ofServer();
  private final String server = "127.0.0.1:" + ports.http();

  @Test
  void aStudyIsFoundInTheListAndSeen() throws Exception {
    ViewerIT.assumeViewer(http);
    store();

    try (Browser browser = Browser.open()) {
      Page page = browser.page();
      logIn(page);
      page.navigate("http://" + server + "/ohif/");
      page.getByText("Confirm and hide").click();
      page.getByText("HEAD PHANTOM").first().click();
      page.getByText("Phantom, Head").first().waitFor();
      browser.picture("viewer-list");

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Basic Viewer")).click();
      page.waitForFunction("() => (" + TISSUES + ")()[1] > 5");
      page.getByText("Skip all").click();
      page.mouse().move(800, 400);
      for (int slice = 1; slice < PHANTOM.slices() / 2; slice++) {
        page.mouse().wheel(0, 100);
      }
      page.waitForFunction("() => (" + TISSUES + ")()[0] > 0");
      browser.picture("viewer");

      assertThat(page.evaluate(TISSUES)).asList().hasSize(3).allMatch(share -> (int) share > 0);
      assertThat(page.evaluate("() => window.crossOriginIsolated")).isEqualTo(true);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void aLinkOpensAStudy() throws Exception {
    ViewerIT.assumeViewer(http);
    store();
    String study = PHANTOM.objects().get(0).study();

    try (Browser browser = Browser.open()) {
      logIn(browser.page());
      browser.page().navigate("http://" + server + "/ohif/viewer?StudyInstanceUIDs=" + study);
      browser.page().waitForFunction("() => (" + TISSUES + ")()[1] > 5");

      assertThat(browser.faults()).isEmpty();
    }
  }

  /**
   * The log-in that the browser asks for once; from then on it is on its own: a request that came
   * without the log-in would be a fault.
   */
  private void logIn(Page page) {
    String password = System.getenv("LUCINA_ADMIN_PASSWORD").replace(" ", "%20");
    page.navigate("http://admin:" + password + "@" + server + "/ohif/manifest.json");
  }

  private void store() throws Exception {
    List<SyntheticObject> slices = PHANTOM.objects();
    var response = new DicomWeb(http).store(slices.toArray(SyntheticObject[]::new));
    assertThat(response.statusCode()).isEqualTo(200);
  }
}
