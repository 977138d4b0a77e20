package org.lucina.subsystem.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.access.management.SensitiveTargetAccessConstraintDefinition;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.operations.validation.IntRangeValidator;
import org.jboss.as.controller.operations.validation.StringAllowedValuesValidator;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.json.DicomJson;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.subsystem.LucinaLogger;

/** {@code find}: what an endpoint finds, as DICOM JSON (PS3.18 F), one text for each match. */
final class FindOperation extends InstanceOperation<Endpoint> {
  private static final SimpleAttributeDefinition LEVEL =
      new SimpleAttributeDefinitionBuilder("level", ModelType.STRING, true)
          .setDefaultValue(new ModelNode("study"))
          .setValidator(new StringAllowedValuesValidator("patient", "study", "series", "instance"))
          .build();

  private static final SimpleAttributeDefinition QUERY =
      new SimpleAttributeDefinitionBuilder("query", ModelType.STRING, true).build();

  private static final SimpleAttributeDefinition LIMIT =
      new SimpleAttributeDefinitionBuilder("limit", ModelType.INT, true)
          .setDefaultValue(new ModelNode(100))
          .setValidator(new IntRangeValidator(1, 10_000))
          .build();

  FindOperation(ProvidedInstances<Endpoint> instances) {
    super(instances);
  }

  /** Answers hold values of patients, so those who may only monitor the server are refused. */
  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("find", descriptions)
        .setParameters(LEVEL, QUERY, LIMIT)
        .setReplyType(ModelType.LIST)
        .setReplyValueType(ModelType.STRING)
        .addAccessConstraint(SensitiveTargetAccessConstraintDefinition.CREDENTIAL)
        .withFlag(OperationEntry.Flag.READ_ONLY)
        .setRuntimeOnly()
        .build();
  }

  @Override
  void ask(Endpoint endpoint, OperationContext context, ModelNode operation)
      throws EndpointException, OperationFailedException {
    Query query = query(context, operation);
    ModelNode matches = context.getResult().setEmptyList();
    endpoint.find(
        query,
        found -> {
          matches.add(json(found));
          return true;
        });
  }

  private static Query query(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String level = LEVEL.resolveModelAttribute(context, operation).asString();
    String text = QUERY.resolveModelAttribute(context, operation).asString("");
    int limit = LIMIT.resolveModelAttribute(context, operation).asInt();
    try {
      return Query.parse(DicomLevel.parse(level).orElseThrow(), text).withLimit(limit);
    } catch (IllegalArgumentException e) {
      throw LucinaLogger.LOG.instanceFault(
          "endpoint", context.getCurrentAddressValue(), e.getMessage());
    }
  }

  private static String json(Dixel found) throws EndpointException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      DataSet tags = found.tags();
      DicomJson.write(tags, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EndpointException(
          EndpointException.Reason.FAILED, found + " cannot be read: " + e.getMessage(), e);
    }
  }
}
