package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;

/**
 * Searches Orthanc page by page. An Orthanc that is set to LimitFindResults or LimitFindInstances
 * tells of no more than these, and not that there is more.
 */
final class Finder {
  private final OrthancApi api;
  private final Resources resources;
  private final Instances instances;
  private final boolean readsUnindexed;
  private final int pageSize;

  Finder(
      OrthancApi api,
      Resources resources,
      Instances instances,
      boolean readsUnindexed,
      int pageSize) {
    this.api = api;
    this.resources = resources;
    this.instances = instances;
    this.readsUnindexed = readsUnindexed;
    this.pageSize = pageSize;
  }

  void find(Query query, Endpoint.Sink sink) throws EndpointException {
    SearchPlan plan = SearchPlan.of(query, readsUnindexed);
    Search search = new Search(api, resources, instances, query, plan, sink);
    long wanted =
        query.limit().isEmpty() ? pageSize : (long) query.offset() + query.limit().getAsInt();
    int size = (int) Math.min(pageSize, wanted);
    for (int since = 0; ; since += size) {
      JsonArray page = page(plan, since, size);
      for (JsonValue found : page) {
        if (!search.take(Resource.of(plan.level(), found.asJsonObject()))) {
          return;
        }
      }
      if (page.size() < size) {
        return;
      }
    }
  }

  private JsonArray page(SearchPlan plan, int since, int size) throws EndpointException {
    JsonObjectBuilder constraints = api.json().createObjectBuilder();
    plan.constraints().forEach(constraints::add);
    JsonObject lookup =
        api.json()
            .createObjectBuilder()
            .add("Level", Levels.type(plan.level()))
            .add("Query", constraints)
            .add("Expand", true)
            .add("CaseSensitive", false)
            .add("Since", since)
            .add("Limit", size)
            .build();
    return api.array(OrthancApi.post("/tools/find", lookup).asRepeatable());
  }
}
