package org.lucina.endpoint.mock.image;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lucina.endpoint.mock.study.Study;

/** The inside of a patient, made of ellipsoids: the same one in all studies of a patient. */
final class Phantom {
  private final List<Ellipsoid> parts = new ArrayList<>();
  private final List<Double> differences = new ArrayList<>();

  private Phantom(List<Ellipsoid> anatomy, SplittableRandom random) {
    for (Ellipsoid part : anatomy) {
      Ellipsoid own = part.varied(random);
      Tissue around = at(own.x(), own.y(), own.z());
      parts.add(own);
      differences.add(own.tissue().attenuation() - around.attenuation());
    }
  }

  static Phantom of(Study study) {
    return new Phantom(
        Anatomy.of(study.region()), study.patient().anatomy().at(study.region().name()).random());
  }

  /** What is at a place. */
  Tissue at(double x, double y, double z) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i).contains(x, y, z)) {
        return parts.get(i).tissue();
      }
    }
    return Tissue.AIR;
  }

  /** Millimetres of water that would attenuate a ray from front to back as much. */
  double frontal(double x, double z) {
    double water = 0;
    for (int i = 0; i < parts.size(); i++) {
      water += parts.get(i).depth(x, z) * differences.get(i);
    }
    return Math.max(0, water);
  }

  /** Millimetres of water that would attenuate a ray from right to left as much. */
  double lateral(double y, double z) {
    double water = 0;
    for (int i = 0; i < parts.size(); i++) {
      water += parts.get(i).breadth(y, z) * differences.get(i);
    }
    return Math.max(0, water);
  }
}
