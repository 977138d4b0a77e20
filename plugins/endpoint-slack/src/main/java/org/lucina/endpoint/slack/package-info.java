/** An endpoint that posts to Slack about what is put to it. */
package org.lucina.endpoint.slack;
