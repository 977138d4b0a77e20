package org.lucina.anonymizer.rules.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Says as rules what a CTP script says of one element. */
final class CtpFunctions {
  private static final String OTHER_ELEMENT =
      " takes the value of another element, which no rule can";

  private final Map<String, String> parameters;

  /**
   * Those of one script.
   *
   * @param parameters by name, without @
   */
  CtpFunctions(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * Says it.
   *
   * @param selector of the element, as a rule has it
   * @param vr of the element, UN if that is unknown
   * @param script what is said of it
   * @return rules, the first of which counts
   * @throws IllegalArgumentException with the reason why it cannot be said
   */
  List<String> rules(String selector, int tag, VR vr, String script) {
    List<CtpCall> calls = new ArrayList<>(CtpCallReader.read(script.strip()));
    boolean always = !calls.isEmpty() && calls.get(0).name().equals("always");
    if (always) {
      calls.remove(0);
    }
    if (calls.size() == 1 && calls.get(0).name().equals("select")) {
      return select(selector, tag, vr, calls.get(0), always);
    }
    return List.of(rule(selector, tag, vr, calls, always));
  }

  private List<String> select(String selector, int tag, VR vr, CtpCall select, boolean always) {
    List<CtpCall> top = CtpCallReader.read(select.branches().get(0).strip());
    List<CtpCall> items = CtpCallReader.read(select.branches().get(1).strip());
    return List.of(
        rule("top:" + selector, tag, vr, top, always), rule(selector, tag, vr, items, false));
  }

  private String rule(String selector, int tag, VR vr, List<CtpCall> calls, boolean always) {
    String quoted = selector.contains(" ") ? '"' + selector + '"' : selector;
    if (calls.stream().anyMatch(call -> call.name().equals("remove"))) {
      return "remove " + quoted;
    }
    if (tag == Tag.DeidentificationMethodCodeSequence
        && calls.stream().allMatch(CtpCall::isText)
        && !calls.isEmpty()) {
      return "codes " + quoted + " " + text(calls);
    }
    if (calls.isEmpty()) {
      return (always ? "require " : "empty ") + quoted;
    }
    CtpCall first = calls.get(0);
    boolean alone = calls.size() == 1 && !first.isText() && !first.name().equals("param");
    if (!alone) {
      return (always ? "add " : "replace ") + quoted + " " + text(calls);
    }
    return call(quoted, tag, vr, first, always);
  }

  private String call(String selector, int tag, VR vr, CtpCall call, boolean always) {
    return switch (call.name()) {
      case "keep" -> "keep " + selector;
      case "process" -> "process " + selector;
      case "empty", "blank" -> (always ? "require " : "empty ") + selector;
      case "require" -> {
        require(call.arguments().isEmpty(), "@require" + OTHER_ELEMENT);
        yield (always ? "require " : "keep ") + selector;
      }
      case "hash", "hashname" -> {
        require(call.isOfThis(), "@" + call.name() + OTHER_ELEMENT);
        yield "hash " + selector;
      }
      case "hashptid" -> {
        boolean own = isThis(call.argument(1), "PatientID", tag, Tag.PatientID);
        require(own, "@hashptid" + OTHER_ELEMENT);
        yield "hash " + selector;
      }
      case "hashuid" -> {
        require(call.argument(1).equals("this"), "@hashuid" + OTHER_ELEMENT);
        require(call.arguments().size() == 2, "@hashuid hashes another element too");
        yield "uid " + selector;
      }
      case "incrementdate" -> {
        require(call.isOfThis(), "@incrementdate" + OTHER_ELEMENT);
        yield "shift " + selector + " " + days(call.argument(1));
      }
      case "hashdate" -> {
        require(call.isOfThis(), "@hashdate" + OTHER_ELEMENT);
        require(
            call.argument(1).equals("PatientID"),
            "@hashdate of another element than PatientID moves dates of a patient apart");
        yield "shift " + selector;
      }
      case "modifydate" -> {
        require(call.isOfThis(), "@modifydate" + OTHER_ELEMENT);
        yield "date " + selector + " " + date(call);
      }
      case "round" -> {
        require(call.isOfThis(), "@round" + OTHER_ELEMENT);
        yield "round " + selector + " " + parameter(call.argument(1));
      }
      case "append" -> {
        String value = text(CtpCallReader.read(call.branches().get(0)));
        yield "append " + selector + " " + value;
      }
      case "contents", "value" -> contents(selector, call);
      case "truncate" -> truncate(selector, call);
      case "if" -> conditional(selector, tag, vr, call, always);
      case "date", "time" ->
          throw new IllegalArgumentException(
              "@" + call.name() + " is another each time: the same must give the same");
      default ->
          throw new IllegalArgumentException("@" + call.name() + " has no rule that does it");
    };
  }

  private static boolean isThis(String argument, String keyword, int tag, int keywordTag) {
    return argument.equals("this") || argument.equals(keyword) && tag == keywordTag;
  }

  private static String contents(String selector, CtpCall call) {
    require(call.isOfThis(), "@" + call.name() + OTHER_ELEMENT);
    if (call.arguments().size() == 1) {
      return "keep " + selector;
    }
    require(call.name().equals("contents"), "@value has a default, which no rule has");
    String pattern = call.argument(1);
    String replacement = call.argument(2);
    Optional<String> sign =
        List.of("/", "#", "~", "%", "!").stream()
            .filter(each -> !pattern.contains(each) && !replacement.contains(each))
            .findFirst();
    String between =
        sign.orElseThrow(
            () -> new IllegalArgumentException("the expression has all of / # ~ % and !"));
    return "regex " + selector + " " + between + pattern + between + replacement + between;
  }

  private static String truncate(String selector, CtpCall call) {
    require(call.isOfThis(), "@truncate" + OTHER_ELEMENT);
    require(call.argument(1).matches("[0-9]{1,4}"), "@truncate from the end has no rule");
    return "regex " + selector + " /(?s)^(.{0," + call.argument(1) + "}).*$/$1/";
  }

  /** Rules are done to what exists; whether it has a value, or which, they do not ask. */
  private String conditional(String selector, int tag, VR vr, CtpCall call, boolean always) {
    boolean exists = call.isOfThis() && call.argument(1).equals("exists");
    require(exists && !always, "@if asks for a value, which no rule does");
    List<CtpCall> then = CtpCallReader.read(call.branches().get(0).strip());
    return rule(selector.replace("\"", ""), tag, vr, then, false);
  }

  private String days(String argument) {
    String days = parameter(argument).strip();
    require(days.matches("[+-]?[0-9]{1,6}"), "'" + days + "' is no number of days");
    return days;
  }

  private String date(CtpCall call) {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String part = parameter(call.argument(i)).strip();
      require(part.matches("\\*|[0-9]{1,4}"), "'" + part + "' is no part of a date");
      boolean number = !part.equals("*");
      String form = i == 1 ? "%04d" : "%02d";
      parts.add(number ? String.format(Locale.ROOT, form, Integer.parseInt(part)) : part);
    }
    return String.join("-", parts);
  }

  /** Text and parameters, one behind the other. */
  private String text(List<CtpCall> calls) {
    StringBuilder text = new StringBuilder();
    for (CtpCall call : calls) {
      if (call.isText()) {
        text.append(call.argument(0));
      } else if (call.name().equals("param")) {
        text.append(parameter(call.argument(0)));
      } else if (call.name().equals("date") || call.name().equals("time")) {
        throw new IllegalArgumentException(
            "@" + call.name() + " is another each time: the same must give the same");
      } else {
        throw new IllegalArgumentException(
            "@" + call.name() + " together with others has no rule that does it");
      }
    }
    String value = text.toString().strip();
    require(!value.isEmpty() && value.lines().count() == 1, "the value is not one line of text");
    return value;
  }

  private String parameter(String argument) {
    boolean named = argument.startsWith("@") || argument.startsWith("$");
    if (!named) {
      return argument;
    }
    String value = parameters.get(argument.substring(1));
    require(value != null, "the script has no parameter " + argument);
    return value;
  }

  private static void require(boolean is, String reason) {
    if (!is) {
      throw new IllegalArgumentException(reason);
    }
  }
}
