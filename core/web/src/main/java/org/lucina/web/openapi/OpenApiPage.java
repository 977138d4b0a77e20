package org.lucina.web.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The OpenAPI document, in YAML, or in JSON when {@code format=JSON} or the Accept header field
 * says so, as the endpoint of MicroProfile OpenAPI does. Like every path it needs a user in a role.
 */
@WebServlet("/openapi")
public class OpenApiPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean json = isJson(request);
    String name = json ? "openapi.json" : "openapi.yaml";
    try (InputStream document = OpenApiPage.class.getResourceAsStream(name)) {
      if (document == null) {
        throw new FileNotFoundException(name);
      }
      response.setContentType(json ? "application/json" : "application/yaml");
      document.transferTo(response.getOutputStream());
    }
  }

  private static boolean isJson(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return "JSON".equalsIgnoreCase(request.getParameter("format"))
        || accept != null && accept.startsWith("application/json");
  }
}
