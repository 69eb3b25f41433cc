package dev.assay.analyze.name;

import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordClasses;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the names in one text by how they are written and by the words around them, without
/// knowing any: two learned models, one for Chinese characters and one for words in Latin letters,
/// and titles in book marks.
///
/// The models are read at the first text of their script. Safe for use by many threads.
final class NameRecogniser {

  /// Longer stretches are no sentences, and no paragraph of an article has more.
  private static final int LONGEST_TEXT = 20_000;

  private static final int SHORTEST = 2;

  /// What speaks for the kind that a model chose for a name, and for one that its form tells.
  private static final int CHOSEN = 24;

  private static final int CERTAIN = 200;

  /// How much less a model asks of what may be a name.
  private static final int DOUBT = 32;

  private final CandidateWords words;
  private final HanForms forms;
  private final LatinForms latinForms;
  private final Pattern titledName;

  NameRecogniser(CandidateWords words) {
    this.words = words;
    this.forms = new HanForms(words);
    this.latinForms = new LatinForms(words);
    this.titledName = Pattern.compile(TITLED.formatted(String.join("|", words.of("zh-title"))));
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
    static final NameModel MODEL = NameModel.of(Lexicon.shipped().text("names/han-model.tsv"));
  }

  private static final class Latin {
    static final NameModel MODEL = NameModel.of(Lexicon.shipped().text("names/latin-model.tsv"));
  }

  /// Apart from the model, which a Chinese text with a name in Latin letters does not need.
  private static final class Common {
    static final WordClasses ENGLISH = new WordClasses(Lexicon.shipped(), "en");
  }

  /// Whether an English word is none of the common ones.
  static boolean isRare(Word word) {
    return Common.ENGLISH.of(word.base()).narrow().equals(WordClasses.UNKNOWN);
  }

  /// Whether a word that may have a capital is one of the common English words.
  static boolean isCommon(String word) {
    return LatinFeatures.isCommon(word, Common.ENGLISH);
  }

  /// What was read in one text, each list in order and without overlaps.
  ///
  /// @param doubtful what a model that asks less takes for names, the sure ones mostly among it
  /// @param kinds what each of them is likely to be
  /// @param sure how sure the model is at each character
  record Found(
      List<ReadName> names,
      List<ReadName> doubtful,
      Map<ReadName, KindWeights> kinds,
      NameModel.Surety sure) {

    /// @param weights of one of them by what the model has learned
    /// @param certain whether it is of its kind by more than that
    private static Found of(
        List<ReadName> names,
        List<ReadName> doubtful,
        Function<ReadName, KindWeights> weights,
        Predicate<ReadName> certain,
        NameModel.Surety sure) {
      Map<ReadName, KindWeights> kinds = new HashMap<>();
      Stream.concat(names.stream(), doubtful.stream())
          .distinct()
          .forEach(
              name ->
                  kinds
                      .computeIfAbsent(name, weights)
                      .add(name.kind(), certain.test(name) ? CERTAIN : CHOSEN));
      return new Found(names, doubtful, kinds, sure);
    }
  }

  /// The names in `text`.
  ///
  /// @param words its words, if it is Chinese ([#words(String)])
  /// @param known the known names there, which help to tell the others
  Found in(int block, String text, Optional<HanWords> words, List<NameMatch> known) {
    String read = start(text);
    return words
        .map(han -> chinese(block, read, han, known))
        .orElseGet(() -> latin(block, read, known));
  }

  /// The words of a text, if it is Chinese.
  static Optional<HanWords> words(String text) {
    String read = start(text);
    return isChinese(read) ? Optional.of(new HanWords(read)) : Optional.empty();
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  private static boolean isChinese(String text) {
    int han = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (HanScript.isHan(c)) {
        han++;
        letters++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return 3 * han > letters / 2;
  }

  /// @param named the names that the labels of a model make
  /// @param characters makes what is so of the places so of the characters
  private static Found found(
      NameModel model,
      int[] weights,
      Function<byte[], List<ReadName>> named,
      Function<ReadName, KindWeights> kinds,
      Predicate<ReadName> certain,
      UnaryOperator<int[]> characters) {
    byte[] back = new byte[weights.length];
    NameModel.Labelled read = model.labelSurely(weights, back);
    byte[] labels = read.labels();
    byte[] doubted = model.label(weights, DOUBT, back);
    List<ReadName> names = named.apply(labels);
    List<ReadName> doubtful = Arrays.equals(labels, doubted) ? names : named.apply(doubted);
    return Found.of(names, doubtful, kinds, certain, read.sure().with(characters));
  }

  private Found chinese(int block, String text, HanWords han, List<NameMatch> known) {
    List<ReadName> formed = forms.in(block, text, han);
    int[] weights = Han.MODEL.weigh(text.length(), new HanFeatures(han, known));
    return found(
        Han.MODEL,
        weights,
        labels -> chinese(block, text, han, formed, labels),
        name -> KindWeights.of(name, List.of(), weights),
        formed::contains,
        UnaryOperator.identity());
  }

  private List<ReadName> chinese(
      int block, String text, HanWords han, List<ReadName> formed, byte[] labels) {
    List<ReadName> found = new ArrayList<>(formed);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] % 2 == 1) {
        int end = sentenceEnd(text, i, end(labels, i));
        if (end == i) {
          continue;
        }
        ReadName name = han.whole(new ReadName(block, i, end, NameKind.of(labels[i])));
        HanForms.parted(whole(name, text), text, han)
            .forEach(part -> addHan(HanForms.withoutCount(part, text), text, han, found));
      }
    }
    return withoutOverlaps(found);
  }

  private static ReadName whole(ReadName name, String text) {
    ReadName named = HanForms.withLatinRest(HanForms.withSurname(name, text), text);
    return HanForms.withWholePlace(named, text);
  }

  /// No name goes on behind the end of a sentence.
  private static int sentenceEnd(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if ("。！？\n".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return end;
  }

  private void addHan(ReadName read, String text, HanWords han, List<ReadName> found) {
    ReadName name = HanForms.withoutVerb(withoutTail(read, text), text, han);
    String written = name.in(text);
    if (name.length() >= SHORTEST
        && !words.is(HanScript.simplify(written), "zh-not")
        && !HanForms.isOfAnySort(name, text)) {
      found.add(name);
    }
  }

  /// 塔里克·汗博士: the name without the title behind it; 王建军家 without his house.
  private static final String TITLED = "(.{2,})(?:先生|女士|同志|爵士|%s)|(\\p{IsHan}{3})家";

  /// `Tiff Macklem所`: a person's name in Latin letters ends with them.
  private ReadName withoutTail(ReadName name, String text) {
    if (name.kind() != NameKind.PERSON) {
      return name;
    }
    Matcher titled = titledName.matcher(name.in(text));
    int end = titled.matches() ? name.start() + Math.max(titled.end(1), titled.end(2)) : name.end();
    boolean latin = !HanScript.isHan(text.charAt(name.start()));
    while (latin && HanScript.isHan(text.charAt(end - 1))) {
      end--;
    }
    return new ReadName(name.block(), name.start(), end, name.kind());
  }

  private Found latin(int block, String text, List<NameMatch> known) {
    LatinFeatures features = new LatinFeatures(text, known, Common.ENGLISH);
    List<Span> places = features.words();
    int[] weights = Latin.MODEL.weigh(places.size(), features);
    return found(
        Latin.MODEL,
        weights,
        labels -> latin(block, text, known, places, labels),
        name -> KindWeights.of(name, places, weights),
        name -> latinForms.formed(new Span(name.start(), name.end()), text).isPresent(),
        sure -> ofCharacters(sure, places, text));
  }

  /// What is so of words, of each character: of those between two words as of the second. Words
  /// that hyphens join are as one, of which is so what is most so of any.
  private static int[] ofCharacters(int[] ofWords, List<Span> words, String text) {
    int[] all = new int[text.length()];
    Arrays.fill(all, NameModel.IMPOSSIBLE);
    int from = 0;
    for (int i = 0; i < ofWords.length; i++) {
      int most = ofWords[i];
      while (i + 2 < ofWords.length && LatinForms.isJoined(words, i + 1, text)) {
        i += 2;
        most = Math.max(most, ofWords[i]);
      }
      Arrays.fill(all, from, words.get(i).end(), most);
      from = words.get(i).end();
    }
    return all;
  }

  private List<ReadName> latin(
      int block, String text, List<NameMatch> known, List<Span> places, byte[] labels) {
    List<ReadName> found = new ArrayList<>(latinForms.firms(block, places, labels, text));
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] % 2 == 1) {
        int end = end(labels, i);
        byte label = labels[i];
        List<Span> stretch = latinForms.withHyphens(places, i, end, text, known);
        for (Span part : latinForms.parted(stretch, NameKind.of(label), text)) {
          NameKind labelled = NameKind.of(label);
          Span span = latinForms.whole(part, labelled, text, known);
          if (isName(span.in(text))) {
            NameKind kind = latinForms.formed(span, text).orElse(labelled);
            found.add(new ReadName(block, span.start(), span.end(), kind));
          }
        }
      }
    }
    found.addAll(latinForms.unusual(block, places, labels, text));
    return withoutOverlaps(found);
  }

  private boolean isName(String written) {
    int letters = 0;
    int capitals = 0;
    for (int i = 0; i < written.length(); i++) {
      letters += Character.isLetter(written.charAt(i)) ? 1 : 0;
      capitals += Character.isUpperCase(written.charAt(i)) ? 1 : 0;
    }
    return letters >= SHORTEST
        && capitals > 0
        && !Arrays.stream(written.split("[ .-]+")).allMatch(this::saysOnlyWhat);
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
    BitSet taken = new BitSet();
    for (ReadName name : found) {
      if (name.isFree(taken)) {
        taken.set(name.start(), name.end());
        kept.add(name);
      }
    }
    kept.sort(Comparator.comparingInt(ReadName::start));
    return kept;
  }
}
