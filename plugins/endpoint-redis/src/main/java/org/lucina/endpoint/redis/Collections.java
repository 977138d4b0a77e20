package org.lucina.endpoint.redis;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Method;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Collections: named sets of dixels' identifiers, or of what else is put into them. */
final class Collections {
  private static final Property NAME =
      Property.required("collection", Type.STRING, "Name of the collection");
  private static final Property MEMBER =
      Property.required("member", Type.STRING, "What belongs to it, such as a path");
  private static final Property LIMIT =
      Property.optional("limit", Type.INTEGER, "10000", "How many are told at most")
          .between(1, 1_000_000);

  static final Method LIST =
      new Method(
          "collections",
          "Tells the collections by name, and how many items each has",
          false,
          ConfigSpec.of(
              Property.optional("after", Type.STRING, "Tells those behind this name alone"),
              LIMIT));
  static final Method COUNT =
      new Method("count", "Counts the items of a collection", false, ConfigSpec.of(NAME));
  static final Method ITEMS =
      new Method("items", "Tells the items of a collection", false, ConfigSpec.of(NAME, LIMIT));
  static final Method ADD =
      new Method("add", "Adds an item to a collection", false, ConfigSpec.of(NAME, MEMBER));
  static final Method REMOVE =
      new Method("remove", "Takes an item out of a collection", false, ConfigSpec.of(NAME, MEMBER));

  private final Link link;
  private final Names names;

  Collections(Link link, Names names) {
    this.link = link;
    this.names = names;
  }

  /** The answer of one of the methods; empty for any other. */
  Optional<String> handle(String method, Configuration arguments) throws EndpointException {
    return switch (method) {
      case "collections" -> Optional.of(list(arguments));
      case "count" -> Optional.of(Long.toString(count(arguments.string(NAME.name()))));
      case "items" -> Optional.of(items(arguments));
      case "add" -> Optional.of(change("SADD", arguments));
      case "remove" -> Optional.of(change("SREM", arguments));
      default -> Optional.empty();
    };
  }

  private String list(Configuration arguments) throws EndpointException {
    String from = arguments.find("after").map(name -> "(" + name).orElse("-");
    int limit = (int) arguments.integer(LIMIT.name());
    List<String> found =
        link.call(redis -> redis.zrangeByLex(names.collections(), from, "+", 0, limit));
    List<Long> counts =
        link.call(
            redis -> {
              try (Pipeline pipeline = redis.pipelined()) {
                List<Response<Long>> answers =
                    found.stream().map(name -> pipeline.scard(names.collection(name))).toList();
                pipeline.sync();
                return answers.stream().map(Response::get).toList();
              }
            });
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (int i = 0; i < found.size(); i++) {
      list.add(Json.createObjectBuilder().add("name", found.get(i)).add("count", counts.get(i)));
    }
    return list.build().toString();
  }

  private long count(String name) throws EndpointException {
    return link.call(redis -> redis.scard(names.collection(name)));
  }

  private String items(Configuration arguments) throws EndpointException {
    String key = names.collection(arguments.string(NAME.name()));
    long limit = arguments.integer(LIMIT.name());
    List<String> items =
        link.call(
            redis -> {
              ScanParams page = new ScanParams().count(1000);
              Set<String> found = new TreeSet<>();
              String cursor = ScanParams.SCAN_POINTER_START;
              do {
                ScanResult<String> next = redis.sscan(key, cursor, page);
                found.addAll(next.getResult());
                cursor = next.getCursor();
              } while (!cursor.equals(ScanParams.SCAN_POINTER_START) && found.size() < limit);
              return found.stream().limit(limit).toList();
            });
    return Json.createArrayBuilder(items).build().toString();
  }

  private String change(String command, Configuration arguments) throws EndpointException {
    String name = arguments.string(NAME.name());
    Object changed =
        link.call(
            redis ->
                redis.eval(
                    Scripts.CHANGE,
                    List.of(names.collection(name), names.collections()),
                    List.of(command, name, arguments.string(MEMBER.name()))));
    return changed.toString();
  }
}
