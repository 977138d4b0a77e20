package org.lucina.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The modules, each with those whose classes it may use. */
enum Module {
  DICOM("core/dicom"),
  NET("core/net", DICOM),
  IMAGE("core/image", DICOM),
  SPI("core/spi", DICOM, NET),
  DEID("core/deid", DICOM, NET, SPI),
  ARCHIVE("core/archive", DICOM, NET, SPI, DEID),
  WEB("core/web", DICOM, NET, SPI, DEID, ARCHIVE),
  VIEWER("viewer"),
  OBSERVER_DIRECTORY("plugins/observer-directory", DICOM, NET, SPI),
  OBSERVER_SCHEDULE("plugins/observer-schedule", DICOM, NET, SPI),
  MINT_DIANA("plugins/mint-diana", DICOM, NET, SPI),
  MINT_KEYED("plugins/mint-keyed", DICOM, NET, SPI, DEID),
  MINT_ORTHANC("plugins/mint-orthanc", DICOM, NET, SPI),
  MINT_REGISTRY("plugins/mint-registry", DICOM, NET, SPI, DEID),
  ANONYMIZER_DIANA("plugins/anonymizer-diana", DICOM, NET, SPI, DEID),
  ANONYMIZER_RULES("plugins/anonymizer-rules", DICOM, NET, SPI, DEID),
  ANONYMIZER_PS315("plugins/anonymizer-ps315", DICOM, NET, SPI, DEID),
  ANONYMIZER_PIXELS("plugins/anonymizer-pixels", DICOM, NET, IMAGE, SPI, DEID),
  STORAGE_FILESYSTEM("plugins/storage-filesystem", DICOM, NET, SPI),
  STORAGE_PACKS("plugins/storage-packs", DICOM, NET, SPI),
  ENDPOINT_DCMDIR("plugins/endpoint-dcmdir", DICOM, NET, SPI),
  ENDPOINT_MINT("plugins/endpoint-mint", DICOM, NET, SPI),
  ENDPOINT_DICOMWEB("plugins/endpoint-dicomweb", DICOM, NET, SPI),
  OBSERVER_DIMSE_POLL("plugins/observer-dimse-poll", DICOM, NET, SPI),
  OBSERVER_ORTHANC_CHANGES("plugins/observer-orthanc-changes", DICOM, NET, SPI),
  ENDPOINT_DIMSE("plugins/endpoint-dimse", DICOM, NET, SPI),
  ENDPOINT_REDIS("plugins/endpoint-redis", DICOM, NET, SPI),
  ENDPOINT_SPLUNK("plugins/endpoint-splunk", DICOM, NET, SPI),
  ENDPOINT_MONTAGE("plugins/endpoint-montage", DICOM, NET, SPI),
  ENDPOINT_CSV("plugins/endpoint-csv", DICOM, NET, SPI),
  EXAMPLE_LEDGER("plugins/example-ledger", DICOM, NET, SPI),
  ENDPOINT_ARCHIVE("plugins/endpoint-archive", DICOM, NET, SPI),
  OBSERVER_ARCHIVE("plugins/observer-archive", DICOM, NET, SPI),
  ENDPOINT_MOCK("plugins/endpoint-mock", DICOM, NET, SPI),
  ENDPOINT_MAIL("plugins/endpoint-mail", DICOM, NET, SPI),
  ENDPOINT_ORTHANC("plugins/endpoint-orthanc", DICOM, NET, SPI),
  ENDPOINT_SLACK("plugins/endpoint-slack", DICOM, NET, SPI),
  ENDPOINT_TWILIO("plugins/endpoint-twilio", DICOM, NET, SPI),
  ENDPOINT_SQL("plugins/endpoint-sql", DICOM, NET, SPI),
  ENDPOINT_XNAT("plugins/endpoint-xnat", DICOM, NET, SPI),
  ENDPOINT_TCIA("plugins/endpoint-tcia", DICOM, NET, SPI),
  SUBSYSTEM("wildfly-config/subsystem", DICOM, NET, SPI),
  LAUNCHER("wildfly-config/server");

  private final String folder;
  private final Set<Module> usable;
  private final JavaClasses classes;

  Module(String folder, Module... usable) {
    this.folder = folder;
    this.usable = Set.of(usable);
    this.classes = new ClassFileImporter().importPath(compiled(folder));
  }

  JavaClasses classes() {
    return classes;
  }

  Set<Module> usable() {
    return usable;
  }

  boolean has(String className) {
    return classes.contain(className);
  }

  static List<Module> all() {
    return Arrays.asList(values());
  }

  /** All classes of ours. */
  static JavaClasses everything() {
    Stream<Path> folders = all().stream().map(module -> compiled(module.folder));
    return new ClassFileImporter().importPaths(folders.toList());
  }

  private static Path compiled(String folder) {
    return Path.of("..", "..", folder, "target", "classes");
  }

  @Override
  public String toString() {
    return folder;
  }
}
