package org.lucina.subsystem.model;

import java.util.List;
import java.util.stream.Stream;
import org.infinispan.commons.api.BasicCache;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.ReloadRequiredRemoveStepHandler;
import org.jboss.as.controller.ReloadRequiredWriteAttributeHandler;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.operations.validation.StringAllowedValuesValidator;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.AttributeAccess;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.as.controller.services.path.PathManager;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.subsystem.LucinaExtension;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.security.auth.server.ModifiableSecurityRealm;
import org.wildfly.service.descriptor.NullaryServiceDescriptor;
import org.wildfly.service.descriptor.UnaryServiceDescriptor;
import org.wildfly.subsystem.resource.capability.CapabilityReference;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;
import org.wildfly.subsystem.service.ServiceDependency;

/** {@code /subsystem=lucina}: the archive's settings, and the parent of all else. */
public final class ServerResource extends SimpleResourceDefinition {
  static final PathElement PATH = PathElement.pathElement("subsystem", LucinaExtension.SUBSYSTEM);

  private static final NullaryServiceDescriptor<RunningServer> SERVICE =
      NullaryServiceDescriptor.of("org.lucina.server", RunningServer.class);

  static final RuntimeCapability<Void> CAPABILITY = RuntimeCapability.Builder.of(SERVICE).build();

  static final SimpleAttributeDefinition DEFAULT_STORAGE =
      Attributes.string("default-storage")
          .setRequired(false)
          .setDefaultValue(new ModelNode("default"))
          .setValidator(new StringLengthValidator(1, 100, true, true))
          .build();

  static final SimpleAttributeDefinition LOCAL_AE_TITLE =
      Attributes.aeTitle("local-ae-title")
          .setRequired(false)
          .setDefaultValue(new ModelNode("LUCINA"))
          .build();

  static final SimpleAttributeDefinition DUPLICATES =
      choice("duplicates", "keep", "keep", "replace", "reject");

  static final SimpleAttributeDefinition ACCEPT_UNKNOWN_SOP_CLASSES =
      Attributes.flag("accept-unknown-sop-classes", false).build();

  static final SimpleAttributeDefinition UNKNOWN_AES =
      choice("unknown-aes", "loopback", "nowhere", "loopback", "anywhere");

  static final SimpleAttributeDefinition FUZZY_MATCHING =
      Attributes.flag("fuzzy-matching", false).build();

  static final SimpleAttributeDefinition MAX_RESULTS =
      Attributes.number("max-results", 1, 1_000_000, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(10_000))
          .build();

  static final CapabilityReferenceAttributeDefinition<ModifiableSecurityRealm> ADMIN_REALM =
      new CapabilityReferenceAttributeDefinition.Builder<>(
              "admin-realm",
              CapabilityReference.builder(
                      CAPABILITY,
                      UnaryServiceDescriptor.of(
                          "org.wildfly.security.modifiable-security-realm",
                          ModifiableSecurityRealm.class))
                  .build())
          .setRequired(false)
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();

  static final CapabilityReferenceAttributeDefinition<String> HOME =
      new CapabilityReferenceAttributeDefinition.Builder<>(
              "home",
              CapabilityReference.builder(CAPABILITY, PathManager.PATH_SERVICE_DESCRIPTOR).build())
          .setRequired(false)
          .setFlags(AttributeAccess.Flag.RESTART_ALL_SERVICES)
          .build();

  static final SimpleAttributeDefinition HISTORY_CONTAINER =
      new SimpleAttributeDefinitionBuilder("history-container", ModelType.STRING, true)
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();
  static final CapabilityReferenceAttributeDefinition<BasicCache<String, Boolean>> HISTORY_CACHE =
      new CapabilityReferenceAttributeDefinition.Builder<>(
              "history-cache",
              CapabilityReference.builder(CAPABILITY, HistoryService.CACHE)
                  .withParentAttribute(HISTORY_CONTAINER)
                  .build())
          .setRequired(false)
          .setRequires("history-container")
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();
  static final List<AttributeDefinition> SETTINGS =
      List.of(
          DEFAULT_STORAGE,
          LOCAL_AE_TITLE,
          DUPLICATES,
          ACCEPT_UNKNOWN_SOP_CLASSES,
          UNKNOWN_AES,
          FUZZY_MATCHING,
          MAX_RESULTS);

  static final List<AttributeDefinition> ATTRIBUTES =
      Stream.concat(
              SETTINGS.stream(), Stream.of(ADMIN_REALM, HOME, HISTORY_CONTAINER, HISTORY_CACHE))
          .toList();

  private final Running running;
  private final boolean runtimeToo;
  private final LiveServices settings;
  private final LiveServices admin;
  private final LiveServices history;

  /**
   * Describes the subsystem.
   *
   * @param runtimeToo whether this process runs the subsystem, so that runtime state can be shown
   */
  public ServerResource(Running running, boolean runtimeToo) {
    this(
        running,
        runtimeToo,
        LiveServices.of(PATH, new SettingsService()),
        LiveServices.of(PATH, new AdminService()),
        LiveServices.of(PATH, new HistoryService()));
  }

  private ServerResource(
      Running running,
      boolean runtimeToo,
      LiveServices settings,
      LiveServices admin,
      LiveServices history) {
    super(
        new Parameters(PATH, Descriptions.root())
            .setAddHandler(new ServerAddHandler(running, List.of(settings, admin, history)))
            .setRemoveHandler(ReloadRequiredRemoveStepHandler.INSTANCE)
            .setAddRestartLevel(OperationEntry.Flag.RESTART_ALL_SERVICES)
            .setRemoveRestartLevel(OperationEntry.Flag.RESTART_ALL_SERVICES)
            .setCapabilities(CAPABILITY));
    this.running = running;
    this.runtimeToo = runtimeToo;
    this.settings = settings;
    this.admin = admin;
    this.history = history;
  }

  /** The server that all services of the subsystem depend on. */
  static ServiceDependency<RunningServer> dependency() {
    return ServiceDependency.on(SERVICE);
  }

  /** Configured children, in the order of the XML. */
  static List<Child> children() {
    return List.of(
        ListenerResource.CHILD,
        RemoteAeResource.CHILD,
        StorageResource.TYPE.child(),
        EndpointResource.TYPE.child(),
        ObserverResource.TYPE.child(),
        AnonymizerResource.TYPE.child(),
        MintResource.TYPE.child(),
        PipelineResource.CHILD);
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    LiveWriteHandler settingsWriter = new LiveWriteHandler(settings);
    SETTINGS.forEach(
        attribute -> registration.registerReadWriteAttribute(attribute, null, settingsWriter));
    registration.registerReadWriteAttribute(ADMIN_REALM, null, new LiveWriteHandler(admin));
    LiveWriteHandler historyWriter = new LiveWriteHandler(history);
    registration.registerReadWriteAttribute(HISTORY_CONTAINER, null, historyWriter);
    registration.registerReadWriteAttribute(HISTORY_CACHE, null, historyWriter);
    registration.registerReadWriteAttribute(
        HOME, null, ReloadRequiredWriteAttributeHandler.INSTANCE);
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo) {
      registration.registerOperationHandler(
          ForgetPipelineOperation.definition(getResourceDescriptionResolver()),
          new ForgetPipelineOperation(running));
    }
  }

  @Override
  public void registerChildren(ManagementResourceRegistration registration) {
    registration.registerSubModel(new ListenerResource(running, runtimeToo));
    registration.registerSubModel(new RemoteAeResource(running, runtimeToo));
    registration.registerSubModel(StorageResource.of(running, runtimeToo));
    registration.registerSubModel(EndpointResource.of(running, runtimeToo));
    registration.registerSubModel(ObserverResource.of(running, runtimeToo));
    registration.registerSubModel(AnonymizerResource.of(running, runtimeToo));
    registration.registerSubModel(MintResource.of(running, runtimeToo));
    registration.registerSubModel(PipelineResource.of(running, runtimeToo));
    if (runtimeToo) {
      registration.registerSubModel(new PluginResource(running));
    }
  }

  private static SimpleAttributeDefinition choice(String name, String standard, String... all) {
    return Attributes.string(name)
        .setRequired(false)
        .setDefaultValue(new ModelNode(standard))
        .setValidator(new StringAllowedValuesValidator(all))
        .build();
  }
}
