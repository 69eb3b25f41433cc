package dev.assay.web.upkeep;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.NameCandidates.Proposal;
import dev.assay.ingest.NameChange;
import dev.assay.ingest.SaidName;
import dev.assay.ingest.Tagging;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.topic.Name;
import dev.assay.topic.Topics;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user says of names and topics: forms that work with scripts off, and the page that
/// lists it. Safe for use by many threads.
public final class NamePages {

  /// Fields of a form are cut here; no name is as long.
  private static final int MOST_LETTERS = 200;

  private static final int MOST_COMPLETIONS = 8;
  private static final int MOST_TITLES = 5;

  /// The others come as these are decided.
  private static final int MOST_CANDIDATES = 30;

  private final NameBook book;
  private final Tagging tagging;
  private final NameCandidates candidates;
  private final Topics topics;
  private final Search search;
  private final PageWriter writer = new PageWriter();

  public NamePages(
      NameBook book, Tagging tagging, NameCandidates candidates, Topics topics, Search search) {
    this.book = book;
    this.candidates = candidates;
    this.tagging = tagging;
    this.topics = topics;
    this.search = search;
  }

  /// A name that the user gave or took, as the page shows it.
  ///
  /// @param thing what it is a name of, in the reader's language
  public record Line(Name thing, Name name, boolean taken) {}

  /// One line of a search box's list: a name, or the title of an article.
  ///
  /// @param label what the thing is called in the reader's language; of an article its source
  public record Choice(String name, String label) {}

  public void register(JavalinConfig config) {
    config.routes.get("/names", this::names);
    config.routes.get("/names/complete", this::complete);
    config.routes.post("/names/add", this::add);
    config.routes.post("/names/new", this::make);
    config.routes.post("/names/rename", this::rename);
    config.routes.post("/names/remove", this::remove);
    config.routes.post("/names/dismiss", this::dismiss);
    config.routes.get("/names/split", this::splitting);
    config.routes.post("/names/split", this::split);
    config.routes.post("/topics/follow", this::follow);
    config.routes.post("/topics/unfollow", this::unfollow);
  }

  private void names(Context context) {
    Messages say = Reader.words(context);
    List<Proposal> shown = candidates.last();
    writer.write(
        context,
        "names",
        Map.of(
            "frame", writer.frame(context, say, Frame.Part.ELSEWHERE),
            "lines", book.own().stream().map(own -> line(own, say.language())).toList(),
            "state", tagging.state(),
            "faults", book.faults(),
            "candidates", shown.stream().limit(MOST_CANDIDATES).toList(),
            "more", Math.max(0, shown.size() - MOST_CANDIDATES)));
  }

  private Line line(SaidName own, Language reader) {
    Name thing =
        Optional.ofNullable(topics.labels(List.of(own.thing()), reader).get(own.thing()))
            .orElseGet(() -> new Name(own.thing(), Language.UNKNOWN));
    boolean taken = own.how() == SaidName.How.NOT;
    return new Line(thing, new Name(own.name(), own.language()), taken);
  }

  /// Options for the list of a search box, without a page around them.
  private void complete(Context context) {
    Messages say = Reader.words(context);
    String typed =
        Optional.ofNullable(context.queryParam("q"))
            .or(() -> Optional.ofNullable(context.queryParam("thing")))
            .orElse("");
    List<Choice> choices = new ArrayList<>();
    for (Names.Completion found :
        book.names().complete(cut(typed), say.language(), MOST_COMPLETIONS)) {
      choices.add(choice(found, typed, say.language()));
    }
    if (context.queryParam("q") != null) {
      for (Article article : search.titled(cut(typed), MOST_TITLES)) {
        choices.add(new Choice(article.title(), article.source()));
      }
    }
    writer.write(context, "choices", Map.of("choices", choices));
  }

  /// Browsers show only what holds the letters that were typed, so that a name found by its sound
  /// must show them too.
  private static Choice choice(Names.Completion found, String typed, Language reader) {
    String label = found.entity().label(reader);
    boolean spelled = Names.key(found.name()).contains(Names.key(typed));
    return new Choice(found.name(), spelled ? label : label + " " + typed.strip());
  }

  private void add(Context context) {
    String name = field(context, "name");
    answer(context, book.add(field(context, "thing"), name, true), name);
  }

  private void make(Context context) {
    String name = field(context, "name");
    EntityType type =
        EntityType.of(field(context, "type"))
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        Reader.words(context).text("error.no-choice", field(context, "type"))));
    String shown = field(context, "shown");
    List<String> spellings = shown.isEmpty() ? List.of(name) : List.of(shown, name);
    answer(context, book.make(type, spellings), name);
  }

  private void rename(Context context) {
    String name = field(context, "name");
    answer(context, book.rename(field(context, "thing"), name), name);
  }

  private void remove(Context context) {
    String thing = field(context, "thing");
    String name = field(context, "name");
    answer(context, book.remove(thing, name), name);
  }

  private void dismiss(Context context) {
    String name = field(context, "name");
    if (!name.isEmpty()) {
      book.dismiss(name);
    }
    context.redirect(Links.names(), HttpStatus.SEE_OTHER);
  }

  /// The articles of a name, to choose those in which it is somebody else.
  private void splitting(Context context) {
    Messages say = Reader.words(context);
    String name = cut(Optional.ofNullable(context.queryParam("name")).orElse("")).strip();
    writer.write(
        context,
        "split",
        Map.of(
            "frame",
            writer.frame(context, say, Frame.Part.ELSEWHERE),
            "name",
            name,
            "examples",
            name.isEmpty() ? List.of() : candidates.articles(name)));
  }

  private void split(Context context) {
    String name = field(context, "name");
    String shown = field(context, "shown");
    List<ArticleId> articles =
        context.formParams("article").stream()
            .limit(NameBook.MOST_SPLIT)
            .flatMap(id -> ArticleId.parse(id).stream())
            .toList();
    NameChange change = book.split(name, articles, shown);
    if (change instanceof NameChange.Done) {
      context.redirect(Links.topic(shown), HttpStatus.SEE_OTHER);
    } else {
      answer(context, change, name);
    }
  }

  private void follow(Context context) {
    String name = field(context, "name");
    topics.saved().save(name);
    context.redirect(Links.topic(name), HttpStatus.SEE_OTHER);
  }

  private void unfollow(Context context) {
    String name = field(context, "name");
    topics.saved().remove(name);
    context.redirect(Links.topic(name), HttpStatus.SEE_OTHER);
  }

  /// Back to where the form stood, or the reason why nothing was changed.
  private void answer(Context context, NameChange change, String name) {
    switch (change) {
      case NameChange.Done _ -> context.redirect(back(context, name), HttpStatus.SEE_OTHER);
      case NameChange.Unknown(String thing) ->
          refuse(context, HttpStatus.NOT_FOUND, Reader.words(context).text("names.unknown", thing));
      case NameChange.Refused refused ->
          refuse(context, HttpStatus.BAD_REQUEST, reason(refused, Reader.words(context)));
    }
  }

  /// The topic that the form stands on, else the list of names.
  private static String back(Context context, String name) {
    String topic = field(context, "topic");
    return topic.isEmpty() || name.isEmpty() ? Links.names() : Links.topic(topic);
  }

  private static String reason(NameChange.Refused refused, Messages say) {
    NamedEntity other = refused.other();
    String holder = other == null ? "" : other.label(say.language());
    String key = "names.refused." + refused.reason().word();
    return say.text(key, refused.name(), holder);
  }

  private void refuse(Context context, HttpStatus status, String reason) {
    Messages say = Reader.words(context);
    Frame frame = writer.frameOfAnswer(say);
    context.status(status);
    writer.write(
        context,
        "error",
        Map.of("frame", frame, "title", say.text("names.not-changed"), "text", reason));
  }

  private static String field(Context context, String name) {
    return cut(Optional.ofNullable(context.formParam(name)).orElse("")).strip();
  }

  private static String cut(String text) {
    return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
  }
}
