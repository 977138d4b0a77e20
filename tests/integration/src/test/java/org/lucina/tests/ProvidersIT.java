package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every provider that comes with the server makes instances in it: its classes, and those of others
 * that it needs, are there. What it talks to is away, and it says so in its own words.
 */
@OnServer
class ProvidersIT {
  private static final String SUBSYSTEM = "subsystem=lucina/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String NOBODY = "http://127.0.0.1:1";

  @TempDir private Path folder;
  private final List<String> added = new ArrayList<>();
  private Management management;

  @BeforeEach
  void connect() throws IOException {
    management = Management.connect();
  }

  @AfterEach
  void clean() throws IOException {
    for (int last = added.size() - 1; last >= 0; last--) {
      management.remove(added.get(last));
    }
    management.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          endpoint   | archive         | ''
          endpoint   | csv             | path=FOLDER/rows.csv
          endpoint   | dcmdir          | path=FOLDER
          endpoint   | dicomweb        | url=NOBODY
          endpoint   | dimse           | remote-ae=nobody
          endpoint   | imagedir        | path=FOLDER
          endpoint   | mail            | from=a@example.org,to=b@example.org,host=127.0.0.1,port=1
          endpoint   | mint            | url=NOBODY
          endpoint   | mock            | ''
          endpoint   | montage         | url=NOBODY
          endpoint   | orthanc         | url=NOBODY
          endpoint   | orthanc-proxy   | url=NOBODY,modality=PACS
          endpoint   | redis           | port=1
          endpoint   | reportdir       | path=FOLDER
          endpoint   | slack           | webhook=NOBODY
          endpoint   | splunk          | url=NOBODY,token=secret
          endpoint   | sql             | datasource=java:jboss/datasources/LucinaDS,table=tried
          endpoint   | tcia            | url=NOBODY
          endpoint   | twilio          | account=AC1,token=secret,from=+15550001,to=+15550002,url=NOBODY
          endpoint   | xnat            | url=NOBODY,project=tried
          observer   | archive         | ''
          observer   | dimse-poll      | endpoint=nobody
          observer   | directory       | path=FOLDER
          observer   | mock            | ''
          observer   | orthanc-changes | url=NOBODY
          observer   | schedule        | every=PT1H
          anonymizer | diana-sham      | guid-mint=nobody,uid-mint=nobody
          anonymizer | ps3.15          | mint=nobody
          anonymizer | pixels          | ''
          anonymizer | rules           | rules=remove private
          mint       | diana-guid      | ''
          mint       | diana-uid       | ''
          mint       | keyed-pseudonym | key=000102030405060708090a0b0c0d0e0f
          mint       | keyed-uid       | key=000102030405060708090a0b0c0d0e0f
          mint       | orthanc-id      | ''
          mint       | registry        | ''
          mint       | uid-random      | ''
          storage    | filesystem      | path=FOLDER
          storage    | packs           | path=FOLDER
          """)
  void makesInstances(String kind, String provider, String properties) throws IOException {
    String resource = SUBSYSTEM + kind + "=tried";
    ModelNode add = Management.adding(resource);
    add.get("provider").set(provider);
    for (String property : properties.isEmpty() ? new String[0] : properties.split(",")) {
      String value = property.substring(property.indexOf('=') + 1);
      add.get("properties")
          .get(property.substring(0, property.indexOf('=')))
          .set(value.replace("FOLDER", folder.toString()).replace("NOBODY", NOBODY));
    }
    management.run(add);
    added.add(resource);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(management.read(resource).get("state").asString())
                    .as(management.read(resource).get("last-error").asString())
                    .isEqualTo("running"));
    if (kind.equals("endpoint") || kind.equals("observer")) {
      String said =
          management
              .answer(Operations.createOperation("check", Management.address(resource)))
              .asString();
      assertThat(said).doesNotContain("Error", "ClassNotFound", "NullPointer", "LUCINA0046");
    }
  }

  /** A provider that comes later is tried here as well. */
  @Test
  void areAllTried() throws Exception {
    Set<String> offered = new TreeSet<>();
    ModelNode plugins =
        Operations.createReadResourceOperation(Management.address(SUBSYSTEM + "plugin=*"));
    plugins.get("include-runtime").set(true);
    for (ModelNode plugin : management.run(plugins).asList()) {
      for (ModelNode provider : plugin.get("result").get("providers").asListOrEmpty()) {
        offered.add(provider.asString().replaceFirst(":.*", "").replace('=', ' '));
      }
    }
    assertThat(tried()).containsAll(offered);
  }

  private static Set<String> tried() throws Exception {
    CsvSource table =
        ProvidersIT.class
            .getDeclaredMethod("makesInstances", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    Set<String> tried = new TreeSet<>();
    for (String line : table.textBlock().lines().toList()) {
      String[] cells = line.split("\\|");
      tried.add(cells[0].strip() + " " + cells[1].strip());
    }
    return tried;
  }
}
