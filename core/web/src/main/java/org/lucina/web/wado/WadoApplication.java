package org.lucina.web.wado;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.lucina.web.access.ReadinessFilter;
import org.lucina.web.problem.ProblemMapper;

/** The URI Service (WADO-URI, PS3.18 9) at {@code /wado}. */
@ApplicationPath("wado")
public class WadoApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(WadoUriResource.class, ReadinessFilter.class, ProblemMapper.class);
  }
}
