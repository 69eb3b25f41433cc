package dev.assay.analyze.reading;

import static dev.assay.analyze.reading.ClaimReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgesTest {

  private static List<Claim> ages(String text) {
    return read(text).stream()
        .filter(claim -> ids(claim).startsWith("age ") || ids(claim).equals("age"))
        .toList();
  }

  private static List<String> told(String text) {
    return ages(text).stream()
        .map(claim -> claim.entity().words() + " " + claim.value().span().in(text))
        .toList();
  }

  private static String ids(Claim claim) {
    return claim.of().stream()
        .map(part -> part.id() == null ? part.words() : part.id())
        .collect(Collectors.joining(" "));
  }

  @Test
  void areThoseOfAPerson() {
    assertThat(told("Mara Ellwood, 33, won the race.")).containsExactly("Mara Ellwood 33");
    assertThat(told("The match was won by 19-year-old Tomas Brandt."))
        .containsExactly("Tomas Brandt 19-year-old");
    assertThat(told("The race was won by 33-year-old Mara Ellwood of Carrow."))
        .containsExactly("Mara Ellwood 33-year-old");
    assertThat(told("A 45-year-old driver was taken to hospital."))
        .containsExactly("driver 45-year-old");
    assertThat(told("孟晓岚今年45岁。")).containsExactly("孟晓岚 45岁");
    assertThat(told("一名45岁男子被送往医院。")).containsExactly("男子 45岁");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tomas Brandt is serving a 19-year sentence.",
        "孟晓岚在北岸医院工作了20年。",
        "诺兰人均预期寿命达78.6岁。",
        "Norland's median age is 38 years old.",
        "诺维克员工平均年龄为28岁。",
        "法定退休年龄提高至63岁。",
        "Nurses aged 18 to 45 years old are wanted.",
        "Carrow, 12, stops at the harbour.",
        "孟晓岚的法定退休年龄是63岁。",
        "The retirement age of Mara Ellwood is 63 years old."
      })
  void areNoMeasureOfManyAndNoStretchOfTime(String text) {
    assertThat(ages(text)).isEmpty();
  }

  @Test
  void keepWhatTheyMeasureWhereTheyAreNobodys() {
    assertThat(read("诺维克员工平均年龄为28岁。")).singleElement().returns("平均年龄", AgesTest::ids);
    assertThat(read("Nurses aged 18 to 45 years old are wanted."))
        .singleElement()
        .returns("aged", AgesTest::ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mara Ellwood is 33 years old. | ASSERTED",
        "Mara Ellwood is not 33 years old. | DENIED",
        "Police denied that Mara Ellwood is 33 years old. | DENIED",
        "Mara Ellwood is not 45 years old, her lawyer said. | DENIED",
        "The club did not say why Mara Ellwood, 33, left. | ASSERTED",
        "孟晓岚并非45岁。 | DENIED",
        "警方否认孟晓岚今年45岁。 | DENIED",
        "45岁的孟晓岚没有出席会议。 | ASSERTED"
      })
  void areDeniedWhereTheClauseIsOfThem(String text, Claim.Stance stance) {
    assertThat(ages(text)).singleElement().returns(stance, Claim::stance);
  }

  @Test
  void keepThePlanOfTheirClause() {
    assertThat(ages("孟晓岚明年将满60岁。")).singleElement().returns("age planned", AgesTest::ids);
    assertThat(ages("Mara Ellwood will be 60 years old next year."))
        .singleElement()
        .returns("age planned", AgesTest::ids);
    assertThat(ages("If Mara Ellwood were 33 years old, she could run."))
        .singleElement()
        .returns("age if", AgesTest::ids);
    assertThat(ages("Petra Halden, 36, will leave Norland Mills in March."))
        .singleElement()
        .returns("age", AgesTest::ids);
  }
}
