package dev.assay.analyze.sentence;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import java.util.List;

/// One sentence with its marks in order, which never overlap, and what each of them is by itself.
/// How they belong together is told by a [Grammar].
///
/// Marks are asked for by their place, from 0 on. Before the first and behind the last one there is
/// nothing: every question about it is answered with no, but that a sentence stops there.
///
/// @param text the paragraph, in which all offsets count
public record MarkedSentence(
    FoldedText text, Span span, List<Mark> marks, SentenceLexicon lexicon) {

  /// How many marks there are.
  public int size() {
    return marks.size();
  }

  public Mark at(int i) {
    return marks.get(i);
  }

  private boolean has(int i) {
    return i >= 0 && i < marks.size();
  }

  // ---- what a mark is

  /// Whether the mark is a word that can have the role.
  public boolean is(int i, Role role) {
    return has(i) && marks.get(i).is(role);
  }

  /// What the role of the word is about, such as the step of a chain; empty if it cannot have the
  /// role.
  public String value(int i, Role role) {
    return has(i) ? at(i).meaning(role).map(ClaimWord::value).orElse("") : "";
  }

  /// Whether the mark is a sign between the parts of the sentence, or the sentence ends here.
  public boolean isStop(int i) {
    return !has(i) || marks.get(i) instanceof Mark.Stop;
  }

  /// Whether the mark is one of the signs.
  public boolean isSign(int i, String signs) {
    return has(i) && marks.get(i) instanceof Mark.Stop stop && signs.indexOf(stop.sign()) >= 0;
  }

  public boolean isNumber(int i) {
    return has(i) && marks.get(i) instanceof Mark.Number;
  }

  /// The family of the unit of the mark, a number.
  UnitFamily family(int i) {
    return ((Mark.Number) at(i)).family();
  }

  /// Whether a number stands in `[from, to)`.
  boolean hasNumber(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isNumber(i)) {
        return true;
      }
    }
    return false;
  }

  public boolean isMoment(int i) {
    return has(i) && marks.get(i) instanceof Mark.Moment;
  }

  /// Whether the mark is a word that the lexicon does not know.
  public boolean isPlain(int i) {
    return has(i) && marks.get(i) instanceof Mark.Plain;
  }

  /// Whether a word that the lexicon does not know begins with a capital.
  public boolean isCapital(int i) {
    return isPlain(i) && startsUpper(i);
  }

  /// Whether the mark is one of the words of the cue.
  public boolean is(int i, Cue cue) {
    return has(i) && lexicon.words(cue).holds(folded(i));
  }

  // ---- what a name names

  public boolean isName(int i) {
    return has(i) && marks.get(i) instanceof Mark.Name;
  }

  /// The id of the thing that the mark, a name, names.
  public String id(int i) {
    return ((Mark.Name) at(i)).id();
  }

  /// The kind of thing that the mark names, such as `country`; empty if it is no name.
  public String kind(int i) {
    return has(i) && marks.get(i) instanceof Mark.Name name ? name.kind() : "";
  }

  /// Whether the mark names somebody that can have figures: a country, a company, a mine.
  public boolean isHolder(int i) {
    return lexicon.holders().isHolder(kind(i));
  }

  /// Whether the mark names something that figures are of: copper, magnets.
  public boolean isMaterial(int i) {
    return lexicon.holders().isMaterial(kind(i));
  }

  /// Whether the mark names a stretch of land, from a city to a part of the world.
  public boolean isPlace(int i) {
    return lexicon.holders().isPlace(kind(i));
  }

  /// The thing that the mark, a name, names.
  public Thing thing(int i) {
    return new Thing(id(i), words(new Stretch(i, i + 1)));
  }

  // ---- how it is written

  /// The folded text of a mark.
  public String folded(int i) {
    return text.folded(at(i).start(), at(i).end());
  }

  /// Whether the mark is this very word, which is folded.
  public boolean isWord(int i, String word) {
    return has(i)
        && at(i).end() - at(i).start() == word.length()
        && text.startsWith(word, at(i).start());
  }

  /// The source's words of some marks.
  public String words(Stretch stretch) {
    return text.original.substring(at(stretch.from()).start(), at(stretch.to() - 1).end());
  }

  /// Whether the text of a mark ends so.
  public boolean ends(int i, String suffix) {
    return has(i) && text.endsWith(suffix, at(i).end());
  }

  /// Whether the text of a mark ends with one of the words of the cue.
  public boolean ends(int i, Cue cue) {
    return has(i) && lexicon.words(cue).isBefore(text, at(i).end());
  }

  public boolean startsUpper(int i) {
    return has(i) && text.isUpper(at(i).start());
  }

  /// Whether the thing that the mark names has what follows: 's or 的.
  public boolean isPossessive(int i) {
    int end = at(i).end();
    return text.at(end) == '的'
        || text.at(end) == '\'' && (text.at(end + 1) == 's' || text.at(end + 1) == ' ');
  }
}
