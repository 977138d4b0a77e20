package org.lucina.endpoint.mock.image;

import static org.lucina.endpoint.mock.study.SeriesRule.images;
import static org.lucina.endpoint.mock.study.SeriesRule.one;

import java.util.ArrayList;
import java.util.List;
import org.lucina.endpoint.mock.site.Modality;
import org.lucina.endpoint.mock.study.Protocol;
import org.lucina.endpoint.mock.study.Region;
import org.lucina.endpoint.mock.study.SeriesRule;

/**
 * What is made on each modality, about as hospitals do.
 *
 * @param side rows and columns of images
 * @param frames of moving images
 */
public record ImagingProtocol(int side, int frames) implements Protocol {
  private static final List<Region> BODY =
      List.of(
          Region.HEAD, Region.NECK, Region.EXTREMITY, Region.PELVIS, Region.CHEST, Region.ABDOMEN);

  @Override
  public List<Region> regions(Modality modality) {
    return switch (modality) {
      case MG -> List.of(Region.BREAST);
      case XA -> List.of(Region.HEART, Region.HEAD, Region.ABDOMEN);
      case RF, PT -> List.of(Region.CHEST, Region.ABDOMEN, Region.PELVIS);
      case US -> List.of(Region.ABDOMEN, Region.NECK, Region.PELVIS, Region.HEART);
      default -> BODY;
    };
  }

  @Override
  public List<SeriesRule> series(Modality modality, Region region, boolean contrast) {
    return switch (modality) {
      case CT -> tomography(region, contrast);
      case MR -> resonance(region);
      case CR ->
          List.of(
              one("PA", new ComputedRadiograph(false, side)),
              one("Lateral", new ComputedRadiograph(true, side)),
              one("Repeat", new ComputedRadiograph(false, side)).sometimes(0.2));
      case DX ->
          List.of(
              one("AP", new DigitalRadiograph(false, side)),
              one("Lateral", new DigitalRadiograph(true, side)).sometimes(0.8));
      case MG -> mammography();
      case US ->
          List.of(
              images("Transverse", new Ultrasound(Plane.AXIAL, 1, side), 1, 3).series(2, 4),
              images("Sagittal", new Ultrasound(Plane.SAGITTAL, 1, side), 1, 3).series(2, 4),
              one("Cine", new Ultrasound(Plane.AXIAL, frames, side)).series(1, 3));
      case XA -> List.of(one("Run", new Angiogram(false, frames, side)).series(2, 5));
      case RF ->
          List.of(
              one("Fluoro", new Angiogram(true, frames, side)).series(1, 3),
              one("Late", new Angiogram(true, frames, side)).sometimes(0.3));
      case PT -> List.of(images("FDG AC", new PetSlices(side), 40, 90));
      case NM -> List.of(one("Static", new Scintigram(side)).series(1, 4));
      case OT -> List.of(images("Capture", new Capture(side), 1, 4));
    };
  }

  private List<SeriesRule> tomography(Region region, boolean contrast) {
    String name = region.meaning();
    List<SeriesRule> rules = new ArrayList<>();
    rules.add(one("Localizer frontal", new CtLocalizer(Plane.CORONAL, side)));
    rules.add(one("Localizer lateral", new CtLocalizer(Plane.SAGITTAL, side)));
    rules.add(images(name + " axial", new CtSlices(Plane.AXIAL, side), 30, 200));
    if (contrast) {
      rules.add(images(name + " axial +C", new CtSlices(Plane.AXIAL, side), 30, 200));
    }
    rules.add(images(name + " coronal", new CtSlices(Plane.CORONAL, side), 30, 90).sometimes(0.4));
    rules.add(
        images(name + " sagittal", new CtSlices(Plane.SAGITTAL, side), 30, 90).sometimes(0.3));
    rules.add(one("Dose Report", new DoseReport()));
    return rules;
  }

  private List<SeriesRule> resonance(Region region) {
    return List.of(
        images("Localizer", slices(Plane.AXIAL, Weighting.T1), 3, 3),
        images("T1 axial", slices(Plane.AXIAL, Weighting.T1), 20, 50),
        images("T2 axial", slices(Plane.AXIAL, Weighting.T2), 20, 50),
        images("T2 coronal", slices(Plane.CORONAL, Weighting.T2), 15, 40),
        images("T1 sagittal", slices(Plane.SAGITTAL, Weighting.T1), 15, 40).sometimes(0.6),
        images("FLAIR axial", slices(Plane.AXIAL, Weighting.FLAIR), 20, 40)
            .sometimes(region == Region.HEAD ? 1 : 0),
        images("DWI axial", slices(Plane.AXIAL, Weighting.DIFFUSION), 20, 40).sometimes(0.4));
  }

  private MrSlices slices(Plane plane, Weighting weighting) {
    return new MrSlices(plane, weighting, side);
  }

  private List<SeriesRule> mammography() {
    return List.of(
        one("R CC", new Mammogram("R", false, side)),
        one("L CC", new Mammogram("L", false, side)),
        one("R MLO", new Mammogram("R", true, side)),
        one("L MLO", new Mammogram("L", true, side)));
  }
}
