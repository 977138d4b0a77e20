package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.http.HttpCall;

/**
 * What was drawn in the Osimis web viewer: kept with a study or series as JSON of frames ({@code
 * instance:frame}), of tools, of shapes.
 */
final class Annotations {
  private static final String ELLIPSE = "ellipticalRoi";
  private static final String RECTANGLE = "rectangleRoi";

  private final OrthancApi api;
  private final Instances instances;

  Annotations(OrthancApi api, Instances instances) {
    this.api = api;
    this.instances = instances;
  }

  /**
   * Summarises all shapes.
   *
   * @param number of the attachment, or else metadata, that has them
   * @return empty when nothing was drawn
   */
  JsonArray of(DicomLevel level, String id, String number) throws EndpointException {
    JsonArrayBuilder summaries = api.json().createArrayBuilder();
    Optional<JsonObject> drawn = drawn(Levels.path(level, id), PathName.of(number));
    if (drawn.isPresent()) {
      for (Map.Entry<String, JsonValue> frame : drawn.get().entrySet()) {
        if (frame.getValue() instanceof JsonObject tools && !tools.isEmpty()) {
          addFrame(frame.getKey(), tools, summaries);
        }
      }
    }
    return summaries.build();
  }

  private Optional<JsonObject> drawn(String path, String number) throws EndpointException {
    for (String place : List.of("/attachments/" + number + "/data", "/metadata/" + number)) {
      try (JsonReader reader =
          api.json().createReader(new StringReader(api.text(HttpCall.get(path + place))))) {
        return Optional.of(reader.readObject());
      } catch (EndpointException e) {
        if (e.reason() != Reason.NOT_FOUND) {
          throw e;
        }
      } catch (JsonException e) {
        throw new EndpointException(
            Reason.REFUSED, "what Orthanc has as " + place.substring(1) + " is no JSON", e);
      }
    }
    return Optional.empty();
  }

  private void addFrame(String name, JsonObject tools, JsonArrayBuilder summaries)
      throws EndpointException {
    String[] parts = name.split(":", 2);
    DataSet header;
    try {
      header = instances.header(Resources.checked(parts[0]));
    } catch (IOException e) {
      throw Reading.fault(String.valueOf(e.getMessage()), e);
    }
    for (Map.Entry<String, JsonValue> tool : tools.entrySet()) {
      if (tool.getValue() instanceof JsonObject made
          && made.get("data") instanceof JsonArray shapes) {
        for (JsonValue shape : shapes) {
          if (shape instanceof JsonObject drawn) {
            summaries.add(summary(tool.getKey(), drawn, parts, header));
          }
        }
      }
    }
  }

  private JsonObjectBuilder summary(String tool, JsonObject shape, String[] place, DataSet header) {
    JsonObjectBuilder summary =
        api.json()
            .createObjectBuilder()
            .add("Tool", tool)
            .add("Instance", place[0])
            .add("Frame", place.length > 1 ? place[1] : "0");
    for (int tag : new int[] {Tag.SOPInstanceUID, Tag.SeriesInstanceUID, Tag.StudyInstanceUID}) {
      String keyword = Dictionary.find(tag).orElseThrow().keyword();
      header.string(tag).ifPresent(uid -> summary.add(keyword, uid));
    }
    addNumbers("ImagePositionPatient", header.decimals(Tag.ImagePositionPatient), summary);
    Optional<double[]> start = point(shape, "start");
    Optional<double[]> end = point(shape, "end");
    start.ifPresent(point -> addNumbers("Start", point, summary));
    end.ifPresent(point -> addNumbers("End", point, summary));
    if (shape.get("imageResolution") instanceof JsonObject size) {
      number(size, "width").ifPresent(width -> summary.add("Width", width));
      number(size, "height").ifPresent(height -> summary.add("Height", height));
    }
    if (start.isPresent() && end.isPresent()) {
      measure(tool, start.get(), end.get(), header, summary);
    }
    return summary;
  }

  /** In millimetres and their squares where the spacing of pixels is known. */
  private static void measure(
      String tool, double[] start, double[] end, DataSet header, JsonObjectBuilder summary) {
    double[] spacing = header.decimals(Tag.PixelSpacing);
    boolean known = spacing.length == 2;
    double width = Math.abs(end[0] - start[0]) * (known ? spacing[1] : 1);
    double height = Math.abs(end[1] - start[1]) * (known ? spacing[0] : 1);
    summary.add("Unit", known ? "mm" : "pixel").add("Length", Math.hypot(width, height));
    if (tool.equals(ELLIPSE)) {
      summary.add("Area", Math.PI * width * height / 4);
    } else if (tool.equals(RECTANGLE)) {
      summary.add("Area", width * height);
    }
  }

  private static Optional<double[]> point(JsonObject shape, String name) {
    if (shape.get("handles") instanceof JsonObject handles
        && handles.get(name) instanceof JsonObject point) {
      return number(point, "x").flatMap(x -> number(point, "y").map(y -> new double[] {x, y}));
    }
    return Optional.empty();
  }

  private static Optional<Double> number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  private void addNumbers(String name, double[] numbers, JsonObjectBuilder summary) {
    if (numbers.length > 0) {
      JsonArrayBuilder array = api.json().createArrayBuilder();
      for (double number : numbers) {
        array.add(number);
      }
      summary.add(name, array);
    }
  }
}
