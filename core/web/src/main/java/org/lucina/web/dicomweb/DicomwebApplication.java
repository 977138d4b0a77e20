package org.lucina.web.dicomweb;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.lucina.web.access.ReadinessFilter;
import org.lucina.web.dicomweb.retrieve.BulkDataResource;
import org.lucina.web.dicomweb.retrieve.FramesResource;
import org.lucina.web.dicomweb.retrieve.MetadataResource;
import org.lucina.web.dicomweb.retrieve.RenderedResource;
import org.lucina.web.dicomweb.retrieve.RetrieveResource;
import org.lucina.web.dicomweb.search.SearchResource;
import org.lucina.web.dicomweb.store.StoreResource;
import org.lucina.web.problem.ProblemMapper;

/** The Studies Service of DICOMweb (PS3.18 10) at {@code /dicom-web}. */
@ApplicationPath("dicom-web")
public class DicomwebApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        SearchResource.class,
        RetrieveResource.class,
        MetadataResource.class,
        FramesResource.class,
        BulkDataResource.class,
        RenderedResource.class,
        StoreResource.class,
        DeleteResource.class,
        CapabilitiesResource.class,
        ReadinessFilter.class,
        ProblemMapper.class);
  }
}
