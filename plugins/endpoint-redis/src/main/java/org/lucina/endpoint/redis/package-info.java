/** An endpoint that is a Redis server. */
package org.lucina.endpoint.redis;
