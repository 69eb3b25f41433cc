package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the names in one text by how they are written and by the words around them, without
/// knowing any: two learned models, one for Chinese characters and one for words in Latin letters,
/// and titles in book marks.
///
/// The models are read at the first text of their script. Safe for use by many threads.
final class NameRecogniser {

  /// Longer stretches are no sentences, and no paragraph of an article has more.
  private static final int LONGEST_TEXT = 20_000;

  private static final int SHORTEST = 2;

  /// Latin letters in Chinese text: a word with a capital, and those behind it.
  private static final Pattern LATIN =
      Pattern.compile(
          "(?<![A-Za-z0-9@./_-])[A-Za-z]*[A-Z][A-Za-z0-9]*(?:[ .&'’-]{1,2}[A-Z][A-Za-z0-9]*)*(?![A-Za-z@/_])");

  private final CandidateWords words;
  private final HanForms forms;
  private final LatinForms latinForms;

  NameRecogniser(CandidateWords words) {
    this.words = words;
    this.forms = new HanForms(words);
    this.latinForms = new LatinForms(words);
  }

  private static final class Shipped {
    static final NameRecogniser RECOGNISER =
        new NameRecogniser(new CandidateWords(Lexicon.shipped()));
  }

  /// The one with the tables that the program ships.
  static NameRecogniser shipped() {
    return Shipped.RECOGNISER;
  }

  CandidateWords words() {
    return words;
  }

  private static final class Han {
    static final NameModel MODEL = NameModel.of(Lexicon.shipped().once("names/han-model.tsv"));
  }

  private static final class Latin {
    static final NameModel MODEL = NameModel.of(Lexicon.shipped().once("names/latin-model.tsv"));
  }

  /// The names in `text`, in order, none overlapping another.
  List<ReadName> in(int block, String text) {
    String read = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    List<ReadName> found = isChinese(read) ? chinese(block, read) : latin(block, read);
    return withoutOverlaps(found);
  }

  private static boolean isChinese(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    long letters = text.chars().filter(Character::isLetter).count();
    return 3 * han > letters / 2;
  }

  private List<ReadName> chinese(int block, String text) {
    HanFeatures features = new HanFeatures(text);
    List<ReadName> found = new ArrayList<>(forms.in(block, text, features));
    byte[] labels = Han.MODEL.label(text.length(), features);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] % 2 == 1) {
        ReadName name = new ReadName(block, i, end(labels, i), NameKind.of(labels[i]));
        HanForms.parted(name, text, features).forEach(part -> addHan(part, text, found));
      }
    }
    addLatin(block, text, found);
    return found;
  }

  private void addHan(ReadName name, String text, List<ReadName> found) {
    String written = name.in(text);
    boolean fits =
        name.length() >= SHORTEST
            && written.chars().anyMatch(c -> HanScript.isHan((char) c))
            && !words.is(HanScript.simplify(written), "zh-not");
    if (fits) {
      found.add(name);
    }
  }

  private void addLatin(int block, String text, List<ReadName> found) {
    Matcher matcher = LATIN.matcher(text);
    while (matcher.find()) {
      String written = matcher.group();
      boolean word = written.length() > 3 && written.chars().anyMatch(Character::isLowerCase);
      if (word && !words.isNoName(written)) {
        NameKind kind = written.contains(" ") ? NameKind.PERSON : NameKind.ORGANISATION;
        found.add(new ReadName(block, matcher.start(), matcher.end(), kind));
      }
    }
  }

  private List<ReadName> latin(int block, String text) {
    LatinFeatures features = new LatinFeatures(text);
    List<Span> places = features.words();
    byte[] labels = Latin.MODEL.label(places.size(), features);
    List<ReadName> found = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] % 2 == 1) {
        int end = end(labels, i);
        byte label = labels[i];
        for (Span span : latinForms.parted(places.subList(i, end), NameKind.of(label), text)) {
          if (isName(span.in(text))) {
            NameKind kind =
                latinForms.followsTitle(span.start(), text) ? NameKind.PERSON : NameKind.of(label);
            found.add(new ReadName(block, span.start(), span.end(), kind));
          }
        }
      }
    }
    found.addAll(latinForms.unusual(block, places, labels, text));
    return found;
  }

  private boolean isName(String written) {
    boolean letters = written.chars().filter(Character::isLetter).count() >= SHORTEST;
    return letters
        && written.chars().anyMatch(Character::isUpperCase)
        && !Arrays.stream(written.split("[ -]")).allMatch(this::saysOnlyWhat);
  }

  /// `Prime Minister`, `Administration`: a title or a sort of body names nobody.
  private boolean saysOnlyWhat(String word) {
    return words.isNoName(word)
        || words.isTitle(word)
        || words.joins(word)
        || words.end(word).isPresent();
  }

  private static int end(byte[] labels, int first) {
    int end = first + 1;
    while (end < labels.length && labels[end] == labels[first] + 1) {
      end++;
    }
    return end;
  }

  /// Keeps the first added of overlapping names.
  private static List<ReadName> withoutOverlaps(List<ReadName> found) {
    List<ReadName> kept = new ArrayList<>();
    for (ReadName name : found) {
      if (kept.stream().noneMatch(other -> other.overlaps(name.start(), name.end()))) {
        kept.add(name);
      }
    }
    kept.sort(Comparator.comparingInt(ReadName::start));
    return kept;
  }
}
