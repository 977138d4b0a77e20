package org.lucina.endpoint.mock.image;

import static org.lucina.endpoint.mock.image.Tissue.AIR;
import static org.lucina.endpoint.mock.image.Tissue.BLOOD;
import static org.lucina.endpoint.mock.image.Tissue.BONE;
import static org.lucina.endpoint.mock.image.Tissue.BRAIN;
import static org.lucina.endpoint.mock.image.Tissue.FAT;
import static org.lucina.endpoint.mock.image.Tissue.FLUID;
import static org.lucina.endpoint.mock.image.Tissue.LESION;
import static org.lucina.endpoint.mock.image.Tissue.LUNG;
import static org.lucina.endpoint.mock.image.Tissue.MUSCLE;
import static org.lucina.endpoint.mock.image.Tissue.ORGAN;

import java.util.List;
import org.lucina.endpoint.mock.study.Region;

/** The parts of each region, outer ones first: what is inside replaces what is around it. */
final class Anatomy {
  private static final double LONG = 600;

  private Anatomy() {}

  static List<Ellipsoid> of(Region region) {
    return switch (region) {
      case HEAD -> head();
      case NECK -> neck();
      case CHEST, HEART -> chest();
      case ABDOMEN -> abdomen();
      case PELVIS -> pelvis();
      case EXTREMITY -> extremity();
      case BREAST -> breast();
    };
  }

  /** Millimetres that an image of the region is wide. */
  static double width(Region region) {
    return switch (region) {
      case HEAD -> 250;
      case NECK, EXTREMITY, BREAST -> 200;
      case HEART -> 260;
      case CHEST -> 400;
      case ABDOMEN, PELVIS -> 420;
    };
  }

  /** Millimetres between the pixels of an image of the region, of so many rows and columns. */
  static double spacing(Region region, int side) {
    return Math.round(width(region) / side * 1e4) / 1e4;
  }

  private static Ellipsoid part(
      Tissue tissue, double x, double y, double z, double a, double b, double c) {
    return new Ellipsoid(x, y, z, a, b, c, tissue);
  }

  private static List<Ellipsoid> head() {
    return List.of(
        part(FAT, 0, 0, 0, 78, 98, 116),
        part(BONE, 0, 0, 0, 74, 94, 112),
        part(BRAIN, 0, 0, 0, 67, 87, 105),
        part(FLUID, -18, 0, 5, 9, 34, 24),
        part(FLUID, 18, 0, 5, 9, 34, 24),
        part(BLOOD, 0, 76, 0, 6, 9, 90),
        part(LESION, 34, 40, -16, 11, 12, 13));
  }

  private static List<Ellipsoid> neck() {
    return List.of(
        part(FAT, 0, 0, 0, 68, 70, LONG),
        part(MUSCLE, 0, 0, 0, 60, 62, LONG),
        part(AIR, 0, -30, 0, 10, 11, LONG),
        part(BONE, 0, 18, 0, 19, 17, LONG),
        part(FLUID, 0, 22, 0, 8, 7, LONG),
        part(BLOOD, -30, -12, 0, 6, 6, LONG),
        part(BLOOD, 30, -12, 0, 6, 6, LONG),
        part(LESION, 22, -28, 20, 10, 9, 14));
  }

  private static List<Ellipsoid> chest() {
    return List.of(
        part(FAT, 0, 0, 0, 178, 118, LONG),
        part(MUSCLE, 0, 0, 0, 166, 106, LONG),
        part(LUNG, -78, 0, 0, 62, 84, 145),
        part(LUNG, 80, 4, 0, 58, 82, 140),
        part(BLOOD, 24, -28, -45, 58, 50, 62),
        part(BLOOD, 16, 46, 0, 13, 13, LONG),
        part(AIR, 0, 20, 160, 9, 9, 120),
        part(BONE, 0, 78, 0, 22, 21, LONG),
        part(BONE, 0, -100, 10, 18, 6, 90),
        part(LESION, -88, 26, 30, 12, 12, 12));
  }

  private static List<Ellipsoid> abdomen() {
    return List.of(
        part(FAT, 0, 0, 0, 180, 125, LONG),
        part(MUSCLE, 0, 0, 0, 164, 108, LONG),
        part(ORGAN, -78, -8, 40, 78, 76, 78),
        part(ORGAN, 105, 30, 55, 32, 44, 52),
        part(ORGAN, -62, 52, -30, 26, 27, 55),
        part(ORGAN, 62, 52, -25, 26, 27, 55),
        part(AIR, 40, -60, 30, 34, 22, 30),
        part(BLOOD, 8, 36, 0, 11, 11, LONG),
        part(BONE, 0, 76, 0, 24, 23, LONG),
        part(FLUID, -70, -52, 10, 15, 18, 26),
        part(LESION, -96, 0, 52, 16, 15, 15));
  }

  private static List<Ellipsoid> pelvis() {
    return List.of(
        part(FAT, 0, 0, 0, 185, 125, LONG),
        part(MUSCLE, 0, 0, 0, 170, 108, LONG),
        part(BONE, -95, 10, 10, 34, 32, 95),
        part(BONE, 95, 10, 10, 34, 32, 95),
        part(BONE, 0, 76, 20, 48, 22, 90),
        part(FLUID, 0, -30, -20, 46, 38, 40),
        part(AIR, 0, 40, -30, 16, 14, 60),
        part(LESION, 10, 16, -25, 14, 13, 16));
  }

  private static List<Ellipsoid> extremity() {
    return List.of(
        part(FAT, 0, 0, 0, 62, 66, LONG),
        part(MUSCLE, 0, 0, 0, 54, 58, LONG),
        part(BONE, 0, 0, 0, 17, 17, LONG),
        part(FAT, 0, 0, 0, 8, 8, LONG),
        part(BLOOD, 24, 20, 0, 5, 5, LONG),
        part(LESION, 16, -6, 25, 10, 9, 14));
  }

  private static List<Ellipsoid> breast() {
    return List.of(
        part(FAT, -98, 0, 0, 150, 26, 84),
        part(MUSCLE, -70, 0, 0, 92, 20, 52),
        part(ORGAN, -50, 0, 10, 56, 14, 30),
        part(LESION, -20, 0, 14, 9, 8, 8));
  }
}
