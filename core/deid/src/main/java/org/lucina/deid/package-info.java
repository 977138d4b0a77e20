/** What anonymizers share: originals and their mint, new values, moved times, marks. */
package org.lucina.deid;
