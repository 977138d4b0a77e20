package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.bench.client.DicomAddress;
import org.lucina.bench.client.Scu;
import org.lucina.bench.client.WebAddress;

/**
 * DCMTK's {@code dcmqrscp}, with a process for each association; it does not sync.
 *
 * @param ports where it listens
 */
record DcmqrscpSetup(Ports ports) implements Setup {

  @Override
  public PeerKind kind() {
    return PeerKind.DCMQRSCP;
  }

  @Override
  public DicomAddress dicom() {
    return new DicomAddress("DCMQRSCP", ports.dcmqrscp());
  }

  @Override
  public Optional<WebAddress> web() {
    return Optional.empty();
  }

  @Override
  public ProcessBuilder prepare(Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("objects"));
    Path configuration = home.resolve("dcmqrscp.cfg");
    Files.writeString(
        configuration,
        """
        NetworkTCPPort = %d
        MaxPDUSize = 131072
        MaxAssociations = 64
        HostTable BEGIN
        bench = (%s, %s, %d)
        HostTable END
        VendorTable BEGIN
        VendorTable END
        AETable BEGIN
        %s %s RW (200000, 100gb) ANY
        AETable END
        """
            .formatted(
                ports.dcmqrscp(),
                Scu.AE_TITLE,
                DicomAddress.HOST,
                ports.receiver(),
                dicom().aeTitle(),
                folder));
    return new ProcessBuilder("dcmqrscp", "-c", configuration.toString());
  }
}
