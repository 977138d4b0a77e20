package org.lucina.archive.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.index.TestDatabase;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.IdentityRegistry.Candidates;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/**
 * Identities that were returned survive that the process is killed, though H2 writes commits late.
 */
class IdentityKillTest {
  private static final int THREADS = 4;
  private static final int ENOUGH = 150;

  @TempDir private Path temp;

  @Test
  void nothingReturnedIsLostOrChangedByKill() throws Exception {
    for (int round = 0; round < 3; round++) {
      List<String> returned = killed();
      try (TestDatabase database = TestDatabase.h2(temp)) {
        IdentityRegistry registry = registry(database);
        for (String line : returned) {
          String[] parts = line.split(" ");
          assertThat(registry.register(parts[0], parts[1], chance(parts[0])).replacement())
              .as(line)
              .isEqualTo(parts[2]);
        }
      }
    }
  }

  private List<String> killed() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                temp.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> returned = new ArrayList<>();
    try (BufferedReader lines = writer.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        returned.add(line);
        if (returned.size() == ENOUGH) {
          writer.toHandle().destroyForcibly();
        }
      }
    }
    writer.waitFor();
    assertThat(returned).hasSizeGreaterThanOrEqualTo(ENOUGH);
    return returned;
  }

  private static IdentityRegistry registry(TestDatabase database) {
    return new IdentityKeys(new IdentityStore(database.database(), Clock.systemUTC())).of("m");
  }

  /** Counted in one domain, random in the other. */
  private static Candidates chance(String domain) {
    return new Candidates() {
      @Override
      public OptionalLong first() {
        return domain.equals("patient") ? OptionalLong.of(1) : OptionalLong.empty();
      }

      @Override
      public Registered make(long number) {
        return new Registered(number == 0 ? UUID.randomUUID().toString() : "N" + number, 0);
      }
    };
  }

  /** Registers until it is killed, and tells what was returned. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      IdentityRegistry registry = registry(TestDatabase.h2(Path.of(arguments[0])));
      for (int thread = 0; thread < THREADS; thread++) {
        String domain = thread % 2 == 0 ? "patient" : "uid";
        new Thread(() -> register(registry, domain)).start();
      }
    }

    private static void register(IdentityRegistry registry, String domain) {
      try {
        while (true) {
          String original = UUID.randomUUID().toString();
          String made = registry.register(domain, original, chance(domain)).replacement();
          System.out.print(domain + " " + original + " " + made + "\n");
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
