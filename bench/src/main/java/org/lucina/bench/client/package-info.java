/** Load clients, which serve every peer alike and count what they get. */
package org.lucina.bench.client;
