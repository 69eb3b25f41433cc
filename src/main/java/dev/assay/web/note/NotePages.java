package dev.assay.web.note;

import dev.assay.access.Visitor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.ReaderId;
import dev.assay.cite.Span;
import dev.assay.desk.note.NoteQuery;
import dev.assay.desk.note.Notes;
import dev.assay.desk.note.PlacedNote;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Topics;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages of notes. Safe for use by many threads.
public final class NotePages {

  private static final int PAGE = 50;

  private final Notes notes;
  private final Topics topics;
  private final PageWriter writer = new PageWriter();

  public NotePages(Notes notes, Topics topics) {
    this.notes = notes;
    this.topics = topics;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/notes", this::list);
    config.routes.post("/notes/{id}", this::change);
    config.routes.post("/notes/{id}/remove", this::remove);
    config.routes.get("/articles/{id}/paragraphs/{number}/note", this::form);
    config.routes.post("/articles/{id}/paragraphs/{number}/note", this::add);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void list(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    String words = text(context.queryParam("q"));
    String tag = text(context.queryParam("tag"));
    int from = Math.max(0, number(context.queryParam("from")));
    NoteQuery query = new NoteQuery(words, tag, null, from, PAGE);
    long total = notes.count(reader(context), query);
    writer.write(
        context,
        "notes",
        Map.of(
            "frame",
            frame,
            "list",
            new NoteList(
                words,
                tag,
                total,
                notes.list(reader(context), query),
                notes.tags(reader(context)),
                from + PAGE < total ? from + PAGE : -1)));
  }

  private void form(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Paragraph paragraph = paragraph(context, article(context));
    Optional<Span> chosen = chosen(context, paragraph.text());
    write(
        context,
        frame,
        article(context),
        new Draft(
            paragraph,
            chosen.map(span -> span.in(paragraph.text())).orElse(""),
            chosen.map(Span::start).orElse(-1),
            ""));
  }

  private void write(Context context, Frame frame, Article article, Draft draft) {
    List<PlacedNote> here =
        notes.on(reader(context), article).stream()
            .filter(
                note ->
                    note.place() != null && note.place().paragraph() == draft.paragraph().number())
            .toList();
    writer.write(
        context,
        "note",
        Map.of(
            "frame",
            frame,
            "article",
            article,
            "draft",
            draft,
            "notes",
            here,
            "tags",
            notes.tags(reader(context)).keySet()));
  }

  /// The words between the fields `from` and `to`, without blanks around them; empty without them.
  private static Optional<Span> chosen(Context context, String text) {
    int from = number(context.queryParam("from"));
    int to = Math.min(text.length(), number(context.queryParam("to")));
    while (from >= 0 && from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return from >= 0 && to > from ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private void add(Context context) {
    Article article = article(context);
    Paragraph paragraph = paragraph(context, article);
    String quote = text(context.formParam("quote"));
    Notes.Kept kept =
        notes.add(
            reader(context),
            article.id(),
            paragraph.number(),
            where(context, paragraph.text(), quote),
            text(context.formParam("note")),
            Notes.tagsOf(text(context.formParam("tags"))));
    switch (kept) {
      case Notes.Kept.Done _ ->
          context.redirect(Links.paragraph(article.id(), paragraph.number()), HttpStatus.SEE_OTHER);
      case Notes.Kept.Refused(Notes.Mistake mistake) -> {
        Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
        context.status(HttpStatus.BAD_REQUEST);
        String why = frame.say().text("note.refused." + mistake.word());
        write(context, frame, article, new Draft(paragraph, quote, -1, why));
      }
    }
  }

  /// The place that a selection named, if the words are still those that stand there.
  private static Notes.Where where(Context context, String text, String quote) {
    if (quote.isEmpty()) {
      return new Notes.Where.Whole();
    }
    int from = number(context.formParam("from"));
    return from >= 0 && text.startsWith(quote, from)
        ? new Notes.Where.At(new Span(from, from + quote.length()))
        : new Notes.Where.Quoted(quote);
  }

  private void change(Context context) {
    Notes.Kept kept =
        notes.change(
            reader(context),
            context.pathParam("id"),
            text(context.formParam("note")),
            Notes.tagsOf(text(context.formParam("tags"))));
    switch (kept) {
      case Notes.Kept.Done(PlacedNote note) ->
          context.redirect(Links.note(note.note().id()), HttpStatus.SEE_OTHER);
      case Notes.Kept.Refused(Notes.Mistake mistake) -> {
        if (mistake == Notes.Mistake.NO_NOTE) {
          throw new NotFoundResponse();
        }
        throw new BadRequestResponse(Reader.words(context).text("note.refused." + mistake.word()));
      }
    }
  }

  private void remove(Context context) {
    if (!notes.remove(reader(context), context.pathParam("id"))) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.notes(), HttpStatus.SEE_OTHER);
  }

  private Article article(Context context) {
    return ArticleId.parse(context.pathParam("id"))
        .flatMap(id -> topics.article(id, Language.EN))
        .map(ArticlePage::article)
        .orElseThrow(NotFoundResponse::new);
  }

  private static Paragraph paragraph(Context context, Article article) {
    int number = number(context.pathParam("number"));
    if (number < 1 || number > article.paragraphs().size()) {
      throw new NotFoundResponse();
    }
    return article.paragraph(number);
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field.replace("\r\n", "\n").strip();
  }

  /// A whole number, or -1.
  private static int number(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(-1);
  }

  /// A note that is being written.
  ///
  /// @param quote the words it is about; empty for the whole paragraph
  /// @param at where they begin; -1 if only the words are known
  /// @param mistake why it was not kept; empty before it was sent
  public record Draft(Paragraph paragraph, String quote, int at, String mistake) {}

  /// The list as it is shown.
  ///
  /// @param words what was searched for; empty for all
  /// @param next how many are passed over on the page after; -1 on the last
  public record NoteList(
      String words,
      String tag,
      long total,
      List<PlacedNote> notes,
      Map<String, Long> tags,
      int next) {

    /// The address of the page after.
    public String nextAddress() {
      return Links.notes(words, tag)
          + (words.isEmpty() && tag.isEmpty() ? "?" : "&")
          + "from="
          + next;
    }

    /// The same notes as annotations for other programs.
    public String annotations() {
      return Links.annotations(words, tag);
    }
  }
}
