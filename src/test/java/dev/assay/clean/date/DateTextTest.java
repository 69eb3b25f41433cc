package dev.assay.clean.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateTextTest {

  private static final LocalDateTime NOW = LocalDateTime.parse("2025-11-24T08:00:00");

  @Test
  void readsChineseDates() {
    assertThat(read("发布时间：2025年11月22日 07:10 来源：松岭早报")).containsExactly("2025-11-22T07:10 null");
    assertThat(read("2025年11月22日 下午3:05")).containsExactly("2025-11-22T15:05 null");
    assertThat(read("11月22日")).containsExactly("2025-11-22T00:00 null");
    assertThat(read("3小時前")).containsExactly("2025-11-24T05:00 null");
    assertThat(read("2025/10/24 14:19　【記者葉知秋∕綜合報導】")).containsExactly("2025-10-24T14:19 null");
  }

  @Test
  void readsEnglishDates() {
    assertThat(read("Published Nov. 22, 2025 at 7:10 a.m. ET"))
        .containsExactly("2025-11-22T07:10 ET");
    assertThat(read("22nd of November, 2025")).containsExactly("2025-11-22T00:00 null");
    assertThat(read("2025-11-22T07:10:30.123+0800")).containsExactly("2025-11-22T07:10:30 +0800");
    assertThat(read("11/22/2025 12:05 am")).containsExactly("2025-11-22T00:05 null");
    assertThat(read("2 hours ago")).containsExactly("2025-11-24T06:00 null");
  }

  @Test
  void readsGermanAndFrenchDates() {
    assertThat(read("Stand: 22.11.2025, 14.30 Uhr")).containsExactly("2025-11-22T14:30 null");
    assertThat(read("22. März 2025")).containsExactly("2025-03-22T00:00 null");
    assertThat(read("Publié le 22 novembre 2025 à 18h05")).containsExactly("2025-11-22T18:05 null");
    assertThat(read("vor 3 Tagen")).containsExactly("2025-11-21T08:00 null");
  }

  @Test
  void countsBackFromThePresent() {
    assertThat(read("剛剛")).containsExactly("2025-11-24T08:00 null");
    assertThat(read("2個小時前")).containsExactly("2025-11-24T06:00 null");
    assertThat(read("il y a 2 semaines")).containsExactly("2025-11-10T08:00 null");
    assertThat(read("Yesterday")).containsExactly("2025-11-23T08:00 null");
    assertThat(read("昨天 14:05")).containsExactly("2025-11-23T14:05 null");
    assertThat(read("今天 下午3:20")).containsExactly("2025-11-24T15:20 null");
    assertThat(read("Yesterday, 7:10 p.m. ET")).containsExactly("2025-11-23T19:10 ET");
    assertThat(read("2025-11-22 14:05 GMT+8, 22 Nov 2025 2:05 pm UTC +05:30"))
        .containsExactly("2025-11-22T14:05 GMT+8", "2025-11-22T14:05 UTC +05:30");
    assertThat(read("hier")).as("\"here\" in German, yesterday in French").isEmpty();
    assertThat(read("In a sentence of more than forty characters, yesterday is any day."))
        .isEmpty();
  }

  @Test
  void readsNoDateWhereThereIsNone() {
    assertThat(read("version 3.2.1 of 2025 costs 1,200 yuan; 电话 010-12345678")).isEmpty();
    assertThat(read("32.13.2025")).isEmpty();
  }

  private static List<String> read(String text) {
    return DateText.findAll(text, true, NOW).stream()
        .map(found -> found.time() + " " + found.zone())
        .toList();
  }
}
