package org.lucina.spi.anonymize;

import org.lucina.spi.dixel.Dixel;

/**
 * Turns instances into others that may leave.
 *
 * <p>Thread-safe. The same instance gives the same result each time, and instances of one study
 * give instances of one study, now and later: pipelines repeat after a crash.
 */
public interface Anonymizer extends AutoCloseable {

  /**
   * Anonymizes one instance. What it returns reads the original while it is read itself: nothing is
   * held in memory whole, and the original must stay for as long.
   *
   * @param instance an instance with {@link org.lucina.spi.dixel.View#FILE}; not changed
   * @throws AnonymizerException when it cannot be made to leave; nothing of it may then leave
   */
  Anonymized anonymize(Dixel instance) throws AnonymizerException;

  @Override
  void close();
}
