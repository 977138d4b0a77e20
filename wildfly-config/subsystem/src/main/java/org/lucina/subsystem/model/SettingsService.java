package org.lucina.subsystem.model;

import java.util.Locale;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.ServiceInstaller;

/** Puts the subsystem's settings in force. */
final class SettingsService implements ResourceServiceConfigurator {

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    ArchiveSettings settings = settings(context, model);
    ServiceDependency<RunningServer> server = ServerResource.dependency();
    return ServiceInstaller.builder(settings)
        .requires(server)
        .onStart(started -> server.get().settings(started))
        .startWhen(StartWhen.INSTALLED)
        .build();
  }

  /** Reads the settings from the subsystem's attributes. */
  static ArchiveSettings settings(OperationContext context, ModelNode model)
      throws OperationFailedException {
    return new ArchiveSettings(
        ServerResource.DEFAULT_STORAGE.resolveModelAttribute(context, model).asString(),
        ServerResource.LOCAL_AE_TITLE.resolveModelAttribute(context, model).asString().trim(),
        ArchiveSettings.Duplicates.valueOf(
            ServerResource.DUPLICATES
                .resolveModelAttribute(context, model)
                .asString()
                .toUpperCase(Locale.ROOT)),
        ServerResource.ACCEPT_UNKNOWN_SOP_CLASSES.resolveModelAttribute(context, model).asBoolean(),
        ArchiveSettings.UnknownAes.valueOf(
            ServerResource.UNKNOWN_AES
                .resolveModelAttribute(context, model)
                .asString()
                .toUpperCase(Locale.ROOT)),
        ServerResource.FUZZY_MATCHING.resolveModelAttribute(context, model).asBoolean(),
        ServerResource.MAX_RESULTS.resolveModelAttribute(context, model).asInt());
  }
}
