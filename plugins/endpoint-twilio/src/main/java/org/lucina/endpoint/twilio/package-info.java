/** An endpoint that sends text messages by Twilio about what is put to it. */
package org.lucina.endpoint.twilio;
