package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who or what each figure of a sentence is about, read from left to right.
///
/// A name before the first verb of a clause is its subject, unless a small word before it gives it
/// another part ("in", 对). A clause without a subject takes that of the clause before.
final class Subjects {

  /// Kinds of things that can have figures of their own.
  private static final Set<String> HOLDERS =
      Set.of(
          "country",
          "region",
          "group",
          "company",
          "agency",
          "organisation",
          "person",
          "province",
          "city",
          "state",
          "mine",
          "bank");

  private static final Set<String> MATERIALS = Set.of("material", "element", "product", "industry");

  private final MarkedSentence sentence;
  private final @Nullable Thing carried;

  Subjects(MarkedSentence sentence, @Nullable Thing carried) {
    this.sentence = sentence;
    this.carried = carried;
  }

  /// The subject of the figure at `index`, or null.
  @Nullable Thing of(int index, Property property) {
    Thing subject = null;
    Thing material = null;
    boolean inPredicate = false;
    boolean sawNumber = false;
    for (int i = 0; i < index; i++) {
      switch (sentence.marks().get(i)) {
        case Mark.Stop _ -> inPredicate = false;
        case Mark.Number _ -> sawNumber = true;
        case Mark.Moment _ -> {}
        case Mark.Name name -> {
          if (MATERIALS.contains(name.kind())) {
            material = thing(name);
          } else if (isHolder(name, i) && (!inPredicate || sawNumber)) {
            subject = thing(name);
            inPredicate = !sentence.isPossessive(name.end()) && inPredicate;
          }
        }
        case Mark.Word word -> inPredicate |= isPredicate(word) && subject != null;
      }
    }
    if (property == Property.PRICE && material != null) {
      return material;
    }
    if (subject == null && hasWorld(index)) {
      return new Thing("world", "world");
    }
    if (subject == null && property == Property.CHANGE && material != null) {
      return material;
    }
    return subject == null ? carried : subject;
  }

  private boolean hasWorld(int index) {
    return sentence.marks().subList(0, index).stream().anyMatch(mark -> mark.is(Role.WORLD));
  }

  private static boolean isPredicate(Mark.Word word) {
    return word.is(Role.VERB) || word.is(Role.ACT) || word.is(Role.CHANGE);
  }

  private boolean isHolder(Mark.Name name, int index) {
    return HOLDERS.contains(name.kind())
        && !sentence.follows(index, Role.SIDE, 2)
        && !sentence.follows(index, Role.ACCORDING, 2)
        && !sentence.precedes(index, Role.SAY, 8)
        && !sentence.precedes(index, Role.ACTOR, 2);
  }

  private Thing thing(Mark.Name name) {
    return new Thing(name.id(), sentence.text().original.substring(name.start(), name.end()));
  }
}
