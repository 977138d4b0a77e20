package org.lucina.archive.pipeline;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.index.TestDatabase;

/** What pipelines promise, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PipelineContract
    implements DeliveryContract, FailureContract, GatheringContract, ControlContract {
  Path folder;
  private TestDatabase database;
  private EmbeddedBroker broker;
  private PipelineFixture fixture;

  abstract TestDatabase open() throws Exception;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    database = open();
    broker = new EmbeddedBroker(folder);
  }

  @BeforeEach
  void prepare() {
    fixture = new PipelineFixture(broker, database.database());
  }

  @AfterEach
  void forget() {
    fixture.close();
  }

  @AfterAll
  void stop() throws Exception {
    broker.close();
    database.close();
  }

  @Override
  public PipelineFixture fixture() {
    return fixture;
  }

  @Override
  public EmbeddedBroker broker() {
    return broker;
  }
}
