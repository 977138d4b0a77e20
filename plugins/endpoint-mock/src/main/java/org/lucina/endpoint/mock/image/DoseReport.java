package org.lucina.endpoint.mock.image;

import static org.lucina.endpoint.mock.image.Code.dicom;
import static org.lucina.endpoint.mock.image.Code.snomed;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;
import org.lucina.endpoint.mock.study.Series;
import org.lucina.endpoint.mock.study.Study;

/** A report of the dose of computed tomography (PS3.16 TID 10011). */
record DoseReport() implements Kind {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final double SCANNED_SHARE = 0.7;
  private static final double LEAST_CTDI = 4;

  @Override
  public String sopClass() {
    return UID.XRayRadiationDoseSRStorage;
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    return Optional.empty();
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    DataSet template =
        new DataSet().set(Tag.MappingResource, "DCMR").set(Tag.TemplateIdentifier, "10011");
    data.set(Tag.CompletionFlag, "COMPLETE");
    data.set(Tag.VerificationFlag, "UNVERIFIED");
    data.setEmpty(Tag.PerformedProcedureCodeSequence, VR.SQ);
    data.setEmpty(Tag.ReferencedPerformedProcedureStepSequence, VR.SQ);
    data.set(Tag.ValueType, "CONTAINER").set(Tag.ContinuityOfContent, "SEPARATE");
    data.set(Tag.ConceptNameCodeSequence, dicom("113701", "X-Ray Radiation Dose Report").items());
    data.set(Tag.ContentTemplateSequence, List.of(template));
    data.set(Tag.ContentSequence, content(instance.study()));
  }

  private static List<DataSet> content(Study study) {
    List<Series> scans = study.series().stream().filter(DoseReport::isScan).toList();
    List<DataSet> content = new ArrayList<>();
    content.add(
        Content.MODIFIER.code(
            dicom("121058", "Procedure reported"),
            snomed("77477000", "Computed Tomography X-Ray"),
            Content.MODIFIER.code(
                snomed("363703001", "Has Intent"), snomed("261004008", "Diagnostic Intent"))));
    content.add(Content.CONTEXT.code(dicom("121005", "Observer Type"), dicom("121007", "Device")));
    content.add(
        Content.CONTEXT.uid(dicom("121012", "Device Observer UID"), study.frameOfReference()));
    content.add(
        Content.CONTEXT.text(dicom("121013", "Device Observer Name"), study.device().station()));
    content.add(
        Content.CONTAINS.time(
            dicom("113809", "Start of X-Ray Irradiation"), TIME.format(study.start())));
    content.add(
        Content.CONTAINS.time(
            dicom("113810", "End of X-Ray Irradiation"), TIME.format(study.end())));
    content.add(
        Content.CONTEXT.code(
            dicom("113705", "Scope of Accumulation"),
            dicom("113014", "Study"),
            Content.PROPERTY.uid(dicom("110180", "Study Instance UID"), study.uid())));
    content.add(accumulated(study, scans));
    scans.forEach(scan -> content.add(acquisition(study, scan)));
    content.add(
        Content.CONTAINS.code(
            dicom("113854", "Source of Dose Information"),
            dicom("113856", "Automated Data Collection")));
    return content;
  }

  private static boolean isScan(Series series) {
    return series.kind() instanceof CtSlices slices && slices.plane() == Plane.AXIAL;
  }

  private static DataSet accumulated(Study study, List<Series> scans) {
    double total = scans.stream().mapToDouble(scan -> ctdi(study, scan) * length(study) / 10).sum();
    return Content.CONTAINS.container(
        dicom("113811", "CT Accumulated Dose Data"),
        List.of(
            Content.CONTAINS.number(
                dicom("113812", "Total Number of Irradiation Events"), scans.size(), "{events}"),
            Content.CONTAINS.number(
                dicom("113813", "CT Dose Length Product Total"), total, "mGy.cm")));
  }

  private static DataSet acquisition(Study study, Series scan) {
    Code region = snomed(study.region().code(), study.region().meaning());
    double ctdi = ctdi(study, scan);
    return Content.CONTAINS.container(
        dicom("113819", "CT Acquisition"),
        List.of(
            Content.CONTAINS.text(dicom("125203", "Acquisition Protocol"), scan.description()),
            Content.CONTAINS.code(dicom("123014", "Target Region"), region),
            Content.CONTAINS.code(
                dicom("113820", "CT Acquisition Type"), snomed("116152004", "Spiral Acquisition")),
            Content.CONTAINS.uid(dicom("113769", "Irradiation Event UID"), scan.uid()),
            parameters(study, scan),
            Content.CONTAINS.container(
                dicom("113829", "CT Dose"),
                List.of(
                    Content.CONTAINS.number(dicom("113830", "Mean CTDIvol"), ctdi, "mGy"),
                    Content.CONTAINS.code(
                        dicom("113835", "CTDIw Phantom Type"),
                        dicom("113691", "IEC Body Dosimetry Phantom")),
                    Content.CONTAINS.number(
                        dicom("113838", "DLP"), ctdi * length(study) / 10, "mGy.cm")))));
  }

  private static DataSet parameters(Study study, Series scan) {
    List<DataSet> source =
        List.of(
            Content.CONTAINS.text(dicom("113832", "Identification of the X-Ray Source"), "A"),
            Content.CONTAINS.number(dicom("113733", "KVP"), 120, "kV"),
            Content.CONTAINS.number(dicom("113833", "Maximum X-Ray Tube Current"), 260, "mA"),
            Content.CONTAINS.number(dicom("113734", "X-Ray Tube Current"), 220, "mA"),
            Content.CONTAINS.number(dicom("113834", "Exposure Time per Rotation"), 0.5, "s"));
    return Content.CONTAINS.container(
        dicom("113822", "CT Acquisition Parameters"),
        List.of(
            Content.CONTAINS.number(dicom("113824", "Exposure Time"), scan.images() / 20.0, "s"),
            Content.CONTAINS.number(dicom("113825", "Scanning Length"), length(study), "mm"),
            Content.CONTAINS.number(
                dicom("113826", "Nominal Single Collimation Width"), 0.625, "mm"),
            Content.CONTAINS.number(dicom("113827", "Nominal Total Collimation Width"), 40, "mm"),
            Content.CONTAINS.number(
                dicom("113823", "Number of X-Ray Sources"), 1, "{X-Ray sources}"),
            Content.CONTAINS.container(dicom("113831", "CT X-Ray Source Parameters"), source)));
  }

  private static double length(Study study) {
    return Anatomy.width(study.region()) * SCANNED_SHARE;
  }

  /** Mean CTDIvol of a scan in mGy, between 4 and 20. */
  private static double ctdi(Study study, Series scan) {
    return LEAST_CTDI + study.seed().at("dose").at(scan.number()).random().nextInt(1600) / 100.0;
  }
}
