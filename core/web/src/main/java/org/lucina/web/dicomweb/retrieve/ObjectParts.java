package org.lucina.web.dicomweb.retrieve;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.dicomweb.ServiceUri;

/**
 * Objects as parts of one body. They are counted before it begins: the length of objects that go
 * out as they are stored is known, and a body of known length can be sent without copying it.
 */
final class ObjectParts {
  private final ObjectForm form;
  private final ObjectReader reader;
  private final ServiceUri service;
  private int parts;
  private long bytes;
  private boolean asStored = true;

  ObjectParts(ObjectForm form, ObjectReader reader, ServiceUri service) {
    this.form = form;
    this.reader = reader;
    this.service = service;
  }

  /** Counts an object, if it can go out as the client asked; tells whether. */
  boolean count(InstanceRecord object) {
    Optional<String> syntax = form.syntaxOf(object, reader);
    if (syntax.isPresent()) {
      parts++;
      bytes += MultipartWriter.fieldsLength(fields(object, syntax.get())) + object.length();
      asStored &= syntax.get().equals(object.transferSyntax());
    }
    return syntax.isPresent();
  }

  /** Bytes of the body with all that was counted, empty when they are not known. */
  OptionalLong length(String boundary) {
    return asStored
        ? OptionalLong.of(MultipartWriter.length(boundary, parts, bytes))
        : OptionalLong.empty();
  }

  /** Writes an object, if it can go out as the client asked; true, to go on. */
  boolean write(InstanceRecord object, MultipartWriter writer) {
    Optional<String> syntax = form.syntaxOf(object, reader);
    if (syntax.isEmpty()) {
      return true;
    }
    try {
      reader.writeFile(object, syntax.get(), writer.part(fields(object, syntax.get())));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> fields(InstanceRecord object, String syntax) {
    return Map.of(
        HttpHeaders.CONTENT_TYPE,
        ObjectForm.contentType(syntax),
        HttpHeaders.CONTENT_LOCATION,
        service.instance(object));
  }
}
