package org.lucina.endpoint.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lucina.spi.endpoint.EndpointException;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** The hashes of dixels, and the index of their identifiers. */
final class Dixels {
  private final Link link;
  private final Names names;

  Dixels(Link link, Names names) {
    this.link = link;
    this.names = names;
  }

  /**
   * Puts one in place of what was there.
   *
   * @param collection the one that it belongs to, blank for none
   */
  void put(String identifier, String collection, Map<String, String> fields)
      throws EndpointException {
    List<String> arguments = new ArrayList<>(List.of(identifier, names.collection(""), collection));
    fields.forEach(
        (name, value) -> {
          arguments.add(name);
          arguments.add(value);
        });
    link.call(redis -> redis.eval(Scripts.PUT, keys(identifier), arguments));
  }

  /** Removes one, from its collection as well. */
  void delete(String identifier) throws EndpointException {
    List<String> arguments = List.of(identifier, names.collection(""));
    link.call(redis -> redis.eval(Scripts.DELETE, keys(identifier), arguments));
  }

  private List<String> keys(String identifier) {
    return List.of(names.dixel(identifier), names.index(), names.collections());
  }

  boolean exists(String identifier) throws EndpointException {
    return link.call(redis -> redis.exists(names.dixel(identifier)));
  }

  /** The fields of one; none when it is not there. */
  Map<String, String> fields(String identifier) throws EndpointException {
    return link.call(redis -> redis.hgetAll(names.dixel(identifier)));
  }

  /** The fields of several, in one round trip. */
  List<Map<String, String>> fields(List<String> identifiers) throws EndpointException {
    return link.call(
        redis -> {
          try (Pipeline pipeline = redis.pipelined()) {
            List<Response<Map<String, String>>> answers =
                identifiers.stream().map(each -> pipeline.hgetAll(names.dixel(each))).toList();
            pipeline.sync();
            return answers.stream().map(Response::get).toList();
          }
        });
  }

  /** Identifiers in their order, from the first or behind one. */
  List<String> page(String from, int most) throws EndpointException {
    return link.call(redis -> redis.zrangeByLex(names.index(), from, "+", 0, most));
  }

  /** Identifiers that are in a collection, in their order. */
  List<String> collected(String collection) throws EndpointException {
    return link.call(
        redis -> redis.smembers(names.collection(collection)).stream().sorted().toList());
  }

  long count() throws EndpointException {
    return link.call(redis -> redis.zcard(names.index()));
  }
}
