package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AgreementTest {

  @Test
  void wordsAgreeWithTheNumberBeforeThem() {
    Output.Words english = Output.Words.of(Locale.ENGLISH);
    Output.Words chinese = Output.Words.of(Locale.CHINESE);

    assertThat(english.say("topic.counts", 1, 1, 1))
        .isEqualTo("1 article, 1 independent source, 1 outlet");
    assertThat(english.say("topic.counts", 1200, 1, 2))
        .isEqualTo("1,200 articles, 1 independent source, 2 outlets");
    assertThat(chinese.say("topic.counts", 1, 1, 1)).isEqualTo("1 篇文章，1 个独立来源，1 家媒体");
    assertThat(english.say("fold.done", "0a", 1)).startsWith("0a is folded with 1 article,");
    assertThat(english.say("brief.numbers", 0, 1))
        .isEqualTo("0 of 1 number found where it is cited");
  }

  @Test
  void whatIsPutInIsNoPartOfTheWords() {
    assertThat(Output.Words.of(Locale.ENGLISH).say("topic.none", "1 {a|b} %d"))
        .startsWith("No article is about 1 {a|b} %d.");
  }

  /// "%,d articles" would be "1 articles".
  @Test
  void noNounBehindANumberIsLeftInThePlural() {
    ResourceBundle words = Output.Words.of(Locale.ENGLISH).bundle();
    Pattern plural =
        Pattern.compile(
            "%(\\d\\$)?,?d (articles|sources|figures|numbers|things|names|copies|sentences|documents|"
                + "entries|problems|briefs|questions|words|passages)\\b");

    assertThat(Collections.list(words.getKeys()))
        .filteredOn(key -> !key.equals("fold.too-few")) // two at the least
        .allSatisfy(key -> assertThat(words.getString(key)).doesNotContainPattern(plural));
  }
}
