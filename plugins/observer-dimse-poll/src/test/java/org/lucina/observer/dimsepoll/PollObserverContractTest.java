package org.lucina.observer.dimsepoll;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.contract.ObserverContract;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.LocalContext;

/** A poll tells as every observer does. */
class PollObserverContractTest extends ObserverContract {
  private final ShelfEndpoint shelf = new ShelfEndpoint();
  private final LocalContext context = new LocalContext().with("pacs", shelf);

  @Override
  protected Observer open() throws Exception {
    DimsePollProvider provider = new DimsePollProvider();
    return provider.create(
        "test",
        provider.configSpec().check(Map.of("endpoint", "pacs", "period", "PT0.02S")),
        context);
  }

  @Override
  protected void happen() {
    LocalDateTime now = LocalDateTime.now().minusSeconds(2);
    shelf.studies.add(
        new DataSet()
            .set(Tag.StudyInstanceUID, "1.2." + (shelf.studies.size() + 1))
            .set(Tag.StudyDate, now.format(DateTimeFormatter.ofPattern("yyyyMMdd")))
            .set(Tag.StudyTime, now.format(DateTimeFormatter.ofPattern("HHmmss"))));
  }

  @Override
  protected Duration usual() {
    return Duration.ofMillis(500);
  }

  @AfterEach
  void closeContext() {
    context.close();
  }
}
