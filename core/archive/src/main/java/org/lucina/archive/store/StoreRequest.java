package org.lucina.archive.store;

import java.util.Optional;
import org.lucina.archive.access.Requestor;
import org.lucina.dicom.TransferSyntax;

/**
 * What is known of an object before it is read.
 *
 * @param requestor who sends it
 * @param dataSetSyntax the syntax of a bare data set; empty when a Part 10 file comes
 * @param sopClass what the data set must say, when the protocol names it
 * @param sopInstance what the data set must say, when the protocol names it
 * @param study the study that it must belong to (STOW-RS to a study), empty for any
 */
public record StoreRequest(
    Requestor requestor,
    Optional<TransferSyntax> dataSetSyntax,
    Optional<String> sopClass,
    Optional<String> sopInstance,
    Optional<String> study) {}
