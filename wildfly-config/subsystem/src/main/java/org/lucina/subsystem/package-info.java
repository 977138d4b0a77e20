/** The WildFly extension and its messages. */
package org.lucina.subsystem;
