package org.lucina.archive.logging;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the archive logs, each message with its code; UIDs and addresses only, no patient data. */
@MessageLogger(projectCode = "LUCINA", length = 4)
public interface ArchiveLog {
  /** The archive's messages, category {@code org.lucina.archive}. */
  ArchiveLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), ArchiveLog.class, "org.lucina.archive");

  /** The audit trail, category {@code org.lucina.audit}. */
  ArchiveLog AUDIT =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), ArchiveLog.class, "org.lucina.audit");

  @LogMessage(level = INFO)
  @Message(id = Message.NONE, value = "%s")
  void audit(String message);

  @LogMessage(level = INFO)
  @Message(id = 100, value = "The archive serves objects of storage %s")
  void serving(String storage);

  @LogMessage(level = INFO)
  @Message(id = 101, value = "The archive stops serving")
  void notServing();

  @LogMessage(level = WARN)
  @Message(id = 102, value = "Storage %s is not there; the archive waits for it")
  void storageMissing(String storage);

  @LogMessage(level = INFO)
  @Message(
      id = 103,
      value = "Storage %s: %d objects committed since %s looked at, %d indexed, %d removed")
  void recovered(String storage, long seen, String since, long indexed, long removed);

  @LogMessage(level = ERROR)
  @Message(id = 104, value = "Storage %s cannot be recovered; trying again")
  void recoveryFailed(String storage, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 105, value = "Object %s of storage %s cannot be indexed and is left as it is: %s")
  void notIndexable(String location, String storage, String reason);

  @LogMessage(level = ERROR)
  @Message(id = 106, value = "No checkpoint of the index could be made")
  void checkpointFailed(@Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(
      id = 107,
      value = "Object %s of storage %s could not be removed; it is tried again later")
  void notRemoved(String location, String storage, @Cause Throwable cause);

  @LogMessage(level = DEBUG)
  @Message(id = 108, value = "Object %s from %s: %s")
  void stored(String sopInstance, String source, String kind);

  @LogMessage(level = WARN)
  @Message(id = 109, value = "Object %s from %s refused: %s")
  void refused(String sopInstance, String source, String reason);

  @LogMessage(level = WARN)
  @Message(id = 110, value = "Object %s from %s has a UID that breaks PS3.5 9.1: %s")
  void oddUid(String sopInstance, String source, String uid);

  @LogMessage(level = WARN)
  @Message(id = 111, value = "Another object is kept under %s; the one from %s is dropped")
  void keptOther(String sopInstance, String source);

  @LogMessage(level = WARN)
  @Message(id = 112, value = "The object under %s is replaced by the one from %s")
  void replaced(String sopInstance, String source);

  @LogMessage(level = ERROR)
  @Message(id = 113, value = "Object %s from %s could not be stored")
  void storeFailed(String sopInstance, String source, @Cause Throwable cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 114,
      value =
          "Object %s at %s of storage %s was acknowledged and is stored, but could not be indexed;"
              + " it is tried again every three minutes")
  void notIndexed(String sopInstance, String location, String storage, @Cause Throwable cause);

  @LogMessage(level = INFO)
  @Message(id = 115, value = "%d objects that could not be indexed at once are indexed now")
  void regained(long number);

  @LogMessage(level = WARN)
  @Message(
      id = 116,
      value =
          "Object %s was lost: nothing is at %s of storage %s; the same object was sent again and"
              + " takes its place")
  void restored(String sopInstance, String location, String storage);

  @LogMessage(level = INFO)
  @Message(id = 120, value = "Association of %s (%s) with %s rejected: %s")
  void associationRejected(String callingAe, String address, String calledAe, String reason);

  @LogMessage(level = DEBUG)
  @Message(id = 121, value = "Association of %s (%s) opened")
  void associationOpened(String callingAe, String address);

  @LogMessage(level = DEBUG)
  @Message(id = 122, value = "Association of %s (%s) closed")
  void associationClosed(String callingAe, String address);

  @LogMessage(level = INFO)
  @Message(id = 123, value = "Association of %s (%s) broken off: %s")
  void associationBroken(String callingAe, String address, String reason);

  @LogMessage(level = DEBUG)
  @Message(id = 124, value = "Connection from %s ended without an association: %s")
  void connectionFailed(String address, String reason);

  @LogMessage(level = ERROR)
  @Message(id = 125, value = "%s of %s failed unexpectedly")
  void serviceFailed(String request, String callingAe, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 130, value = "C-MOVE for %s to %s: association failed: %s")
  void moveAssociationFailed(String requestor, String destination, String reason);

  @LogMessage(level = WARN)
  @Message(id = 131, value = "Object %s cannot be sent to %s: %s")
  void notSent(String sopInstance, String destination, String reason);

  @LogMessage(level = INFO)
  @Message(id = 132, value = "Storage commitment %s for %s: %d objects safe, %d not")
  void committed(String transaction, String requestor, int safe, int failed);

  @LogMessage(level = WARN)
  @Message(id = 133, value = "Result of storage commitment %s cannot be reported to %s: %s")
  void commitmentNotReported(String transaction, String requestor, String reason);

  @LogMessage(level = DEBUG)
  @Message(id = 134, value = "Result of storage commitment %s for %s is reported later: %s")
  void commitmentRetried(String transaction, String requestor, String reason);

  @LogMessage(level = WARN)
  @Message(id = 140, value = "Object %s at %s of storage %s is damaged: %s")
  void damaged(String sopInstance, String location, String storage, String reason);

  @LogMessage(level = INFO)
  @Message(id = 141, value = "%d objects verified, %d damaged or missing")
  void verified(long seen, long damaged);

  @LogMessage(level = INFO)
  @Message(id = 143, value = "%d objects of storage %s exported to %s, %d are missing")
  void exported(long exported, String storage, java.nio.file.Path folder, int missing);

  @LogMessage(level = WARN)
  @Message(id = 142, value = "Maintenance of storage %s failed; it is tried again later")
  void notMaintained(String storage, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 145, value = "Object %s at %s of storage %s is missing")
  void missing(String sopInstance, String location, String storage);

  @LogMessage(level = WARN)
  @Message(id = 146, value = "Object at %s of storage %s is not indexed")
  void unindexed(String location, String storage);

  @LogMessage(level = INFO)
  @Message(id = 147, value = "Storage %s reconciled with the index: %s")
  void reconciled(String storage, String report);

  @LogMessage(level = INFO)
  @Message(id = 150, value = "Index database %s is ready, %d schema migrations applied")
  void schemaReady(String dialect, int applied);

  @LogMessage(level = ERROR)
  @Message(
      id = 151,
      value =
          "The file of the index database is damaged. Stop the server, move the folder index of"
              + " LUCINA_HOME away and start again: the index is completed from the storage")
  void indexDamaged();

  @LogMessage(level = INFO)
  @Message(id = 152, value = "%d changes of the archive were forgotten, as too many or too old")
  void changesForgotten(long number);

  @LogMessage(level = WARN)
  @Message(id = 153, value = "The log of changes cannot be looked after; it is tried again soon")
  void changesNotKept(@Cause Throwable cause);

  @LogMessage(level = INFO)
  @Message(id = 160, value = "Job %s (%s) is started by %s")
  void jobStarted(String id, String type, String user);

  @LogMessage(level = INFO)
  @Message(id = 161, value = "Job %s (%s) goes on after a restart")
  void jobGoesOn(String id, String type);

  @LogMessage(level = INFO)
  @Message(id = 162, value = "Job %s is stopped by %s")
  void jobStopped(String id, String user);

  @LogMessage(level = INFO)
  @Message(id = 163, value = "Job %s ends, %s: %s")
  void jobEnded(String id, String state, String progress);

  @LogMessage(level = WARN)
  @Message(id = 164, value = "Job %s: item %d of the worklist failed: %s")
  void jobItemFailed(String id, int item, String problem, @Cause Throwable cause);

  @LogMessage(level = DEBUG)
  @Message(id = 165, value = "Job %s: item %d of the worklist is left for later")
  void jobItemLeft(String id, int item);

  @LogMessage(level = WARN)
  @Message(id = 166, value = "Job %s: a file was not put: %s")
  void jobFileFailed(String id, String problem);

  @LogMessage(level = ERROR)
  @Message(id = 167, value = "Job %s cannot be gone on with")
  void jobNotRead(String id, @Cause Throwable cause);

  @LogMessage(level = DEBUG)
  @Message(id = 168, value = "Batch execution %d has ended by itself")
  void jobHasEnded(long execution);
}
