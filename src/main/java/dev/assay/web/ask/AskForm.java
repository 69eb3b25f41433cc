package dev.assay.web.ask;

import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.ask.Answer;
import dev.assay.ask.Ask;
import dev.assay.ask.AskScope;
import dev.assay.brief.Maker;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.web.Messages;
import io.javalin.http.BadRequestResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands in the fields of the page of questions.
///
/// @param question as it was typed
/// @param topic empty for any
/// @param source empty for any
/// @param language `zh`, `en`, or empty for any
/// @param from a day, or empty
/// @param until a day, or empty
/// @param asOf a day, or empty
/// @param written whether the language model is to write the answer
public record AskForm(
    String question,
    String topic,
    String source,
    String language,
    String from,
    String until,
    String asOf,
    boolean written) {

  /// A reader may see more of a long question than is asked.
  private static final int LONGEST_FIELD = 200;

  static final AskForm EMPTY = new AskForm("", "", "", "", "", "", "", false);

  /// By the fields of an address or of a form.
  static AskForm of(Function<String, @Nullable String> field) {
    return new AskForm(
        Optional.ofNullable(field.apply("q")).orElse("").strip(),
        text(field, "topic"),
        text(field, "source"),
        text(field, "language"),
        text(field, "from"),
        text(field, "until"),
        text(field, "as_of"),
        text(field, "maker").equals("model"));
  }

  private static String text(Function<String, @Nullable String> field, String name) {
    String text = Optional.ofNullable(field.apply(name)).orElse("").strip();
    return text.length() > LONGEST_FIELD ? text.substring(0, LONGEST_FIELD) : text;
  }

  /// With what was asked for `answer`.
  static AskForm of(Answer answer) {
    return of(answer.question(), answer.scope(), !(answer.maker() instanceof Maker.Extractive));
  }

  private static AskForm of(String question, AskScope scope, boolean written) {
    return new AskForm(
        question,
        scope.topic() == null ? "" : scope.topic(),
        scope.sources().isEmpty() ? "" : scope.sources().getFirst(),
        scope.languages().isEmpty() ? "" : scope.languages().getFirst().tag(),
        day(scope.from(), 0),
        day(scope.until(), 1),
        day(scope.asOf(), 1),
        written);
  }

  private static String day(@Nullable Instant moment, long less) {
    return moment == null
        ? ""
        : LocalDate.ofInstant(moment.minusSeconds(less), ZoneOffset.UTC).toString();
  }

  Ask.WrittenBy writer() {
    return written ? Ask.WrittenBy.MODEL : Ask.WrittenBy.SOURCES;
  }

  /// @throws BadRequestResponse if a day is none, or the language is none that is asked for; it
  ///   says so in the reader's words
  AskScope scope(Messages say) {
    return new AskScope(
        topic.isEmpty() ? null : topic,
        source.isEmpty() ? List.of() : List.of(source),
        List.of(),
        language.isEmpty() ? List.of() : List.of(language(language, say)),
        moment(from, text -> AskedTime.start(text).map(AskForm::utc), say),
        moment(until, text -> AskedTime.end(text).map(AskForm::utc), say),
        moment(asOf, AskedTime::moment, say));
  }

  private static Language language(String tag, Messages say) {
    return Language.asked(tag)
        .orElseThrow(() -> new BadRequestResponse(say.text("ask.no-language", tag)));
  }

  private static Instant utc(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Instant moment(
      String day, Function<String, Optional<Instant>> reading, Messages say) {
    return day.isEmpty()
        ? null
        : reading.apply(day).orElseThrow(() -> new BadRequestResponse(say.text("ask.no-day", day)));
  }

  /// Whether the question is narrowed.
  public boolean isNarrowed() {
    return Stream.of(topic, source, language, from, until, asOf)
        .anyMatch(field -> !field.isEmpty());
  }

  /// The language that the question is written in.
  public Language questionLanguage() {
    return LanguageDetector.detect(question, Language.EN);
  }

  /// The most letters of a question.
  public int longest() {
    return Ask.LONGEST_QUESTION;
  }
}
