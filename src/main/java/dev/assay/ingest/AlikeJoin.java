package dev.assay.ingest;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.cite.Span;
import dev.assay.event.figure.AlikeFigures;
import dev.assay.event.figure.FigureRow.Side;
import dev.assay.event.kept.AlikeTable;
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
      for (AlikeFigures.Pair pair : comparing.of(own, others)) {
        if (Collections.disjoint(drawers(pair.one()), drawers(pair.other()))) {
          join(pair.one(), pair.other());
        }
      }
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
        Thing thing = thing(first);
        Stream.of(one, other).forEach(side -> put(side, thing));
      } else if (ofOther != null && ofOne == null && isOfTheirs(one, other, ofOther)) {
        put(one, ofOther.thing());
      } else if (ofOne != null && ofOther == null && isOfTheirs(other, one, ofOne)) {
        put(other, ofOne.thing());
      }
    }

    /// Whether a figure is likely of one quantity with more than half of those that stand together.
    ///
    /// @param known one of these, with which it is
    private boolean isOfTheirs(Side newcomer, Side known, Filed filed) {
      String source = text(newcomer).source();
      Map<ArticleId, Place> places =
          session.claims().in(filed.drawer()).stream()
              .filter(one -> one.claim().isAlike() && one.claim().entity().equals(filed.thing()))
              .filter(one -> !one.article().equals(known.report()))
              .limit(MOST_ASKED)
              .collect(Collectors.toMap(StoredClaim::article, Round::place));
      List<Article> theirs =
          session.articles().find(places.keySet()).values().stream()
              .map(StoredArticle::article)
              .filter(article -> !article.source().equals(source))
              .toList();
      long fitting =
          comparing.of(text(newcomer), theirs).stream()
              .filter(pair -> Place.of(pair.one()).equals(Place.of(newcomer)))
              .filter(pair -> Place.of(pair.other()).equals(places.get(pair.other().report())))
              .count();
      return 2 * (fitting + 1) > theirs.size() + 1;
    }

    private Article text(Side side) {
      return Objects.requireNonNull(texts.get(side.report()));
    }

    /// What the text tells there, with a gap for the figure, behind its title if that says more.
    private Thing thing(Side side) {
      Article text = text(side);
      String paragraph = text.paragraph(side.paragraph()).text();
      Span figure = side.figure();
      int from = Math.max(side.sentence().start(), figure.start() - LONGEST_SIDE);
      int to = Math.min(side.sentence().end(), figure.end() + LONGEST_SIDE);
      String words =
          (from > side.sentence().start() ? GAP : "")
              + paragraph.substring(from, figure.start())
              + GAP
              + paragraph.substring(figure.end(), to)
              + (to < side.sentence().end() ? GAP : "");
      words = END.matcher(words).replaceFirst("");
      boolean opensWithTitle =
          !text.title().isBlank() && side.sentence().in(paragraph).startsWith(text.title());
      String head = text.title().isBlank() ? text.source() : text.title();
      return new Thing(null, opensWithTitle || head.isBlank() ? words : head + " | " + words);
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
      // Known since both texts are.
      Instant since =
          own.fetchedAt().isBefore(text.fetchedAt()) ? text.fetchedAt() : own.fetchedAt();
      List<DrawnClaim> drawn = bookkeeping.filed(text, List.of(claim)).claims();
      things.put(Place.of(side), new Filed(thing, drawn.getFirst().drawer()));
      session.claims().add(text.id(), drawn, since);
    }
  }
}
