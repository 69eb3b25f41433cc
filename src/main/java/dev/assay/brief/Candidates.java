package dev.assay.brief;

import dev.assay.analyze.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.Standing.Stand;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the sentences of an article that could stand in a brief on their own.
final class Candidates {

  private static final String CLAUSE_ENDS = "；;";

  private final Tongue tongue;
  private final List<Candidate> found = new ArrayList<>();
  private int section;

  private Candidates(Tongue tongue) {
    this.tongue = tongue;
  }

  /// The candidates in the order of the text.
  ///
  /// @param words the words of each paragraph, by its number less one
  static List<Candidate> of(Article article, List<Words> words, Tongue tongue) {
    Candidates candidates = new Candidates(tongue);
    for (Paragraph paragraph : article.paragraphs()) {
      candidates.read(paragraph, words.get(paragraph.number() - 1));
    }
    return candidates.found;
  }

  private void read(Paragraph paragraph, Words words) {
    switch (paragraph.kind()) {
      case HEADING -> section++;
      case TABLE, CAPTION -> {}
      case TEXT, LIST, QUOTE -> {
        addSentences(paragraph, words, Dateline.end(paragraph.text()));
      }
    }
  }

  private void addSentences(Paragraph paragraph, Words words, int from) {
    String text = paragraph.text();
    boolean first = true;
    for (Span sentence : wholeQuotes(text, Sentences.of(text.substring(from)), from)) {
      if (Speaker.asks(text, sentence.start())) {
        first = false;
        continue;
      }
      Span said = Speaker.words(text, sentence);
      for (Span part : parts(words, said)) {
        boolean opens = first;
        if (part.start() == said.start() || beginsWithNoun(words, part)) {
          standing(words, part)
              .map(stand -> candidate(paragraph, words, stand, opens))
              .ifPresent(found::add);
        }
        first = false;
      }
    }
  }

  /// A later clause must have a subject of its own.
  private static boolean beginsWithNoun(Words words, Span clause) {
    int index = words.indexAt(clause.start());
    return index < words.size()
        && switch (words.token(index).role()) {
          case NOUN, NAME -> true;
          case ACTION, GENERAL, MODIFIER, PIECE, VERB, NUMBER, FUNCTION, BREAK -> false;
        };
  }

  /// Joins sentences that a quotation runs through, while the whole is short enough to be shown.
  private List<Span> wholeQuotes(String text, List<Span> sentences, int offset) {
    List<Span> joined = new ArrayList<>();
    int start = -1;
    int end = 0;
    for (Span sentence : sentences) {
      start = start < 0 ? sentence.start() + offset : start;
      end = sentence.end() + offset;
      boolean tooLong = end - start > tongue.most() * (tongue.isChinese() ? 1 : 7);
      if (tooLong || Marks.areBalanced(text, start, end)) {
        joined.add(new Span(start, end));
        start = -1;
      }
    }
    if (start >= 0) {
      joined.add(new Span(start, end));
    }
    return joined;
  }

  /// A long sentence as its clauses between semicolons, if it has them.
  private List<Span> parts(Words words, Span sentence) {
    if (units(words, sentence) <= tongue.wanted()) {
      return List.of(sentence);
    }
    List<Span> clauses = new ArrayList<>();
    int start = sentence.start();
    for (int i = start; i < sentence.end(); i++) {
      if (CLAUSE_ENDS.indexOf(words.text().charAt(i)) >= 0) {
        clauses.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    if (start < sentence.end()) {
      clauses.add(new Span(start, sentence.end()));
    }
    return clauses;
  }

  private int units(Words words, Span span) {
    return tongue.units(words, words.indexAt(span.start()), words.indexAt(span.end()));
  }

  private Optional<Stand> standing(Words words, Span sentence) {
    return Standing.of(words, sentence, tongue)
        .filter(stand -> Marks.areBalanced(words.text(), stand.span().start(), stand.span().end()));
  }

  private Candidate candidate(Paragraph paragraph, Words words, Stand stand, boolean opens) {
    Span span = stand.span();
    return new Candidate(
        found.size(),
        paragraph.number(),
        section,
        span,
        shown(span.in(paragraph.text())),
        words.tokens().subList(words.indexAt(span.start()), words.indexAt(span.end())),
        units(words, span),
        opens,
        stand.fitness());
  }

  /// The words with a capital at the head and a full stop for a last semicolon.
  private String shown(String text) {
    String head = text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    char last = head.charAt(head.length() - 1);
    return CLAUSE_ENDS.indexOf(last) < 0
        ? head
        : head.substring(0, head.length() - 1) + (tongue.isChinese() ? "。" : ".");
  }
}
