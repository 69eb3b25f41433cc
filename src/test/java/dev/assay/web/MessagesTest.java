package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.ProviderEntry;
import dev.assay.access.Refusal;
import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.brief.Doubt;
import dev.assay.brief.Fault;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Product;
import dev.assay.check.NumberVerdict;
import dev.assay.desk.note.Notes;
import dev.assay.desk.note.PlacedNote;
import dev.assay.fold.EditKind;
import dev.assay.follow.Completeness;
import dev.assay.ingest.NameChange;
import dev.assay.lexicon.EntityType;
import dev.assay.search.Filters;
import dev.assay.search.SearchPage;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import dev.assay.topic.brief.TopicBrief;
import dev.assay.watch.Channel;
import dev.assay.watch.Delivery;
import dev.assay.watch.Mistake;
import dev.assay.watch.Mute;
import dev.assay.web.account.AccountPages;
import dev.assay.web.alert.AlertForm;
import dev.assay.web.reading.Density;
import dev.assay.web.reading.SearchForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {

  private static final Pattern VALUE = Pattern.compile("\\{\\d}");

  @Test
  void haveTheSameTextsInBothLanguages() {
    assertThat(Messages.CHINESE.keys()).isEqualTo(Messages.ENGLISH.keys());
  }

  @Test
  void takeTheSameValuesInBothLanguages() {
    for (String key : Messages.ENGLISH.keys()) {
      assertThat(values(Messages.CHINESE.text(key)))
          .as(key)
          .isEqualTo(values(Messages.ENGLISH.text(key)));
    }
  }

  private static Set<String> values(String text) {
    return VALUE.matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  @Test
  void areAllUsedAndAllThere() throws IOException {
    Set<String> used = new TreeSet<>();
    Pattern asked = Pattern.compile("(text|count|before)\\(\\s*\"([a-z.-]+)\"(?! \\+)");
    for (String text : sources()) {
      asked
          .matcher(text)
          .results()
          .forEach(
              r -> {
                used.add(r.group(2));
              });
      Pattern.compile("format\\(\"([a-z.-]+)\"")
          .matcher(text)
          .results()
          .forEach(r -> used.add(r.group(1)));
    }
    Stream.of(ArticleKind.values()).forEach(kind -> used.add("kind." + kind.word()));
    Stream.of(EntityType.values()).forEach(type -> used.add("type." + type.word()));
    Stream.of("zh-Hans", "zh-Hant", "en", "und").forEach(tag -> used.add("language." + tag));

    Stream.of(NoBrief.values()).forEach(reason -> used.add("models.outcome." + reason.word()));
    used.add("models.outcome.made");

    Stream.of(NumberVerdict.values()).forEach(verdict -> used.add("check." + verdict.word()));
    Stream.of(SearchForm.Age.values()).forEach(age -> used.add("search.age." + age.word()));
    SearchForm.MODES.forEach(mode -> used.add("search.mode." + SearchForm.word(mode)));
    Stream.of(SearchPage.Remark.values())
        .filter(remark -> remark != SearchPage.Remark.MENDED) // said with the query and its like
        .forEach(remark -> used.add("search.remark." + remark.key()));
    used.add("fact." + Filters.DISPUTED);
    Stream.of(NameChange.Reason.values())
        .forEach(reason -> used.add("names.refused." + reason.word()));
    Stream.of("imported", "unchanged", "updated", "copy", "refused")
        .forEach(outcome -> used.add("intake.outcome." + outcome));
    Stream.of(Standing.values())
        .forEach(standing -> used.add("sources.standing." + standing.word()));
    Stream.of(Standing.values())
        .filter(Standing::isTrouble)
        .forEach(standing -> used.add("sources.round." + standing.word()));
    Stream.of(SourceState.Why.values()).forEach(why -> used.add("sources.why." + why.word()));
    Stream.of("asked", "ended", "told", "missed")
        .forEach(word -> used.add("sources.lease." + word));
    Stream.of("unchanged", "listed").forEach(word -> used.add("sources.round." + word));
    Stream.of("feed", "sitemap", "page", "folder", "mailbox", "letters", "list")
        .forEach(kind -> used.add("sources.kind." + kind));
    Stream.of("waiting", "taken", "refused", "skipped", "before")
        .forEach(state -> used.add("sources.entries." + state));
    Stream.of(Completeness.values()).forEach(much -> used.add("sources.text." + much.word()));
    Stream.of(TopicBrief.Kind.values()).forEach(kind -> used.add("topicbrief." + kind.word()));
    Stream.of(EditKind.values()).forEach(kind -> used.add("edits.kind." + kind.word()));
    Stream.of(Density.values()).forEach(density -> used.add("density." + density.word()));
    Stream.of("zh", "en").forEach(tag -> used.add("ledger.language." + tag));
    Stream.of("reader", "editor", "admin").forEach(role -> used.add("account.role." + role));
    AccountPages.SCOPES.forEach(scope -> used.add("account.scope." + scope.word()));
    Stream.of(Refusal.values()).forEach(refusal -> used.add("refusal." + refusal.word()));
    Stream.of(ProviderEntry.Why.values())
        .forEach(why -> used.add("sign-in.provider." + why.word()));
    Stream.of(Notes.Mistake.values())
        .forEach(mistake -> used.add("note.refused." + mistake.word()));
    Stream.of(Product.values()).forEach(made -> used.add("models.product." + made.word()));
    Stream.of(dev.assay.brief.claim.Refusal.values())
        .forEach(reason -> used.add("readers.refused." + reason.word()));
    Stream.of(Claim.Agreement.values()).forEach(word -> used.add("readers." + word.word()));
    used.add("readers.rules");
    Stream.of(Fault.Kind.values()).forEach(kind -> used.add("sentence.fault." + kind.word()));
    Stream.of(Doubt.Kind.values()).forEach(kind -> used.add("sentence.doubt." + kind.word()));
    Stream.of(PlacedNote.Standing.values())
        .forEach(standing -> used.add("note." + standing.word()));

    AlertForm.SCOPES.forEach(scope -> used.add("alerts.scope." + scope));
    AlertForm.WHEN.forEach(when -> used.add("alerts.when." + when));
    AlertForm.PACES.forEach(pace -> used.add("alerts.pace." + pace));
    AlertForm.DAYS.forEach(day -> used.add("alerts.day." + day));
    Mute.OFFERED.forEach(span -> used.add("alerts.mute." + span));
    Stream.of("zh", "en").forEach(tag -> used.add("alerts.language." + tag));
    Stream.of(Channel.Kind.values()).forEach(kind -> used.add("alerts.kind." + kind.word()));
    Stream.of(Delivery.State.values()).forEach(state -> used.add("alerts.state." + state.word()));
    Stream.of(Mistake.values()).forEach(mistake -> used.add("alerts.refused." + mistake.word()));

    assertThat(Messages.ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(used);
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
        Stream<Path> classes = Files.walk(Path.of("src/main/java/dev/assay/web"))) {
      Set<String> texts = new TreeSet<>();
      for (Path file : Stream.concat(templates, classes).filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  @Test
  void writeDatesAsReadersDo() {
    LocalDate may = LocalDate.of(2025, 5, 6);
    LocalDate november = LocalDate.of(2025, 11, 22);

    assertThat(Messages.ENGLISH.range(may, november)).isEqualTo("6 May to 22 Nov 2025");
    assertThat(Messages.CHINESE.range(may, november)).isEqualTo("2025年5月6日至11月22日");
    assertThat(Messages.ENGLISH.range(may, november.plusYears(1)))
        .isEqualTo("6 May 2025 to 22 Nov 2026");
    assertThat(Messages.CHINESE.today(november)).isEqualTo("11月22日，星期六");
    assertThat(Messages.ENGLISH.today(november)).isEqualTo("Saturday, 22 November");
  }

  @Test
  void countOneAndMany() {
    assertThat(Messages.ENGLISH.count("topic.articles", 1)).isEqualTo("1 article");
    assertThat(Messages.ENGLISH.count("topic.articles", 1200)).isEqualTo("1,200 articles");
    assertThat(Messages.CHINESE.count("topic.articles", 1)).isEqualTo("1篇文章");
    assertThat(Messages.ENGLISH.text("names.waiting", "1", "1"))
        .startsWith("1 of 1 article waits to be tagged");
    assertThat(Messages.ENGLISH.text("names.waiting", "1", "1,001"))
        .startsWith("1 of 1,001 articles wait to be tagged");
    assertThat(Messages.ENGLISH.text("ledger.count.differ", "1")).isEqualTo("1 differs");
    assertThat(Messages.ENGLISH.count("check.sum", 1, "0"))
        .isEqualTo("0 of 1 number found where it is cited. Open it to see the source.");
  }

  /// A value is no part of the text, whatever it holds.
  @Test
  void leaveBracesOfAValueAlone() {
    assertThat(Messages.ENGLISH.text("ledger.title-of", "{1} {a|b}"))
        .isEqualTo("Ledger, {1} {a|b}");
  }

  /// A number and the noun behind it: "{0} articles" would be "1 articles".
  @Test
  void leaveNoNounBehindACountAlone() {
    for (String key : Messages.ENGLISH.keys()) {
      assertThat(Messages.ENGLISH.text(key, "1", "1", "1", "1"))
          .as(key)
          .doesNotContainPattern(
              "\\b1 (articles|sources|figures|numbers|things|names|copies|sentences|questions|pages|values)\\b");
    }
  }

  @Test
  void nameLanguages() {
    assertThat(Messages.ENGLISH.languageName(Language.ZH_HANT)).isEqualTo("traditional Chinese");
    assertThat(Messages.CHINESE.languageName(new Language("ja"))).isEqualTo("日语");
  }
}
