package org.lucina.archive.store;

import java.io.IOException;
import java.io.InputStream;

/** Takes objects in: streams them to the storage, reads what the index needs, indexes them. */
public interface ObjectStore {

  /**
   * Stores one object. When this returns it is durable and will be found by every query that begins
   * afterwards.
   *
   * @param request what is known of the object
   * @param data the object, read to its end
   * @throws StoreException when it is refused; nothing of it remains
   * @throws IOException when {@code data} cannot be read; nothing of it remains
   */
  StoreOutcome store(StoreRequest request, InputStream data) throws StoreException, IOException;
}
