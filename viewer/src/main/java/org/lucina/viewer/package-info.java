/** The OHIF viewer as a web application: its static files, and how they are served. */
package org.lucina.viewer;
