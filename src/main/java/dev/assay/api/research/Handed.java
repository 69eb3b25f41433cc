package dev.assay.api.research;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.ingest.Intake;
import dev.assay.ingest.Intake.HandedIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses that are taken in while their sender goes on: an id is promised for each at once. The
/// page may turn out to have another address of its own, and so another id; both lead to it. Safe
/// for use by many threads.
final class Handed {

  private static final int MOST = 10_000;

  private final Intake intake;
  private final Map<ArticleId, Promise> promises = new LinkedHashMap<>();

  Handed(Intake intake) {
    this.intake = intake;
  }

  /// Where an address is taken in.
  ///
  /// @param place among the addresses of the run
  private record Promise(int run, int place) {}

  /// What became of an address by now.
  sealed interface State {

    /// It waits, or is under way.
    record UnderWay() implements State {}

    record Taken(ArticleId article) implements State {}

    record Refused(String reason) implements State {}
  }

  /// Begins to take addresses in, one after the other.
  ///
  /// @return the ids that they will be known by, in their order
  List<ArticleId> start(List<URI> addresses) {
    List<HandedIn> handedIn = new ArrayList<>();
    addresses.forEach(address -> handedIn.add(new HandedIn.Address(address.toString())));
    int run = intake.start(handedIn);
    List<ArticleId> ids =
        addresses.stream().map(address -> new Identity.OfAddress(address).articleId()).toList();
    synchronized (promises) {
      for (int place = 0; place < ids.size(); place++) {
        promises.put(ids.get(place), new Promise(run, place));
      }
      Iterator<ArticleId> oldest = promises.keySet().iterator();
      for (int over = promises.size() - MOST; over > 0; over--) {
        oldest.next();
        oldest.remove();
      }
    }
    return ids;
  }

  /// Empty if no such id was promised, or that is long ago.
  Optional<State> state(ArticleId id) {
    Promise promise;
    synchronized (promises) {
      promise = promises.get(id);
    }
    return promise == null
        ? Optional.empty()
        : intake.state(promise.run()).map(state -> state(state, promise.place()));
  }

  private static State state(Intake.State run, int place) {
    List<Outcome> outcomes =
        run.lines().stream().filter(line -> line.of() == place).map(Intake.Line::outcome).toList();
    Optional<State> taken =
        outcomes.stream()
            .flatMap(outcome -> outcome.article().stream())
            .findFirst()
            .map(State.Taken::new);
    boolean past = run.ended() || run.lines().stream().anyMatch(line -> line.of() > place);
    return taken.orElseGet(
        () -> past ? new State.Refused(reason(outcomes, run.problem())) : new State.UnderWay());
  }

  /// Why nothing was taken.
  static String reason(Intake.State run) {
    return reason(run.lines().stream().map(Intake.Line::outcome).toList(), run.problem());
  }

  private static String reason(List<Outcome> outcomes, String problem) {
    return outcomes.stream()
        .map(outcome -> outcome instanceof Outcome.Refused(String reason) ? reason : outcome.word())
        .findFirst()
        .orElse(problem.isEmpty() ? "There is no article there." : problem);
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
