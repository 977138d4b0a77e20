package org.lucina.viewer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers the routes of the viewer's page with that page, and tells browsers how long to keep files
 * and to keep what the page sees to itself.
 */
public final class ViewerFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  /**
   * Code and data come from this server alone. The decoders are WebAssembly; their glue code is
   * compiled at run time.
   */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' blob: data:",
          "font-src 'self' data:",
          "media-src 'self' blob: data:",
          "connect-src 'self' blob: data:",
          "worker-src 'self' blob:",
          "frame-src 'self' blob:",
          "object-src 'self' blob:",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'self'");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ViewerPath path = new ViewerPath(request.getServletPath());
    if (getServletContext().getResource(path.file()) == null) {
      response.sendError(
          HttpServletResponse.SC_NOT_FOUND,
          path.isRoute() ? "This server was built without the OHIF viewer" : "No such file");
      return;
    }
    response.setHeader("Cache-Control", path.cacheControl());
    response.setHeader("Content-Security-Policy", POLICY);
    // Together they give the page SharedArrayBuffer
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    // Links to elsewhere do not tell which study was open
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (path.isRoute()) {
      request.getRequestDispatcher(path.file()).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
