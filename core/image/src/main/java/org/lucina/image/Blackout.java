package org.lucina.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.FileEdit;
import org.lucina.dicom.io.MadeFragments;
import org.lucina.dicom.io.OriginalValues;

/**
 * Blacks out parts of an image, in all frames, while the result is read. Native pixel data and RLE
 * keep their form and all other pixels; JPEG of 8 bits is decoded and comes out native. Overlays
 * are cleared in the same place, and what was made of the pixels before, such as an icon, goes.
 */
public final class Blackout {
  private static final int[] PIXEL_DATA = {
    Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData
  };
  private static final int[] OUTDATED = {
    Tag.IconImageSequence,
    Tag.SmallestImagePixelValue,
    Tag.LargestImagePixelValue,
    Tag.DigitalSignaturesSequence,
    Tag.MACParametersSequence
  };
  private static final long LONGEST = 0xFFFFFFFEL;

  private final FileEdit edit;
  private final DataSet data;
  private final PixelDescription pixels;
  private final Mask mask;
  private final List<Done> done = new ArrayList<>();

  private Blackout(FileEdit edit, PixelDescription pixels, Mask mask) {
    this.edit = edit;
    this.data = edit.dataSet();
    this.pixels = pixels;
    this.mask = mask;
  }

  /**
   * Something that was done.
   *
   * @param tag to which attribute
   * @param action such as {@code black out}, {@code decode}, {@code remove}
   */
  public record Done(int tag, String action) {}

  /** Whether a data set has pixel data. */
  public static boolean hasPixels(DataSet data) {
    for (int tag : PIXEL_DATA) {
      if (data.contains(tag)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Blacks out.
   *
   * @param mask of frames as the data set describes them
   * @throws PixelDataException when the pixel data are broken, or no codec takes them
   */
  public static List<Done> apply(FileEdit edit, Mask mask) throws IOException {
    PixelDescription pixels = PixelDescription.of(edit.dataSet());
    Blackout blackout = new Blackout(edit, pixels, mask);
    blackout.pixels();
    blackout.rest();
    return blackout.done;
  }

  private void pixels() throws IOException {
    for (int tag : PIXEL_DATA) {
      Element element = data.get(tag).orElse(null);
      if (element == null) {
        continue;
      }
      String syntax = edit.originalSyntax().uid();
      if (element.value() instanceof Fragments fragments) {
        encapsulated(element, fragments, syntax);
        data.remove(Tag.ExtendedOffsetTable);
        data.remove(Tag.ExtendedOffsetTableLengths);
      } else if (element.value() instanceof BulkData bulk
          && !edit.originalSyntax().encapsulated()) {
        nativePixels(element, bulk);
      } else {
        throw new PixelDataException("pixel data are not encoded as the transfer syntax says");
      }
    }
  }

  private void encapsulated(Element element, Fragments fragments, String syntax)
      throws IOException {
    boolean rle = syntax.equals(UID.RLELossless);
    if (!rle && !JpegDecoder.takes(syntax)) {
      throw PixelDataException.noCodec(syntax, "");
    }
    FrameFragments frames = FrameFragments.of(data, fragments, pixels.frames(), this::startsFrame);
    if (rle && fragments.fragments().size() != pixels.frames()) {
      throw new PixelDataException("RLE must have one fragment for each frame");
    }
    if (rle) {
      rle(element, frames);
    } else {
      jpeg(frames, syntax);
    }
  }

  private void nativePixels(Element element, BulkData bulk) throws IOException {
    NativeLayout layout = NativeLayout.of(pixels, element.vr(), bulk.bigEndian(), bulk.length());
    Fill region = Fill.of(layout, mask, black());
    Fill fill = Overlays.areEmbedded(data) ? region.after(UnusedBits.of(layout)) : region;
    BulkData made =
        edit.made(bulk.length(), original -> BlackoutStream.of(original.open(bulk), layout, fill));
    put(new Element(element.tag(), element.vr(), made, element.form()), "black out");
  }

  private Black black() throws IOException {
    boolean palette = pixels.photometric() == Photometric.PALETTE_COLOR;
    int darkest = palette ? new Palette(edit).darkest() : 0;
    return Black.of(pixels, darkest, Overlays.areEmbedded(data));
  }

  private void rle(Element element, FrameFragments frames) throws IOException {
    Black black = black();
    RleFrame.parse(frames.read(0, this::held), pixels);
    Fragments made = edit.made(original -> rleFrames(frames, black, original));
    put(new Element(element.tag(), VR.OB, made, HeaderForm.STANDARD), "black out");
  }

  private MadeFragments.Supply rleFrames(
      FrameFragments frames, Black black, OriginalValues original) {
    boolean bare = Overlays.areEmbedded(data);
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int number = next.getAndIncrement();
      if (number == frames.count()) {
        return Optional.empty();
      }
      RleFrame frame = RleFrame.parse(frames.read(number, original), pixels);
      return Optional.of(frame.blackedOut(pixels, mask, black, bare).toBytes());
    };
  }

  private void jpeg(FrameFragments frames, String syntax) throws IOException {
    JpegDecoder decoder = new JpegDecoder(pixels, syntax);
    decoder.check(frames.read(0, this::held));
    PixelDescription decoded = decoder.decoded();
    long all = (long) decoded.frameLength() * decoded.frames();
    long length = all + all % 2;
    if (length > LONGEST) {
      throw new PixelDataException("decoded, the pixel data are longer than a file can hold");
    }
    NativeLayout layout = NativeLayout.of(decoded, VR.OB, false, length);
    Fill fill = Fill.of(layout, mask, black(decoded));
    BulkData made =
        edit.made(length, original -> new JpegStream(decoder, frames, original, fill, length));
    edit.writeIn(TransferSyntax.EXPLICIT_LE);
    put(new Element(Tag.PixelData, VR.OB, made), "decode, black out");
    describe(decoded);
  }

  private Black black(PixelDescription decoded) throws IOException {
    boolean palette = decoded.photometric() == Photometric.PALETTE_COLOR;
    return Black.of(decoded, palette ? new Palette(edit).darkest() : 0, false);
  }

  /** What was lost by compression stays lost, so that it is still told. */
  private void describe(PixelDescription decoded) {
    data.set(Tag.PhotometricInterpretation, decoded.photometric().term());
    data.set(Tag.BitsStored, VR.US, decoded.bitsStored());
    data.set(Tag.HighBit, VR.US, decoded.highBit());
    if (decoded.samples() > 1) {
      data.set(Tag.PlanarConfiguration, VR.US, 0);
    }
    data.set(Tag.LossyImageCompression, "01");
  }

  private void put(Element element, String action) {
    data.put(element);
    done.add(new Done(element.tag(), action));
  }

  /** A stream of JPEG has its first marker nowhere else; RLE has a fragment for each frame. */
  private boolean startsFrame(Value fragment) throws IOException {
    if (!JpegDecoder.takes(edit.originalSyntax().uid()) || !(fragment instanceof BulkData bulk)) {
      return false;
    }
    long length = Math.min(2, bulk.length());
    byte[] marker = edit.read(new BulkData(bulk.uri(), bulk.offset(), length, false), 2);
    return length == 2 && (marker[0] & 0xFF) == 0xFF && (marker[1] & 0xFF) == 0xD8;
  }

  /** Reads a fragment now, to see whether it can be decoded later. */
  private InputStream held(BulkData value) throws IOException {
    return new ByteArrayInputStream(edit.read(value, (int) PixelDescription.LONGEST_FRAME));
  }

  private void rest() throws IOException {
    for (int tag : new Overlays(edit).blackOut(mask)) {
      done.add(new Done(tag, "black out"));
    }
    for (int tag : OUTDATED) {
      if (data.remove(tag).isPresent()) {
        done.add(new Done(tag, "remove"));
      }
    }
  }
}
