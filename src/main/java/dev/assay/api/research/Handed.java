package dev.assay.api.research;

import dev.assay.article.ArticleId;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.ingest.Intake;
import dev.assay.ingest.Intake.HandedIn;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses that are taken in while their sender goes on: an id is promised for each at once. The
/// page may turn out to have another address of its own, and so another id; both lead to it. Safe
/// for use by many threads.
final class Handed {

  /// As many as the intake remembers.
  private static final int MOST = 100;

  private final Intake intake;
  private final Map<ArticleId, Integer> runs = new LinkedHashMap<>();

  Handed(Intake intake) {
    this.intake = intake;
  }

  /// What became of an address by now.
  sealed interface State {

    /// It waits, or is under way.
    record UnderWay() implements State {}

    record Taken(ArticleId article) implements State {}

    record Refused(String reason) implements State {}
  }

  /// Begins to take an address in.
  ///
  /// @return the id that it will be known by; empty if this is no address
  Optional<ArticleId> start(String address) {
    return CanonicalAddress.of(address).map(this::start);
  }

  private ArticleId start(URI address) {
    ArticleId id = new Identity.OfAddress(address).articleId();
    int run = intake.start(List.of(new HandedIn.Address(address.toString())));
    synchronized (runs) {
      runs.put(id, run);
      Iterator<ArticleId> oldest = runs.keySet().iterator();
      if (runs.size() > MOST) {
        oldest.next();
        oldest.remove();
      }
    }
    return id;
  }

  /// Empty if no such id was promised, or that is long ago.
  Optional<State> state(ArticleId id) {
    Integer run;
    synchronized (runs) {
      run = runs.get(id);
    }
    return run == null ? Optional.empty() : intake.state(run).map(Handed::state);
  }

  private static State state(Intake.State state) {
    if (!state.ended()) {
      return new State.UnderWay();
    }
    return state.lines().stream()
        .flatMap(line -> line.outcome().article().stream())
        .findFirst()
        .<State>map(State.Taken::new)
        .orElseGet(() -> new State.Refused(reason(state)));
  }

  /// Why nothing was taken.
  static String reason(Intake.State state) {
    return state.lines().stream()
        .map(Intake.Line::outcome)
        .map(outcome -> outcome instanceof Outcome.Refused(String reason) ? reason : outcome.word())
        .findFirst()
        .orElse(state.problem().isEmpty() ? "There is no article there." : state.problem());
  }

  /// The article that a promised id turned out to be; any other id as it is.
  ArticleId became(ArticleId id) {
    return state(id)
        .flatMap(
            state ->
                state instanceof State.Taken(ArticleId article)
                    ? Optional.of(article)
                    : Optional.empty())
        .orElse(id);
  }
}
