package org.lucina.subsystem.model;

import java.util.List;
import java.util.Locale;
import org.jboss.as.controller.ResourceRegistration;
import org.jboss.as.controller.persistence.xml.NamedResourceRegistrationXMLElement;
import org.jboss.as.controller.persistence.xml.ResourceXMLChoice;
import org.jboss.as.controller.persistence.xml.ResourceXMLParticleFactory;
import org.jboss.as.controller.persistence.xml.ResourceXMLSequence;
import org.jboss.as.controller.persistence.xml.SubsystemResourceRegistrationXMLElement;
import org.jboss.as.controller.persistence.xml.SubsystemResourceXMLSchema;
import org.jboss.as.controller.xml.IntVersionSchema;
import org.jboss.as.controller.xml.VersionedNamespace;
import org.jboss.as.controller.xml.XMLCardinality;
import org.jboss.staxmapper.IntVersion;

/** Versions of the subsystem's XML. */
public enum LucinaSchema implements SubsystemResourceXMLSchema<LucinaSchema> {
  VERSION_1_0(1, 0);

  private final VersionedNamespace<IntVersion, LucinaSchema> namespace;

  LucinaSchema(int major, int minor) {
    namespace =
        IntVersionSchema.createURN(List.of("lucina", "subsystem"), new IntVersion(major, minor));
  }

  @Override
  public String getLocalName() {
    return "subsystem";
  }

  @Override
  public VersionedNamespace<IntVersion, LucinaSchema> getNamespace() {
    return namespace;
  }

  @Override
  public SubsystemResourceRegistrationXMLElement getSubsystemXMLElement() {
    ResourceXMLParticleFactory factory = ResourceXMLParticleFactory.newInstance(this);
    ResourceXMLChoice.Builder children =
        factory.choice().withCardinality(XMLCardinality.Unbounded.OPTIONAL);
    ServerResource.children().forEach(child -> children.addElement(named(factory, child)));
    return factory
        .subsystemElement(ResourceRegistration.of(ServerResource.PATH))
        .addAttributes(ServerResource.ATTRIBUTES)
        .withContent(children.build())
        .build();
  }

  private static NamedResourceRegistrationXMLElement named(
      ResourceXMLParticleFactory factory, Child child) {
    return factory
        .namedElement(ResourceRegistration.of(child.path()))
        .withCardinality(XMLCardinality.Unbounded.OPTIONAL)
        .addAttributes(child.attributes())
        .withContent(content(factory, child))
        .build();
  }

  /** Elements of the attributes that are no XML attributes (properties), and of the parts. */
  private static ResourceXMLSequence content(ResourceXMLParticleFactory factory, Child child) {
    ResourceXMLSequence.Builder content =
        factory
            .sequence()
            .withCardinality(XMLCardinality.Single.OPTIONAL)
            .addElements(child.attributes());
    child.parts().forEach(part -> content.addElement(named(factory, part)));
    return content.build();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
