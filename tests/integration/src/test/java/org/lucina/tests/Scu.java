package org.lucina.tests;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseService;
import org.lucina.net.PresentationContext;
import org.lucina.net.Response;

/** A service class user that talks to the server under test. */
final class Scu implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> UNCOMPRESSED =
      List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

  private final Association association;

  private Scu(Association association) {
    this.association = association;
  }

  /** Opens an association for SOP classes, in the uncompressed syntaxes. */
  static Scu open(Ports ports, String... sopClasses) throws IOException {
    return open(ports, Map.of(), sopClasses);
  }

  /** Opens an association on which this side also takes objects, by SOP class. */
  static Scu open(Ports ports, Map<String, DimseService> sinks, String... sopClasses)
      throws IOException {
    return open("TESTER", UNCOMPRESSED, ports, sinks, sopClasses);
  }

  /** The same under a title. */
  static Scu openAs(String title, Ports ports, String... sopClasses) throws IOException {
    return open(title, UNCOMPRESSED, ports, Map.of(), sopClasses);
  }

  /** The same in the deflated syntax. */
  static Scu openDeflated(Ports ports, String... sopClasses) throws IOException {
    List<String> deflated = List.of(UID.DeflatedExplicitVRLittleEndian);
    return open("TESTER", deflated, ports, Map.of(), sopClasses);
  }

  private static Scu open(
      String calling,
      List<String> syntaxes,
      Ports ports,
      Map<String, DimseService> sinks,
      String... sopClasses)
      throws IOException {
    List<PresentationContext> contexts = new ArrayList<>();
    for (String sopClass : sopClasses) {
      contexts.add(new PresentationContext(2 * contexts.size() + 1, sopClass, syntaxes));
    }
    Map<String, AssociationRequest.Role> roles =
        sinks.keySet().stream()
            .collect(
                Collectors.toMap(
                    sopClass -> sopClass, sopClass -> new AssociationRequest.Role(false, true)));
    AssociationRequest request =
        new AssociationRequest(
            "LUCINA",
            calling,
            contexts,
            roles,
            65_536,
            1,
            1,
            Map.of(),
            Map.of(),
            Optional.empty(),
            "1.2.826.0.1.3680043.9.7433.1.1",
            "TESTER");
    ConnectOptions options =
        new ConnectOptions("127.0.0.1", ports.dicom(), Optional.empty(), PATIENCE, PATIENCE, sinks);
    return new Scu(Associations.open(request, options));
  }

  int echo() throws IOException {
    return association.echo().status();
  }

  /** C-STORE; answers the status. */
  int store(SyntheticObject object) throws IOException {
    var context =
        association.contextsFor(object.sopClass()).stream()
            .filter(agreed -> agreed.transferSyntax().equals(object.syntax().uid()))
            .findFirst()
            .orElseThrow(() -> new IOException("no context for " + object));
    byte[] data = object.bare();
    return association
        .store(
            context,
            object.sopClass(),
            object.sopInstance(),
            Optional.empty(),
            out -> out.write(data))
        .status();
  }

  /** C-STORE of any bytes; answers the response. */
  Response storeBytes(String sopClass, String sopInstance, byte[] data) throws IOException {
    return association.store(
        association.contextsFor(sopClass).get(0),
        sopClass,
        sopInstance,
        Optional.empty(),
        out -> out.write(data));
  }

  /** C-FIND; answers the matches. */
  List<DataSet> find(String model, DataSet keys) throws IOException {
    List<DataSet> matches = new ArrayList<>();
    Response last =
        association.invoke(
            association.contextsFor(model).get(0),
            DimseCommand.C_FIND,
            new DataSet().set(Tag.Priority, VR.US, 0),
            Optional.of(keys),
            response -> {
              response.data().ifPresent(matches::add);
              return true;
            });
    if (last.status() != 0) {
      throw new IOException("C-FIND ended with status " + Integer.toHexString(last.status()));
    }
    return matches;
  }

  /** C-GET; answers the final response. */
  Response get(String model, DataSet keys) throws IOException {
    return association.invoke(
        association.contextsFor(model).get(0),
        DimseCommand.C_GET,
        new DataSet().set(Tag.Priority, VR.US, 0),
        Optional.of(keys),
        response -> true);
  }

  @Override
  public void close() throws IOException {
    association.close();
  }
}
