package org.lucina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dependencies between modules point one way. */
class DependenciesTest {

  @ParameterizedTest
  @EnumSource
  void aModuleUsesOnlyTheModulesBelowIt(Module module) {
    assertThat(used(module).filter(ours().and(belowOrIn(module).negate()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DICOM", "NET", "SPI", "DEID"})
  void whatPluginsSeeIsMadeOfTheJdkAlone(Module module) {
    assertThat(used(module).filter(ours().or(ofTheJdk()).negate())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aModuleHasClasses(Module module) {
    assertThat(module.classes()).isNotEmpty();
  }

  private static Stream<String> used(Module module) {
    return module.classes().stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> !target.isPrimitive())
        .map(JavaClass::getFullName)
        .distinct();
  }

  private static Predicate<String> ours() {
    return name -> name.startsWith("org.lucina.");
  }

  private static Predicate<String> ofTheJdk() {
    return name -> name.startsWith("java.") || name.startsWith("javax.");
  }

  private static Predicate<String> belowOrIn(Module module) {
    return name -> module.has(name) || module.usable().stream().anyMatch(below -> below.has(name));
  }
}
