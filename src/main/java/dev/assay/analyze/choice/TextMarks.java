package dev.assay.analyze.choice;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.sentence.ClaimWords;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.Marker;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.analyze.sentence.WordFigures;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordClasses;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks what stands in a text before it is read for claims: figures, times and names.
///
/// Immutable; safe for use by many threads; costly to make, so make one.
public final class TextMarks {

  private final Tongue chinese;
  private final Tongue english;
  private final SentenceLexicon lexicon;

  /// The tables of one language.
  private record Tongue(ClaimWords words, WordClasses classes, WordFigures figures) {

    static Tongue read(Lexicon lexicon, String language, String joint) {
      return new Tongue(
          ClaimWords.read(lexicon, language, joint),
          new WordClasses(lexicon, language),
          new WordFigures(lexicon, language, joint));
    }
  }

  public TextMarks(Lexicon lexicon) {
    this.chinese = Tongue.read(lexicon, "zh", " ");
    this.english = Tongue.read(lexicon, "en", ", ");
    this.lexicon = SentenceLexicon.of(lexicon);
  }

  /// The words by which sentences are read, for what reads them otherwise.
  public SentenceLexicon lexicon() {
    return lexicon;
  }

  /// A text with what is marked in it, in the order of the text.
  ///
  /// @param known figures, times and the names of those who can have figures
  /// @param all these, the names of currencies and those that no pack has
  public record Marked(TextReading text, FoldedText folded, List<Mark> known, List<Mark> all) {

    public boolean hasFigures() {
      return known.stream().anyMatch(Mark.Number.class::isInstance);
    }

    /// The same in stretches of whole sentences, none longer than `longest` unless its sentence is.
    public List<Marked> parts(int longest) {
      return text.parts(longest).stream().map(this::part).toList();
    }

    private Marked part(TextReading part) {
      return new Marked(
          part, folded, within(known, part.sentences()), within(all, part.sentences()));
    }
  }

  /// The text with its figures, its times and `names`, which are those of this text.
  public Marked mark(TextReading text, boolean isChinese, List<Mark> names) {
    FoldedText folded = new FoldedText(text.text());
    List<Mark> known = known(text, names, tongue(isChinese).figures().of(folded));
    return new Marked(text, folded, known, withRead(known, names));
  }

  /// What finds the sentences of a text with what is known in them.
  public Marker marker(Marked marked, boolean isChinese) {
    return new Marker(
        tongue(isChinese).words(),
        lexicon,
        marked.folded(),
        marked.text().sentences(),
        marked.known());
  }

  /// A text made ready for weighing.
  public WordedText worded(Marked marked, boolean isChinese) {
    Tongue tongue = tongue(isChinese);
    return new WordedText(
        marked.text(), marked.folded(), marked.all(), tongue.words(), tongue.classes(), isChinese);
  }

  /// The same for a text of an article with these tags.
  public WordedText worded(TextReading text, boolean isChinese, List<Tag> tags) {
    return worded(
        mark(text, isChinese, names(tags).getOrDefault(text.paragraph(), List.of())), isChinese);
  }

  private Tongue tongue(boolean isChinese) {
    return isChinese ? chinese : english;
  }

  /// The names of an article by the paragraphs that they stand in.
  public static Map<Integer, List<Mark>> names(List<Tag> tags) {
    Map<Integer, List<Mark>> names = new HashMap<>();
    for (Tag tag : tags) {
      for (Tag.Mention mention : tag.mentions()) {
        names
            .computeIfAbsent(mention.paragraph(), _ -> new ArrayList<>())
            .add(new Mark.Name(mention.span().start(), mention.span().end(), tag.entity()));
      }
    }
    return names;
  }

  /// 美 of 对美: what the short name of a country is found beside is no part of it.
  private static Mark withoutPreposition(Mark.Name name, String text) {
    boolean joined =
        name.end() - name.start() == 2 && "对對输輸赴驻駐在向".indexOf(text.charAt(name.start())) >= 0;
    return joined ? new Mark.Name(name.start() + 1, name.end(), name.id()) : name;
  }

  /// Those of `marks`, which are in order, that begin in the stretch of some sentences.
  private static List<Mark> within(List<Mark> marks, List<Span> sentences) {
    if (sentences.isEmpty()) {
      return List.of();
    }
    return Places.within(
        marks, Mark::start, sentences.getFirst().start(), sentences.getLast().end());
  }

  /// The first of two marks that share a character is kept.
  private static List<Mark> withoutOverlaps(List<Mark> marks) {
    List<Mark> kept = new ArrayList<>();
    for (Mark mark : marks) {
      if (kept.isEmpty() || mark.start() >= kept.getLast().end()) {
        kept.add(mark);
      }
    }
    return kept;
  }

  private List<Mark> known(TextReading text, List<Mark> names, List<Mark.Number> wordFigures) {
    List<Mark> known = new ArrayList<>(wordFigures);
    for (Quantity quantity : text.numbers().quantities()) {
      known.add(new Mark.Number(quantity.span().start(), quantity.span().end(), quantity));
    }
    for (TimeExpression time : text.numbers().times()) {
      known.add(new Mark.Moment(time.span().start(), time.span().end(), time));
    }
    for (Mark name : names) {
      if (name instanceof Mark.Name thing && lexicon.holders().isKnown(thing.kind())) {
        known.add(withoutPreposition(thing, text.text()));
      }
    }
    return inOrder(known);
  }

  /// `known`, which is in order, and the names of currencies and those that no pack has where
  /// nothing known stands.
  private static List<Mark> withRead(List<Mark> known, List<Mark> names) {
    List<Mark> all = new ArrayList<>(known);
    int next = 0;
    for (Mark name : inOrder(new ArrayList<>(names))) {
      while (next < known.size() && known.get(next).end() <= name.start()) {
        next++;
      }
      boolean free = next == known.size() || known.get(next).start() >= name.end();
      if (free && name instanceof Mark.Name one && WordedText.isWord(one)) {
        all.add(name);
      }
    }
    return inOrder(all);
  }

  private static List<Mark> inOrder(List<Mark> marks) {
    marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(mark -> -mark.end()));
    return withoutOverlaps(marks);
  }
}
