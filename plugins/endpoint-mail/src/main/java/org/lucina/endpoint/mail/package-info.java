/** An endpoint that mails about what is put to it. */
package org.lucina.endpoint.mail;
