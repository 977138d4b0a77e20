package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.PrivateDictionary;
import org.lucina.dicom.VR;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Spi;
import org.lucina.spi.storage.StorageProvider;

/** Providers of a deployment are registered, and what fails is parked. */
class PluginsTest {
  private final ProviderRegistry registry = new ProviderRegistry();
  private final Plugins plugins = new Plugins(registry);

  @TempDir Path folder;

  private Optional<String> spi = Optional.of(Spi.VERSION);

  @Test
  void providersAreRegisteredWhileTheDeploymentIsThere() throws IOException {
    add("good.jar", FakeStorageProvider.class.getName());
    assertThat(registry.types(ProviderKind.STORAGE)).containsExactly("fake");
    assertThat(plugins.all().get("good.jar").version()).contains("1.0");
    plugins.remove("good.jar");
    assertThat(registry.types(ProviderKind.STORAGE)).isEmpty();
    assertThat(plugins.all()).isEmpty();
  }

  @Test
  void oneThatCannotBeMadeIsParkedAndTheOthersAreRegistered() throws IOException {
    add(
        "mixed.jar",
        Broken.class.getName(),
        "com.example.Missing",
        FakeStorageProvider.class.getName());
    Plugin plugin = plugins.all().get("mixed.jar");
    assertThat(plugin.offered()).hasSize(1);
    assertThat(plugin.faults())
        .hasSize(2)
        .anyMatch(fault -> fault.contains("broken on purpose"))
        .anyMatch(fault -> fault.contains("com.example.Missing"));
  }

  @Test
  void oneWhoseMethodsThrowIsParked() throws IOException {
    add("throwing.jar", Throwing.class.getName());
    assertThat(plugins.all().get("throwing.jar").faults()).containsExactly("no type");
  }

  @Test
  void oneOfATypeThatIsTakenIsParked() throws IOException {
    add("first.jar", FakeStorageProvider.class.getName());
    add("second.jar", FakeStorageProvider.class.getName());
    assertThat(plugins.all().get("second.jar").faults().get(0)).contains("first.jar");
    plugins.remove("second.jar");
    assertThat(registry.types(ProviderKind.STORAGE)).containsExactly("fake");
  }

  @Test
  void oneWithAStrangeTypeIsParked() throws IOException {
    add("strange.jar", Strange.class.getName());
    assertThat(plugins.all().get("strange.jar").faults().get(0)).contains("'No Type'");
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, written for version 0.9",
    "1.99, written for version 1.99",
    "2.0, written for version 2.0",
    "1, no Lucina-Spi-Version",
    "one, no Lucina-Spi-Version"
  })
  void oneWrittenForOtherInterfacesIsRefusedByName(String declared, String fault)
      throws IOException {
    spi = Optional.of(declared);
    add("other.jar", Broken.class.getName(), FakeStorageProvider.class.getName());
    Plugin plugin = plugins.all().get("other.jar");
    assertThat(plugin.faults()).hasSize(1).first().asString().contains(fault);
    assertThat(plugin.isEmpty()).isTrue();
    assertThat(registry.types(ProviderKind.STORAGE)).isEmpty();
    plugins.remove("other.jar");
    assertThat(plugins.all()).isEmpty();
  }

  @Test
  void oneThatDeclaresNoVersionIsAccepted() throws IOException {
    spi = Optional.empty();
    add("silent.jar", FakeStorageProvider.class.getName());
    assertThat(plugins.all().get("silent.jar").faults()).isEmpty();
  }

  @Test
  void privateDictionariesAreKnownWhileTheDeploymentIsThere() throws IOException {
    add("names.jar", PrivateDictionary.class, Names.class.getName());
    assertThat(Dictionary.find("LUCINA PLUGIN TEST", 0x00291001))
        .hasValueSatisfying(entry -> assertThat(entry.vr()).isEqualTo(VR.FD));
    plugins.remove("names.jar");
    assertThat(Dictionary.find("LUCINA PLUGIN TEST", 0x00291001)).isEmpty();
  }

  private void add(String name, String... providers) throws IOException {
    add(name, StorageProvider.class, providers);
  }

  private void add(String name, Class<?> service, String... providers) throws IOException {
    Path services = Files.createDirectories(folder.resolve(name).resolve("META-INF/services"));
    Files.write(services.resolve(service.getName()), List.of(providers));
    URL[] urls = {folder.resolve(name).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      plugins.add(name, Optional.of("1.0"), spi, loader);
    }
  }

  /** Names one private attribute. */
  public static final class Names implements PrivateDictionary {
    @Override
    public Optional<Dictionary.Entry> find(String privateCreator, int tag) {
      return privateCreator.equals("LUCINA PLUGIN TEST")
          ? Optional.of(new Dictionary.Entry(tag, "", VR.FD, "1", "Temperature", false))
          : Optional.empty();
    }
  }

  /** Cannot be made. */
  public static final class Broken extends FakeStorageProvider {
    /** Fails. */
    public Broken() {
      throw new IllegalStateException("broken on purpose");
    }
  }

  /** Cannot tell its type. */
  public static final class Throwing extends FakeStorageProvider {
    @Override
    public String type() {
      throw new IllegalStateException("no type");
    }
  }

  /** Has a type that is none. */
  public static final class Strange extends FakeStorageProvider {
    @Override
    public String type() {
      return "No Type";
    }

    @Override
    public ConfigSpec configSpec() {
      return ConfigSpec.none();
    }
  }
}
