package org.lucina.image;

import java.io.IOException;
import org.lucina.dicom.Uids;

/** Pixel data that are broken, or that this toolkit cannot read; trying again does not help. */
public class PixelDataException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Describes the fault, without values of a patient. */
  public PixelDataException(String message) {
    super(message);
  }

  /** Describes the fault and its cause. */
  public PixelDataException(String message, Throwable cause) {
    super(message, cause);
  }

  /** No codec takes it. */
  static PixelDataException noCodec(String transferSyntax, String what) {
    String name = Uids.find(transferSyntax).map(Uids.Entry::name).orElse("unknown");
    return new PixelDataException(
        "there is no codec for transfer syntax " + transferSyntax + " (" + name + ")" + what);
  }
}
