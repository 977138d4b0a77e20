package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.net.AssociationPolicy;

class ListenerPolicyTest {

  private static String signature(Method method) {
    return method.getName() + List.of(method.getParameterTypes());
  }

  @Test
  void leavesNoQuestionToTheDefaultsOfTheInterface() {
    List<String> answered =
        Arrays.stream(ListenerPolicy.class.getDeclaredMethods())
            .map(ListenerPolicyTest::signature)
            .toList();
    assertThat(AssociationPolicy.class.getMethods())
        .isNotEmpty()
        .allSatisfy(method -> assertThat(answered).contains(signature(method)));
  }
}
