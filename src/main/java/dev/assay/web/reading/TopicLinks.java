package dev.assay.web.reading;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.topic.Facts;
import dev.assay.topic.Heading;
import dev.assay.topic.Selection;
import dev.assay.topic.TopicPage;
import dev.assay.topic.Week;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The addresses and sentences of one topic page.
///
/// @param after token of the page that is shown; null for the first
public record TopicLinks(TopicPage page, @Nullable String after, Messages say) {

  /// The title of the browser's window: the name and its first other name.
  public String title() {
    Heading heading = page.heading();
    String name = heading.name().label();
    return heading.otherNames().isEmpty()
        ? name
        : name + say.text("comma") + heading.otherNames().getFirst().label();
  }

  /// What follows the number of articles in the head.
  public String rest() {
    return page.parts().map(this::parts).orElse("") + range();
  }

  private String parts(TopicPage.Parts parts) {
    return say.text(
        "topic.parts",
        say.number(parts.about()),
        say.number(parts.passing()),
        parts.copies() == 0 ? "" : say.count("topic.parts-copies", parts.copies()));
  }

  private String range() {
    Facts facts = page.facts();
    return facts.first() == null || facts.last() == null
        ? ""
        : say.text(
            "topic.rest",
            say.number(facts.independent()),
            say.count("topic.sources", facts.sources()),
            say.range(facts.first(), facts.last()));
  }

  /// Address without a filter, for a form to add to.
  public String path() {
    String all = all();
    int query = all.indexOf('?');
    return query < 0 ? all : all.substring(0, query);
  }

  /// The name as a field of the filter's form, where the path does not hold it.
  public @Nullable String nameField() {
    return all().contains("?") ? page.heading().name().label() : null;
  }

  /// The topic without a filter.
  public String all() {
    return Links.topic(page.heading().name());
  }

  /// The same articles, with those among them that only name the topic in passing.
  public String withMentions() {
    return with(null, page.selection().with(Selection.Mentions.SHOWN));
  }

  /// Whether the filter may leave articles out.
  public boolean isFiltered() {
    Selection all = Selection.all().with(page.selection().mentions());
    return !page.selection().with(all.mentions()).equals(all);
  }

  public boolean isLater() {
    return after != null;
  }

  /// The same page with more or less of each article.
  public String dense(Density density) {
    String here = with(after);
    return here + (here.contains("?") ? "&" : "?") + "density=" + density.word();
  }

  public String first() {
    return with(null);
  }

  public String next() {
    return with(page.next());
  }

  /// The articles of one week alone.
  public String week(Week week) {
    return all()
        + (all().contains("?") ? "&" : "?")
        + "from=%s&until=%s#list".formatted(week.monday(), week.monday().plusDays(6));
  }

  private String with(@Nullable String token) {
    return with(token, page.selection());
  }

  private String with(@Nullable String token, Selection selection) {
    List<String> fields = new ArrayList<>();
    selection.languages().stream()
        .map(Language::tag)
        .sorted()
        .forEach(tag -> fields.add("language=" + Links.escape(tag)));
    selection.kinds().stream().sorted().forEach(kind -> fields.add("kind=" + kind.word()));
    selection.sources().stream()
        .sorted()
        .forEach(source -> fields.add("source=" + Links.escape(source)));
    if (selection.from() != null) {
      fields.add("from=" + selection.from());
    }
    if (selection.until() != null) {
      fields.add("until=" + selection.until());
    }
    if (selection.copies() == Selection.Copies.SHOWN) {
      fields.add("copies=shown");
    }
    if (selection.mentions() == Selection.Mentions.SHOWN) {
      fields.add("mentions=shown");
    }
    if (token != null) {
      fields.add("after=" + Links.escape(token));
    }
    String all = all();
    return fields.isEmpty()
        ? all
        : all + (all.contains("?") ? "&" : "?") + String.join("&", fields);
  }

  public boolean shows(Language language) {
    return page.selection().languages().contains(language);
  }

  /// The language of an outlet's name, as its script shows it.
  public Language languageOf(String source) {
    return LanguageDetector.detect(source, Language.EN);
  }

  public boolean shows(String source) {
    return page.selection().sources().contains(source);
  }

  public boolean shows(ArticleKind kind) {
    return page.selection().kinds().contains(kind);
  }
}
