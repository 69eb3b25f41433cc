package dev.assay.search;

import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Phrase;
import dev.assay.index.IndexQuery.PlacedTerm;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.HanScript;
import dev.assay.search.dictionary.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The terms of a question that say what is asked, as they are found again in a text of either
/// language: each by its own words and by its other names, and with how rare it is among the
/// articles.
///
/// Immutable; safe for use by many threads.
public final class AskedTerms {

  /// A question is read this far, in characters.
  private static final int MOST_TEXT = 400;

  /// Terms that are looked for; what comes after them is no question any more.
  private static final int MOST_TERMS = 48;

  /// Other names of one term that are told.
  private static final int SHOWN = 4;

  /// Words of one name.
  private static final int MOST_WORDS = 12;

  /// From so many words on a name need not stand side by side for an article to have it.
  private static final int LONG_NAME = 4;

  /// What a Chinese word of one character that is no name is worth: it has many meanings.
  private static final double SINGLE = 0.4;

  /// What the words of a term are worth where they do not stand side by side.
  private static final double APART = 0.8;

  /// What a part of the words of a term is worth, times its share.
  private static final double PARTLY = 0.6;

  /// How surely another form of a word, or one that means the same, says what it says.
  private static final double NEAR_WORD = 0.5;

  /// Characters of a name that no list has; a longer one is mostly several words.
  private static final int LONGEST_UNKNOWN = 4;

  /// With less than this share of its words a term is not there.
  private static final double LEAST_SHARE = 0.5;

  private final List<Term> terms;
  private final List<Wording> wordings;
  private final Map<String, List<Step>> steps;
  private final IndexTerms.Sought sought;

  /// One term.
  ///
  /// @param span where the question has it
  /// @param text as it stands there
  /// @param rarity more than 0: what it says among the articles, and less for a word that says
  ///   little alone
  /// @param named whether it is a name of something that Assay knows
  /// @param number whether it is a number or a code
  /// @param articles in how many articles it stands, by any of its names; at least, roughly
  public record Term(
      Span span, String text, double rarity, boolean named, boolean number, long articles) {}

  /// Words that a term goes by.
  ///
  /// @param whole whether a part of them says nothing
  private record Wording(int term, List<PlacedTerm> words, double weight, boolean whole) {
    Wording of(int other) {
      return new Wording(other, words, weight, whole);
    }
  }

  /// One word of a wording.
  private record Step(int wording, int place) {}

  private final List<String> otherNames;
  private final boolean translated;

  private AskedTerms(
      List<Term> terms, List<Wording> wordings, List<String> otherNames, boolean translated) {
    this.terms = List.copyOf(terms);
    this.otherNames = List.copyOf(otherNames);
    this.translated = translated;
    this.wordings = wordings;
    this.steps = new HashMap<>();
    for (int i = 0; i < wordings.size(); i++) {
      List<PlacedTerm> words = wordings.get(i).words();
      for (int place = 0; place < words.size(); place++) {
        steps
            .computeIfAbsent(words.get(place).term(), _ -> new ArrayList<>())
            .add(new Step(i, place));
      }
    }
    this.sought = new IndexTerms.Sought(steps.keySet());
  }

  public List<Term> terms() {
    return terms;
  }

  /// Some of the terms, by their places.
  public AskedTerms only(List<Integer> places) {
    return new AskedTerms(
        places.stream().map(terms::get).toList(),
        wordings.stream()
            .filter(one -> places.contains(one.term()))
            .map(one -> one.of(places.indexOf(one.term())))
            .toList(),
        otherNames,
        translated);
  }

  /// The terms of a question, with what their families and Chinese words of the same meaning say.
  static AskedTerms of(String question, SearchIndex index, Optional<Translator> translator) {
    String text = bounded(question);
    List<TermGroup> groups = groups(text, translator);
    return of(text, groups, pieces(text, groups, unknownNames(text, groups)), NearWords::of, index);
  }

  /// The terms of a query, which search looks for without any near words.
  static AskedTerms plain(String query, SearchIndex index, Optional<Translator> translator) {
    String text = bounded(query);
    List<TermGroup> groups = groups(text, translator);
    return of(text, groups, pieces(text, groups, List.of()), _ -> List.of(), index);
  }

  private static String bounded(String question) {
    return question.substring(0, Math.min(question.length(), MOST_TEXT));
  }

  private static List<TermGroup> groups(String text, Optional<Translator> translator) {
    return translator.map(known -> known.groups(text)).orElse(List.of());
  }

  /// @param near other words that say what a word says
  private static AskedTerms of(
      String text,
      List<TermGroup> groups,
      List<Piece> pieces,
      Function<String, List<String>> near,
      SearchIndex index) {
    List<Wording> wordings = new ArrayList<>();
    Set<Indexed> wanted = new LinkedHashSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      wordings.add(new Wording(i, piece.words(), 1, false));
      for (TermGroup.Name name : piece.names()) {
        List<PlacedTerm> words = bounded(GroupWeights.terms(name));
        if (!words.isEmpty()) {
          wordings.add(new Wording(i, words, name.weight(), piece.named()));
        }
      }
      for (String other : piece.named() ? List.<String>of() : near.apply(piece.span().in(text))) {
        wordings.add(new Wording(i, bounded(ownWords(other)), NEAR_WORD, true));
      }
    }
    wordings.forEach(wording -> wording.words().forEach(word -> wanted.add(new Indexed(word))));
    Map<dev.assay.index.IndexQuery.Term, Integer> found =
        index.frequencies(wanted.stream().map(Indexed::term).toList());
    double[] articles = new double[pieces.size()];
    for (Wording wording : wordings) {
      int least =
          wording.words().stream()
              .mapToInt(word -> found.getOrDefault(new Indexed(word).term(), 0))
              .min()
              .orElse(0);
      articles[wording.term()] += least * wording.weight();
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      terms.add(term(text, pieces.get(i), articles[i], index.size()));
    }
    return new AskedTerms(
        terms,
        wordings,
        pieces.stream()
            .flatMap(piece -> piece.names().stream().limit(SHOWN))
            .map(TermGroup.Name::text)
            .distinct()
            .toList(),
        groups.stream().anyMatch(TermGroup::translated));
  }

  /// What each term of `question` asks of an article, as a query of its own: its words side by side
  /// or any other name of it. A Chinese word of one character that is no name asks for nothing.
  static List<IndexQuery> each(String question, Optional<Translator> translator) {
    String text = bounded(question);
    return pieces(text, groups(text, translator), List.of()).stream()
        .filter(piece -> !piece.single(text))
        .map(Piece::query)
        .toList();
  }

  /// Names and words that are looked for as well, those of each term together.
  public List<String> otherNames() {
    return otherNames;
  }

  /// Whose dictionary gave words of the other language, to be shown with them; null if none did.
  public @Nullable String credit() {
    return translated ? Dictionary.ATTRIBUTION : null;
  }

  /// A word of a wording as the index is asked for it.
  private record Indexed(PlacedTerm word) {
    dev.assay.index.IndexQuery.Term term() {
      return new dev.assay.index.IndexQuery.Term(TextField.TEXT, word.kind(), word.term());
    }
  }

  private static Term term(String text, Piece piece, double articles, long all) {
    double stands = Math.min((double) all, articles);
    double rarity = Math.log(1 + (all - stands + 0.5) / (stands + 0.5));
    return new Term(
        piece.span(),
        piece.span().in(text),
        Math.max(0.05, piece.single(text) ? rarity * SINGLE : rarity),
        piece.named(),
        piece.number(),
        Math.round(stands));
  }

  /// A stretch of the question that is one term.
  private record Piece(
      Span span,
      List<PlacedTerm> words,
      List<TermGroup.Name> names,
      @Nullable String entity,
      boolean number) {

    boolean named() {
      return entity != null;
    }

    /// Whether it is a Chinese word of one character that is no name.
    boolean single(String text) {
      return !named() && span.length() == 1 && HanScript.isHan(text.charAt(span.start()));
    }

    /// Articles that have it, by whatever name.
    IndexQuery query() {
      List<IndexQuery> ways = new ArrayList<>();
      ways.add(run(words));
      names.stream()
          .map(name -> bounded(GroupWeights.terms(name)))
          .filter(run -> !run.isEmpty())
          .forEach(run -> ways.add(run(run)));
      if (entity != null) {
        ways.add(new Value(KeywordField.TAG, List.of(entity)));
      }
      return new Any(ways);
    }

    /// The words side by side; those of a long name, which few write out, wherever they stand.
    private static IndexQuery run(List<PlacedTerm> words) {
      List<IndexQuery> each =
          words.stream().map(word -> (IndexQuery) new Indexed(word).term()).toList();
      return words.size() == 1
          ? each.getFirst()
          : words.size() < LONG_NAME ? new Phrase(TextField.TEXT, words) : new Every(each);
    }
  }

  /// @param unknown names that no list has
  private static List<Piece> pieces(String text, List<TermGroup> groups, List<Span> unknown) {
    List<Piece> pieces = new ArrayList<>();
    boolean[] taken = new boolean[text.length()];
    List<TermGroup> longestFirst = new ArrayList<>(groups);
    longestFirst.sort(
        Comparator.comparing(TermGroup::translated).thenComparing(group -> -group.span().length()));
    for (TermGroup group : longestFirst) {
      if (isFree(taken, group.span()) && !isOfUnknown(group, unknown)) {
        add(text, group.span(), group.names(), group.entity(), pieces);
        Arrays.fill(taken, group.span().start(), group.span().end(), true);
      }
    }
    for (Span name : unknown) {
      if (isFree(taken, name)) {
        add(text, name, List.of(), null, pieces);
        Arrays.fill(taken, name.start(), name.end(), true);
      }
    }
    for (Span rest : words(text, taken)) {
      add(text, rest, List.of(), null, pieces);
    }
    pieces.sort(Comparator.comparingInt(piece -> piece.span().start()));
    return pieces.subList(0, Math.min(MOST_TERMS, pieces.size()));
  }

  /// Chinese names that neither a pack nor the dictionary has, of which these leave single
  /// characters: 澜, 溪.
  private static List<Span> unknownNames(String text, List<TermGroup> groups) {
    return text.codePoints().noneMatch(Character::isIdeographic)
        ? List.of()
        : WordCutter.of(text, new Span(0, text.length())).stream()
            .filter(word -> word.part().isName())
            .map(word -> new Span(word.start(), word.end()))
            .filter(name -> name.length() > 1 && name.length() <= LONGEST_UNKNOWN)
            .filter(name -> HanScript.isHan(text.charAt(name.start())))
            .filter(name -> groups.stream().allMatch(one -> isApart(one.span(), name)))
            .toList();
  }

  /// Whether a group has nothing of a name but a single character.
  private static boolean isApart(Span group, Span name) {
    return group.length() == 1 || !group.overlaps(name);
  }

  /// Whether it is but a character of a name: what that means alone says nothing.
  private static boolean isOfUnknown(TermGroup group, List<Span> unknown) {
    return group.translated()
        && group.span().length() == 1
        && unknown.stream().anyMatch(name -> name.overlaps(group.span()));
  }

  private static boolean isFree(boolean[] taken, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  /// Words of the question that are not taken and do more than ask.
  private static List<Span> words(String text, boolean[] taken) {
    List<Span> words = new ArrayList<>();
    String simplified = HanScript.simplify(text);
    for (Span segment : HanSegments.of(simplified)) {
      if (HanScript.isHan(text.charAt(segment.start()))
          && !QuestionWords.contains(segment.in(simplified))) {
        free(segment, taken).forEach(words::add);
      }
    }
    int end = 0;
    for (Word word : IndexTerms.of(text)) {
      Span span = new Span(word.start(), word.end());
      boolean code = word.kind() == Kind.CODE && hasDigit(word.term());
      if ((code || word.kind() == Kind.STEM)
          && word.start() >= end
          && isFree(taken, span)
          && !QuestionWords.contains(span.in(text))) {
        words.add(span);
        end = word.end();
      }
    }
    return words;
  }

  private static boolean hasDigit(String term) {
    return term.chars().anyMatch(Character::isDigit);
  }

  /// The stretches of `span` that are not taken.
  private static List<Span> free(Span span, boolean[] taken) {
    List<Span> free = new ArrayList<>();
    int start = -1;
    for (int i = span.start(); i <= span.end(); i++) {
      boolean open = i < span.end() && !taken[i];
      if (open && start < 0) {
        start = i;
      } else if (!open && start >= 0) {
        free.add(new Span(start, i));
        start = -1;
      }
    }
    return free;
  }

  private static void add(
      String text,
      Span span,
      List<TermGroup.Name> names,
      @Nullable String entity,
      List<Piece> pieces) {
    List<PlacedTerm> own = bounded(ownWords(span.in(text)));
    if (!own.isEmpty()) {
      boolean number = entity == null && hasDigit(span.in(text));
      pieces.add(
          new Piece(
              span,
              own,
              names.stream().filter(n -> !n.text().equalsIgnoreCase(span.in(text))).toList(),
              entity,
              number));
    }
  }

  private static List<PlacedTerm> bounded(List<PlacedTerm> words) {
    return words.subList(0, Math.min(MOST_WORDS, words.size()));
  }

  /// The words of a term as it stands in the question: a code as a whole, pairs if it is Chinese,
  /// else stems without those that only ask.
  private static List<PlacedTerm> ownWords(String text) {
    List<Word> words = IndexTerms.of(text);
    if (!words.isEmpty()
        && words.getFirst().kind() == Kind.CODE
        && words.getFirst().end() == text.length()
        && hasDigit(text)) {
      return List.of(new PlacedTerm(Kind.CODE, words.getFirst().term(), 0));
    }
    boolean pairs = words.stream().anyMatch(word -> word.kind() == Kind.PAIR);
    List<Word> chosen =
        words.stream()
            .filter(
                word ->
                    word.kind() == Kind.PAIR
                        || word.kind() == Kind.CHARACTER && !pairs
                        || word.kind() == Kind.STEM
                            && !QuestionWords.contains(text.substring(word.start(), word.end())))
            .toList();
    return chosen.stream()
        .map(
            word ->
                new PlacedTerm(
                    word.kind(), word.term(), word.position() - chosen.getFirst().position()))
        .toList();
  }

  /// The words of `text` that terms of the question go by.
  public Places in(String text) {
    List<Word> found = new ArrayList<>();
    for (Word word : IndexTerms.among(text, sought)) {
      if (steps.containsKey(word.term())) {
        found.add(word);
      }
    }
    return new Places(found);
  }

  /// How far each term stands in a stretch of text.
  ///
  /// @param degrees by term: 1 where it stands whole by any of its names, less where parts of it do
  /// @param at by term: where the text has it first, in characters; -1 where it has not
  public record Presence(double[] degrees, int[] at) {

    /// Each term as far as it stands in either; where it stands is not told.
    public static double[] either(double[] one, double[] other) {
      double[] most = new double[one.length];
      for (int i = 0; i < most.length; i++) {
        most[i] = Math.max(one[i], other[i]);
      }
      return most;
    }
  }

  /// Where words of the question stand in one text.
  public final class Places {
    private final List<Word> words;

    private Places(List<Word> words) {
      this.words = words;
    }

    boolean isEmpty() {
      return words.isEmpty();
    }

    /// How far the terms stand within `span` of the text.
    public Presence within(Span span) {
      Follower follower = new Follower();
      for (Word word : words) {
        if (word.start() >= span.start() && word.end() <= span.end()) {
          follower.see(word);
        }
      }
      return follower.presence();
    }
  }

  /// Follows the wordings along the words of a stretch.
  private final class Follower {
    private final int[] seen = new int[wordings.size()];
    private final int[] next = new int[wordings.size()];
    private final int[] origin = new int[wordings.size()];
    private final boolean[] whole = new boolean[wordings.size()];
    private final int[] first = new int[wordings.size()];

    Follower() {
      Arrays.fill(first, -1);
    }

    void see(Word word) {
      for (Step step : steps.getOrDefault(word.term(), List.of())) {
        int i = step.wording();
        List<PlacedTerm> run = wordings.get(i).words();
        if (run.get(step.place()).kind() == word.kind()) {
          seen[i] |= 1 << step.place();
          first[i] = first[i] < 0 ? word.start() : first[i];
          follow(i, step.place(), word, run);
        }
      }
    }

    private void follow(int i, int place, Word word, List<PlacedTerm> run) {
      int start = word.position() - run.get(place).place();
      if (place == 0) {
        origin[i] = start;
        next[i] = 1;
      } else if (next[i] == place && origin[i] == start) {
        next[i]++;
      }
      if (next[i] == run.size() && !whole[i]) {
        whole[i] = true;
        first[i] = word.start();
      }
    }

    Presence presence() {
      double[] degrees = new double[terms.size()];
      int[] at = new int[terms.size()];
      Arrays.fill(at, -1);
      for (int i = 0; i < wordings.size(); i++) {
        Wording wording = wordings.get(i);
        double degree = degree(i, wording);
        if (degree > degrees[wording.term()]) {
          degrees[wording.term()] = degree;
          at[wording.term()] = first[i];
        }
      }
      return new Presence(degrees, at);
    }

    private double degree(int i, Wording wording) {
      int size = wording.words().size();
      double certain = 0.5 + 0.5 * Math.min(1, wording.weight());
      if (whole[i]) {
        return certain;
      }
      if (wording.whole() || size == 1) {
        return 0;
      }
      double share = (double) Integer.bitCount(seen[i]) / size;
      return share == 1 ? certain * APART : share >= LEAST_SHARE ? certain * PARTLY * share : 0;
    }
  }
}
