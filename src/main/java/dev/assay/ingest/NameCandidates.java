package dev.assay.ingest;

import dev.assay.analyze.name.Candidate;
import dev.assay.analyze.name.CandidatePool;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cite.Citation;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable.Place;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Names that nobody knows yet: what looks like one in the newest articles and that neither a pack
/// nor the user has, with examples, for a person to take or to dismiss. Nothing is added by itself.
///
/// [#refresh] takes some seconds; pages show what it found last. Safe for use by many threads.
public final class NameCandidates {

  /// So many of the newest articles are looked through: enough for what is new to stand in several.
  private static final int ARTICLES = 500;

  private static final int STEP = 50;

  /// More than a person goes through.
  private static final int MOST = 100;

  private static final int EXAMPLES = 3;

  /// Characters of an example on either side of the name.
  private static final int CONTEXT = 60;

  private final Store store;
  private final NameBook book;
  private volatile Found last = new Found("", List.of());

  private record Found(String state, List<Proposal> proposals) {}

  public NameCandidates(Store store, NameBook book) {
    this.store = store;
    this.book = book;
  }

  /// Something that looks like a name.
  ///
  /// @param guess what it may be
  /// @param articles in how many texts it stands, copies not counted
  /// @param examples at most three, of different articles, the newest first
  public record Proposal(
      String name, Language language, EntityType guess, long articles, List<Example> examples) {
    public Proposal {
      examples = List.copyOf(examples);
    }
  }

  /// One place where it stands, with the words around it.
  public record Example(
      ArticleId article,
      String title,
      Language language,
      int paragraph,
      String before,
      String after) {}

  /// What was found last, without what was taken or dismissed since.
  public List<Proposal> last() {
    Set<String> dismissed = book.dismissed();
    Names names = book.names();
    return last.proposals().stream()
        .filter(proposal -> isOpen(proposal.name(), names, dismissed))
        .toList();
  }

  private static boolean isOpen(String name, Names names, Set<String> dismissed) {
    return names.exactly(name).isEmpty() && !dismissed.contains(Names.key(name));
  }

  /// Looks through the newest articles, unless nothing was stored or said since the last time.
  public List<Proposal> refresh() {
    String state =
        store.<Long>read(session -> session.articles().lastSequence()) + book.names().version();
    if (!last.state().equals(state)) {
      last = new Found(state, find());
    }
    return last();
  }

  private List<Proposal> find() {
    Set<String> dismissed = book.dismissed();
    Names names = book.names();
    CandidatePool pool = new CandidatePool(names.lexicon());
    Map<ArticleId, Article> articles = new LinkedHashMap<>();
    for (Article article : newest()) {
      articles.put(article.id(), article);
      pool.add(article, book.matcher().match(article));
    }
    return pool.best(Integer.MAX_VALUE).stream()
        .filter(candidate -> isOpen(candidate.name(), names, dismissed))
        .limit(MOST)
        .map(candidate -> proposal(candidate, articles))
        .toList();
  }

  /// The newest articles that are no copies.
  private List<Article> newest() {
    List<ArticleId> ids =
        store
            .<List<ArticleHead>>read(session -> session.articles().newest(Place.START, ARTICLES))
            .stream()
            .filter(head -> !head.isCopy())
            .map(ArticleHead::id)
            .toList();
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ids.size(); i += STEP) {
      List<ArticleId> step = ids.subList(i, Math.min(i + STEP, ids.size()));
      store
          .<Map<ArticleId, StoredArticle>>read(session -> session.articles().find(step))
          .values()
          .forEach(stored -> articles.add(stored.article()));
    }
    return articles;
  }

  private static Proposal proposal(Candidate candidate, Map<ArticleId, Article> articles) {
    Set<ArticleId> seen = new HashSet<>();
    List<Example> examples =
        candidate.places().stream()
            .filter(place -> seen.add(place.article()))
            .limit(EXAMPLES)
            .map(place -> example(place, Objects.requireNonNull(articles.get(place.article()))))
            .toList();
    Language language = LanguageDetector.detect(candidate.name(), Language.EN);
    return new Proposal(
        candidate.name(), language, candidate.guess(), candidate.articles(), examples);
  }

  private static Example example(Citation place, Article article) {
    String text = article.paragraph(place.paragraph()).text();
    int start = place.span().start();
    int end = place.span().end();
    int from = wordEdge(text, Math.max(0, start - CONTEXT), 1, start);
    int to = wordEdge(text, Math.min(text.length(), end + CONTEXT), -1, end);
    return new Example(
        article.id(),
        article.title(),
        article.language(),
        place.paragraph(),
        (from == 0 ? "" : "… ") + text.substring(from, start),
        text.substring(end, to) + (to == text.length() ? "" : " …"));
  }

  /// The nearest place from `at` on to `last` that is not within a spaced word.
  private static int wordEdge(String text, int at, int step, int last) {
    int edge = at;
    while (edge != last && edge > 0 && edge < text.length() && isWithinWord(text, edge)) {
      edge += step;
    }
    return edge;
  }

  private static boolean isWithinWord(String text, int at) {
    return isSpacedLetter(text.charAt(at - 1)) && isSpacedLetter(text.charAt(at));
  }

  private static boolean isSpacedLetter(char c) {
    return Character.isLetterOrDigit(c) && !HanScript.isHan(c);
  }
}
