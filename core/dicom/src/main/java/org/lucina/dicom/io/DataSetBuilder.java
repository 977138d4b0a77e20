package org.lucina.dicom.io;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;

/** Makes a data set from events; long values stay where they are. */
final class DataSetBuilder implements EventSink {
  /** Heap that an element takes beside its value, counted as held. */
  private static final int OVERHEAD = 64;

  /** Heap that an item takes beside its elements. */
  private static final int ITEM_OVERHEAD = 128;

  /** How often memory is told, as a power of two. */
  private static final int TOLD_EACH = 18;

  private final long bulkThreshold;
  private final ReadLimits limits;
  private final DicomReader.Memory memory;
  private final Optional<String> uri;
  private final DataSet root;
  private final Deque<OpenSequence> open = new ArrayDeque<>();
  private final ValueBlock block = new ValueBlock();
  private DataSet current;
  private long held;
  private long padding;

  private static final class OpenSequence {
    final DataSet owner;
    final int tag;
    final VR vr;
    final HeaderForm form;
    final boolean undefinedLength;
    final boolean bigEndian;
    final List<DataSet> items = new ArrayList<>(2);
    final List<Value> fragments = new ArrayList<>(0);

    OpenSequence(DataSet owner, ElementHeader header) {
      this.owner = owner;
      this.tag = header.tag;
      this.vr = header.vr;
      this.form = header.form;
      this.undefinedLength = header.length < 0;
      this.bigEndian = header.bigEndian;
    }
  }

  DataSetBuilder(DataSet root, DicomReader.Options options, Optional<String> uri) {
    this.root = root;
    this.current = root;
    this.bulkThreshold = options.bulkThreshold();
    this.limits = options.limits();
    this.memory = options.memory();
    this.uri = uri;
  }

  DataSet root() {
    return root;
  }

  @Override
  public void value(ElementHeader header, Input in) throws IOException {
    Value value;
    if (isBulk(header)) {
      value = bulk(header.length, header.bigEndian, in);
    } else {
      value = bytes(header.length, header.bigEndian, in);
    }
    current.addAsRead(new Element(header.tag, header.vr, value, header.form));
  }

  private boolean isBulk(ElementHeader header) {
    return header.length > limits.valueLength()
        || header.length > bulkThreshold && !header.vr.isText() && !isUnknownSequence(header)
        || bulkThreshold != Long.MAX_VALUE && isPixelData(header.tag) && open.isEmpty();
  }

  /** Whether the dictionary can tell that a value of unknown VR has items (PS3.5 6.2.2). */
  private static boolean isUnknownSequence(ElementHeader header) {
    return header.vr == VR.UN && Dictionary.vrOf(header.tag) == VR.SQ;
  }

  private static boolean isPixelData(int tag) {
    return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
  }

  private Value bulk(long length, boolean bigEndian, Input in) throws IOException {
    hold(OVERHEAD);
    BulkData bulk = new BulkData(uri, in.position(), length, bigEndian);
    in.skip(length);
    return bulk;
  }

  private Bytes bytes(long length, boolean bigEndian, Input in) throws IOException {
    hold(length + OVERHEAD);
    return block.take((int) length, bigEndian, in);
  }

  private void hold(long bytes) throws IOException {
    long before = held;
    held += bytes;
    if (held > limits.heldBytes()) {
      throw new LimitException("values take more than " + limits.heldBytes() + " bytes of memory");
    }
    if (before >> TOLD_EACH != held >> TOLD_EACH) {
      memory.held(held);
    }
  }

  @Override
  public void startSequence(ElementHeader header) {
    open.push(new OpenSequence(current, header));
  }

  @Override
  public void startFragments(ElementHeader header) {
    open.push(new OpenSequence(current, header));
  }

  @Override
  public void startItem(long length) throws IOException {
    hold(ITEM_OVERHEAD);
    current = new DataSet().undefinedLength(length < 0);
    open.element().items.add(current);
  }

  @Override
  public void fragment(long length, Input in) throws IOException {
    OpenSequence pixels = open.element();
    boolean isOffsetTable = pixels.fragments.isEmpty();
    boolean leave =
        length > limits.valueLength() || !isOffsetTable && bulkThreshold != Long.MAX_VALUE;
    pixels.fragments.add(
        leave ? bulk(length, pixels.bigEndian, in) : bytes(length, pixels.bigEndian, in));
  }

  @Override
  public void endItem() {
    current = open.element().owner;
  }

  @Override
  public void endSequence() {
    OpenSequence ended = open.pop();
    current = ended.owner;
    Value value;
    if (ended.vr == VR.SQ) {
      value = new Sequence(ended.items, ended.undefinedLength);
    } else {
      Value offsetTable =
          ended.fragments.isEmpty() ? Bytes.of(new byte[0]) : ended.fragments.get(0);
      List<Value> fragments = ended.fragments;
      value =
          new Fragments(
              offsetTable, fragments.subList(Math.min(1, fragments.size()), fragments.size()));
    }
    current.addAsRead(new Element(ended.tag, ended.vr, value, ended.form));
  }

  @Override
  public void padding(long length) {
    padding = length;
  }

  /** Zero bytes that followed the data set. */
  long padding() {
    return padding;
  }
}
