package org.lucina.web.job;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.lucina.web.access.ReadinessFilter;
import org.lucina.web.anonymize.AnonymizersResource;
import org.lucina.web.anonymize.MintsResource;
import org.lucina.web.problem.ProblemMapper;

/** The archive's own services, which no standard has, at {@code /lucina}. */
@ApplicationPath("lucina")
public class JobsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        JobsResource.class,
        MintsResource.class,
        AnonymizersResource.class,
        ReadinessFilter.class,
        ProblemMapper.class);
  }
}
