package dev.assay.analyze.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import dev.assay.analyze.text.Word.Part;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Chinese words by HanLP, which tells names of people, places and bodies that it does not know by
/// the words around them.
final class ChineseWords {

  private ChineseWords() {}

  /// Read on first use: most runs meet no Chinese text.
  private static final class Table {
    static final Segment SEGMENT =
        HanLP.newSegment()
            .enableOffset(true)
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(true)
            .enablePlaceRecognize(true)
            .enableOrganizationRecognize(true);
  }

  static List<Word> of(String text, Span sentence) {
    List<Word> words = new ArrayList<>();
    for (Term term : Table.SEGMENT.seg(HanScript.simplify(sentence.in(text)))) {
      if (!term.word.isBlank()) {
        int start = sentence.start() + term.offset;
        String base = term.word.toLowerCase(Locale.ROOT);
        words.add(new Word(start, start + term.word.length(), base, part(term)));
      }
    }
    return words;
  }

  private static Part part(Term term) {
    String nature = term.nature == null ? "x" : term.nature.toString();
    return switch (nature) {
      case "ude1" -> Part.LINK;
      case "vn", "an" -> Part.VERB_NOUN;
      case "vshi", "vyou" -> Part.AUXILIARY;
      case "b" -> Part.ATTRIBUTE;
      case "x", "xx", "xu" -> sign(term.word);
      case String n when n.startsWith("nr") -> Part.PERSON;
      case String n when n.startsWith("ns") -> Part.PLACE;
      case String n when n.startsWith("nt") -> Part.BODY;
      case String n when n.startsWith("nz") || n.startsWith("nx") -> Part.NAME;
      case String n -> byLetter(n.charAt(0), term.word);
    };
  }

  private static Part byLetter(char letter, String word) {
    return switch (letter) {
      case 'n', 'g', 'j', 'i', 'l', 'k' -> Part.NOUN;
      case 'v' -> Part.VERB;
      case 'a', 'z' -> Part.ADJECTIVE;
      case 'd' -> Part.ADVERB;
      case 'r' -> isNoun(word) ? Part.NOUN : Part.PRONOUN;
      case 'm' -> Part.NUMBER;
      case 'q' -> Part.MEASURE;
      case 'f' -> Part.DIRECTION;
      case 't' -> Part.TIME;
      case 'p' -> Part.PREPOSITION;
      case 'c' -> Part.CONJUNCTION;
      case 'u', 'y', 'e', 'o' -> Part.PARTICLE;
      case 'w' -> Part.SIGN;
      default -> sign(word);
    };
  }

  /// 该校, 该厂: a noun with the word that points at which.
  private static boolean isNoun(String word) {
    return word.length() == 2 && word.charAt(0) == '该';
  }

  private static Part sign(String word) {
    return word.codePoints().anyMatch(Character::isLetter) ? Part.OTHER : Part.SIGN;
  }
}
