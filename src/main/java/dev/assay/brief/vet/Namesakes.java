package dev.assay.brief.vet;

import dev.assay.analyze.name.Transcriptions;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Knows the names of lines again in a sentence that calls them otherwise: Shen of Shen Ruochuan,
/// 沈若川 of Shen Ruochuan, 奥杜亚 of Hannah Oduya, 锦程物流 of Jincheng Logistics. Names of the lexicon are
/// known by what they mean.
final class Namesakes {

  /// How well two names agree: a part of one, by which it is called, or one word of it.
  private static final int WHOLE = 3;

  private static final int PART = 2;
  private static final int WORD = 1;

  private static final int FEWEST_LETTERS = 4;

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

  /// A sentence and its lines, with one key for a name that both have.
  record Joined(ReadText sentence, List<ReadText> lines) {}

  /// `sentence` with the keys of `lines` for the names that both have, and `lines` with its names
  /// that nobody read there.
  static Joined joined(ReadText sentence, List<ReadText> lines) {
    Map<Long, Figure> same = new HashMap<>();
    for (Figure name : sentence.names()) {
      if (isRead(name)) {
        namesake(words(sentence, name), lines, same, name);
      }
    }
    ReadText named = same.isEmpty() ? sentence : renamed(sentence, same);
    List<Figure> unread =
        named.names().stream().filter(name -> isRead(name) && !isAmong(name, lines)).toList();
    return new Joined(
        named, lines.stream().map(line -> UnreadNames.found(line, named, unread)).toList());
  }

  private static boolean isAmong(Figure name, List<ReadText> lines) {
    return lines.stream()
        .flatMap(line -> line.names().stream())
        .anyMatch(there -> there.key() == name.key());
  }

  /// The name of the lines that agrees best with `name`; none if two agree as well.
  private static void namesake(
      String words, List<ReadText> lines, Map<Long, Figure> same, Figure name) {
    int most = 0;
    Set<Long> best = new HashSet<>();
    Figure found = null;
    for (ReadText line : lines) {
      for (Figure there : line.names()) {
        int agreement = isRead(there) ? agreement(words, words(line, there)) : 0;
        if (agreement > most) {
          most = agreement;
          best.clear();
          found = there;
        }
        if (agreement > 0 && agreement == most) {
          best.add(there.key());
        }
      }
    }
    if (found != null && (best.size() == 1 || most > WORD)) {
      same.putIfAbsent(name.key(), found);
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

  static String words(ReadText text, Figure name) {
    return bare(text.text().substring(name.start(), name.end()));
  }

  private static String bare(String name) {
    return HanScript.simplify(name).replaceAll("['’]s?$", "");
  }

  /// How well two names agree, 0 if they are two: in one script by a part, over two by the sound of
  /// all, of the last part, by which a person is called, or of one word.
  private static int agreement(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0; // nothing but 's
    }
    boolean han = HanScript.isHan(one.charAt(0));
    if (han == HanScript.isHan(other.charAt(0))) {
      return one.equals(other)
          ? WHOLE
          : isPart(one, other, han) || isPart(other, one, han) ? PART : 0;
    }
    String chinese = han ? one : other;
    String latin = han ? other : one;
    if (sound(latin, chinese) || sound(withoutFirst(latin), chinese)) {
      return WHOLE;
    }
    boolean called =
        sound(last(latin, ' '), chinese)
            || sound(latin, last(chinese, '·'))
            || sound(last(latin, ' '), last(chinese, '·'));
    return called ? PART : haveWord(latin, chinese) ? WORD : 0;
  }

  /// Of three words or more the first may be an office: Setter Julia Marchetti.
  private static String withoutFirst(String latin) {
    int first = latin.indexOf(' ');
    return first > 0 && latin.indexOf(' ', first + 1) > 0 ? latin.substring(first + 1) : "";
  }

  private static boolean haveWord(String latin, String chinese) {
    for (String word : latin.split("[ -]")) {
      String letters = word.toLowerCase(Locale.ROOT);
      if (letters.length() >= FEWEST_LETTERS
          && (Sounds.spelled(letters, chinese) || Transcriptions.stands(word, chinese))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(String part, String whole, boolean han) {
    String joint = han ? "" : " ";
    return part.length() > 1
        && (part.equals(whole) || whole.startsWith(part + joint) || whole.endsWith(joint + part));
  }

  private static boolean sound(String latin, String chinese) {
    String letters = new String(Folding.fold(latin)).replaceAll("[^a-z]", "");
    return chinese.length() > 1
        && (Sounds.spelled(letters, chinese) || Transcriptions.isOne(latin, chinese));
  }

  private static String last(String name, char joint) {
    return name.substring(name.lastIndexOf(joint) + 1);
  }
}
