package org.lucina.net;

import java.util.Optional;
import org.lucina.dicom.DataSet;

/**
 * A response that a service class user got.
 *
 * @param command the command set
 * @param data the data set, decoded, if one came
 */
public record Response(DataSet command, Optional<DataSet> data) {

  /** Status (0000,0900). */
  public int status() {
    return command.integer(org.lucina.dicom.Tag.Status).orElse(Status.PROCESSING_FAILURE);
  }
}
