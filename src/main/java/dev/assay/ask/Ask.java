package dev.assay.ask;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer.Reason;
import dev.assay.ask.AskEvent.Done;
import dev.assay.ask.AskEvent.Listener;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.Maker;
import dev.assay.brief.work.ModelDesk;
import dev.assay.fold.Outlets;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.Store;
import dev.assay.topic.time.Past;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers questions from the articles. The core public access point to asking.
///
/// Any string is a question; what cannot be answered is refused with the reason. A figure is looked
/// for in the ledger first; then passages are found, their sentences weighed, and those that answer
/// are shown as the source wrote them. Nothing is kept unless [#keep] is asked to. Safe for use by
/// many threads.
public final class Ask {

  /// Raised when the rules or the weights change, so that it is known which an answer was made by.
  static final int VERSION = 10;

  /// UTF-16 units of a question.
  public static final int LONGEST_QUESTION = 1_000;

  /// Answers that are kept of one reader.
  private static final int MOST_KEPT = 1_000;

  private final Store store;
  private final Past past;
  private final Supplier<ModelDesk> models;
  private final Lexicon lexicon;
  private final AskMeans means;

  /// @param store keeps answers
  /// @param past the articles of today, or those of the moment that is asked for
  /// @param models who writes answers, where a model is set
  public Ask(
      Store store,
      Past past,
      Bookkeeping bookkeeping,
      Supplier<BriefNumbers> numbers,
      Supplier<QuantityExtractor> quantities,
      Supplier<ModelDesk> models,
      Outlets outlets,
      Lexicon lexicon,
      InstantSource clock) {
    this.store = store;
    this.past = past;
    this.models = models;
    this.lexicon = lexicon;
    this.means =
        new AskMeans(
            new AskWords(lexicon),
            new MeasureWords(lexicon),
            AskWeights.of(lexicon),
            quantities,
            numbers,
            bookkeeping,
            outlets,
            clock);
  }

  /// The answer to `question`; nothing is kept.
  ///
  /// @param reader the language of the person who asks
  public Answer answer(String question, AskScope scope, Language reader) {
    return answer(question, scope, reader, Listener.NONE);
  }

  /// The same; `listener` is told each step.
  public Answer answer(String question, AskScope scope, Language reader, Listener listener) {
    return answer(question, scope, reader, WrittenBy.SOURCES, listener);
  }

  /// In whose words an answer is.
  public enum WrittenBy {
    SOURCES,
    /// The model's, where one is set; every sentence held against what it cites.
    MODEL
  }

  /// The same. With a model as the writer the sources' sentences are told as they are found, and
  /// the end has those of the model.
  public Answer answer(
      String question, AskScope scope, Language reader, WrittenBy writer, Listener listener) {
    Answering.Request request = new Answering.Request(question.strip(), scope, reader);
    Answer found =
        unaskable(request.question())
            .map(reason -> Answer.refused(request, reason, means.clock().instant()))
            .orElseGet(() -> find(request, listener));
    Answer answer = writer == WrittenBy.MODEL ? written(found) : found;
    listener.on(new Done(answer));
    return answer;
  }

  /// Whether a language model is set that can write answers.
  public boolean hasModel() {
    return models.get().reach().isPresent();
  }

  private Answer written(Answer answer) {
    Past.At at = past.at(Optional.ofNullable(answer.scope().asOf()));
    return new WrittenAnswers(models.get(), means.outlets()).of(answer, at.store());
  }

  private Answer find(Answering.Request request, Listener listener) {
    Past.At at = past.at(Optional.ofNullable(request.scope().asOf()));
    return at.store()
        .read(session -> new Answering(means, at, session, request, listener).answer());
  }

  private static Optional<Reason> unaskable(String question) {
    if (question.isBlank()) {
      return Optional.of(Reason.EMPTY);
    }
    if (question.length() > LONGEST_QUESTION) {
      return Optional.of(Reason.TOO_LONG);
    }
    boolean read = question.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && isRead(c));
    // Han characters of a question in Japanese are read as Chinese words that it does not have
    boolean known = LanguageDetector.detect(question, Language.UNKNOWN).isRead();
    return read && known ? Optional.empty() : Optional.of(Reason.NO_WORDS);
  }

  /// Whether a letter belongs to a script that is read.
  private static boolean isRead(int c) {
    return c < 0x250 || c <= Character.MAX_VALUE && HanScript.isHan((char) c);
  }

  /// What is said of answers to a reader of `language`.
  public AskWording wording(Language language) {
    return AskWording.of(lexicon, language);
  }

  /// Keeps an answer for its reader.
  public void keep(ReaderId reader, Answer answer) {
    store.change(
        session -> {
          AnswerTable table = new AnswerTable(session, reader);
          table.put(answer);
          table.forgetBeyond(MOST_KEPT);
        });
  }

  /// The kept answer of this id, if it is this reader's.
  public Optional<Answer> kept(ReaderId reader, AnswerId id) {
    return store.read(session -> new AnswerTable(session, reader).find(id));
  }

  /// The reader's answers, the newest first.
  public List<Answer> kept(ReaderId reader, int limit) {
    return store.read(session -> new AnswerTable(session, reader).newest(limit));
  }

  /// Those before one of them; empty if the reader has none of this id.
  public Optional<List<Answer>> keptBefore(ReaderId reader, AnswerId id, int limit) {
    return store.read(
        session -> {
          AnswerTable answers = new AnswerTable(session, reader);
          return answers.find(id).map(_ -> answers.before(id, limit));
        });
  }

  /// Forgets an answer.
  ///
  /// @return false if this reader has none of this id
  public boolean forget(ReaderId reader, AnswerId id) {
    return store.write(session -> new AnswerTable(session, reader).delete(id));
  }

  /// The same question asked now, and kept; empty if this reader has no such answer.
  public Optional<Answer> again(ReaderId reader, AnswerId id) {
    return kept(reader, id)
        .map(
            before -> {
              WrittenBy writer =
                  before.maker() instanceof Maker.Extractive ? WrittenBy.SOURCES : WrittenBy.MODEL;
              Answer now =
                  answer(before.question(), before.scope(), before.reader(), writer, Listener.NONE)
                      .askedAgainOf(id);
              keep(reader, now);
              return now;
            });
  }
}
