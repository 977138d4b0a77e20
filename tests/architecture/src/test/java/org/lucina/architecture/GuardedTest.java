package org.lucina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No way into the web application is without roles. */
class GuardedTest {
  private static final String JAX_RS = "jakarta.ws.rs.";
  private static final Set<String> ROLES = Set.of("admin", "writer", "reader", "deidentified");
  private static final Set<String> MAPPINGS =
      Set.of("Path", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Test
  void everyResourceMethodNamesTheRolesThatMayCallIt() {
    List<JavaMethod> methods = resourceMethods().toList();

    assertThat(methods).hasSizeGreaterThan(20);
    assertThat(methods).allSatisfy(GuardedTest::assertGuarded);
  }

  @Test
  void nothingPermitsEverybody() {
    List<String> names =
        Module.WEB.classes().stream()
            .flatMap(GuardedTest::annotations)
            .map(annotation -> annotation.getRawType().getName())
            .toList();

    assertThat(names)
        .contains("jakarta.annotation.security.RolesAllowed")
        .doesNotContain("jakarta.annotation.security.PermitAll");
  }

  @Test
  void theContainerAsksForAUserInARoleOnEveryPathAndMethod() throws Exception {
    String descriptor = Files.readString(Path.of("../../core/web/src/main/webapp/WEB-INF/web.xml"));

    assertThat(descriptor)
        .containsSubsequence(
            "<security-constraint>", "<url-pattern>/*</url-pattern>", "<auth-constraint>")
        .contains("<deny-uncovered-http-methods/>")
        .contains("resteasy.role.based.security")
        .doesNotContain("<http-method>", "<http-method-omission>");
  }

  private static Stream<JavaMethod> resourceMethods() {
    return Module.WEB.classes().stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getAnnotations().stream().anyMatch(GuardedTest::isMapping));
  }

  private static boolean isMapping(JavaAnnotation<?> annotation) {
    String name = annotation.getRawType().getName();
    return name.startsWith(JAX_RS) && MAPPINGS.contains(name.substring(JAX_RS.length()));
  }

  private static void assertGuarded(JavaMethod method) {
    Optional<List<String>> roles =
        roles(method.getAnnotations()).or(() -> roles(method.getOwner().getAnnotations()));
    assertThat(roles).as(method.getFullName()).isPresent();
    assertThat(ROLES).as(method.getFullName()).containsAll(roles.orElseThrow());
    assertThat(roles.orElseThrow()).as(method.getFullName()).isNotEmpty();
  }

  private static Optional<List<String>> roles(Collection<? extends JavaAnnotation<?>> annotations) {
    return annotations.stream()
        .filter(
            annotation ->
                annotation
                    .getRawType()
                    .getName()
                    .equals("jakarta.annotation.security.RolesAllowed"))
        .flatMap(annotation -> annotation.get("value").stream())
        .map(value -> Arrays.stream((Object[]) value).map(Object::toString).toList())
        .findFirst();
  }

  private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
    return Stream.concat(
        type.getAnnotations().stream(),
        type.getMethods().stream().flatMap(method -> method.getAnnotations().stream()));
  }
}
