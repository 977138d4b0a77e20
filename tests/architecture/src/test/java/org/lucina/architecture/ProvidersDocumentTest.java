package org.lucina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.Provider;
import org.lucina.spi.anonymize.AnonymizerProvider;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.mint.MintProvider;
import org.lucina.spi.observer.ObserverProvider;
import org.lucina.spi.storage.StorageProvider;

/**
 * {@code docs/providers.md} says what the server's own plugins take, as they say it themselves.
 * {@code -Dlucina.docs.write=true} writes it anew.
 */
class ProvidersDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "providers.md");
  private static final String BEGIN =
      """
      # Endpoints, observers, anonymizers, mints and storages

      What comes with the server, and the properties that each takes. Made from what the providers say of themselves; the console and `/subsystem=lucina/plugin=*:read-resource(include-runtime=true)` tell the same. Durations are ISO-8601, such as `PT30S` or `PT5M`. Secrets belong into a credential store, see [administration.md](administration.md).
      """;

  @Test
  void tellsWhatProvidersTake() throws IOException {
    String text =
        BEGIN
            + chapter("Endpoints", "endpoint", EndpointProvider.class)
            + chapter("Observers", "observer", ObserverProvider.class)
            + chapter("Anonymizers", "anonymizer", AnonymizerProvider.class)
            + chapter("Mints", "mint", MintProvider.class)
            + chapter("Storages", "storage", StorageProvider.class);
    if (Boolean.getBoolean("lucina.docs.write")) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(text);
  }

  private static <P extends Provider<?>> String chapter(
      String title, String resource, Class<P> service) {
    List<P> providers = new ArrayList<>();
    ServiceLoader.load(service).forEach(providers::add);
    return "\n## "
        + title
        + "\n"
        + providers.stream()
            .filter(provider -> !provider.getClass().getName().startsWith("org.lucina.example."))
            .sorted(Comparator.comparing(Provider::type))
            .map(provider -> section(resource, provider))
            .collect(Collectors.joining());
  }

  private static String section(String resource, Provider<?> provider) {
    List<Property> properties = provider.configSpec().properties();
    String head =
        "\n### %s\n\n%s. `/subsystem=lucina/%s=NAME:add(provider=%s%s)`\n"
            .formatted(
                provider.type(),
                provider.description().replaceFirst("[.]$", ""),
                resource,
                provider.type(),
                properties.isEmpty() ? "" : ", properties={...}");
    if (properties.isEmpty()) {
      return head;
    }
    return head
        + "\n| property | type | default | what |\n| --- | --- | --- | --- |\n"
        + properties.stream().map(ProvidersDocumentTest::row).collect(Collectors.joining());
  }

  private static String row(Property property) {
    String type = property.type().name().toLowerCase(Locale.ROOT);
    String limits =
        property.allowed().isEmpty() ? "" : ": " + cell(String.join(", ", property.allowed()));
    return "| `%s` | %s%s%s | %s | %s |\n"
        .formatted(
            property.name(),
            property.secret() ? "secret " : "",
            type,
            limits,
            property.required()
                ? "required"
                : property
                    .defaultValue()
                    .filter(value -> !value.isEmpty())
                    .map(value -> "`" + cell(value) + "`")
                    .orElse(""),
            cell(property.description()));
  }

  /** Neither a bar nor an end of line may stand in a table. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
