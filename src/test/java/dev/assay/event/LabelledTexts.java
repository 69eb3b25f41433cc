package dev.assay.event;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads texts of which a person said which happening they tell of, as a desk reads them.
final class LabelledTexts {

  /// Of a longer text so much is read.
  private static final int LONGEST = 40_000;

  /// Made notices come half a day one after the other.
  private static final Instant FIRST_NOTICE = Instant.parse("2026-03-02T08:00:00Z");

  private static final Duration NOTICES_APART = Duration.ofHours(12);

  /// A text of a happening.
  ///
  /// @param set texts of one set are compared with each other
  /// @param family happenings of one are alike, and are learned from or held back together
  /// @param unread whether it is held back
  record Text(String id, String set, String family, String event, boolean unread, EventText read) {}

  private final DatedSentences days = new DatedSentences(Lexicon.shipped());
  private final TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
  private final EventReader reader = new EventReader(Lexicon.shipped(), () -> names);
  private final Weighing weighing = reader.weighing();

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree).toList();
  }

  /// The reports of happenings, a happening a line.
  ///
  /// @param set what they are called together
  List<Text> happenings(String set, Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode happening : lines(file)) {
      String id = happening.path("id").asString();
      for (JsonNode text : happening.path("texts")) {
        texts.add(
            new Text(
                text.path("id").asString(),
                set,
                happening.path("family").asString(id),
                id,
                happening.path("part").asString().equals("unread"),
                read(text, body(text))));
      }
    }
    return texts;
  }

  /// Notices of one form, a form a line: its title and paragraphs with places `{0}`, `{1}` and so
  /// on, and what fills them in, each time a happening of its own.
  List<Text> forms(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode form : lines(file)) {
      String family = form.path("id").asString();
      int number = 0;
      for (JsonNode filling : form.path("fillings")) {
        String id = family + "-" + ++number;
        String title = filled(form.path("title").asString(), filling);
        String published = FIRST_NOTICE.plus(NOTICES_APART.multipliedBy(number)).toString();
        boolean unread = form.path("part").asString().equals("unread");
        EventText read = read(article(title, published, filled(body(form), filling)));
        texts.add(new Text(id, "forms", family, id, unread, read));
      }
    }
    return texts;
  }

  private static String filled(String form, JsonNode filling) {
    String text = form;
    for (int i = 0; i < filling.size(); i++) {
      text = text.replace("{" + i + "}", filling.path(i).asString());
    }
    return text;
  }

  /// Texts and articles of which a line of `labels` says the event: a line has the text itself, or
  /// the id of one of `articles`. One that has neither is left out, and an article without a line
  /// is of an event of its own.
  List<Text> articles(Path labels, Path articles) throws IOException {
    Map<String, JsonNode> known = new HashMap<>();
    lines(articles).forEach(line -> known.put(line.path("id").asString(), line));
    Map<String, JsonNode> all = new HashMap<>(known);
    List<Text> texts = new ArrayList<>();
    for (JsonNode label : lines(labels)) {
      all.remove(label.path("id").asString());
      JsonNode source = label.has("text") ? label : known.get(label.path("id").asString());
      if (source != null && label.has("event")) {
        texts.add(article(source, label.path("set").asString(""), label.path("event").asString()));
      }
    }
    all.forEach((id, article) -> texts.add(article(article, "", id)));
    return texts.stream().filter(text -> text.read().facts().published() != null).toList();
  }

  private Text article(JsonNode source, String set, String event) {
    String id = source.path("id").asString();
    return new Text(id, set, event, event, false, read(source, source.path("text").asString("")));
  }

  /// Texts with `topic` and `event`, each topic a family.
  List<Text> topics(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      texts.add(
          new Text(
              line.path("id").asString(),
              "topics",
              line.path("topic").asString(),
              line.path("event").asString(),
              false,
              read(line, line.path("text").asString())));
    }
    return texts;
  }

  private EventText read(JsonNode source, String body) {
    return read(article(source, body));
  }

  private EventText read(Article article) {
    Analysis analysis = Analyses.analyzer().analyze(article);
    return weighing.weigh(reader.read(analysis, days.of(analysis)));
  }

  private static Article article(JsonNode source, String body) {
    return article(source.path("title").asString(""), source.path("published").asString(""), body);
  }

  /// A text as a desk has it, its title apart.
  private static Article article(String title, String published, String body) {
    String text = body.substring(0, Math.min(LONGEST, body.length()));
    Language language = Concepts.isHan(text) ? Language.ZH_HANS : Language.EN;
    List<Paragraph> paragraphs =
        Article.ofLines(text.isBlank() ? "-" : text, language, null).paragraphs();
    return new Article(
        new ArticleId(0),
        null,
        "",
        null,
        title.isBlank() ? "-" : title,
        List.of(),
        published(published),
        null,
        Instant.EPOCH,
        language,
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }

  /// The reports of made happenings and the articles that have one of some ids.
  static Map<String, Article> written(Path happenings, Path articles, Set<String> ids)
      throws IOException {
    Map<String, Article> written = new LinkedHashMap<>();
    for (JsonNode happening : lines(happenings)) {
      for (JsonNode text : happening.path("texts")) {
        written.put(text.path("id").asString(), article(text, body(text)));
      }
    }
    for (JsonNode line : lines(articles)) {
      written.put(line.path("id").asString(), article(line, line.path("text").asString("")));
    }
    written.keySet().retainAll(ids);
    return written;
  }

  private static String body(JsonNode text) {
    StringBuilder body = new StringBuilder();
    text.path("paragraphs").forEach(part -> body.append(part.asString()).append('\n'));
    return body.toString();
  }

  private static @Nullable PublicationTime published(String time) {
    return time.length() < "2026-01-01".length()
        ? null
        : new PublicationTime(
            LocalDate.parse(time.substring(0, "2026-01-01".length()))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant(),
            PublicationTime.Precision.DAY,
            ZoneOffset.UTC,
            false,
            PublicationTime.Certainty.STATED,
            "");
  }
}
