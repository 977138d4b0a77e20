/** What runs leave behind: reports of what was changed, and files that tell who is who. */
package org.lucina.archive.report;
