package dev.assay.ingest;

import dev.assay.analyze.name.ReadId;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.TagTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the machine alone takes for names and neither a pack nor the user has, with examples, for a
/// person to confirm, to join to another name, or to dismiss. They are tags already.
///
/// [#refresh] takes some tenths of a second; pages show what it found last. Safe for use by many
/// threads.
public final class NameCandidates {

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

  /// A name that was read.
  ///
  /// @param guess what it was taken for
  /// @param articles in how many texts it stands, copies not counted
  /// @param examples at most three, of different articles, the newest first
  public record Proposal(
      String name, Language language, EntityType guess, long articles, List<Example> examples) {
    public Proposal {
      examples = List.copyOf(examples);
    }
  }

  /// One place where it stands, with the words around it.
  ///
  /// @param written the name as the article writes it
  public record Example(
      ArticleId article,
      String title,
      Language language,
      int paragraph,
      String before,
      String written,
      String after) {}

  /// What was found last, without what was taken or dismissed since.
  public List<Proposal> last() {
    Names names = book.names();
    return last.proposals().stream().filter(proposal -> isOpen(proposal.name(), names)).toList();
  }

  private static boolean isOpen(String name, Names names) {
    return names.exactly(name).isEmpty() && !names.isNoName(name);
  }

  /// Looks through the tags, unless nothing was stored or said since the last time.
  public List<Proposal> refresh() {
    String state =
        store.<Long>read(session -> session.articles().lastSequence()) + book.names().version();
    if (!last.state().equals(state)) {
      last = new Found(state, store.read(this::find));
    }
    return last();
  }

  private List<Proposal> find(Session session) {
    Names names = book.names();
    return session.tags().read(2 * MOST).stream()
        .flatMap(
            count ->
                ReadId.parse(count.entityId()).map(id -> proposal(session, id, count)).stream())
        .filter(proposal -> isOpen(proposal.name(), names))
        .filter(proposal -> !proposal.examples().isEmpty()) // it stands in titles alone
        .limit(MOST)
        .toList();
  }

  /// The newest articles that are tagged with what is called `name`, known or read, each with a
  /// place where one of its names stands; without those whose title alone names it.
  public List<Example> articles(String name) {
    List<Spelling> spellings = book.namesOf(name).stream().map(Spelling::of).toList();
    return store.read(
        session -> {
          List<ArticleId> newest =
              book.idsOf(name).stream()
                  .flatMap(id -> session.tags().newestAbout(id, NameBook.MOST_SPLIT).stream())
                  .distinct()
                  .limit(NameBook.MOST_SPLIT)
                  .toList();
          return session.articles().find(newest).values().stream()
              .flatMap(stored -> example(spellings, stored.article()).stream())
              .toList();
        });
  }

  private static Proposal proposal(Session session, ReadId id, TagTable.Count count) {
    List<ArticleId> newest = session.tags().newestAbout(count.entityId(), EXAMPLES);
    List<Spelling> spellings = List.of(Spelling.of(id.name()));
    List<Example> examples = new ArrayList<>();
    session.articles().find(newest).values().stream()
        .map(StoredArticle::article)
        .forEach(article -> example(spellings, article).ifPresent(examples::add));
    return new Proposal(
        id.name(),
        LanguageDetector.detect(id.name(), Language.EN),
        id.type(),
        count.articles(),
        examples);
  }

  /// The first paragraph that has one of the names, in either script, in capitals or not.
  private static Optional<Example> example(List<Spelling> names, Article article) {
    for (Paragraph paragraph : article.paragraphs()) {
      String folded = new String(Folding.fold(paragraph.text()));
      for (Spelling name : names) {
        int at = name.in(paragraph.text(), folded);
        if (at >= 0) {
          return Optional.of(example(article, paragraph, at, at + name.text().length()));
        }
      }
    }
    return Optional.empty();
  }

  /// A name as it is looked for in texts.
  private record Spelling(String text, String folded) {

    static Spelling of(String name) {
      return new Spelling(name, new String(Folding.fold(name)));
    }

    /// Where it first stands in a text, -1 if nowhere: not within a word, and with its capitals
    /// (`US` is neither in `thus` nor `us`).
    int in(String paragraph, String foldedParagraph) {
      int at = foldedParagraph.indexOf(folded);
      while (at >= 0 && !isAt(paragraph, at)) {
        at = foldedParagraph.indexOf(folded, at + 1);
      }
      return at;
    }

    private boolean isAt(String paragraph, int at) {
      int end = at + text.length();
      int word = end < paragraph.length() && paragraph.charAt(end) == 's' ? end + 1 : end;
      return !isInWord(paragraph, at)
          && (!isInWord(paragraph, end) || !isInWord(paragraph, word))
          && IntStream.range(0, text.length())
              .filter(i -> Character.isUpperCase(text.charAt(i)))
              .allMatch(i -> Character.isUpperCase(paragraph.charAt(at + i)));
    }

    private static boolean isInWord(String text, int at) {
      return at > 0 && at < text.length() && isWithinWord(text, at);
    }
  }

  private static Example example(Article article, Paragraph paragraph, int start, int end) {
    String text = paragraph.text();
    int from = wordEdge(text, Math.max(0, start - CONTEXT), 1, start);
    int to = wordEdge(text, Math.min(text.length(), end + CONTEXT), -1, end);
    return new Example(
        article.id(),
        article.title(),
        article.language(),
        paragraph.number(),
        (from == 0 ? "" : "… ") + text.substring(from, start),
        text.substring(start, end),
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
