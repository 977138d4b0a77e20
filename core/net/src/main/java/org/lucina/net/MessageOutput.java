package org.lucina.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.lucina.dicom.DataSet;

/** Sends DIMSE messages, data sets as they are written. */
final class MessageOutput {
  private final UpperLayer upper;
  private final PduOutput pdus;
  private final OutputStream data = new Data();

  MessageOutput(UpperLayer upper, int maxPduLength) {
    this.upper = upper;
    this.pdus = new PduOutput(upper.connection(), maxPduLength);
  }

  /**
   * Sends a message. When the source of the data fails before anything was sent, the association
   * lives on; later on it has to be aborted.
   */
  void send(int context, DataSet command, Optional<DataSource> source) throws IOException {
    upper.requestData();
    PduOutput.Mark mark = pdus.mark();
    boolean complete = false;
    try {
      byte[] encoded = CommandSet.encode(command);
      pdus.begin(context, true);
      data.write(encoded);
      pdus.end();
      if (source.isPresent()) {
        pdus.begin(context, false);
        source.get().writeTo(data);
        pdus.end();
      }
      complete = true;
    } finally {
      if (!complete && !pdus.rewind(mark)) {
        upper.abort();
      }
    }
    try {
      pdus.flush();
    } catch (IOException e) {
      throw upper.broken(e);
    }
  }

  /** Fragments what is written into it; closing it does nothing. */
  private final class Data extends ChannelOutput {

    @Override
    public void write(int value) throws IOException {
      try {
        pdus.write(value);
      } catch (IOException e) {
        throw upper.broken(e);
      }
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      try {
        pdus.write(source, offset, length);
      } catch (IOException e) {
        throw upper.broken(e);
      }
    }

    @Override
    public void finish(Source source, long from, long count) throws IOException {
      try {
        pdus.end(source, from, count);
      } catch (SourceException e) {
        throw e.fault();
      } catch (IOException e) {
        throw upper.broken(e);
      }
    }
  }
}
