/** Studies as devices plan them: patients, series and instances with their times and UIDs. */
package org.lucina.endpoint.mock.study;
