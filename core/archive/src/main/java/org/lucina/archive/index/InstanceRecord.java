package org.lucina.archive.index;

import java.time.Instant;

/**
 * What the index knows of a stored object.
 *
 * @param study Study Instance UID
 * @param series Series Instance UID
 * @param sopInstance SOP Instance UID
 * @param sopClass SOP Class UID
 * @param transferSyntax Transfer Syntax UID in which it is stored
 * @param storage name of the storage
 * @param location where in the storage
 * @param length bytes of the stored Part 10 file
 * @param dataSetOffset byte of the file at which the data set begins
 * @param sha256 digest of the data set as received (File Meta Information excepted), lower-case
 *     hexadecimal; it decides whether two objects are the same
 * @param received when it was stored
 */
public record InstanceRecord(
    String study,
    String series,
    String sopInstance,
    String sopClass,
    String transferSyntax,
    String storage,
    String location,
    long length,
    long dataSetOffset,
    String sha256,
    Instant received) {}
