package org.lucina.endpoint.mock.image;

/** What a phantom is made of, as different devices see it. */
enum Tissue {
  AIR(-1000, 0, 0, 0),
  LUNG(-850, 40, 40, 0.06),
  FAT(-100, 900, 620, 0.08),
  FLUID(8, 180, 980, 0.05),
  MUSCLE(55, 480, 300, 0.2),
  ORGAN(65, 560, 420, 0.35),
  BRAIN(36, 640, 540, 0.8),
  BLOOD(45, 330, 260, 0.25),
  BONE(800, 110, 70, 0.15),
  LESION(80, 420, 820, 1);

  private final int hounsfield;
  private final int t1;
  private final int t2;
  private final double uptake;

  Tissue(int hounsfield, int t1, int t2, double uptake) {
    this.hounsfield = hounsfield;
    this.t1 = t1;
    this.t2 = t2;
    this.uptake = uptake;
  }

  /** Density in Hounsfield units. */
  int hounsfield() {
    return hounsfield;
  }

  /** Density in Hounsfield units when a contrast medium is in the blood. */
  int enhanced() {
    return switch (this) {
      case BLOOD -> hounsfield + 220;
      case ORGAN, LESION -> hounsfield + 60;
      default -> hounsfield;
    };
  }

  /** Signal in T1-weighted images, 0 to 1000. */
  int t1() {
    return t1;
  }

  /** Signal in T2-weighted images, 0 to 1000. */
  int t2() {
    return t2;
  }

  /** Share of a tracer that it takes up. */
  double uptake() {
    return uptake;
  }

  /** Attenuation of X-rays as a multiple of that of water. */
  double attenuation() {
    return 1 + hounsfield / 1000.0;
  }
}
