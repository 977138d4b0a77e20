package org.lucina.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.index.model.Instance;
import org.lucina.dicom.Tag;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** The entities fit the schema that the migrations make, and read what the index wrote. */
class EntityMappingTest {

  @ParameterizedTest
  @EnumSource
  void entitiesFitTheSchema(Dialect dialect) throws Exception {
    try (TestDatabase database =
            dialect == Dialect.H2 ? TestDatabase.h2() : TestDatabase.postgreSql();
        EntityManagerFactory factory = factory(database);
        EntityManager entities = factory.createEntityManager()) {
      TestObject object = TestObject.ctSlice();
      RelationalIndex index =
          new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
      index.add(object.build(), Duplicates.REJECT);
      index.settle();
      List<Instance> found =
          entities
              .createQuery(
                  "select i from Instance i where i.series.study.patient.patientId = :id"
                      + " and i.series.modality = 'CT' and i.series.study.numInstances = 1",
                  Instance.class)
              .setParameter("id", object.uid(Tag.PatientID))
              .getResultList();
      assertThat(found).hasSize(1);
    }
  }

  private static EntityManagerFactory factory(TestDatabase database) {
    EntityManagerFactory factory =
        new HibernatePersistenceProvider()
            .createEntityManagerFactory(
                "lucina",
                Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource",
                    database.dataSource(),
                    "hibernate.type.json_format_mapper",
                    new NoJson(),
                    "hibernate.hbm2ddl.auto",
                    "validate"));
    assertThat(factory).as("the persistence unit").isNotNull();
    return factory;
  }

  /** No entity has a JSON column; Hibernate would look for a JSON binding otherwise. */
  private static final class NoJson implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
      throw new IllegalStateException("no JSON column");
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
      throw new IllegalStateException("no JSON column");
    }
  }
}
