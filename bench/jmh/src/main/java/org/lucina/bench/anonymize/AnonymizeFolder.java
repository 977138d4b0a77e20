package org.lucina.bench.anonymize;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.lucina.anonymizer.ps315.Ps315Provider;
import org.lucina.mint.keyed.KeyedPseudonymProvider;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/**
 * Anonymizes every file of a folder into another, on one thread, as pipelines have the profile do
 * it. Arguments: folder, folder of the results, how often. Prints the seconds of processor time
 * that the last time took, user and system in one, and 0.
 */
public final class AnonymizeFolder {
  private static final int BUFFER = 128 << 10;
  private static final String KEY = "000102030405060708090a0b0c0d0e0f";

  private AnonymizeFolder() {}

  /** Does it. */
  public static void main(String[] arguments) throws Exception {
    Path from = Path.of(arguments[0]);
    Path to = Files.createDirectories(Path.of(arguments[1]));
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    try (LocalContext server = new LocalContext();
        Anonymizer anonymizer = anonymizer(server)) {
      long before = 0;
      for (int left = Integer.parseInt(arguments[2]); left > 0; left--) {
        before = system.getProcessCpuTime();
        // A folder of its own for each pass: to write over files costs more than to write new ones
        all(anonymizer, from, left == 1 ? to : Files.createTempDirectory(to.getParent(), "pass"));
      }
      System.out.println((system.getProcessCpuTime() - before) / 1e9 + " 0");
    }
  }

  private static Anonymizer anonymizer(LocalContext server) throws Exception {
    KeyedPseudonymProvider mints = new KeyedPseudonymProvider();
    server.with("mint", mints.create("mint", mints.configSpec().check(Map.of("key", KEY)), server));
    Ps315Provider provider = new Ps315Provider();
    Map<String, String> properties = Map.of("mint", "mint", "retain-longitudinal", "modified");
    return provider.create("ps315", provider.configSpec().check(properties), server);
  }

  private static void all(Anonymizer anonymizer, Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        anonymize(anonymizer, file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void anonymize(Anonymizer anonymizer, Path file, Path to) throws Exception {
    Content content =
        Content.of(OptionalLong.of(Files.size(file)), () -> Files.newInputStream(file));
    Dixel dixel =
        Dixel.of(Reference.key(DicomLevel.INSTANCE, file.getFileName().toString()))
            .file(content)
            .build();
    copy(anonymizer.anonymize(dixel).dixel().file().orElseThrow(), to);
  }

  private static void copy(Content content, Path to) throws IOException {
    try (InputStream in = content.open();
        OutputStream out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    }
  }
}
