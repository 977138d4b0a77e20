package org.lucina.endpoint.dimse;

import java.nio.file.Path;

/** The endpoint asks and feeds DCMTK's image archive. */
class DcmqrscpTest extends PacsContract {
  @Override
  Pacs start(Path temp, Pacs.Destination... destinations) throws Exception {
    return Pacs.dcmqrscp(temp, destinations);
  }
}
