package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the noun phrases that could name groups: each is what several sentences are about, and is
/// whole.
///
/// A phrase inside others is whole if its ends are ends of a phrase somewhere, or if different
/// words stand beside them, and if no longer phrase has all its places (after the C-value of
/// Frantzi, Ananiadou and Mima 2000, and the accessor variety of Feng and others 2004).
final class Themes {

  /// ParagraphWords alone say less than compounds, and names alone say who but not what.
  private static final double ONE_WORD = 0.4;

  private static final double ONLY_NAMES = 0.25;

  /// A Chinese word of fewer characters is too general to stand alone.
  private static final int SHORTEST_LONE = 4;

  /// A phrase that such a share of the sentences or paragraphs holds is what the whole article is
  /// about.
  private static final double EVERYWHERE = 0.34;

  /// So many hold a phrase by chance in a short text.
  private static final int FEW = 3;

  /// An action at the head may be a verb before its object.
  private static final double VERB_PERHAPS = 0.5;

  private final Draft draft;
  private final int paragraphCount;
  private final Map<String, Found> found = new LinkedHashMap<>();

  /// What is known of one phrase.
  private static final class Found {
    Phrase phrase;
    final Set<Integer> holders = new TreeSet<>();
    final Set<Integer> topicOf = new TreeSet<>();
    final Set<String> before = new HashSet<>();
    final Set<String> after = new HashSet<>();
    boolean begins;
    boolean ends;
    int longest;

    Found(Phrase phrase) {
      this.phrase = phrase;
    }

    /// The words of a heading are those of its first bullet.
    void addTopic(Phrase written, int order) {
      phrase = topicOf.isEmpty() ? written : phrase;
      topicOf.add(order);
    }

    boolean isWhole() {
      return (begins || before.size() > 1)
          && (ends || after.size() > 1)
          && longest < holders.size();
    }
  }

  private Themes(Draft draft) {
    this.draft = draft;
    this.paragraphCount =
        (int) draft.candidates().stream().mapToInt(CandidateSentence::paragraph).distinct().count();
  }

  /// The themes of an article, the best first.
  static List<Theme> of(Draft draft) {
    Themes themes = new Themes(draft);
    draft.candidates().forEach(themes::read);
    themes.markPartsOfLonger();
    return themes.found.values().stream()
        .filter(one -> one.topicOf.size() > 1 && one.isWhole())
        .map(themes::theme)
        .filter(theme -> theme.worth() > 0)
        .sorted(
            Comparator.comparingDouble((Theme theme) -> -theme.worth())
                .thenComparing(theme -> theme.phrase().key()))
        .toList();
  }

  private void read(CandidateSentence candidate) {
    ParagraphWords words = draft.words().get(candidate.paragraph() - 1);
    int from = words.indexAt(candidate.span().start());
    int to = words.indexAt(candidate.span().end());
    SentenceTopics topics = new SentenceTopics(words, from, to, draft.tongue());
    for (Phrase phrase : Phrases.of(words, from, to)) {
      int head = phrase.tokens().getFirst().start();
      if (Marks.isInBrackets(words.text(), candidate.span().start(), head)
          || !candidate.shows(head)) {
        continue;
      }
      addParts(phrase, words, topics, candidate.order());
    }
  }

  /// The phrase and what can stand for itself within it.
  private void addParts(Phrase phrase, ParagraphWords words, SentenceTopics topics, int order) {
    int size = phrase.tokens().size();
    for (int start = 0; start < size; start++) {
      for (int end = start + 1; end <= size; end++) {
        Phrase part = Phrases.part(words, phrase, start, end);
        if (part != null) {
          Found one = add(part, phrase, start, end, order);
          if (end == size && topics.isTopic(part)) {
            one.addTopic(part, order);
          }
        }
      }
    }
  }

  private Found add(Phrase part, Phrase whole, int start, int end, int order) {
    Found one = found.computeIfAbsent(part.key(), _ -> new Found(part));
    one.holders.add(order);
    List<Token> tokens = whole.tokens();
    if (start == 0) {
      one.begins = true;
    } else {
      one.before.add(tokens.get(start - 1).term());
    }
    if (end == tokens.size()) {
      one.ends = true;
    } else {
      one.after.add(tokens.get(end).term());
    }
    return one;
  }

  /// How many places a phrase has at most inside a longer one.
  private void markPartsOfLonger() {
    for (Found one : found.values()) {
      if (one.holders.size() > 1) {
        markParts(one.phrase.tokens(), one.holders.size());
      }
    }
  }

  private void markParts(List<Token> tokens, int holders) {
    int size = tokens.size();
    for (int start = 0; start < size; start++) {
      int last = start == 0 ? size - 1 : size;
      for (int end = start + 1; end <= last; end++) {
        Found part = found.get(Phrase.key(tokens.subList(start, end)));
        if (part != null) {
          part.longest = Math.max(part.longest, holders);
        }
      }
    }
  }

  private Theme theme(Found one) {
    return new Theme(one.phrase, Set.copyOf(one.topicOf), worth(one));
  }

  private double worth(Found one) {
    List<Token> tokens = one.phrase.tokens();
    boolean lone = tokens.size() == 1;
    int length = one.phrase.text().length();
    boolean chinese = draft.tongue().isChinese();
    if (lone && (!chinese || length < SHORTEST_LONE)
        || chinese && isLatin(one.phrase)
        || isShouted(one.phrase)
        || isSubject(one)
        || draft.tongue().isEmptyHeading(one.phrase.text())
        || draft.tongue().isEmptyHeading(one.phrase.key())
        || isTitled(tokens)
        || isSuperlative(one.phrase)) {
      return 0;
    }
    boolean verb = tokens.getFirst().role() == Role.ACTION;
    return namesSomething(tokens)
        ? Math.sqrt(one.phrase.rarity())
            * Math.log(1 + Math.min(6, one.holders.size()))
            * (isOnlyNames(tokens) ? ONLY_NAMES : lone ? ONE_WORD : 1)
            * (verb ? VERB_PERHAPS : 1)
        : 0;
  }

  /// What the title says already, or what the whole article is about.
  private boolean isSubject(Found one) {
    boolean inTitle =
        one.phrase.tokens().stream()
            .filter(Token::isContent)
            .allMatch(token -> draft.terms().isReadInTitle(token));
    Set<Integer> paragraphs = new HashSet<>();
    one.holders.forEach(order -> paragraphs.add(draft.candidates().get(order).paragraph()));
    return inTitle
        || isEverywhere(one.holders.size(), draft.candidates().size())
        || isEverywhere(paragraphs.size(), paragraphCount);
  }

  private static boolean isEverywhere(int held, int all) {
    return held > FEW && held > EVERYWHERE * all;
  }

  /// `largest investment`: which one, is told in the sentence only.
  private static boolean isSuperlative(Phrase phrase) {
    Token first = phrase.tokens().getFirst();
    return !first.isContent() && first.term().endsWith("est");
  }

  /// `President Biden`, 习近平主席: an office and who holds it say who, not what.
  private boolean isTitled(List<Token> tokens) {
    Token first = tokens.getFirst();
    Token last = tokens.getLast();
    boolean before = !draft.tongue().isChinese() && !first.isContent() && last.role() == Role.NAME;
    boolean behind =
        draft.tongue().isChinese()
            ? !last.isContent() && first.role() == Role.NAME
            : isOffice(last);
    return tokens.size() > 1 && (before || behind) && isOnlyNames(tokens);
  }

  /// A general noun with a capital.
  private static boolean isOffice(Token token) {
    return !token.isContent() && token.role() == Role.NAME;
  }

  /// `PRESIDENT BIDEN`: a label or the name of a speaker.
  private static boolean isShouted(Phrase phrase) {
    String text = phrase.text();
    return text.indexOf(' ') > 0
        && text.equals(text.toUpperCase(Locale.ROOT))
        && text.chars().noneMatch(c -> c >= 0x2e80);
  }

  private static boolean isLatin(Phrase phrase) {
    return phrase.text().chars().allMatch(c -> c < 0x2e80);
  }

  /// Whether a word of it can stand for a subject: qualities and general nouns cannot.
  private static boolean namesSomething(List<Token> tokens) {
    return tokens.stream()
        .anyMatch(
            token ->
                token.isContent()
                    && (token.role() == Role.NOUN
                        || token.role() == Role.NAME
                        || token.role() == Role.ACTION));
  }

  private static boolean isOnlyNames(List<Token> tokens) {
    return tokens.stream()
        .allMatch(token -> token.role() == Role.NAME || token.role() == Role.GENERAL);
  }
}
