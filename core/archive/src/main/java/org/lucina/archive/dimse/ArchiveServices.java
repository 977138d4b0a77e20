package org.lucina.archive.dimse;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.lucina.archive.access.AeAccess;
import org.lucina.archive.access.ArchiveAssociationLog;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.SopClassKind;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StorageChoice;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.net.DimseService;
import org.lucina.spi.server.LucinaServer;

/** Puts together the DIMSE services that the archive publishes. */
public final class ArchiveServices {
  private final Map<String, DimseService> services = new HashMap<>();
  private final AeAccess access;

  /** Makes all services on the archive's parts. */
  public ArchiveServices(
      LucinaServer server,
      ObjectStore store,
      ObjectReader reader,
      ArchiveIndex index,
      QueryService queries,
      ArchiveAssociationLog log,
      AuditTrail audit,
      ScheduledExecutorService later) {
    this.access = new AeAccess(server);
    StorageChoice storages = new StorageChoice(server);
    ObjectSender sender = new ObjectSender(reader);
    put(SopClassKind.VERIFICATION, new VerificationService(), UID.Verification);
    DimseService storage = new StorageService(store, log);
    put(SopClassKind.STORAGE, storage, Uids.storageSopClasses().toArray(String[]::new));
    put(SopClassKind.OTHER, storage, DimseService.ANY_SOP_CLASS);
    put(
        SopClassKind.FIND,
        new FindService(queries, storages, audit),
        UID.PatientRootQueryRetrieveInformationModelFind,
        UID.StudyRootQueryRetrieveInformationModelFind,
        UID.PatientStudyOnlyQueryRetrieveInformationModelFind);
    put(
        SopClassKind.MOVE,
        new MoveService(index, sender, server, audit),
        UID.PatientRootQueryRetrieveInformationModelMove,
        UID.StudyRootQueryRetrieveInformationModelMove,
        UID.PatientStudyOnlyQueryRetrieveInformationModelMove);
    put(
        SopClassKind.GET,
        new GetService(index, sender, audit),
        UID.PatientRootQueryRetrieveInformationModelGet,
        UID.StudyRootQueryRetrieveInformationModelGet,
        UID.PatientStudyOnlyQueryRetrieveInformationModelGet);
    put(
        SopClassKind.COMMITMENT,
        new CommitmentService(
            new CommitmentCheck(index, storages), new CommitmentReporter(server, later), server),
        UID.StorageCommitmentPushModel);
  }

  /** The services by SOP class. */
  public Map<String, DimseService> bySopClass() {
    return Map.copyOf(services);
  }

  private void put(SopClassKind kind, DimseService service, String... sopClasses) {
    DimseService checked = Permission.checked(access, kind, service);
    for (String sopClass : sopClasses) {
      services.put(sopClass, checked);
    }
  }
}
