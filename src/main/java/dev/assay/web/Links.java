package dev.assay.web;

import dev.assay.article.ArticleId;
import dev.assay.brief.Withheld;
import dev.assay.fold.EditKind;
import dev.assay.topic.Name;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every address that a page leads to.
public final class Links {

  /// Servers and proxies treat these in a path as more than letters, even when they are escaped.
  private static final String NOT_IN_A_PATH = "/\\%;?#";

  private static final String API = "/api/v1";

  private Links() {}

  public static String home() {
    return "/";
  }

  public static String topic(Name name) {
    return topic(name.label());
  }

  /// The page of a name: `/topics/稀土联盟`, or `/topics?q=A%2FB` for one that a path cannot hold.
  public static String topic(String name) {
    boolean plain = name.chars().noneMatch(c -> c < ' ' || NOT_IN_A_PATH.indexOf(c) >= 0);
    return plain && !name.startsWith(".") ? "/topics/" + escape(name) : "/topics?q=" + escape(name);
  }

  public static String article(ArticleId id) {
    return "/articles/" + id;
  }

  public static String paragraph(ArticleId id, int paragraph) {
    return article(id) + "#p" + paragraph;
  }

  /// The copies of an article's text, on its page.
  public static String copies(ArticleId id) {
    return article(id) + "#copies";
  }

  /// What differs between a copy and the first of its group.
  public static String changes(ArticleId id) {
    return article(id) + "/changes";
  }

  /// What differs between two articles.
  public static String changes(ArticleId id, ArticleId against) {
    return changes(id) + "?against=" + against;
  }

  /// What a source changed after the text `number` of its article.
  public static String revision(ArticleId id, int number) {
    return changes(id) + "?revision=" + number;
  }

  public static String fold(ArticleId id) {
    return article(id) + "/fold";
  }

  public static String unfold(ArticleId id) {
    return article(id) + "/unfold";
  }

  public static String forgetFold(ArticleId id) {
    return article(id) + "/forget-fold";
  }

  /// The checks of the numbers of the article's brief.
  public static String checks(ArticleId id) {
    return article(id) + "#checks";
  }

  /// The article's page with the cited paragraph lit.
  public static String cited(CitedParagraph cited) {
    return paragraph(cited.article(), cited.paragraph());
  }

  /// The cited paragraph alone, its words marked, for showing beside a card.
  public static String quote(CitedParagraph cited) {
    List<String> marks =
        cited.spans().stream()
            .map(span -> "from=%d&to=%d".formatted(span.start(), span.end()))
            .toList();
    return withFields(paragraphQuote(cited.article(), cited.paragraph()), marks);
  }

  /// A whole paragraph, with the text to cite it.
  public static String paragraphQuote(ArticleId id, int number) {
    return article(id) + "/paragraphs/" + number;
  }

  /// Where questions are asked.
  public static String ask() {
    return "/ask";
  }

  /// A question, answered and not kept.
  public static String ask(String question) {
    return question.isEmpty() ? ask() : ask() + "?q=" + escape(question);
  }

  /// Where questions are asked of a topic.
  public static String askTopic(String topic) {
    return ask() + "?topic=" + escape(topic);
  }

  /// An answer that was kept.
  public static String answer(String id) {
    return ask() + "/" + id;
  }

  public static String answerJson(String id) {
    return API + "/asks/" + id;
  }

  /// The evidence on something, as a zip.
  ///
  /// @param of `topic`, `ask` or `collection`
  /// @param reader the language of the memo
  public static String pack(String of, String name, String reader) {
    return API + "/pack.zip?" + of + "=" + escape(name) + "&reader=" + escape(reader);
  }

  public static String search(String query) {
    return "/search?q=" + escape(query);
  }

  /// What the reader has not read of a topic.
  public static String unread(String topic) {
    return "/unread?topic=" + escape(topic);
  }

  /// The happening that an article tells of.
  public static String event(ArticleId id) {
    return "/events/" + id;
  }

  /// The newest happenings of a topic; of all, if it is empty.
  public static String events(String topic) {
    return topic.isEmpty() ? "/events" : "/events?topic=" + escape(topic);
  }

  /// Those that come after one, the newest first.
  public static String eventsBehind(String topic, ArticleId event) {
    return events(topic) + (topic.isEmpty() ? "?" : "&") + "before=" + event;
  }

  /// What an outlet changed after publication; what all did, if `source` is empty.
  ///
  /// @param kind of this kind alone; null for any
  public static String edits(String source, @Nullable EditKind kind) {
    return withFields(
        "/edits",
        Stream.of(
                source.isEmpty() ? "" : "source=" + escape(source),
                kind == null ? "" : "kind=" + kind.word())
            .filter(field -> !field.isEmpty())
            .toList());
  }

  public static String editsJson(String source, @Nullable EditKind kind) {
    return API + edits(source, kind);
  }

  /// What happened when on a topic.
  public static String timeline(String topic) {
    return "/timeline?topic=" + escape(topic);
  }

  /// The supply chain of a material.
  public static String chain(String topic) {
    return "/chain?topic=" + escape(topic);
  }

  public static String chainJson(String topic) {
    return API + chain(topic);
  }

  /// What has figures for several times on a topic.
  public static String topicSeries(String topic) {
    return "/series?topic=" + escape(topic);
  }

  public static String topicSeriesJson(String topic) {
    return API + "/series?topic=" + escape(topic);
  }

  /// The figures of an entry over time.
  public static String series(String entry) {
    return "/ledger/" + escape(entry) + "/series";
  }

  /// The same for other programs.
  ///
  /// @param ending `` for JSON, `.csv`
  public static String seriesData(String entry, String ending) {
    return API + "/ledger/entries/" + escape(entry) + "/series" + ending;
  }

  /// The drawing of an entry's series.
  ///
  /// @param number of the series, from 1
  /// @param form `sheet`, `wide` or `narrow`
  /// @param reader whose language its words are in
  public static String seriesDrawing(String entry, int number, String form, String reader) {
    return "%s?series=%d&form=%s&reader=%s"
        .formatted(seriesData(entry, ".svg"), number, form, reader);
  }

  /// An entry's series as text, each figure with where it stands.
  public static String seriesText(String entry, int number, String reader) {
    return "%s?series=%d&reader=%s".formatted(seriesData(entry, ".txt"), number, reader);
  }

  /// The timeline of a topic, or of an event, for other programs.
  ///
  /// @param ending of the address, such as `.csv`; empty for JSON
  public static String timelineData(String topic, String event, String ending) {
    String asked = event.isEmpty() ? "topic=" + escape(topic) : "event=" + escape(event);
    return API + "/timeline" + ending + "?" + asked;
  }

  /// The same as JSON.
  public static String eventsJson(String topic) {
    return API + events(topic);
  }

  public static String eventJson(ArticleId id) {
    return API + event(id);
  }

  /// What the user said of names.
  public static String names() {
    return "/names";
  }

  /// Where the articles of a name are told apart.
  public static String split(String name) {
    return "/names/split?name=" + escape(name);
  }

  /// How far the taking in of what somebody handed in is.
  public static String intake(int run) {
    return "/import/" + run;
  }

  /// What the reader wants to be told of.
  public static String alerts() {
    return "/alerts";
  }

  /// One rule, and what it found.
  public static String alert(String id) {
    return alerts() + "/" + id;
  }

  /// Where a rule on something is written.
  ///
  /// @param scope topic, query, source or entry
  public static String newAlert(String scope, String subject) {
    return alerts() + "?" + scope + "=" + escape(subject) + "#new";
  }

  /// What happens after a position, as it happens.
  public static String live(String after) {
    return API + "/live?after=" + after;
  }

  /// The reader's notes.
  public static String notes() {
    return "/notes";
  }

  /// Those with all of `words` and with `tag`; each may be empty.
  public static String notes(String words, String tag) {
    return withFields(notes(), noteFields(words, tag));
  }

  /// The same as annotations for other programs.
  public static String annotations(String words, String tag) {
    return withFields(API + "/notes/annotations", noteFields(words, tag));
  }

  private static List<String> noteFields(String words, String tag) {
    return Stream.of(
            words.isEmpty() ? "" : "q=" + escape(words), tag.isEmpty() ? "" : "tag=" + escape(tag))
        .filter(field -> !field.isEmpty())
        .toList();
  }

  /// One note in the list of all.
  public static String note(String id) {
    return notes() + "#n" + id;
  }

  /// Where a note is written on a paragraph.
  public static String noteOn(ArticleId id, int paragraph) {
    return article(id) + "/paragraphs/" + paragraph + "/note";
  }

  public static String collections() {
    return "/collections";
  }

  public static String collection(String id) {
    return collections() + "/" + id;
  }

  public static String collectionJson(String id) {
    return API + collection(id);
  }

  /// What is followed, and how it is.
  public static String sources() {
    return "/sources";
  }

  /// One source.
  public static String source(int id) {
    return sources() + "/" + id;
  }

  /// An article beside its translation.
  public static String translation(ArticleId id) {
    return article(id) + "/translation";
  }

  /// The sentences of an article's brief that are not shown.
  public static String withheld(ArticleId id) {
    return article(id) + "#withheld";
  }

  /// Lets one of them pass, or takes that back.
  public static String withheld(ArticleId id, Withheld withheld) {
    String act = withheld.passedBy() == null ? "pass" : "withhold";
    return "%s/withheld/%s/%s".formatted(article(id), withheld.key(), act);
  }

  /// State and use of the language model.
  public static String models() {
    return "/models";
  }

  /// The feed of a topic.
  public static String topicFeed(String name) {
    return "/atom?topic=" + escape(name);
  }

  /// The feed of a search, newest first.
  public static String searchFeed(String query) {
    return "/atom?q=" + escape(query);
  }

  /// The ledger of everything.
  public static String ledger() {
    return "/ledger";
  }

  /// The figures that a reader should look at.
  public static String review() {
    return "/ledger/review";
  }

  /// What readers said of readings, as lines to learn from.
  public static String labels() {
    return "/api/v1/ledger/labels.jsonl";
  }

  /// The ledger of a topic: `/topics/稀土/ledger`, or `/ledger?topic=A%2FB` for a name that a path
  /// cannot hold.
  public static String ledger(String topic) {
    String page = topic(topic);
    return page.contains("?") ? "/ledger?topic=" + escape(topic) : page + "/ledger";
  }

  /// One figure of the ledger.
  public static String figure(String entry) {
    return "/ledger/" + escape(entry);
  }

  /// A page of its figures.
  public static String figureRows(String entry, int page) {
    return figure(entry) + "?page=" + page + "#rows";
  }

  public static String figureJson(String entry) {
    return API + "/ledger/entries/" + escape(entry);
  }

  public static String figureCsv(String entry) {
    return figureJson(entry) + "/figures.csv";
  }

  /// The ledger as JSON.
  ///
  /// @param topic empty for the ledger of everything
  public static String ledgerJson(String topic) {
    return topic.isEmpty() ? API + "/ledger" : topicJson(topic) + "/ledger";
  }

  /// The ledger as CSV.
  ///
  /// @param topic empty for the ledger of everything
  public static String ledgerCsv(String topic) {
    return ledgerJson(topic) + ".csv";
  }

  /// An address with more fields, which are escaped already.
  public static String withFields(String address, List<String> fields) {
    return fields.isEmpty()
        ? address
        : address + (address.contains("?") ? "&" : "?") + String.join("&", fields);
  }

  /// The same articles as data.
  public static String topicJson(String name) {
    return API + "/topics/" + escape(name);
  }

  public static String articleJson(ArticleId id) {
    return API + article(id);
  }

  public static String searchJson(String query) {
    return API + search(query);
  }

  /// The field of an address that names a past moment.
  public static final String AS_OF = "as_of";

  public static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
