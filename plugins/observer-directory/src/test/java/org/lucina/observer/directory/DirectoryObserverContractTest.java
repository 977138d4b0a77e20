package org.lucina.observer.directory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.contract.ObserverContract;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.LocalContext;

/** A folder is observed as everything is. */
class DirectoryObserverContractTest extends ObserverContract {
  private final SyntheticObjects objects = new SyntheticObjects(3);

  @TempDir private Path temp;
  private int written;

  @Override
  protected Observer open() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("inbox"));
    DirectoryObserverProvider provider = new DirectoryObserverProvider();
    return provider.create(
        "test",
        provider.configSpec().check(Map.of("path", folder.toString(), "quiet", "PT0.2S")),
        new LocalContext().folder(temp.resolve("state")));
  }

  @Override
  protected void happen() throws Exception {
    written++;
    Files.write(temp.resolve("inbox/IM" + written), objects.small(1, 1, 1, written).file());
  }

  @Override
  protected Duration usual() {
    return Duration.ofMillis(1500);
  }
}
