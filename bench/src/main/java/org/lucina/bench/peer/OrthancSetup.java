package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.bench.client.DicomAddress;
import org.lucina.bench.client.Scu;
import org.lucina.bench.client.WebAddress;

/**
 * Debian's Orthanc with its DICOMweb plugin: the installed configuration, in which folders and
 * ports are moved, SyncStorageArea is on, and the harness is a known modality.
 *
 * @param ports where it listens
 */
record OrthancSetup(Ports ports) implements Setup {
  private static final Path INSTALLED = Path.of("/etc/orthanc");

  @Override
  public PeerKind kind() {
    return PeerKind.ORTHANC;
  }

  @Override
  public DicomAddress dicom() {
    return new DicomAddress("ORTHANC", ports.orthancDicom());
  }

  @Override
  public Optional<WebAddress> web() {
    return Optional.of(new WebAddress(ports.orthancHttp(), "/dicom-web", Optional.empty()));
  }

  @Override
  public ProcessBuilder prepare(Path home) throws IOException {
    Path storage = Files.createDirectories(home.resolve("storage"));
    Path configuration = Files.createDirectories(home.resolve("configuration"));
    String json = Files.readString(INSTALLED.resolve("orthanc.json"));
    json = with(json, "StorageDirectory", "\"" + storage + "\"");
    json = with(json, "IndexDirectory", "\"" + storage + "\"");
    json = with(json, "DicomPort", Integer.toString(ports.orthancDicom()));
    json = with(json, "HttpPort", Integer.toString(ports.orthancHttp()));
    json = with(json, "SyncStorageArea", "true");
    json =
        with(
            json,
            "DicomModalities",
            "{ \"bench\" : [ \"%s\", \"%s\", %d ],"
                .formatted(Scu.AE_TITLE, DicomAddress.HOST, ports.receiver()));
    Files.writeString(configuration.resolve("orthanc.json"), json);
    Files.copy(INSTALLED.resolve("dicomweb.json"), configuration.resolve("dicomweb.json"));
    return new ProcessBuilder("Orthanc", configuration.toString());
  }

  /** Changes one setting of the text, which must be there; of an object, its beginning. */
  private static String with(String json, String name, String value) throws IOException {
    String changed =
        json.replaceFirst(
            "(?m)^(\\s*\"" + name + "\" : )(\\{|\"[^\"]*\"|\\w+)",
            "$1" + java.util.regex.Matcher.quoteReplacement(value));
    if (changed.equals(json) && !json.contains("\"" + name + "\" : " + value)) {
      throw new IOException(INSTALLED + "/orthanc.json has no setting " + name);
    }
    return changed;
  }
}
