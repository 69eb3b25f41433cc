package dev.assay.analyze.choice;

import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.ClaimWords;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordClasses;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A paragraph as it is read for claims: the words of the sentences that have figures, and of the
/// one before each; each figure, each time and each name that no pack knows is one word, whatever
/// its length.
public final class WordedText {

  /// The sort of the pronouns that point back.
  private static final String THIRD = "third";

  /// The kind of the names of currencies.
  private static final String CURRENCY = "currency";

  private static final Pattern GRADE = Pattern.compile("(?<=[A-Za-z]-?)\\d+(?:\\.\\d+)*");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  /// The kinds of the names of places.
  private static final Set<String> PLACES =
      Set.of("country", "region", "state", "province", "city");

  /// How much of a name may have been cut off before a phrase.
  private static final int LONGEST_BEFORE = 6;

  final FoldedText text;
  final boolean isChinese;
  final List<Figure> figures = new ArrayList<>();
  final List<Mark.Name> names = new ArrayList<>();
  private final Known[] words;

  private final Set<Span> currencies = new HashSet<>();

  /// The names that no pack has, by where they end.
  private final NavigableMap<Integer, ReadName> readNames = new TreeMap<>();

  private record ReadName(int start, ReadId id) {}

  /// A word with what is known of it, found once: candidates without number ask for it.
  ///
  /// @param meanings what the lexicon says of it
  /// @param part as a feature says it
  /// @param like its narrow class, or its part of speech if it has none
  /// @param broad the same of its wide class
  private record Known(
      Word word,
      int sentence,
      List<ClaimWord> meanings,
      String cue,
      String part,
      String like,
      String broad) {

    static Known of(Word word, int sentence, List<ClaimWord> meanings, WordClasses.Kind kind) {
      String part = named(word);
      return new Known(
          word,
          sentence,
          meanings,
          meanings.isEmpty() ? "-" : WordedText.cue(meanings.getFirst()),
          part,
          kind.narrow().equals(WordClasses.UNKNOWN) ? part : kind.narrow(),
          kind.wide().equals(WordClasses.UNKNOWN) ? part : kind.wide());
    }

    private static String named(Word word) {
      return switch (word.part()) {
        case NUMBER, TIME -> word.base().startsWith("#") ? word.base() : Part.NUMBER.name();
        default -> word.part().name();
      };
    }
  }

  /// A figure, a time or a name, which becomes one word.
  private record Piece(Span span, String base, Part part) {}

  /// @param known names, numbers and times, in order, without overlaps
  WordedText(
      TextReading reading,
      FoldedText text,
      List<Mark> known,
      ClaimWords claimWords,
      WordClasses classes,
      boolean isChinese) {
    this.text = text;
    this.isChinese = isChinese;
    List<Span> spans = reading.sentences();
    List<Quantity> quantities = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    for (Mark mark : known) {
      switch (mark) {
        case Mark.Name name when name.kind().equals(CURRENCY) ->
            currencies.add(new Span(name.start(), name.end()));
        case Mark.Name name when isMeasure(name, claimWords) -> {}
        case Mark.Name name ->
            ReadId.parse(name.id())
                .ifPresentOrElse(
                    read -> {
                      readNames.put(name.end(), new ReadName(name.start(), read));
                      pieces.add(piece(name, text.folded(name.start(), name.end()), part(read)));
                    },
                    () -> names.add(name));
        case Mark.Number number -> {
          quantities.add(number.quantity());
          pieces.add(piece(number, "#" + new Figure(0, number.quantity()).family(), Part.NUMBER));
        }
        case Mark.Moment moment -> pieces.add(piece(moment, "#time", Part.TIME));
        case Mark.Word _, Mark.Plain _, Mark.Stop _ -> {}
      }
    }
    BitSet wanted = wanted(spans, quantities);
    List<Known> cut = new ArrayList<>();
    for (int s = wanted.nextSetBit(0); s >= 0; s = wanted.nextSetBit(s + 1)) {
      for (Word word :
          withPieces(WordCutter.of(text.original, spans.get(s)), spans.get(s), pieces)) {
        cut.add(
            Known.of(word, s, meanings(word, spans.get(s), claimWords), classes.of(word.base())));
      }
    }
    words = cut.toArray(Known[]::new);
    addFigures(quantities);
  }

  /// Whether a name that is no thing of a claim's own is of use: that of a currency, or one that no
  /// pack has.
  static boolean isWord(Mark.Name name) {
    return name.kind().equals(CURRENCY) || ReadId.parse(name.id()).isPresent();
  }

  /// 净亏损: a word for what is measured that was taken for a name.
  private boolean isMeasure(Mark.Name name, ClaimWords claimWords) {
    var match =
        ReadId.parse(name.id()).isEmpty()
            ? null
            : claimWords.at(text.chars, name.start(), name.end());
    return match != null
        && match.end() == name.end()
        && match.value().stream().anyMatch(meaning -> meaning.property() != null);
  }

  private static Part part(ReadId name) {
    return switch (name.type()) {
      case PERSON -> Part.PERSON;
      case COMPANY, ORGANISATION -> Part.BODY;
      case PLACE -> Part.PLACE;
      case PRODUCT, EVENT, INDUSTRY, CONCEPT -> Part.NAME;
    };
  }

  private static Piece piece(Mark mark, String base, Part part) {
    return new Piece(new Span(mark.start(), mark.end()), base, part);
  }

  /// Whether a stretch is a part of a name that no pack has: `Resources` of a company.
  boolean isInReadName(Span part) {
    Map.Entry<Integer, ReadName> name = readNames.ceilingEntry(part.end());
    return name != null && name.getValue().start() <= part.start();
  }

  private static BitSet wanted(List<Span> sentences, List<Quantity> quantities) {
    BitSet wanted = new BitSet();
    for (Quantity quantity : quantities) {
      for (int s = 0; s < sentences.size(); s++) {
        if (holds(sentences.get(s), quantity.span().start())) {
          wanted.set(Math.max(0, s - 1), s + 1);
        }
      }
    }
    return wanted;
  }

  private static boolean holds(Span sentence, int place) {
    return place >= sentence.start() && place < sentence.end();
  }

  /// The words of a sentence with each piece in the place of those that it is made of.
  private List<Word> withPieces(List<Word> cut, Span sentence, List<Piece> pieces) {
    List<Word> joined = new ArrayList<>();
    int next = 0;
    int from = sentence.start();
    for (Word word : cut) {
      while (next < pieces.size() && pieces.get(next).span().end() <= word.start()) {
        next++;
      }
      int at = Math.max(from, word.start());
      while (next < pieces.size() && pieces.get(next).span().start() < word.end()) {
        Piece piece = pieces.get(next);
        addRest(joined, word, at, piece.span().start());
        if (piece.span().start() >= sentence.start() && piece.span().end() > from) {
          joined.add(
              new Word(piece.span().start(), piece.span().end(), piece.base(), piece.part()));
        }
        from = Math.max(from, piece.span().end());
        at = from;
        if (piece.span().end() > word.end()) {
          break;
        }
        next++;
      }
      addRest(joined, word, at, word.end());
    }
    return joined;
  }

  private void addRest(List<Word> joined, Word word, int start, int end) {
    if (start == word.start() && end == word.end()) {
      joined.add(word);
    } else if (start < end) {
      joined.add(new Word(start, end, text.folded(start, end), word.part()));
    }
  }

  private void addFigures(List<Quantity> quantities) {
    Map<Integer, Integer> byStart = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      byStart.put(word(i).start(), i);
    }
    for (Quantity quantity : quantities) {
      Integer word = byStart.get(quantity.span().start());
      if (word != null && word(word).end() == quantity.span().end()) {
        figures.add(new Figure(word, quantity));
      }
    }
  }

  /// What the lexicon says of a word.
  private List<ClaimWord> meanings(Word word, Span sentence, ClaimWords claimWords) {
    if (word.part() == Part.SIGN || word.base().startsWith("#")) {
      return List.of();
    }
    var match = claimWords.at(text.chars, word.start(), sentence.end());
    return match == null || match.end() < word.end() ? List.of() : match.value();
  }

  private static String cue(ClaimWord meaning) {
    String role = meaning.role().name().toLowerCase(Locale.ROOT);
    return meaning.property() == null ? role : role.charAt(0) + ":" + property(meaning);
  }

  // ---- asking

  int size() {
    return words.length;
  }

  Word word(int i) {
    return words[i].word();
  }

  /// The first word that begins at `place` or behind it.
  int firstFrom(int place) {
    return Places.firstFrom(Arrays.asList(words), known -> known.word().start(), place);
  }

  boolean has(int i) {
    return i >= 0 && i < words.length;
  }

  int sentence(int i) {
    return words[i].sentence();
  }

  /// Whether both words stand in one sentence; false outside the text.
  boolean together(int i, int k) {
    return has(i) && has(k) && sentence(i) == sentence(k);
  }

  /// Whether a new phrase begins with a word: an article behind a noun ("past year the fund"), a
  /// space between two Chinese words, as where a byline and a text were run together.
  boolean isApart(int i) {
    if (!has(i) || !has(i - 1)) {
      return true;
    }
    int before = word(i - 1).end();
    int start = word(i).start();
    return isChinese
        ? start > before && text.isHan(before - 1) && text.isHan(start)
        : word(i - 1).part().isNoun() && ARTICLES.contains(base(i));
  }

  /// The base of a word, `#` outside the text.
  String base(int i) {
    return has(i) ? word(i).base() : "#";
  }

  /// The narrow class of a word, `#` outside the text.
  String like(int i) {
    return has(i) ? words[i].like() : "#";
  }

  /// The wide class of a word, `#` outside the text.
  String broad(int i) {
    return has(i) ? words[i].broad() : "#";
  }

  /// The part of speech of a word as a feature says it, `#` outside the text.
  String part(int i) {
    return has(i) ? words[i].part() : "#";
  }

  /// What a word can measure or does in a sentence by the lexicon: `n:output`, `say`; `-` if the
  /// lexicon does not know it.
  String cue(int i) {
    return has(i) ? words[i].cue() : "-";
  }

  /// The same for a figure with such a unit: the first meaning that can be of it, else what the
  /// word does.
  String cue(int i, UnitFamily family) {
    if (!has(i)) {
      return "-";
    }
    for (ClaimWord meaning : words[i].meanings()) {
      if (meaning.measures(family)) {
        return cue(meaning);
      }
    }
    String otherwise = cue(i);
    return otherwise.indexOf(':') == 1 ? "x" + otherwise.substring(0, 1) : otherwise;
  }

  /// Whether a word can name this property of a figure with such a unit.
  boolean names(int i, String property, UnitFamily family) {
    return means(i, one -> one.measures(family) && property(one).equals(property));
  }

  private boolean means(int i, Predicate<ClaimWord> what) {
    if (has(i)) {
      for (ClaimWord meaning : words[i].meanings()) {
        if (what.test(meaning)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String property(ClaimWord meaning) {
    Property property = meaning.property();
    return property == null ? "" : property.word() + (meaning.sign() < 0 ? "-" : "");
  }

  /// Whether a word can do this in a sentence.
  boolean has(int i, ClaimWord.Role role) {
    return means(i, one -> one.role() == role);
  }

  /// Whether something is imported from what the phrase names: 自巴西进口.
  boolean isImportedFrom(Phrase phrase) {
    return has(phrase.first() - 1, ClaimWord.Role.FROM)
        && means(phrase.last() + 1, WordedText::isImport);
  }

  boolean isPlace(Phrase phrase) {
    String id = phrase.id();
    return id == null ? is(phrase.head(), Part.PLACE) : PLACES.contains(NamedEntity.kindOf(id));
  }

  /// Whether something is exported to the place that the phrase names: 出口日本, "exports to Japan".
  boolean isExportedTo(Phrase phrase) {
    int before = phrase.first() - 1;
    int trade = has(before, ClaimWord.Role.LEVEL) ? before - 1 : before;
    return isPlace(phrase)
        && together(trade, phrase.first())
        && means(trade, one -> one.property() == Property.EXPORTS);
  }

  private static boolean isImport(ClaimWord meaning) {
    return meaning.role() == ClaimWord.Role.TRADE && meaning.value().equals("import")
        || meaning.property() == Property.IMPORTS;
  }

  /// Whether a phrase only tells, or is told, of figures: a study, the newspaper of "told the
  /// newspaper".
  boolean isTelling(Phrase phrase) {
    int before = phrase.first() - 1;
    while (is(before, Part.DETERMINER) || has(before) && word(before).part().isNoun()) {
      before--;
    }
    return has(phrase.head(), ClaimWord.Role.TELLER)
        || together(before, phrase.first()) && has(before, ClaimWord.Role.HEARD);
  }

  /// Whether the word can name what a figure measures.
  boolean isMeasure(int i) {
    return cue(i).indexOf(':') == 1;
  }

  boolean is(int i, Part part) {
    return has(i) && word(i).part() == part;
  }

  /// Whether a word only points at what was named before: it, 该国, "company".
  boolean isPointing(int i) {
    return is(i, Part.PRONOUN) || cue(i).equals("pronoun");
  }

  /// Whether a word is a pronoun that points back: it, 它们.
  boolean isThirdPerson(int i) {
    return means(i, one -> one.role() == ClaimWord.Role.PRONOUN && one.value().equals(THIRD));
  }

  boolean isName(int i) {
    return has(i) && word(i).part().isName();
  }

  /// Whether a word can stand in a noun phrase before its head, or be it.
  boolean isNominal(int i) {
    return has(i)
        && switch (word(i).part()) {
          case NOUN, VERB_NOUN, NAME, PERSON, PLACE, BODY, ADJECTIVE, ATTRIBUTE, OTHER -> true;
          case VERB, AUXILIARY, ADVERB, PRONOUN, DETERMINER, NUMBER, MEASURE, TIME -> false;
          case DIRECTION, PREPOSITION, CONJUNCTION, LINK, PARTICLE, SIGN -> false;
        };
  }

  boolean isVerb(int i) {
    return has(i) && word(i).part().isVerb();
  }

  boolean isFigure(int i) {
    return is(i, Part.NUMBER) && word(i).base().startsWith("#");
  }

  boolean isSign(int i) {
    return is(i, Part.SIGN);
  }

  /// A stretch of the text as a phrase, with the words that it is of.
  Phrase phrase(Span span) {
    int first = Math.min(Math.max(0, firstFrom(span.start())), Math.max(0, size() - 1));
    int last = first;
    while (has(last + 1) && word(last + 1).start() < span.end()) {
      last++;
    }
    return new Phrase(span.start(), span.end(), first, last, last, Phrase.Kind.WHOLE, null);
  }

  /// How a word is written.
  String written(int i) {
    return word(i).in(text.original);
  }

  String written(Phrase phrase) {
    return text.original.substring(phrase.start(), phrase.end());
  }

  boolean isCurrency(Phrase phrase) {
    return currencies.contains(new Span(phrase.start(), phrase.end()));
  }

  /// What a phrase names: a thing that a pack knows if the phrase ends with its name and says
  /// little more ("President Trump"), a person by name alone ("Housing Minister Quinn"), else the
  /// text's own words.
  Thing thing(Phrase phrase) {
    if (phrase.id() != null) {
      return new Thing(phrase.id(), written(phrase));
    }
    for (Mark.Name name : names) {
      boolean most = 2 * (name.end() - name.start()) > phrase.end() - phrase.start();
      if (name.start() >= phrase.start() && name.end() == phrase.end() && most) {
        return new Thing(name.id(), written(phrase));
      }
    }
    String name = readName(phrase);
    return new Thing(null, (name == null ? named(written(phrase).strip()) : name) + grade(phrase));
  }

  /// The digits that go on a name of letters behind which a phrase ends, if they are no figure:
  /// those of Au99.99, PM2.5 and AI-95.
  private String grade(Phrase phrase) {
    Matcher digits = GRADE.matcher(text.original).useTransparentBounds(true);
    digits.region(phrase.end(), text.original.length());
    boolean figure =
        figures.stream().anyMatch(one -> one.quantity().span().start() == phrase.end());
    return !figure && digits.lookingAt() ? digits.group() : "";
  }

  /// The full name of what a phrase is, or, if it ends with a person, of that person; null if no
  /// such name was read there.
  private @Nullable String readName(Phrase phrase) {
    ReadName name = readNames.get(phrase.end());
    if (name == null || name.start() < phrase.start()) {
      return null;
    }
    boolean whole = name.start() == phrase.start() || name.id().type() == EntityType.PERSON;
    return whole ? name.id().name() : null;
  }

  /// The phrase with the characters that stand before it wherever it stands, up to a sign: 联泰环保,
  /// whose first was cut off as a word of its own.
  private String named(String phrase) {
    if (!isChinese) {
      return phrase;
    }
    List<Integer> places = new ArrayList<>();
    int at = text.original.indexOf(phrase);
    while (at >= 0) {
      places.add(at);
      at = text.original.indexOf(phrase, at + phrase.length());
    }
    for (int before = 0; places.size() > 1 && before <= LONGEST_BEFORE; before++) {
      int back = before;
      if (places.stream().allMatch(place -> isCutOff(place - back))) {
        int first = places.getFirst();
        return text.original.substring(first - back, first) + phrase;
      }
      if (places.stream().map(place -> text.at(place - back - 1)).distinct().count() > 1) {
        break;
      }
    }
    return phrase;
  }

  /// Whether a text or what stands behind a sign begins at `place`.
  private boolean isCutOff(int place) {
    return place <= 0 || !Character.isLetterOrDigit(text.original.charAt(place - 1));
  }
}
