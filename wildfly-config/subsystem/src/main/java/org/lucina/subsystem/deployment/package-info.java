/** What happens to deployments: plugins are registered, applications get the toolkit. */
package org.lucina.subsystem.deployment;
