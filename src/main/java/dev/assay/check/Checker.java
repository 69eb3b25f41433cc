package dev.assay.check;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks the numbers, dates, ranks and names of a sentence against the paragraphs it cites, in
/// Chinese, English or across the two. Linear in the texts; no model. Immutable; safe for use by
/// many threads; costly to make, so make one.
public final class Checker {

  /// A text with more numbers is no sentence: its numbers are looked up by value alone.
  static final int MOST_NUMBERS = 60;

  private final QuantityExtractor extractor;
  private final NumberReader reader;
  private final CitedNames names;
  private final CheckWords words;
  private final Derivation derivation;
  private final Counted counted;
  private final Reasons english;
  private final Reasons chinese;

  /// A checker with the names of the lexicon.
  public static Checker of(Lexicon lexicon) {
    return new Checker(new QuantityExtractor(lexicon), Names.load(lexicon));
  }

  /// A checker that knows things by `names`, in either language.
  public Checker(QuantityExtractor extractor, Names names) {
    this.extractor = extractor;
    this.words = new CheckWords(names.lexicon());
    this.reader = new NumberReader(names, words);
    this.names = new CitedNames(names);
    this.derivation = new Derivation(words);
    this.counted = new Counted(words);
    this.english = Reasons.of(names.lexicon(), Language.EN);
    this.chinese = Reasons.of(names.lexicon(), Language.ZH_HANS);
  }

  /// The verdicts on `sentence` by `paragraphs` of no article, each in the language it is written
  /// in; reasons in the language of `reader`.
  public SentenceCheck check(String sentence, List<String> paragraphs, Language reader) {
    List<Cited> cited =
        paragraphs.stream()
            .map(text -> new Cited(text, LanguageDetector.detect(text, Language.UNKNOWN), null))
            .toList();
    return check(sentence, read(cited, null), reader);
  }

  /// Makes the cited paragraphs of an analysed article ready, as they were read.
  public Source of(List<TextReading> paragraphs) {
    return new Source(paragraphs, reader, names);
  }

  /// Reads paragraphs of a text that was not analysed; `published` resolves what they tell from the
  /// day of writing.
  public Source read(List<Cited> paragraphs, @Nullable PublicationTime published) {
    List<TextReading> readings = new ArrayList<>();
    for (Cited cited : paragraphs) {
      readings.add(
          extractor.readAlone(
              readings.size() + 1, cited.text(), cited.language(), published, cited.above()));
    }
    return of(readings);
  }

  /// The verdicts on `sentence`, which cites the paragraphs of `source`.
  public SentenceCheck check(String sentence, Source source, Language reader) {
    Language language = LanguageDetector.detect(sentence, Language.UNKNOWN);
    return check(sentence, extractor.read(sentence, language, null), source, reader);
  }

  /// The same for a sentence whose numbers and times were read already.
  public SentenceCheck check(
      String sentence, QuantityExtractor.Reading reading, Source source, Language reader) {
    Sentence read = new Sentence(sentence, reading);
    Reasons reasons = reader.isChinese() ? chinese : english;
    List<NumberCheck> numbers = new ArrayList<>(numbers(read, source, reasons));
    List<TimeExpression> all = read.times();
    List<TimeExpression> said = all.stream().filter(TimeMatch::isCheckable).toList();
    boolean many = said.size() > MOST_NUMBERS;
    List<TimeMark> marks =
        many || said.isEmpty() ? List.of() : this.reader.marks(sentence, reading.times());
    boolean days = !many && said.stream().anyMatch(time -> time.day() > 0);
    List<Context> contexts = days ? this.reader.contexts(sentence, all) : List.of();
    MisplacedTimes misplaced = new MisplacedTimes(sentence, source, all, contexts);
    TimeVerdicts times = new TimeVerdicts(all, sentence, source, words, reasons, marks, misplaced);
    said.stream().map(many ? times::byValue : times::of).forEach(numbers::add);
    numbers.sort(Comparator.comparingInt(check -> check.span().start()));
    return new SentenceCheck(numbers, names(sentence, source, reasons));
  }

  private List<NumberCheck> numbers(Sentence sentence, Source source, Reasons reasons) {
    Rewordings rewordings = new Rewordings(sentence, source, words, reasons);
    NumberVerdicts verdicts =
        new NumberVerdicts(sentence, source, rewordings, derivation, counted, reasons);
    List<Quantity> said = sentence.numbers();
    if (said.size() > MOST_NUMBERS) {
      return said.stream().map(number -> verdicts.byValue(number).check()).toList();
    }
    NumberReader.Text text = reader.text(sentence.text(), said, sentence.reading().times());
    List<NumberDraft> drafts = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      drafts.add(verdicts.of(text.numbers().get(i), reader.basis(text, i)));
    }
    new MisplacedNumbers(sentence, source, reader, rewordings, reasons).mark(drafts, text);
    return drafts.stream().map(NumberDraft::check).toList();
  }

  /// The names of the sentence, each place of each in order.
  private List<NameCheck> names(String sentence, Source source, Reasons reasons) {
    List<NameCheck> checks = new ArrayList<>();
    List<Tag> tags = names.inSentence(sentence);
    for (Tag tag : tags) {
      NameCheck.Standing standing = standing(tag, tags, sentence, source);
      for (Tag.Mention mention : tag.mentions()) {
        String reason = reasons.name(standing, mention.span().in(sentence));
        checks.add(new NameCheck(mention.span(), tag.entity(), standing, reason));
      }
    }
    checks.sort(Comparator.comparingInt(check -> check.span().start()));
    return checks;
  }

  private static NameCheck.Standing standing(
      Tag tag, List<Tag> said, String sentence, Source source) {
    String words = tag.mentions().getFirst().span().in(sentence);
    if (source.names(tag.entity()) || source.says(words)) {
      return NameCheck.Standing.NAMED;
    }
    boolean own = tag.type() == EntityType.PERSON || tag.type() == EntityType.COMPANY;
    return own || source.namesAnother(tag.entity(), said)
        ? NameCheck.Standing.MISSING
        : NameCheck.Standing.UNNAMED;
  }
}
