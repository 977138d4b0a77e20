package org.lucina.endpoint.mock.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.TransferSyntax;
import org.lucina.endpoint.mock.study.Picture;
import org.lucina.spi.dixel.Frames;

/**
 * The frames of a picture.
 *
 * @param picture that has them
 */
public record ObjectFrames(Picture picture) implements Frames {

  @Override
  public int count() {
    return picture.frames();
  }

  @Override
  public String transferSyntax() {
    return TransferSyntax.EXPLICIT_LE.uid();
  }

  @Override
  public InputStream open(int number) throws IOException {
    if (number < 1 || number > picture.frames()) {
      throw new IOException("there is no frame " + number);
    }
    return new ByteArrayInputStream(picture.frame(number - 1));
  }
}
