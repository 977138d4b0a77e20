package org.lucina.tests;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * WildFly's admin console in a browser, open at the tree of our subsystem, and worked as a person
 * works it. Resources are told by their place in the tree, such as {@code pipeline/mine/step}.
 */
final class AdminConsole {
  private static final String SUBSYSTEM =
      "/console/index.html#generic-subsystem;address=%255C0subsystem%255C2lucina";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration A_WHILE = Duration.ofSeconds(10);
  private static final String ROOT = "model-browser-root";

  /** Attributes that take several values, each ended by Enter. */
  private static final Set<String> LISTS = Set.of("properties", "observers");

  /** Attributes of which one of some is chosen. */
  private static final Set<String> CHOICES = Set.of("type");

  private final Page page;

  private AdminConsole(Page page) {
    this.page = page;
  }

  /** Opens it, logged in as the administrator. */
  static AdminConsole open(Page page, Ports ports) {
    String password = System.getenv("LUCINA_ADMIN_PASSWORD").replace(" ", "%20");
    String server = "127.0.0.1:" + ports.management();
    // The browser asks for the log-in once; from then on it is on its own.
    page.navigate("http://admin:" + password + "@" + server + "/management");
    page.navigate("http://" + server + SUBSYSTEM);
    return new AdminConsole(page);
  }

  /** Adds a resource below a node, with attributes of which {@code name} is one. */
  void add(String below, Map<String, String> attributes) {
    select(below);
    page.locator("button:has-text('Add'):visible").first().click();
    Locator name = page.locator("input[id$='-add-name-editing']:visible");
    String dialog = name.getAttribute("id").replaceAll("name-editing$", "");
    page.getByText("Optional Fields").last().click();
    // A console that is slow to open the dialog forgets what was filled in before
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(
            () -> {
              attributes.forEach((attribute, value) -> fill(dialog, attribute, value));
              page.locator(".modal-footer button:text-is('Add'):visible").click();
              return isGone(name);
            });
  }

  private static boolean isGone(Locator locator) {
    try {
      locator.waitFor(
          new Locator.WaitForOptions()
              .setState(WaitForSelectorState.HIDDEN)
              .setTimeout(A_WHILE.toMillis()));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  private void fill(String dialog, String attribute, String value) {
    String field = dialog + attribute + "-editing";
    if (CHOICES.contains(attribute)) {
      page.locator("button[data-id='" + field + "']").click();
      page.locator(".dropdown-menu.open li a:has(:text-is('" + value + "'))").click();
    } else {
      page.locator("#" + field).fill(value);
      if (LISTS.contains(attribute)) {
        page.locator("#" + field).press("Enter");
      }
    }
  }

  /** Switches an attribute of a resource on; again, when the console lost that by loading anew. */
  void switchOn(String resource, String attribute) {
    String toggle = ".bootstrap-switch-wrapper:has(#" + field(resource, attribute) + "-editing)";
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (read(resource, attribute).equals("true")) {
                return true;
              }
              page.locator("a:has-text('Edit'):visible").first().click();
              page.locator(toggle).click();
              Locator save = page.locator("button:text-is('Save'):visible");
              save.click();
              isGone(save);
              return false;
            });
  }

  /** What a resource says of an attribute now. */
  String read(String resource, String attribute) {
    select(resource.substring(0, resource.lastIndexOf('/')));
    select(resource);
    Locator shown = page.locator("#" + field(resource, attribute) + "-readonly");
    shown.waitFor();
    return shown.innerText();
  }

  private static String field(String resource, String attribute) {
    return "model-browser-" + ROOT + "-" + resource.replace('/', '-') + "-form-" + attribute;
  }

  private void select(String path) {
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      int next = path.indexOf('/', end + 1);
      unfold(path.substring(0, end), next < 0 ? path : path.substring(0, next));
    }
    anchor(path).click();
    page.locator("#" + node(path) + "_anchor.jstree-clicked").waitFor();
  }

  /** The tree is loaded anew after each change, and may fold up again. */
  private void unfold(String path, String child) {
    Locator closed = page.locator("li.jstree-closed#" + node(path) + " > i.jstree-ocl");
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (closed.isVisible()) {
                closed.click();
              }
              return anchor(child).isVisible();
            });
  }

  private Locator anchor(String path) {
    return page.locator("#" + node(path) + "_anchor");
  }

  /**
   * The kinds of children below a resource are called after that alone, all others from the root.
   */
  private static String node(String path) {
    String[] parts = path.split("/");
    return parts.length == 3
        ? parts[1] + "___" + parts[2]
        : ROOT + "___" + String.join("___", parts);
  }
}
