package org.lucina.endpoint.dimse;

import java.nio.file.Path;

/** The endpoint feeds and asks DCMTK's image archive. */
class DcmqrscpSearchTest extends PacsSearchContract {
  @Override
  Pacs start(Path temp, Pacs.Destination... destinations) throws Exception {
    return Pacs.dcmqrscp(temp, destinations);
  }
}
