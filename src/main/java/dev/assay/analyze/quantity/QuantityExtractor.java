package dev.assay.analyze.quantity;

import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the quantities of a text, Chinese or English or both: each number with its unit and the
/// word that says how it is meant.
///
/// Dates, times, names with digits (F-35, G7), section numbers, list numbers and codes are not
/// quantities. The cells of a table ([Paragraph][dev.assay.article.Paragraph]) have the scale and
/// unit that stand at its head. One pass over the characters, linear in the text whatever it holds.
/// Immutable; safe for use by many threads; costly to make, so make one.
public final class QuantityExtractor {

  private final QuantityWords words;
  private final TableScales tables;
  private final SharedCurrencies currencies;

  public QuantityExtractor(Lexicon lexicon) {
    this.words = new QuantityWords(lexicon);
    this.tables = new TableScales(words);
    this.currencies = new SharedCurrencies(lexicon);
  }

  /// All that was read from one text.
  ///
  /// @param quantities what the text states, in order
  /// @param weak numbers that the text uses without stating anything: 一个, the two sides, the 14th
  ///   congress, 3:1. They can carry a number of another text, but need no support
  /// @param times dates and times, in order
  public record Reading(
      List<Quantity> quantities, List<Quantity> weak, List<TimeExpression> times) {

    public Reading {
      quantities = List.copyOf(quantities);
      weak = List.copyOf(weak);
      times = List.copyOf(times);
    }

    private static final Reading NOTHING = new Reading(List.of(), List.of(), List.of());
  }

  /// The quantities of `text`, in order. `language` decides only what a sign alone means (¥).
  public List<Quantity> extract(String text, Language language) {
    return read(text, language, null).quantities();
  }

  /// All numbers and times of `text`; `published` resolves times told from the day of writing.
  public Reading read(String text, Language language, @Nullable PublicationTime published) {
    return read(text, language, published, null);
  }

  /// Every paragraph of `article`, in order. In a language that is not read ([Language#isRead])
  /// none states anything.
  public List<TextReading> read(Article article) {
    List<TextReading> readings = new ArrayList<>();
    String above = null;
    for (Paragraph paragraph : article.paragraphs()) {
      String text = paragraph.text();
      Reading numbers =
          article.language().isRead()
              ? read(text, article.language(), article.publishedAt(), above)
              : Reading.NOTHING;
      readings.add(
          new TextReading(paragraph.number(), paragraph.kind(), text, Sentences.of(text), numbers));
      above = text;
    }
    return currencies.in(article.title(), readings);
  }

  /// A text that stands alone; a table if it has cells, else running text.
  ///
  /// @param paragraph the number it is cited by
  public TextReading readAlone(
      int paragraph, String text, Language language, @Nullable PublicationTime published) {
    return readAlone(paragraph, text, language, published, null);
  }

  /// The same for a table under a line that may tell its scale.
  public TextReading readAlone(
      int paragraph,
      String text,
      Language language,
      @Nullable PublicationTime published,
      @Nullable String above) {
    return new TextReading(
        paragraph,
        text.contains(Paragraph.CELL) ? Paragraph.Kind.TABLE : Paragraph.Kind.TEXT,
        text,
        Sentences.of(text),
        read(text, language, published, above));
  }

  /// The same for the text of a table, whose scale may be told in `above`, the line over it; null
  /// if nothing stands there.
  public Reading read(
      String text, Language language, @Nullable PublicationTime published, @Nullable String above) {
    FoldedText folded = new FoldedText(text);
    LocalDate today = published == null ? null : published.local().toLocalDate();
    List<TimeExpression> times = words.times.read(folded, today);
    Reading reading = new QuantityScanner(words, folded, language, times).scan();
    return currencies.in(folded, tables.apply(folded, reading, above));
  }
}
