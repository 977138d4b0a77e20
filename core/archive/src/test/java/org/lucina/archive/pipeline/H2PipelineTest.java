package org.lucina.archive.pipeline;

import org.lucina.archive.index.TestDatabase;

class H2PipelineTest extends PipelineContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.h2(folder.resolve("database"));
  }
}
