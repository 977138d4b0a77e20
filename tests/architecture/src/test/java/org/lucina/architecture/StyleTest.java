package org.lucina.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Habits that hold for all classes of ours. */
class StyleTest {
  private final JavaClasses ours = Module.everything();

  @Test
  void classesAreNamedAfterWhatTheyAre() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?)").check(ours);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().check(ours);
  }

  @Test
  void messagesGoThroughTheMessageLoggers() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(ours);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(ours);
  }
}
