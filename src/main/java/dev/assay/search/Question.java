package dev.assay.search;

import dev.assay.cite.Span;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.Best;
import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// IndexTerms of a question as terms to look for, each with what it is worth.
final class Question {

  /// A longer question is read this far.
  static final int MOST_WORDS = 128;

  /// What the word as written adds to its stem.
  private static final float EXACT = 0.25f;

  /// What the parts of a code are worth where the whole does not stand.
  private static final float PARTS_OF_CODE = 0.5f;

  /// What a word is worth that stands only in a name, in some language, of what an article
  /// mentions.
  private static final float NAME = 0.6f;

  /// What a pair is worth that holds part of a question word: the cut may be wrong.
  private static final float WEAK_PAIR = 0.3f;

  /// What a word of one character is worth beside the pairs that it stands in: beside other words a
  /// rare name (麐, 䲟) may stand in none of them.
  private static final float SINGLE = 0.4f;

  private final TextField field;
  private final Map<String, Double> highlights = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /// One thing to look for, and where the question says it.
  private record Part(IndexQuery query, Span span) {}

  private Question(TextField field) {
    this.field = field;
  }

  static Question of(String text, TextField field) {
    Question question = new Question(field);
    List<Word> words = IndexTerms.of(text);
    question.addSpaced(words.stream().filter(w -> !w.kind().isHan()).toList(), text);
    question.addHan(text, words.stream().filter(w -> w.kind().isHan()).toList());
    return question;
  }

  /// What to look for, in the words of the question alone.
  IndexQuery query() {
    return new Any(parts.stream().map(Part::query).toList());
  }

  /// The same, where a term's other names stand for it: of what is said within the span of a group,
  /// the words of the question and each other name are alternatives.
  IndexQuery query(Map<Span, List<IndexQuery>> alternatives) {
    List<IndexQuery> all = new ArrayList<>();
    Set<Part> grouped = new HashSet<>();
    alternatives.forEach(
        (span, others) -> {
          List<Part> inside = parts.stream().filter(p -> span.contains(p.span())).toList();
          List<IndexQuery> best = new ArrayList<>(others);
          if (!inside.isEmpty()) {
            best.addFirst(new Any(inside.stream().map(Part::query).toList()));
          }
          grouped.addAll(inside);
          all.add(new Best(best));
        });
    parts.stream().filter(part -> !grouped.contains(part)).forEach(p -> all.add(p.query()));
    return new Any(all);
  }

  Map<String, Double> highlights() {
    return highlights;
  }

  private void add(IndexQuery query, float weight, Word word) {
    IndexQuery weighted = weight == 1 ? query : new Weighted(query, weight);
    parts.add(new Part(weighted, new Span(word.start(), word.end())));
  }

  private void addSpaced(List<Word> words, String text) {
    boolean onlyAsks = words.stream().allMatch(word -> asks(word, text));
    int codeEnd = 0;
    for (Word word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
      if (word.start() < codeEnd) {
        continue;
      }
      if (isCode(word)) {
        codeEnd = word.end();
        add(code(word, words), 1, word);
      } else if (word.kind() != Kind.CODE
          && !isOwnStem(word, words)
          && (onlyAsks || !asks(word, text))) {
        add(
            word.kind() == Kind.EXACT ? term(word) : stem(word),
            word.kind() == Kind.EXACT ? EXACT : 1,
            word);
      }
    }
  }

  /// Whether the joined form is what is asked for: `F-35`, but not `state-owned`.
  private static boolean isCode(Word word) {
    return word.kind() == Kind.CODE && word.term().chars().anyMatch(Character::isDigit);
  }

  /// Whether the word as written is what its stem says: then it adds nothing to it.
  private static boolean isOwnStem(Word word, List<Word> words) {
    return word.kind() == Kind.EXACT
        && words.stream()
            .anyMatch(
                other ->
                    other.position() == word.position()
                        && other.kind() == Kind.STEM
                        && other.term().equals(word.term().substring(1)));
  }

  private static boolean asks(Word word, String text) {
    return QuestionWords.contains(text.substring(word.start(), word.end()));
  }

  private IndexQuery term(Word word) {
    return new Term(field, word.kind(), word.term());
  }

  private IndexQuery stem(Word word) {
    highlights.put(word.term(), 1.0);
    Term inText = new Term(field, word.kind(), word.term());
    return field == TextField.TEXT
        ? new Best(List.of(inText, new Weighted(inNames(word), NAME)))
        : inText;
  }

  private static Term inNames(Word word) {
    return new Term(TextField.NAMES, word.kind(), word.term());
  }

  private IndexQuery code(Word code, List<Word> words) {
    highlights.put(code.term(), 1.0);
    List<IndexQuery> inner = new ArrayList<>();
    for (Word word : words) {
      if (word.kind() == Kind.STEM && word.start() >= code.start() && word.end() <= code.end()) {
        inner.add(stem(word));
      }
    }
    return new Best(List.of(term(code), new Weighted(new Any(inner), PARTS_OF_CODE)));
  }

  private void addHan(String text, List<Word> words) {
    if (words.isEmpty()) {
      return;
    }
    List<Span> segments = HanSegments.of(HanScript.simplify(text));
    boolean[] weak = questionCharacters(text, segments);
    boolean[] paired = new boolean[text.length()];
    words.stream()
        .filter(word -> word.kind() == Kind.PAIR)
        .limit(MOST_WORDS)
        .forEach(
            word -> {
              addPair(word, weak[word.start()] || weak[word.end() - 1]);
              paired[word.start()] = true;
              paired[word.end() - 1] = true;
            });
    words.stream()
        .filter(word -> word.kind() == Kind.CHARACTER && !paired[word.start()])
        .limit(MOST_WORDS)
        .forEach(word -> add(stem(word), 1, word));
    List<Word> characters = words.stream().filter(word -> word.kind() == Kind.CHARACTER).toList();
    boolean[] alone = singleCharacters(text, segments);
    clearUnknownWords(characters, alone);
    characters.stream()
        .filter(word -> alone[word.start()] && paired[word.start()] && !weak[word.start()])
        .limit(MOST_WORDS)
        .forEach(word -> add(term(word), SINGLE, word));
  }

  /// For each character of `text`, whether it is a word of its own.
  private static boolean[] singleCharacters(String text, List<Span> segments) {
    boolean[] alone = new boolean[text.length()];
    segments.stream()
        .filter(word -> word.length() == 1)
        .forEach(word -> alone[word.start()] = true);
    return alone;
  }

  /// Takes out the characters of a run in which the dictionary knows no word: the run is a word
  /// that it does not have, and its characters say nothing apart.
  private static void clearUnknownWords(List<Word> characters, boolean[] alone) {
    int from = 0;
    while (from < characters.size()) {
      int to = from + 1;
      boolean known = !alone[characters.get(from).start()];
      while (to < characters.size() && characters.get(to).start() == characters.get(to - 1).end()) {
        known |= !alone[characters.get(to).start()];
        to++;
      }
      for (int i = from; !known && i < to; i++) {
        alone[characters.get(i).start()] = false;
      }
      from = to;
    }
  }

  private void addPair(Word pair, boolean weak) {
    add(weak ? term(pair) : stem(pair), weak ? WEAK_PAIR : 1, pair);
  }

  /// For each character of `text`, whether it belongs to a word that only asks.
  private static boolean[] questionCharacters(String text, List<Span> segments) {
    String simplified = HanScript.simplify(text);
    boolean[] asks = new boolean[text.length()];
    for (Span word : segments) {
      if (QuestionWords.contains(word.in(simplified))) {
        Arrays.fill(asks, word.start(), word.end(), true);
      }
    }
    return asks;
  }
}
