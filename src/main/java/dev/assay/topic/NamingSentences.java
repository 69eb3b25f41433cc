package dev.assay.topic;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Tag.Mention;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.text.SaidSentences;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Paragraph;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.store.StoredArticle;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What an article says of a thing: its own sentences that name it, by any of its names. Those of
/// the articles that were shown last are kept. Safe for use by many threads.
public final class NamingSentences {

  /// Sentences of one article.
  static final int MOST = 3;

  private static final int MOST_KEPT = 4_000;

  /// Paragraphs that are looked through; a book that names a thing only later names it in passing.
  private static final int MOST_PARAGRAPHS = 200;

  /// Letters of a sentence that is read at a glance, in Latin script; Han characters count double.
  private static final int LEAST_LETTERS = 25;

  private static final int MOST_LETTERS = 320;

  /// The end of a sentence; a line without it is a heading, though nothing marks it.
  private static final Pattern WHOLE = Pattern.compile("[。！？.!?…;；][\"”’』」)）]*\\s*$");

  private final Supplier<TagMatcher> matcher;
  private final Map<Key, List<BriefSentence>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<BriefSentence>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Key(ArticleId article, long sequence, List<String> things, String names) {}

  /// A sentence with what speaks for showing it.
  private record Candidate(int paragraph, Span sentence, int weight) {}

  /// @param matcher finds names; asked when a text is looked through
  public NamingSentences(Supplier<TagMatcher> matcher) {
    this.matcher = matcher;
  }

  /// The sentences that name any of `things`, at most [#MOST], in the order of the article; none if
  /// only its title does.
  public List<BriefSentence> of(StoredArticle stored, List<String> things) {
    TagMatcher names = matcher.get();
    Key key = new Key(stored.id(), stored.sequence(), things, names.version());
    synchronized (kept) {
      List<BriefSentence> known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    List<BriefSentence> found = naming(stored.article(), mentions(stored.article(), things, names));
    synchronized (kept) {
      kept.put(key, found);
    }
    return found;
  }

  private static List<Mention> mentions(Article article, List<String> things, TagMatcher names) {
    List<String> paragraphs =
        article.paragraphs().stream().limit(MOST_PARAGRAPHS).map(Paragraph::text).toList();
    return names.match(article.title(), paragraphs).stream()
        .filter(tag -> things.contains(tag.entity()))
        .flatMap(tag -> tag.mentions().stream())
        .filter(mention -> mention.paragraph() != Tag.TITLE)
        .toList();
  }

  /// The sentences around these places, the best of them in the order of the article.
  public static List<BriefSentence> naming(Article article, Collection<Mention> places) {
    Map<Citation, Candidate> candidates = new LinkedHashMap<>();
    Map<Integer, List<Span>> sentences = new HashMap<>();
    for (Mention place : places) {
      Paragraph paragraph = article.paragraph(place.paragraph());
      for (Span sentence :
          sentences.computeIfAbsent(paragraph.number(), _ -> SaidSentences.of(paragraph))) {
        if (sentence.start() <= place.span().start() && place.span().start() < sentence.end()) {
          candidates.putIfAbsent(
              new Citation(article.id(), paragraph.number(), sentence),
              new Candidate(
                  paragraph.number(), sentence, weight(paragraph, sentence, place.span())));
        }
      }
    }
    return candidates.values().stream()
        .sorted(Comparator.comparingInt(Candidate::weight).reversed())
        .limit(MOST)
        .sorted(
            Comparator.comparingInt(Candidate::paragraph)
                .thenComparingInt(candidate -> candidate.sentence().start()))
        .map(candidate -> sentence(article, candidate.paragraph(), candidate.sentence()))
        .toList();
  }

  /// A sentence of an article, on one line.
  public static BriefSentence sentence(Article article, int paragraph, Span sentence) {
    String text = article.paragraph(paragraph).text();
    return new BriefSentence(
        sentence.in(text).replace('\n', ' ').replace(Paragraph.CELL, " "),
        List.of(new Citation(article.id(), paragraph, sentence)));
  }

  /// A sentence of running text, at the opening, that is whole and begins with the name says most
  /// of it.
  private static int weight(Paragraph paragraph, Span sentence, Span name) {
    String text = sentence.in(paragraph.text());
    int letters = text.codePoints().map(c -> HanScript.isHan((char) c) ? 2 : 1).sum();
    boolean opens = name.start() - sentence.start() <= letters / 5;
    boolean fits = letters >= LEAST_LETTERS && letters <= MOST_LETTERS;
    boolean runs =
        switch (paragraph.kind()) {
          case TEXT, QUOTE, LIST -> true;
          case HEADING, TABLE, CAPTION -> false;
        };
    boolean whole = WHOLE.matcher(text).find();
    return (runs ? 3 : 0)
        + (whole && paragraph.number() <= 2 ? 3 : 0)
        + (whole ? 2 : 0)
        + (fits ? 2 : 0)
        + (opens ? 1 : 0)
        + (text.chars().anyMatch(Character::isDigit) ? 1 : 0);
  }
}
