package org.lucina.anonymizer.rules.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CTP's scripts become rules, or are refused by line. */
class CtpScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "00100010 | @remove()                           | remove 00100010",
        "00100010 | @empty()                            | empty 00100010",
        "00100010 | ``                                  | empty 00100010",
        "00100010 | @blank(3)                           | empty 00100010",
        "00100010 | @keep()                             | keep 00100010",
        "(0010,0010) | @require()                       | keep 00100010",
        "0010,0010 | @always()@require()                | require 00100010",
        "00100020 | @hash(this,10)                      | hash 00100020",
        "00100010 | @hashname(this,6,2)                 | hash 00100010",
        "00100020 | @hashptid(@SITEID,this)             | hash 00100020",
        "00100020 | @hashptid(@SITEID,PatientID)        | hash 00100020",
        "00080018 | @hashuid(@UIDROOT,this)             | uid 00080018",
        "00080020 | @incrementdate(this,@DATEINC)       | shift 00080020 -3210",
        "00080020 | @incrementdate(this,14)             | shift 00080020 14",
        "00080020 | @hashdate(this,PatientID)           | shift 00080020",
        "00080020 | @modifydate(this,*,*,1)             | date 00080020 *-*-01",
        "00101010 | @round(this,5)                      | round 00101010 5",
        "00120062 | YES                                 | replace 00120062 YES",
        "00120062 | @always()YES                        | add 00120062 YES",
        "00120031 | @always()@param(@SITE)              | add 00120031 General Hospital",
        "00120031 | Site @param(@SITE)!                 | replace 00120031 Site General Hospital!",
        "00120063 | @always()@append(){By @param(@SITE)} | append 00120063 By General Hospital",
        "00120064 | 113100/113105                       | codes 00120064 113100/113105",
        "00081030 | @contents(this,\"[0-9]+\",\"#\")    | regex 00081030 /[0-9]+/#/",
        "00081030 | @contents(this,\"a/b\")             | regex 00081030 #a/b##",
        "00081030 | @truncate(this,4)                   | regex 00081030 /(?s)^(.{0,4}).*$/$1/",
        "00081030 | @if(this,exists){@empty()}{@remove()} | empty 00081030",
        "00540016 | @process()                          | process 00540016",
        "0009[GEMS IDEN 01]02 | @keep() | keep \"private:GEMS IDEN 01@0009xx02\"",
        "[9,00[GEMS_IDEN_01]] | @remove() | remove private:GEMS_IDEN_01@000900xx",
        "00081030 | a\\@b                               | replace 00081030 a@b",
      })
  void eachFunctionThatARuleCanSayIsTaken(String tag, String script, String rule) {
    assertThat(read(element(tag, script)).lines()).containsExactly(rule);
  }

  @Test
  void whatIsOtherInSequencesBecomesTwoRules() {
    assertThat(read(element("0020000d", "@select(){@keep()}{@hashuid(@UIDROOT,this)}")).lines())
        .containsExactly("keep top:0020000D", "uid 0020000D");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "00100010 | @lookup(this,ptid)                  | @lookup has no rule",
        "00100010 | @encrypt(this,@KEY)                 | @encrypt has no rule",
        "00100010 | @call(plugin)                       | @call has no rule",
        "00100010 | @quarantine()                       | @quarantine has no rule",
        "00100010 | @if(this,isblank){@remove()}{X}     | asks for a value",
        "00100010 | @if(this,isblank)                   | without {...}",
        "00100010 | @contents(PatientID)                | value of another element",
        "00100010 | @hash(PatientID)                    | value of another element",
        "00120040 | @hashptid(@SITEID,PatientID)        | value of another element",
        "00080018 | @hashuid(@UIDROOT,this,PatientID)   | hashes another element too",
        "00080020 | @incrementdate(this,@NONE)          | no parameter @NONE",
        "00080020 | @incrementdate(this,@SITE)          | no number of days",
        "00080020 | @hashdate(this,StudyID)             | moves dates of a patient apart",
        "00120063 | CTP @date()                         | another each time",
        "00120063 | a @hash(this)                       | together with others",
        "00120063 | @hash(this                          | is missing",
        "00020003 | @hashuid(@UIDROOT,this)             | made anew",
        "0008     | @keep()                             | no element",
        "0010[GEMS]02 | @keep()                         | not private",
      })
  void whatNoRuleCanSayIsRefusedByLineAndReason(String tag, String script, String reason) {
    assertThatThrownBy(() -> read(element(tag, script)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 4 (" + tag)
        .hasMessageContaining(reason);
  }

  @Test
  void groupsThatAreKeptOrRemovedComeBehindElements() {
    Imported imported =
        read(
            """
             <e en="T" t="00180015" n="BodyPart">@remove()</e>
             <e en="F" t="00180010">@remove()</e>
             <k en="T" t="18">Keep group 0018</k>
             <k en="F" t="0020">Keep group 0020</k>
             <r en="T" t="curves">Remove curves</r>
             <r en="T" t="privategroups">Remove private groups</r>
             <r en="T" t="unspecifiedelements">Remove unchecked elements</r>
            """);
    assertThat(imported.lines())
        .containsExactly(
            "remove group:50xx",
            "remove 00180015",
            "keep group:0018",
            "remove private",
            "keep SOPClassUID",
            "keep SOPInstanceUID",
            "keep StudyInstanceUID",
            "keep group:0028",
            "keep group:7FE0",
            "keep group:60xx");
    assertThat(imported.removeOthers()).isTrue();
    assertThat(read("").removeOthers()).isFalse();
  }

  @Test
  void parametersMayBeGiven() {
    String script = "<script>" + element("00120031", "@param(@SITE)") + "</script>";
    assertThat(CtpScript.read(script, Map.of("SITE", "A")).lines())
        .containsExactly("replace 00120031 A");
  }

  @Test
  void allThatIsRefusedIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    element("00100010", "@lookup(this,a)")
                        + "\n"
                        + element("00100020", "@call(x)")
                        + "<k en=\"T\" t=\"safeprivateelements\">x</k><r t=\"all\">x</r>"))
        .hasMessageContainingAll("line 4", "line 5", "safe is not known", "unknown what");
  }

  @Test
  void refusesWhatIsNoScript() {
    assertThatThrownBy(() -> CtpScript.read("set.[0010,0010]=@remove()", Map.of()))
        .hasMessageContaining("no XML");
    assertThatThrownBy(() -> CtpScript.read("<scripts/>", Map.of()))
        .hasMessageContaining("no element script");
    assertThatThrownBy(() -> read("<x t=\"1\"/>")).hasMessageContaining("line 4 (x) is unknown");
    String entity =
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><script>&b;</script>";
    assertThatThrownBy(() -> CtpScript.read(entity, Map.of())).hasMessageContaining("no XML");
  }

  private static String element(String tag, String script) {
    String text = script.replace("\"", "&quot;");
    return " <e en=\"T\" t=\"" + tag + "\" n=\"Name\">" + text + "</e>";
  }

  private static Imported read(String lines) {
    return CtpScript.read(
        "<script>\n <p t=\"DATEINC\">-3210</p><p t=\"UIDROOT\">1.2</p>\n"
            + " <p t=\"SITE\">General Hospital</p>\n"
            + lines
            + "\n</script>",
        Map.of());
  }
}
