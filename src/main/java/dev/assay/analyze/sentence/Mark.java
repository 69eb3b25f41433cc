package dev.assay.analyze.sentence;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.NamedEntity;
import java.util.List;
import java.util.Optional;

/// A part of a sentence. The marks of a sentence follow each other without gaps but spaces.
public sealed interface Mark {
  int start();

  int end();

  /// A thing that a pack knows.
  record Name(int start, int end, String id) implements Mark {
    public String kind() {
      return NamedEntity.kindOf(id);
    }
  }

  record Number(int start, int end, Quantity quantity) implements Mark {
    public UnitFamily family() {
      return UnitFamily.of(quantity.unit());
    }
  }

  record Moment(int start, int end, TimeExpression time) implements Mark {}

  /// A word of the lexicon with all its meanings.
  record Word(int start, int end, List<ClaimWord> meanings) implements Mark {
    @Override
    public boolean is(Role role) {
      for (ClaimWord meaning : meanings) {
        if (meaning.role() == role) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Optional<ClaimWord> meaning(Role role) {
      for (ClaimWord meaning : meanings) {
        if (meaning.role() == role) {
          return Optional.of(meaning);
        }
      }
      return Optional.empty();
    }
  }

  /// A Latin word, or a run of Chinese characters, that the lexicon does not know.
  record Plain(int start, int end) implements Mark {}

  /// A sign between the parts of a sentence, folded.
  record Stop(int start, int end, char sign) implements Mark {}

  /// Whether this is a word that can have the role.
  default boolean is(Role role) {
    return false;
  }

  /// The meaning with this role, if it is a word that can have it.
  default Optional<ClaimWord> meaning(Role role) {
    return Optional.empty();
  }
}
