package org.lucina.web.dicomweb.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.spi.http.MalformedMultipartException;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartPart;
import org.lucina.spi.http.MultipartReader;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** The kinds of bodies that carry instances (PS3.18 10.5.2), each read as a stream. */
enum StoreBody {
  /** One Part 10 file. */
  SINGLE {
    @Override
    void read(InputStream body, MediaRange type, Intake intake) throws IOException {
      intake.accept(body);
    }
  },
  /** Part 10 files as parts; each goes straight into the archive. */
  FILES {
    @Override
    void read(InputStream body, MediaRange type, Intake intake) throws IOException {
      MultipartReader parts = open(body, type);
      for (Optional<MultipartPart> part = parts.next(); part.isPresent(); part = parts.next()) {
        String partType = part.get().contentType().map(MediaRange::name).orElse(DICOM);
        if (partType.equals(DICOM) || partType.equals("application/octet-stream")) {
          intake.accept(part.get().body());
        } else {
          intake.refuse(new StoreException(Reason.MALFORMED, "a part is not application/dicom"));
        }
      }
    }
  },
  /** Metadata as JSON or XML, and bulk parts. */
  METADATA_AND_BULK {
    @Override
    void read(InputStream body, MediaRange type, Intake intake) throws IOException {
      MultipartReader parts = open(body, type);
      try (MetadataBody metadata = new MetadataBody()) {
        for (Optional<MultipartPart> part = parts.next(); part.isPresent(); part = parts.next()) {
          metadata.take(part.get());
        }
        metadata.store(intake);
      }
    }
  };

  private static final String DICOM = "application/dicom";
  private static final String JSON = "application/dicom+json";
  private static final String XML = "application/dicom+xml";

  /** Stores all instances of a body. */
  abstract void read(InputStream body, MediaRange type, Intake intake) throws IOException;

  /** The kind of a Content-Type; 415 when it is none. */
  static StoreBody of(MediaRange type) {
    if (type.name().equals(DICOM)) {
      return SINGLE;
    }
    if (type.name().equals("multipart/related")) {
      switch (type.parameter("type").orElse(DICOM).toLowerCase(Locale.ROOT)) {
        case DICOM:
          return FILES;
        case JSON, XML:
          return METADATA_AND_BULK;
        default:
          break;
      }
    }
    throw new ProblemException(
        Fault.UNSUPPORTED_MEDIA_TYPE,
        "Instances come as application/dicom, or as multipart/related of application/dicom,"
            + " application/dicom+json or application/dicom+xml.");
  }

  private static MultipartReader open(InputStream body, MediaRange type)
      throws MalformedMultipartException {
    return new MultipartReader(body, type.parameter("boundary").orElse(""));
  }
}
