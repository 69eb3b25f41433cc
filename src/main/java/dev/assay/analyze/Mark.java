package dev.assay.analyze;

import dev.assay.analyze.ClaimWord.Role;
import java.util.List;
import java.util.Optional;

/// Something in a sentence that says what a figure belongs to. What lies between two marks is only
/// text.
sealed interface Mark {
  int start();

  int end();

  /// A thing that a pack knows.
  record Name(int start, int end, String id) implements Mark {
    String kind() {
      return id.substring(0, id.indexOf(':'));
    }
  }

  record Number(int start, int end, Quantity quantity) implements Mark {
    UnitFamily family() {
      return UnitFamily.of(quantity.unit());
    }
  }

  record Moment(int start, int end, TimeExpression time) implements Mark {}

  /// A word of the lexicon with all its meanings.
  record Word(int start, int end, List<ClaimWord> meanings) implements Mark {
    @Override
    public boolean is(Role role) {
      return meanings.stream().anyMatch(meaning -> meaning.role() == role);
    }

    Optional<ClaimWord> meaning(Role role) {
      return meanings.stream().filter(meaning -> meaning.role() == role).findFirst();
    }
  }

  /// A sign between the parts of a sentence, folded.
  record Stop(int start, int end, char sign) implements Mark {}

  /// Whether this is a word that can have the role.
  default boolean is(Role role) {
    return false;
  }
}
