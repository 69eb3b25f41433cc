package dev.assay.desk.note;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Paragraph;
import dev.assay.article.ReaderId;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The notes of readers. Safe for use by many threads.
public final class Notes {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int ID_BITS = 50;
  private static final int ID_LENGTH = 10;
  private static final int RADIX = 32;

  private final Store store;
  private final InstantSource clock;

  /// @param store opened to write, for what changes notes
  public Notes(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Why a note cannot be kept.
  public enum Mistake {
    NO_ARTICLE,
    NO_PARAGRAPH,
    NO_QUOTE,
    TOO_LONG,
    NO_NOTE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What became of a note.
  public sealed interface Kept {
    record Done(PlacedNote note) implements Kept {}

    record Refused(Mistake mistake) implements Kept {}
  }

  /// The words of a paragraph that a note is to stand on.
  public sealed interface Where {
    /// All of them.
    record Whole() implements Where {}

    /// Those at a place.
    record At(Span span) implements Where {}

    /// The first that read so.
    record Quoted(String words) implements Where {}
  }

  /// Keeps a note.
  public Kept add(
      ReaderId reader,
      ArticleId article,
      int paragraph,
      Where where,
      String text,
      List<String> tags) {
    Optional<Article> found = articles(List.of(article)).values().stream().findFirst();
    if (found.isEmpty()) {
      return new Kept.Refused(Mistake.NO_ARTICLE);
    }
    if (paragraph < 1 || paragraph > found.get().paragraphs().size()) {
      return new Kept.Refused(Mistake.NO_PARAGRAPH);
    }
    Paragraph stands = found.get().paragraph(paragraph);
    Optional<Span> span = span(stands.text(), where);
    if (span.isEmpty()) {
      return new Kept.Refused(Mistake.NO_QUOTE);
    }
    Note note =
        new Note(
            newId(),
            article,
            Anchor.of(stands, span.get()),
            text.strip(),
            clean(tags),
            clock.instant(),
            clock.instant());
    if (isTooLong(note)) {
      return new Kept.Refused(Mistake.TOO_LONG);
    }
    store.change(session -> new NoteTable(session, reader).add(note));
    return new Kept.Done(new PlacedNote(note, found.get()));
  }

  private static Optional<Span> span(String text, Where where) {
    return switch (where) {
      case Where.Whole() -> Optional.of(new Span(0, text.length()));
      case Where.At(Span span) ->
          span.end() <= text.length() ? Optional.of(span) : Optional.empty();
      case Where.Quoted(String words) -> {
        int at = words.isEmpty() ? -1 : text.indexOf(words);
        yield at < 0 ? Optional.empty() : Optional.of(new Span(at, at + words.length()));
      }
    };
  }

  private static List<String> clean(List<String> tags) {
    return tags.stream()
        .map(tag -> tag.replaceAll("\\s+", " ").strip())
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  private static boolean isTooLong(Note note) {
    return note.text().length() > Note.LONGEST_TEXT
        || note.anchor().exact().length() > Note.LONGEST_QUOTE
        || note.tags().size() > Note.MOST_TAGS
        || note.tags().stream().anyMatch(tag -> tag.length() > Note.LONGEST_TAG);
  }

  static String newId() {
    String digits = new BigInteger(ID_BITS, CHANCE).toString(RADIX);
    return "0".repeat(ID_LENGTH - digits.length()) + digits;
  }

  /// Gives a note other words.
  public Kept change(ReaderId reader, String id, String text, List<String> tags) {
    Optional<Note> known = store.read(session -> new NoteTable(session, reader).find(id));
    if (known.isEmpty()) {
      return new Kept.Refused(Mistake.NO_NOTE);
    }
    Note note = known.get().with(text.strip(), clean(tags), clock.instant());
    if (isTooLong(note)) {
      return new Kept.Refused(Mistake.TOO_LONG);
    }
    store.change(session -> new NoteTable(session, reader).change(note));
    return new Kept.Done(placed(List.of(note)).getFirst());
  }

  /// Takes a note away; false if the reader has none of that id.
  public boolean remove(ReaderId reader, String id) {
    return store.write(session -> new NoteTable(session, reader).remove(id));
  }

  public Optional<PlacedNote> find(ReaderId reader, String id) {
    return store
        .read(session -> new NoteTable(session, reader).find(id))
        .map(note -> placed(List.of(note)).getFirst());
  }

  /// Notes with their articles, the newest first.
  public List<PlacedNote> list(ReaderId reader, NoteQuery query) {
    return placed(store.read(session -> new NoteTable(session, reader).list(query)));
  }

  /// The reader's notes on an article that is at hand, in the order of the text; those whose words
  /// are gone come last.
  public List<PlacedNote> on(ReaderId reader, Article article) {
    return store
        .read(session -> new NoteTable(session, reader).list(NoteQuery.on(article.id())))
        .stream()
        .map(note -> new PlacedNote(note, article))
        .sorted(PlacedNote.IN_ORDER)
        .toList();
  }

  public long count(ReaderId reader, NoteQuery query) {
    return store.read(session -> new NoteTable(session, reader).count(query));
  }

  /// How many notes bear each of the reader's tags, the commonest first.
  public Map<String, Long> tags(ReaderId reader) {
    return store.read(session -> new NoteTable(session, reader).tags());
  }

  private List<PlacedNote> placed(List<Note> notes) {
    Map<ArticleId, Article> articles =
        articles(notes.stream().map(Note::article).collect(Collectors.toSet()));
    return notes.stream()
        .flatMap(
            note ->
                Stream.ofNullable(articles.get(note.article()))
                    .map(article -> new PlacedNote(note, article)))
        .toList();
  }

  private Map<ArticleId, Article> articles(Collection<ArticleId> ids) {
    return store
        .<Map<ArticleId, StoredArticle>>read(session -> session.articles().find(ids))
        .values()
        .stream()
        .collect(Collectors.toMap(StoredArticle::id, StoredArticle::article));
  }

  /// As notes are searched: in lower case and simplified characters.
  static String folded(String text) {
    return HanScript.simplify(text).toLowerCase(Locale.ROOT);
  }

  /// Tags as they are typed, with commas between.
  public static List<String> tagsOf(String typed) {
    return Arrays.stream(typed.split("[,，、;；\n]"))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }
}
