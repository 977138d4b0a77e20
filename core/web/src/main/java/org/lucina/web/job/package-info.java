/** Starting and watching jobs over HTTP. */
package org.lucina.web.job;
