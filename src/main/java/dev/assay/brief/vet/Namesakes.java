package dev.assay.brief.vet;

import dev.assay.analyze.name.Transcriptions;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Knows the names of lines again in a sentence that calls them otherwise: Shen of Shen Ruochuan,
/// 沈若川 of Shen Ruochuan, 奥杜亚 of Hannah Oduya. Names of the lexicon are known by what they mean.
final class Namesakes {

  private Namesakes() {}

  /// The key of a name that no lexicon has.
  static long key(String name) {
    return Term.key(Term.NAME | Term.READ, new String(Folding.letters(bare(name))));
  }

  static boolean isRead(Figure name) {
    return (name.key() & Term.READ) != 0;
  }

  /// Whether it is such a name: its words are terms beside it.
  static boolean isRead(Term term) {
    return term.kind() == Term.Kind.NAME && (term.keys()[0] & Term.READ) != 0;
  }

  /// `sentence` with the keys of `lines` for the names that both have.
  static ReadText joined(ReadText sentence, List<ReadText> lines) {
    Map<Long, Figure> same = new HashMap<>();
    for (Figure name : sentence.names()) {
      if (isRead(name)) {
        namesake(words(sentence, name), lines, same, name);
      }
    }
    return same.isEmpty() ? sentence : renamed(sentence, same);
  }

  private static void namesake(
      String words, List<ReadText> lines, Map<Long, Figure> same, Figure name) {
    for (ReadText line : lines) {
      for (Figure there : line.names()) {
        if (isRead(there) && areOne(words, words(line, there))) {
          same.putIfAbsent(name.key(), there);
        }
      }
    }
  }

  private static ReadText renamed(ReadText text, Map<Long, Figure> same) {
    List<Figure> names = new ArrayList<>();
    for (Figure name : text.names()) {
      Figure other = same.get(name.key());
      names.add(
          other == null
              ? name
              : new Figure(name.start(), name.end(), other.kind(), other.key(), other.value(), 0));
    }
    List<Clause> clauses = new ArrayList<>();
    for (Clause clause : text.clauses()) {
      List<Term> terms = clause.terms().stream().map(term -> renamed(term, same)).toList();
      clauses.add(
          new Clause(clause.start(), clause.end(), clause.sentence(), terms, clause.cues()));
    }
    return new ReadText(text.text(), clauses, text.figures(), names);
  }

  private static Term renamed(Term term, Map<Long, Figure> same) {
    Figure other = same.get(term.keys()[0]);
    return other == null
        ? term
        : new Term(term.start(), term.end(), term.kind(), new long[] {other.key()}, term.weight());
  }

  private static String words(ReadText text, Figure name) {
    return bare(text.text().substring(name.start(), name.end()));
  }

  private static String bare(String name) {
    return HanScript.simplify(name).replaceAll("['’]s?$", "");
  }

  /// Whether two names may be one: in one script by a part, over two by the sound of all, or of the
  /// last part, by which a person is called.
  private static boolean areOne(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false; // nothing but 's
    }
    boolean han = HanScript.isHan(one.charAt(0));
    if (han == HanScript.isHan(other.charAt(0))) {
      return isPart(one, other, han) || isPart(other, one, han);
    }
    String chinese = han ? one : other;
    String latin = han ? other : one;
    return sound(latin, chinese)
        || sound(last(latin, ' '), chinese)
        || sound(latin, last(chinese, '·'))
        || sound(last(latin, ' '), last(chinese, '·'));
  }

  private static boolean isPart(String part, String whole, boolean han) {
    String joint = han ? "" : " ";
    return part.length() > 1
        && (part.equals(whole) || whole.startsWith(part + joint) || whole.endsWith(joint + part));
  }

  private static boolean sound(String latin, String chinese) {
    String letters = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return chinese.length() > 1
        && (Sounds.spelled(letters, chinese) || Transcriptions.isOne(latin, chinese));
  }

  private static String last(String name, char joint) {
    return name.substring(name.lastIndexOf(joint) + 1);
  }
}
