package org.lucina.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The error page of the web application: a problem document, without the container's words. */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = given instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    Problem problem = new Problem(Fault.ofStatus(status), status, "");
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
  }
}
