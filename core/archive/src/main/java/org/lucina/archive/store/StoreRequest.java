package org.lucina.archive.store;

import java.util.Optional;
import org.lucina.archive.access.Requestor;
import org.lucina.dicom.TransferSyntax;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/**
 * What is known of an object before it is read.
 *
 * @param requestor who sends it
 * @param dataSetSyntax the syntax of a bare data set; empty when a Part 10 file comes
 * @param sopClass what the data set must say, when the protocol names it
 * @param sopInstance what the data set must say, when the protocol names it
 * @param study the study that it must belong to (STOW-RS to a study), empty for any
 * @param deidentified whether an anonymizer has put it out
 * @param duplicates what happens to a different object under its UID, empty for what the settings
 *     say
 */
public record StoreRequest(
    Requestor requestor,
    Optional<TransferSyntax> dataSetSyntax,
    Optional<String> sopClass,
    Optional<String> sopInstance,
    Optional<String> study,
    boolean deidentified,
    Optional<Duplicates> duplicates) {

  /** An object as it came from outside. */
  public StoreRequest(
      Requestor requestor,
      Optional<TransferSyntax> dataSetSyntax,
      Optional<String> sopClass,
      Optional<String> sopInstance,
      Optional<String> study) {
    this(requestor, dataSetSyntax, sopClass, sopInstance, study, false, Optional.empty());
  }
}
