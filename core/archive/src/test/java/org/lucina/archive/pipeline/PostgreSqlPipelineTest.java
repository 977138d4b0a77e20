package org.lucina.archive.pipeline;

import org.lucina.archive.index.TestDatabase;

class PostgreSqlPipelineTest extends PipelineContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }
}
