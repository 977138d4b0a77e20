package org.lucina.archive.pipeline;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.lucina.archive.pipeline.queue.Broker;

/** The broker of the server, in this process, set up as the server's. */
final class EmbeddedBroker implements Broker, AutoCloseable {
  private final Path folder;
  private ActiveMQServer server;

  EmbeddedBroker(Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  void start() throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(InVMAcceptorFactory.class.getName()));
    configuration.addAddressSetting(
        "jms.queue.lucina.#",
        new AddressSettings()
            .setAutoCreateQueues(true)
            .setAutoDeleteQueues(false)
            .setAutoCreateAddresses(true)
            .setAutoDeleteAddresses(false)
            .setMaxDeliveryAttempts(-1)
            .setMaxSizeBytes(10 << 20)
            .setPageSizeBytes(1 << 20)
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE));
    server = new ActiveMQServerImpl(configuration);
    server.start();
    server.waitForActivation(30, java.util.concurrent.TimeUnit.SECONDS);
  }

  void stop() throws Exception {
    server.stop();
  }

  @Override
  public Connection connect(boolean ahead) throws JMSException {
    ActiveMQConnectionFactory factory =
        ActiveMQJMSClient.createConnectionFactoryWithoutHA(
            JMSFactoryType.CF, new TransportConfiguration(InVMConnectorFactory.class.getName()));
    factory.setConsumerWindowSize(ahead ? 1 << 20 : 0);
    factory.setEnable1xPrefixes(true);
    factory.setReconnectAttempts(0);
    return factory.createConnection();
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (Exception e) {
      throw new UncheckedIOException(new java.io.IOException(e));
    }
  }
}
