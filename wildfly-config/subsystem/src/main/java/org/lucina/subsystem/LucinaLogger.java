package org.lucina.subsystem;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.InetSocketAddress;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the subsystem, LUCINA0001 to LUCINA0099. */
@MessageLogger(projectCode = "LUCINA", length = 4)
public interface LucinaLogger extends BasicLogger {
  LucinaLogger LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), LucinaLogger.class, "org.lucina.subsystem");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1, value = "Lucina is ready%n%s")
  void ready(String places);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2, value = "DICOM listener '%s' listens on %s%s")
  void listening(String name, InetSocketAddress address, String tls);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3, value = "DICOM listener '%s' is closed")
  void closed(String name);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 4, value = "DICOM listener '%s' cannot listen on %s")
  void cannotListen(String name, InetSocketAddress address, @Cause IOException cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 5, value = "Plugin '%s' %s offers %s")
  void pluginRegistered(String plugin, String version, String providers);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6, value = "Plugin '%s' is gone")
  void pluginGone(String plugin);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 7, value = "Plugin '%s': a provider is parked: %s")
  void providerParked(String plugin, String problem, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 8, value = "%s '%s' is running on provider '%s'")
  void instanceRunning(String kind, String name, String type);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9, value = "%s '%s' cannot run: %s")
  void instanceFailed(String kind, String name, String problem, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10, value = "%s '%s' has stopped")
  void instanceStopped(String kind, String name);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 11, value = "%s '%s' did not close cleanly")
  void instanceNotClosed(String kind, String name, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 12,
      value = "User 'admin' was created; its password is printed on the console, this once")
  void adminCreatedWithPassword();

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 13,
      value = "User 'admin' was created; its password was taken from LUCINA_ADMIN_PASSWORD")
  void adminCreated();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 14, value = "User 'admin' cannot be created in the security realm")
  void adminNotCreated(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 15, value = "Watcher %s failed")
  void watcherFailed(String watcher, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 16, value = "%s '%s' waits for a plugin with provider '%s'")
  void instanceWaiting(String kind, String name, String type);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 17, value = "Pipeline '%s' cannot run: %s")
  void pipelineFailed(String name, String problem, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 18, value = "Pipeline '%s' did not close cleanly")
  void pipelineNotClosed(String name, @Cause Throwable cause);

  @Message(id = Message.NONE, value = "it has no steps")
  String noSteps();

  @Message(id = 50, value = "Pipeline '%s': %s")
  OperationFailedException badPipeline(String name, String problem);

  @Message(id = 51, value = "Step '%s' of pipeline '%s': %s")
  OperationFailedException badStep(String step, String pipeline, String problem);

  @Message(id = Message.NONE, value = "a step of type '%s' %s")
  String badNeed(String type, String problem);

  @Message(id = Message.NONE, value = "'retry-delay' is longer than 'max-retry-delay'")
  String badDelays();

  @Message(id = 52, value = "Pipeline '%s' is still configured: remove it first")
  OperationFailedException pipelineConfigured(String name);

  @Message(id = 53, value = "The archive is not running: pipelines wait for it")
  OperationFailedException noEngine();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 19, value = "What a refused operation changed at %s cannot be taken back")
  void notRestored(String address, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 20,
      value = "Plugin '%s' does not declare Lucina-Spi-Version in its manifest: it may not fit")
  void noSpiVersion(String plugin);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 21, value = "Plugin '%s' is refused: %s")
  void pluginRefused(String plugin, String problem);

  @Message(id = Message.NONE, value = "'%s' is no Lucina-Spi-Version such as 1.0")
  String badSpiVersion(String declared);

  @Message(
      id = Message.NONE,
      value = "it was written for version %s of the provider interfaces, this server has %s")
  String otherSpiVersion(String declared, String own);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 22,
      value =
          "%s '%s': secret properties stand in the configuration as they are: %s. Keep them in a"
              + " credential store, by a resource secret=PROPERTY of it")
  void exposed(String kind, String name, String properties);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 23, value = "A task of %s '%s' failed")
  void taskFailed(String kind, String name, @Cause Throwable cause);

  @Message(id = Message.NONE, value = "credential store '%s' has no password under alias '%s'")
  String noSuchAlias(String store, String alias);

  @Message(id = Message.NONE, value = "credential store '%s', alias '%s': %s")
  String storeUnreadable(String store, String alias, String problem);

  @Message(
      id = 54,
      value = "Property '%s' is given by 'properties' and by a resource secret=%1$s: remove one")
  OperationFailedException givenTwice(String property);

  @Message(id = 30, value = "No plugin offers the provider '%s' for %s resources; there are: %s")
  OperationFailedException unknownProvider(String type, String kind, String known);

  @Message(id = 31, value = "Provider '%s': %s")
  OperationFailedException badProperties(String type, String faults);

  @Message(
      id = 32,
      value = "'%s' is no AE title: 1 to 16 characters, no backslash, no control character")
  OperationFailedException badAeTitle(String title);

  @Message(id = 33, value = "AE title '%s' is that of remote-ae '%s' already")
  OperationFailedException aeTitleTaken(String title, String name);

  @Message(id = 34, value = "The archive is not running: its storages cannot be checked")
  OperationFailedException archiveNotRunning();

  @Message(id = 35, value = "Storage '%s' cannot be read: %s")
  OperationFailedException notVerified(String storage, String problem);

  @Message(id = 45, value = "Storage '%s' cannot be exported to '%s': %s")
  OperationFailedException notExported(String storage, String path, String problem);

  @Message(id = 36, value = "%s '%s' is not running")
  OperationFailedException notRunning(String kind, String name);

  @Message(id = 37, value = "the provider '%s' is offered by plugin '%s' already")
  String providerTaken(String type, String plugin);

  @Message(id = 38, value = "'%s' is no provider type: lower-case letters, digits, dashes and dots")
  String badProviderType(String type);

  @Message(id = 39, value = "remote-ae '%s' at %s:%d does not answer: %s")
  OperationFailedException noEcho(String name, String host, int port, String problem);

  @Message(
      id = 49,
      value =
          "Nothing can be remembered: the attributes history-container and history-cache of"
              + " /subsystem=lucina name no cache, or it is not there yet")
  IllegalStateException noHistory();

  @Message(id = 47, value = "%s '%s': %s")
  OperationFailedException instanceFault(String kind, String name, String problem);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 48, value = "%s '%s' threw what no %1$s may throw")
  void instanceBroke(String kind, String name, @Cause Throwable cause);
}
