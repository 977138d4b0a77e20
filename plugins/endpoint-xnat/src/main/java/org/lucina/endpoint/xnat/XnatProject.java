package org.lucina.endpoint.xnat;

import java.util.List;
import java.util.Optional;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpStatusException;

/** The resources of a project, by XNAT's REST interface. */
final class XnatProject {
  private final XnatSession session;
  private final String name;
  private final String path;

  XnatProject(XnatSession session, String name) {
    this.session = session;
    this.name = name;
    this.path = "/data/archive/projects/" + XnatPlace.encode(name);
  }

  /** Whether the server knows the project. */
  String check() throws EndpointException {
    session.text(HttpCall.get(path + XnatPlace.query("format", "json")));
    return session + " lets this server into project " + name;
  }

  /** Its subjects. */
  void subjects(XnatTable.RowSink sink) throws EndpointException {
    String query = XnatPlace.query("format", "json", "columns", "ID,label,gender");
    table("/subjects" + query, sink);
  }

  /** Its experiments with images. */
  void experiments(XnatTable.RowSink sink) throws EndpointException {
    String columns = "ID,label,date,xsiType,subject_label,xnat:imageSessionData/UID";
    String query =
        XnatPlace.query("format", "json", "xsiType", "xnat:imageSessionData", "columns", columns);
    table("/experiments" + query, sink);
  }

  /** The scans of an experiment. */
  void scans(XnatPlace experiment, XnatTable.RowSink sink) throws EndpointException {
    String columns = "ID,type,series_description,xsiType,UID";
    String query = XnatPlace.query("format", "json", "columns", columns);
    table("/" + experiment.path() + "/scans" + query, sink);
  }

  /** The files of a scan. */
  void files(XnatPlace scan, XnatTable.RowSink sink) throws EndpointException {
    String query = XnatPlace.query("format", "json");
    table("/" + scan.path() + "/resources/DICOM/files" + query, sink);
  }

  private void table(String table, XnatTable.RowSink sink) throws EndpointException {
    XnatTable.read(session, HttpCall.get(path + table), sink);
  }

  /** Whether there is something at a place. */
  boolean has(XnatPlace place) throws EndpointException {
    return look(place).isPresent();
  }

  /** What XNAT tells of a place, nothing of a file; empty when there is nothing. */
  Optional<String> look(XnatPlace place) throws EndpointException {
    boolean file = place.names().size() == 4;
    HttpCall call =
        file
            ? new HttpCall("HEAD", at(place), List.of(), Optional.empty(), Optional.empty(), true)
            : HttpCall.get(at(place) + XnatPlace.query("format", "json"));
    try {
      return Optional.of(session.text(call));
    } catch (HttpStatusException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Gets a file; close it. */
  HttpAnswer file(XnatPlace file) throws EndpointException {
    return session.send(HttpCall.get(at(file)));
  }

  /** Makes, or changes, what is at a place. */
  void put(XnatPlace place, String query) throws EndpointException {
    session.text(HttpCall.put(at(place) + query));
  }

  /** Puts a file, in place of one that is there. */
  void upload(XnatPlace file, Content content) throws EndpointException {
    String query =
        XnatPlace.query("inbody", "true", "overwrite", "true", "format", "DICOM", "content", "RAW");
    session.text(HttpCall.put(at(file) + query).body(content, "application/dicom"));
  }

  /** Removes what is at a place with its files; that it is gone already is no error. */
  void delete(XnatPlace place) throws EndpointException {
    try {
      session.text(HttpCall.delete(at(place) + XnatPlace.query("removeFiles", "true")));
    } catch (HttpStatusException e) {
      if (e.reason() != Reason.NOT_FOUND) {
        throw e;
      }
    }
  }

  private String at(XnatPlace place) {
    return path + "/" + place.path();
  }
}
