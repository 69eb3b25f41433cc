package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Mood;
import dev.assay.analyze.quantity.Moods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What texts do with the figures of evidence behind which they do not stand as facts. Immutable;
/// safe for use by many threads.
record EvidenceMoods(Moods moods) {

  /// What the text does with the figure of `evidence`; empty if it says it, or names who does.
  Optional<Mood> of(Evidence evidence) {
    Thing speaker = evidence.claim().speaker();
    boolean named = speaker != null && speaker.id() != null;
    return moods.of(evidence.clause()).filter(mood -> mood != Mood.RUMOUR || !named);
  }

  /// `evidence` with its mood as a part of its scope, if its reading has not told it: so that
  /// figures of one mood stand together and beside no fact.
  Evidence marked(Evidence evidence) {
    Optional<Mood> mood = of(evidence).filter(Mood::isOfItsOwn);
    if (mood.isEmpty() || evidence.claim().of().stream().anyMatch(EvidenceMoods::isRead)) {
      return evidence;
    }
    List<Claim.Part> parts = new ArrayList<>();
    for (Claim.Part part : evidence.claim().of()) {
      if (!Mood.PLANNED.id().equals(part.id())) {
        parts.add(part);
      }
    }
    parts.add(new Claim.Part(Claim.Facet.OTHER, mood.get().id(), mood.get().id()));
    return evidence.of(parts);
  }

  /// Whether its reading has told its mood: that it is planned may be told more exactly.
  private static boolean isRead(Claim.Part part) {
    return Mood.isTold(part.id()) && !Mood.PLANNED.id().equals(part.id());
  }
}
