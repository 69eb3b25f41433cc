package dev.assay.ingest;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Clause;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.event.figure.AlikeFigures;
import dev.assay.event.figure.FigureRow.Side;
import dev.assay.event.kept.AlikeTable;
import dev.assay.event.kept.EventTable;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.store.ClaimTable.DrawnClaim;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.StoredClaim;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the figures of texts that came stand in the ledger beside those of other texts that are of
/// the same quantity by the words around them, whatever it is of: no pack need know the thing, and
/// no claim need be read ([decision
/// 0226](docs/decisions/0226-figures-of-one-thing-meet-by-their-words.md)). Both become claims of
/// [Property#ALIKE] of what the text that gave the figure first says around it. Safe for use by
/// many threads.
public final class AlikeJoin {

  /// A text is held against so many others, those that share most of what is rare with it: each
  /// must be read again, which takes some milliseconds.
  private static final int MOST_TEXTS = 6;

  /// Of the figures that stand together so many are asked whether another is of their quantity.
  private static final int MOST_ASKED = 8;

  /// Of a sentence so many characters before its figure, and behind it, name what the figure is of.
  private static final int LONGEST_SIDE = 90;

  /// A clause names what its figure is of from so many characters on, and from half as many in
  /// Chinese.
  private static final int SHORTEST = 16;

  private static final String GAP = "…";

  /// The end of a sentence, behind which the ledger says more.
  private static final Pattern END = Pattern.compile("[.。!！;；,，]+\\s*$");

  private static final Logger LOG = LoggerFactory.getLogger(AlikeJoin.class);

  /// Articles to one transaction, so that others who write need not wait long.
  private static final int STEP = 64;

  private final AlikeFigures figures;
  private final Bookkeeping bookkeeping;

  public AlikeJoin(AlikeFigures figures, Bookkeeping bookkeeping) {
    this.figures = figures;
    this.bookkeeping = bookkeeping;
  }

  /// Has the figures of an article be held against others by the next [#run]: when it was joined to
  /// its event, and when other claims are read in it.
  static void await(Session session, ArticleId id) {
    new AlikeTable(session).await(id);
  }

  /// Whether any article waits for [#run].
  static boolean isAwaited(Session session) {
    return !new AlikeTable(session).waiting(1).isEmpty();
  }

  /// Joins the figures of all that waits. An article on which that fails stands by itself, and
  /// holds up nobody.
  ///
  /// @param before is run before each transaction: what it throws ends the work
  void run(Store store, Runnable before) {
    AlikeFigures.Comparing comparing = figures.comparing();
    List<ArticleId> waiting;
    do {
      before.run();
      waiting = store.read(session -> new AlikeTable(session).waiting(STEP));
      join(store, waiting, comparing);
    } while (waiting.size() == STEP);
  }

  private void join(Store store, List<ArticleId> waiting, AlikeFigures.Comparing comparing) {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      store.change(session -> waiting.forEach(id -> join(session, id, comparing)));
    } catch (RuntimeException | StackOverflowError e) {
      Bookkeeping.passOnWhatTheDatabaseSays(e); // all wait still
      if (waiting.size() > 1) {
        waiting.forEach(id -> join(store, List.of(id), comparing));
      } else {
        LOG.error("figures of article {} are held against no others", waiting.getFirst(), e);
        store.change(session -> new AlikeTable(session).done(waiting.getFirst()));
      }
    }
  }

  /// Of a copy nothing is looked for: its text was.
  private void join(Session session, ArticleId id, AlikeFigures.Comparing comparing) {
    AlikeTable table = new AlikeTable(session);
    table.done(id);
    List<ArticleId> near = table.near(id, MOST_TEXTS);
    if (!near.isEmpty()) {
      Map<ArticleId, StoredArticle> found =
          session.articles().find(Stream.concat(Stream.of(id), near.stream()).toList());
      List<Article> texts =
          Stream.concat(Stream.of(id), near.stream())
              .map(found::get)
              .filter(Objects::nonNull)
              .map(StoredArticle::article)
              .toList();
      new Round(session, comparing, texts.getFirst(), texts.subList(1, texts.size())).join();
    }
  }

  /// One text among others.
  private final class Round {
    private final Session session;
    private final AlikeFigures.Comparing comparing;
    private final Map<ArticleId, Article> texts;
    private final List<Article> others;
    private final Article own;
    private final boolean story;
    private final Instant known;
    private final Map<ArticleId, List<StoredClaim>> claims;

    /// What the figures that are joined are of, and where they are filed.
    private final Map<Place, Filed> things = new HashMap<>();

    private record Filed(Thing thing, String drawer) {}

    private record Place(ArticleId text, int paragraph, Span figure) {
      static Place of(Side side) {
        return new Place(side.report(), side.paragraph(), side.figure());
      }
    }

    Round(Session session, AlikeFigures.Comparing comparing, Article own, List<Article> others) {
      this.session = session;
      this.comparing = comparing;
      this.own = own;
      this.others = others;
      this.story = AlikeFigures.isOfStory(own, others);
      Instant ended = session.claims().lastEnd(own.id());
      this.known = ended.isAfter(own.fetchedAt()) ? ended : own.fetchedAt();
      this.texts =
          Stream.concat(Stream.of(own), others.stream())
              .collect(Collectors.toMap(Article::id, text -> text));
      this.claims = session.claims().of(texts.keySet());
      claims.values().stream()
          .flatMap(List::stream)
          .filter(one -> one.claim().isAlike())
          .forEach(one -> things.put(place(one), new Filed(one.claim().entity(), one.drawer())));
    }

    private static Place place(StoredClaim one) {
      return new Place(one.article(), one.claim().paragraph(), one.claim().value().span());
    }

    void join() {
      for (AlikeFigures.Pair pair : pairs(own, others)) {
        if (Collections.disjoint(drawers(pair.one()), drawers(pair.other()))) {
          join(pair.one(), pair.other());
        }
      }
    }

    private List<AlikeFigures.Pair> pairs(Article text, List<Article> those) {
      Map<ArticleId, ArticleId> events =
          new EventTable(session)
              .events(Stream.concat(Stream.of(text), those.stream()).map(Article::id).toList());
      return comparing.of(text, those, events, story);
    }

    /// Where the claims of a figure are filed: two that are told of one thing already need no
    /// other.
    private Set<String> drawers(Side side) {
      return claims.getOrDefault(side.report(), List.of()).stream()
          .filter(one -> place(one).equals(Place.of(side)))
          .map(StoredClaim::drawer)
          .collect(Collectors.toSet());
    }

    /// A figure that stands with none joins those with which the other one stands, if it is of
    /// their quantity too.
    private void join(Side one, Side other) {
      Filed ofOne = things.get(Place.of(one));
      Filed ofOther = things.get(Place.of(other));
      if (ofOne == null && ofOther == null) {
        Side first = text(other).orderedBy().isBefore(text(one).orderedBy()) ? other : one;
        things(first)
            .filter(thing -> isNew(first, thing))
            .findFirst()
            .ifPresent(thing -> Stream.of(one, other).forEach(side -> put(side, thing)));
      } else if (ofOther != null && ofOne == null && isOfTheirs(one, other, ofOther)) {
        put(one, ofOther.thing());
      } else if (ofOne != null && ofOther == null && isOfTheirs(other, one, ofOne)) {
        put(other, ofOne.thing());
      }
    }

    /// Whether no figure stands as one of a thing of these words.
    private boolean isNew(Side side, Thing thing) {
      return session.claims().in(drawn(side, thing).drawer()).stream()
          .noneMatch(one -> one.claim().isAlike() && one.claim().entity().equals(thing));
    }

    /// Whether a figure is likely of one quantity with more than half of those that stand together:
    /// what gives its number, or that of the one with which it is, counts for it unasked.
    ///
    /// @param known the one with which it is
    private boolean isOfTheirs(Side newcomer, Side known, Filed filed) {
      String source = text(newcomer).source();
      List<StoredClaim> theirs =
          session.claims().in(filed.drawer()).stream()
              .filter(one -> one.claim().isAlike() && one.claim().entity().equals(filed.thing()))
              .toList();
      List<StoredClaim> others =
          theirs.stream()
              .filter(one -> !isNumberOf(known, one) && !isNumberOf(newcomer, one))
              .toList();
      int unasked = theirs.size() - others.size();
      Map<ArticleId, Place> asked =
          others.stream()
              .limit(MOST_ASKED)
              .collect(Collectors.toMap(StoredClaim::article, Round::place));
      List<Article> texts =
          session.articles().find(asked.keySet()).values().stream()
              .map(StoredArticle::article)
              .filter(article -> !article.source().equals(source))
              .toList();
      long fitting =
          pairs(text(newcomer), texts).stream()
              .filter(pair -> Place.of(pair.one()).equals(Place.of(newcomer)))
              .filter(pair -> Place.of(pair.other()).equals(asked.get(pair.other().report())))
              .count();
      return 2 * (unasked + fitting) > unasked + texts.size();
    }

    private static boolean isNumberOf(Side side, StoredClaim claim) {
      return claim.claim().value() instanceof Claim.Value.Figure(Quantity quantity)
          && quantity.isSameNumber(side.quantity());
    }

    private Article text(Side side) {
      return Objects.requireNonNull(texts.get(side.report()));
    }

    /// What the text tells in the clause of a figure, and in its sentence.
    private Stream<Thing> things(Side side) {
      String paragraph = text(side).paragraph(side.paragraph()).text();
      return Stream.of(told(paragraph, side, text(side).language()), side.sentence())
          .map(told -> thing(side, paragraph, told));
    }

    /// What is told there, with a gap for the figure, behind the title if that says more.
    private Thing thing(Side side, String paragraph, Span told) {
      Article text = text(side);
      Span figure = side.figure();
      int from = Math.max(told.start(), figure.start() - LONGEST_SIDE);
      int to = Math.min(told.end(), figure.end() + LONGEST_SIDE);
      String words =
          (from > told.start() ? GAP : "")
              + paragraph.substring(from, figure.start())
              + GAP
              + paragraph.substring(figure.end(), to)
              + (to < told.end() ? GAP : "");
      words = END.matcher(words.strip()).replaceFirst("");
      boolean opensWithTitle =
          !text.title().isBlank() && told.in(paragraph).strip().startsWith(text.title());
      String head = text.title().isBlank() ? text.source() : text.title();
      return new Thing(null, opensWithTitle || head.isBlank() ? words : head + " | " + words);
    }

    /// The clause of a figure, or the whole sentence if that says too little.
    private static Span told(String paragraph, Side side, Language language) {
      Span sentence = side.sentence();
      Span figure = side.figure();
      String text = sentence.in(paragraph);
      Clause clause = Clause.of(text, figure.start() - sentence.start(), figure.length());
      int from = sentence.start() + clause.earlier().length();
      int to = sentence.end() - clause.later().length();
      int words = figure.start() - from + to - figure.end();
      int least = language.isChinese() ? SHORTEST / 2 : SHORTEST;
      return words < least ? sentence : new Span(from, to);
    }

    /// Files a figure as one of a thing, unless it is filed, or its text gives another of that.
    private void put(Side side, Thing thing) {
      boolean isTaken =
          things.entrySet().stream()
              .anyMatch(
                  one ->
                      one.getKey().text().equals(side.report())
                          && one.getValue().thing().equals(thing));
      if (things.containsKey(Place.of(side)) || isTaken) {
        return;
      }
      Article text = text(side);
      // Known since both texts are, and since the one that is joined was read as it is.
      Instant since = known.isBefore(text.fetchedAt()) ? text.fetchedAt() : known;
      DrawnClaim drawn = drawn(side, thing);
      things.put(Place.of(side), new Filed(thing, drawn.drawer()));
      session.claims().add(text.id(), List.of(drawn), since);
    }

    private DrawnClaim drawn(Side side, Thing thing) {
      Claim claim =
          new Claim(
              thing,
              Property.ALIKE,
              List.of(),
              null,
              new Claim.Value.Figure(side.quantity()),
              side.paragraph(),
              side.sentence(),
              null,
              Stance.ASSERTED);
      return bookkeeping.filed(text(side), List.of(claim)).claims().getFirst();
    }
  }
}
