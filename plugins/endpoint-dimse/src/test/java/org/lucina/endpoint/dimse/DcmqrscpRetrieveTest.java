package org.lucina.endpoint.dimse;

import java.nio.file.Path;

/** The endpoint gets objects from DCMTK's image archive. */
class DcmqrscpRetrieveTest extends PacsRetrieveContract {
  @Override
  Pacs start(Path temp, Pacs.Destination... destinations) throws Exception {
    return Pacs.dcmqrscp(temp, destinations);
  }
}
