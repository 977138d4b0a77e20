package org.lucina.web.dicomweb;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The capabilities of the service as WADL (PS3.18 8.9 and Annex H).
 *
 * @param service where the service is
 */
record Capabilities(ServiceUri service) {
  private static final String NAMESPACE = "http://wadl.dev.java.net/2009/02";

  private record Method(
      String name, String id, List<String> request, List<String> response, List<String> query) {}

  private static final List<String> DATA_SETS =
      List.of(
          "application/dicom+json",
          "application/json",
          "multipart/related; type=\"application/dicom+xml\"");
  private static final List<String> OBJECTS =
      List.of("multipart/related; type=\"application/dicom\"");
  private static final List<String> OBJECT =
      List.of("multipart/related; type=\"application/dicom\"", "application/dicom");
  private static final List<String> PIXELS =
      List.of(
          "multipart/related; type=\"application/octet-stream\"",
          "application/octet-stream",
          "multipart/related; type=\"image/*\"",
          "multipart/related; type=\"video/*\"");
  private static final List<String> BODIES =
      List.of(
          "application/dicom",
          "multipart/related; type=\"application/dicom\"",
          "multipart/related; type=\"application/dicom+json\"",
          "multipart/related; type=\"application/dicom+xml\"");
  private static final List<String> REPORTS =
      List.of("application/dicom+json", "application/dicom+xml");
  private static final List<String> SEARCH =
      List.of("limit", "offset", "fuzzymatching", "includefield", "emptyvaluematching");

  private static final String SERIES = "studies/{study}/series/{series}";
  private static final String INSTANCE = SERIES + "/instances/{instance}";

  private static final Map<String, List<Method>> RESOURCES =
      new java.util.TreeMap<>(
          Map.ofEntries(
              Map.entry("studies", List.of(search("SearchForStudies"), store("StoreInstances"))),
              Map.entry("series", List.of(search("SearchForSeries"))),
              Map.entry("instances", List.of(search("SearchForInstances"))),
              Map.entry("studies/{study}/series", List.of(search("SearchForStudySeries"))),
              Map.entry("studies/{study}/instances", List.of(search("SearchForStudyInstances"))),
              Map.entry(SERIES + "/instances", List.of(search("SearchForStudySeriesInstances"))),
              Map.entry(
                  "studies/{study}",
                  List.of(
                      get("RetrieveStudy", OBJECTS),
                      store("StoreStudyInstances"),
                      delete("DeleteStudy"))),
              Map.entry(SERIES, List.of(get("RetrieveSeries", OBJECTS), delete("DeleteSeries"))),
              Map.entry(
                  INSTANCE, List.of(get("RetrieveInstance", OBJECT), delete("DeleteInstance"))),
              Map.entry(
                  "studies/{study}/metadata", List.of(get("RetrieveStudyMetadata", DATA_SETS))),
              Map.entry(SERIES + "/metadata", List.of(get("RetrieveSeriesMetadata", DATA_SETS))),
              Map.entry(
                  INSTANCE + "/metadata", List.of(get("RetrieveInstanceMetadata", DATA_SETS))),
              Map.entry(INSTANCE + "/frames/{frames}", List.of(get("RetrieveFrames", PIXELS))),
              Map.entry(
                  INSTANCE + "/bulkdata/{attribute}", List.of(get("RetrieveBulkdata", PIXELS)))));

  private static Method search(String id) {
    return new Method("GET", id, List.of(), DATA_SETS, SEARCH);
  }

  private static Method get(String id, List<String> types) {
    return new Method("GET", id, List.of(), types, List.of("accept"));
  }

  private static Method store(String id) {
    return new Method("POST", id, BODIES, REPORTS, List.of());
  }

  private static Method delete(String id) {
    return new Method("DELETE", id, List.of(), List.of(), List.of());
  }

  /** The WADL document. */
  String toXml() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<application xmlns=\"").append(NAMESPACE).append("\">\n");
    xml.append("<resources base=\"").append(escape(service.base())).append("\">\n");
    RESOURCES.forEach(
        (path, methods) -> {
          xml.append("<resource path=\"").append(path).append("\">\n");
          methods.forEach(method -> xml.append(toXml(method)));
          xml.append("</resource>\n");
        });
    return xml.append("</resources>\n</application>\n").toString();
  }

  private static String toXml(Method method) {
    String query =
        method.query().stream()
            .map(name -> "<param name=\"" + name + "\" style=\"query\"/>")
            .collect(Collectors.joining());
    return "<method name=\""
        + method.name()
        + "\" id=\""
        + method.id()
        + "\">\n<request>"
        + query
        + representations(method.request())
        + "</request>\n<response>"
        + representations(method.response())
        + "</response>\n</method>\n";
  }

  private static String representations(List<String> mediaTypes) {
    return mediaTypes.stream()
        .map(type -> "<representation mediaType=\"" + escape(type) + "\"/>")
        .collect(Collectors.joining());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  /** The same as JSON. */
  String toJson() {
    JsonArrayBuilder resources = Json.createArrayBuilder();
    RESOURCES.forEach(
        (path, methods) -> {
          JsonArrayBuilder list = Json.createArrayBuilder();
          methods.forEach(method -> list.add(toJson(method)));
          resources.add(Json.createObjectBuilder().add("path", path).add("method", list));
        });
    JsonObjectBuilder all =
        Json.createObjectBuilder().add("base", service.base()).add("resource", resources);
    return Json.createObjectBuilder()
        .add("application", Json.createObjectBuilder().add("resources", all))
        .build()
        .toString();
  }

  private static JsonObjectBuilder toJson(Method method) {
    return Json.createObjectBuilder()
        .add("name", method.name())
        .add("id", method.id())
        .add("param", Json.createArrayBuilder(method.query()))
        .add("request", Json.createArrayBuilder(method.request()))
        .add("response", Json.createArrayBuilder(method.response()));
  }
}
