package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;

/**
 * Changes resources: metadata in their place; attributes by making a modified resource and removing
 * the old one, since Orthanc cannot replace objects for good in one step. What is modified has UIDs
 * of its own, unless the changed attributes name others.
 */
final class Updates {
  private static final Set<View> VIEWS = Set.of(View.TAGS, View.METADATA, View.FILE);
  private static final Set<VR> BINARY =
      Set.of(VR.OB, VR.OD, VR.OF, VR.OL, VR.OV, VR.OW, VR.UN, VR.SQ);

  private final OrthancApi api;
  private final Resources resources;
  private final Instances instances;
  private final Deposit deposit;
  private final Modification modification;

  Updates(
      OrthancApi api,
      Resources resources,
      Instances instances,
      Deposit deposit,
      Modification modification) {
    this.api = api;
    this.resources = resources;
    this.instances = instances;
    this.deposit = deposit;
    this.modification = modification;
  }

  Reference update(Reference reference, Dixel changed) throws EndpointException, IOException {
    if (!VIEWS.containsAll(changed.views())) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "only tags, metadata and files can be changed here");
    }
    DicomLevel level = reference.level();
    String id = resources.id(reference);
    String now = id;
    Optional<Content> file = changed.file();
    if (file.isPresent()) {
      now = replaceFile(level, id, file.get());
    } else if (changed.views().contains(View.TAGS)) {
      now = replaceTags(level, id, changed.tags());
    }
    for (Map.Entry<String, String> each : changed.metadata().entrySet()) {
      setMetadata(level, now, each.getKey(), each.getValue());
    }
    DataSet tags = resources.tags(resources.get(level, now));
    String key = now;
    return Reference.of(level, tags)
        .map(named -> named.withKey(key))
        .orElseGet(() -> Reference.key(level, key));
  }

  void setMetadata(DicomLevel level, String id, String name, String value)
      throws EndpointException {
    String path = Levels.path(level, id) + "/metadata/" + PathName.of(name);
    api.text(HttpCall.put(path).body(value, "text/plain"));
  }

  private String replaceFile(DicomLevel level, String id, Content file) throws EndpointException {
    if (level != DicomLevel.INSTANCE) {
      throw new EndpointException(Reason.UNSUPPORTED, "only an instance has a file to replace");
    }
    String now = deposit.put(file).id();
    if (!now.equals(id)) {
      api.text(HttpCall.delete(Levels.path(level, id)));
    }
    return now;
  }

  private String replaceTags(DicomLevel level, String id, DataSet changed)
      throws EndpointException, IOException {
    DataSet present =
        level == DicomLevel.INSTANCE
            ? instances.header(id)
            : resources.tags(resources.get(level, id));
    JsonObject differences = differences(present, changed);
    if (differences.isEmpty()) {
      return id;
    }
    JsonObjectBuilder terms =
        api.json().createObjectBuilder().add("Replace", differences).add("Force", true);
    return modification.make(level, id, "modify", terms, false);
  }

  /** Attributes that the changed ones do not have stay as they are. */
  private JsonObject differences(DataSet present, DataSet changed) throws EndpointException {
    Map<String, String> values = new TreeMap<>();
    for (Element element : changed) {
      int tag = element.tag();
      if (tag == Tag.SpecificCharacterSet
          || tag == Tag.PixelData
          || present.get(tag).filter(element::equals).isPresent()) {
        continue;
      }
      List<String> wanted = changed.strings(tag);
      if (BINARY.contains(element.vr())) {
        if (element.value().isEmpty() && !present.contains(tag)) {
          continue;
        }
        throw new EndpointException(
            Reason.UNSUPPORTED,
            String.format("sequences and binary values cannot be changed here: %08X", tag));
      }
      if (!wanted.equals(present.strings(tag)) || !present.contains(tag)) {
        values.put(String.format("%04X,%04X", tag >>> 16, tag & 0xFFFF), String.join("\\", wanted));
      }
    }
    JsonObjectBuilder json = api.json().createObjectBuilder();
    values.forEach(json::add);
    return json.build();
  }
}
