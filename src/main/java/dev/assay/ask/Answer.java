package dev.assay.ask;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;
import dev.assay.cite.Citation;
import dev.assay.topic.ArticleLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a question, with all that it rests on as data.
///
/// @param id its lasting name
/// @param reader the language of the person who asked
/// @param reason why it is so; null if there is nothing to say
/// @param sentences of the sources, letter by letter, at most five; or of a model, each with its
///   citations; none if the question was refused
/// @param figures what the ledger has of a figure that was asked for, the likeliest first
/// @param disagreement sources that contradict each other on what was asked; null if none do
/// @param nearest passages that came nearest and do not answer; none for a whole answer
/// @param missing words of the question of which nothing that is cited speaks
/// @param independent how many independent sources are cited
/// @param articles those that are cited or stand nearest, by first mention
/// @param again the answer that this one was asked again of; null if it was the first
public record Answer(
    AnswerId id,
    String question,
    AskScope scope,
    Language reader,
    AskedKind kind,
    State state,
    @Nullable Reason reason,
    List<BriefSentence> sentences,
    List<Figure> figures,
    @Nullable Disagreement disagreement,
    List<Near> nearest,
    List<String> missing,
    int independent,
    Searched searched,
    List<ArticleLine> articles,
    Maker maker,
    Instant madeAt,
    @Nullable AnswerId again) {

  public Answer {
    sentences = List.copyOf(sentences);
    figures = List.copyOf(figures);
    nearest = List.copyOf(nearest);
    missing = List.copyOf(missing);
    articles = List.copyOf(articles);
  }

  /// How a question fared.
  public enum State {
    ANSWERED,
    PARTLY,
    REFUSED;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why a question was not answered, or not wholly. [AskWording] puts it in words.
  public enum Reason {
    /// Nothing was asked.
    EMPTY,
    /// What was asked is too long for a question.
    TOO_LONG,
    /// It holds no word that says what is asked, in Chinese or in English.
    NO_WORDS,
    /// No article passes the scope.
    NO_ARTICLES,
    /// No article has a word of it.
    NOTHING_FOUND,
    /// The time ended before all articles were looked through.
    CUT_SHORT,
    /// What was found has too little of what was asked.
    WEAK,
    /// Some of what was asked stands nowhere.
    MISSING,
    /// A number was asked for, and no sentence on it has one.
    NO_FIGURE,
    /// The same of how much of a thing.
    NO_AMOUNT,
    /// Of a sum of money.
    NO_SUM,
    NO_PRICE,
    /// Of a part of a whole.
    NO_SHARE,
    /// Of a length of time.
    NO_SPAN,
    /// It was asked when, and no sentence on it has a day or year.
    NO_DATE,
    /// It was asked who, and no sentence on it has another name.
    NO_NAME,
    NO_PLACE,
    /// There is a figure of something near: another step, another material.
    OTHER_SCOPE,
    /// There is something of another time than was asked for.
    OTHER_TIME,
    /// The article that speaks of it is only the beginning of a text.
    ONLY_PREVIEW;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A figure of the ledger.
  ///
  /// @param entry the ledger entry that it stands in
  /// @param evidence the id of its row
  /// @param written the source's words for it
  /// @param low the least it can be, a decimal string in `unit`; null where open
  /// @param high the most it can be
  /// @param time for which it holds, ISO 8601; null if neither text nor publication says
  /// @param timeStated whether the text says so; else it is the day of publication
  /// @param side figures of one side can hold together; 0 is the side of most sources
  /// @param independent sources of its side
  /// @param place of the written figure
  public record Figure(
      String entry,
      String evidence,
      String written,
      @Nullable String low,
      @Nullable String high,
      String unit,
      String modifier,
      @Nullable String time,
      boolean timeStated,
      int side,
      int independent,
      String quote,
      Citation place) {}

  /// Sources that cannot all be right.
  ///
  /// @param entry the ledger entry; null where reports on one event differ
  /// @param one the source's words on one side
  /// @param other on the other
  /// @param oneArticle whose words `one` are; null in an answer that was kept before this was
  /// @param otherArticle whose words `other` are
  public record Disagreement(
      @Nullable String entry,
      String one,
      String other,
      @Nullable ArticleId oneArticle,
      @Nullable ArticleId otherArticle) {}

  /// A passage that came near and does not answer.
  public record Near(String text, Citation place) {}

  /// What was looked through.
  ///
  /// @param articles how many pass the scope and have words of the question; at least, if many
  /// @param terms what was looked for
  /// @param alsoSearched names and words of the other language that were looked for as well
  /// @param credit whose dictionary gave them; null if none did
  public record Searched(
      long articles, List<String> terms, List<String> alsoSearched, @Nullable String credit) {
    static final Searched NOTHING = new Searched(0, List.of(), List.of(), null);

    public Searched {
      terms = List.copyOf(terms);
      alsoSearched = List.copyOf(alsoSearched);
    }
  }

  /// What was refused before anything was found.
  static Answer refused(Answering.Request request, Reason reason, Instant now) {
    String asked = request.question();
    return new Answer(
        AnswerId.fresh(),
        asked.length() > Ask.LONGEST_QUESTION ? asked.substring(0, Ask.LONGEST_QUESTION) : asked,
        request.scope(),
        request.reader(),
        AskedKind.OTHER,
        State.REFUSED,
        reason,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        0,
        Searched.NOTHING,
        List.of(),
        new Maker.Extractive(Ask.VERSION),
        now,
        null);
  }

  /// The same, as what was asked again of another answer.
  Answer askedAgainOf(AnswerId before) {
    return new Answer(
        id,
        question,
        scope,
        reader,
        kind,
        state,
        reason,
        sentences,
        figures,
        disagreement,
        nearest,
        missing,
        independent,
        searched,
        articles,
        maker,
        madeAt,
        before);
  }

  /// The same in the words of `other`, who made them of what this one rests on.
  Answer by(List<BriefSentence> written, int sources, Maker other) {
    return new Answer(
        id,
        question,
        scope,
        reader,
        kind,
        state,
        reason,
        written,
        figures,
        disagreement,
        nearest,
        missing,
        sources,
        searched,
        articles,
        other,
        madeAt,
        again);
  }

  /// The article with this id, if it is cited or stands near.
  public Optional<ArticleLine> article(ArticleId article) {
    return articles.stream().filter(line -> line.id().equals(article)).findFirst();
  }
}
