package org.lucina.endpoint.redis;

/** Changes that Redis makes as a whole, or not at all, in its own language. */
final class Scripts {
  /**
   * Puts a dixel. Keys: its hash, the index, the collections' names. Arguments: identifier, what
   * collections' keys begin with, its collection or nothing, then fields and values.
   */
  static final String PUT =
      """
      local old = redis.call('HGET', KEYS[1], 'collection')
      if old and old ~= ARGV[3] then
        redis.call('SREM', ARGV[2] .. old, ARGV[1])
        if redis.call('EXISTS', ARGV[2] .. old) == 0 then
          redis.call('ZREM', KEYS[3], old)
        end
      end
      redis.call('DEL', KEYS[1])
      for i = 4, #ARGV, 2 do
        redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
      end
      redis.call('ZADD', KEYS[2], 0, ARGV[1])
      if ARGV[3] ~= '' then
        redis.call('HSET', KEYS[1], 'collection', ARGV[3])
        redis.call('SADD', ARGV[2] .. ARGV[3], ARGV[1])
        redis.call('ZADD', KEYS[3], 0, ARGV[3])
      end
      return 1
      """;

  /** Deletes a dixel: keys and first two arguments as in {@link #PUT}. */
  static final String DELETE =
      """
      local old = redis.call('HGET', KEYS[1], 'collection')
      if old then
        redis.call('SREM', ARGV[2] .. old, ARGV[1])
        if redis.call('EXISTS', ARGV[2] .. old) == 0 then
          redis.call('ZREM', KEYS[3], old)
        end
      end
      redis.call('ZREM', KEYS[2], ARGV[1])
      return redis.call('DEL', KEYS[1])
      """;

  /**
   * Adds members to a collection, or removes some of them. Keys: the collection, the collections'
   * names. Arguments: SADD or SREM, the collection's name, members.
   */
  static final String CHANGE =
      """
      local changed = 0
      for i = 3, #ARGV do
        changed = changed + redis.call(ARGV[1], KEYS[1], ARGV[i])
      end
      if redis.call('EXISTS', KEYS[1]) == 0 then
        redis.call('ZREM', KEYS[2], ARGV[2])
      else
        redis.call('ZADD', KEYS[2], 0, ARGV[2])
      end
      return changed
      """;

  private Scripts() {}
}
