/** The description of the services as an OpenAPI document, made when the application is built. */
package org.lucina.web.openapi;
