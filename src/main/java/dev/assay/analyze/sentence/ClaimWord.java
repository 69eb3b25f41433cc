package dev.assay.analyze.sentence;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One meaning of a word in a sentence with a figure, by `properties.tsv` and `claim-words.tsv`.
///
/// @param value what the role is about, such as the stage; empty if nothing
/// @param property what the word measures, null if nothing
/// @param sign -1 for a fall, 1 for a rise, else 0
/// @param families the units of the figures that the property can have; empty if there is none
public record ClaimWord(
    Role role, String value, @Nullable Property property, int sign, Set<UnitFamily> families) {

  /// What a word does in the sentence.
  public enum Role {
    /// Names a property and stands before or after the figure.
    NOUN,
    /// Names a property and stands before the figure; its subject has it.
    VERB,
    /// A rise or fall, right beside the figure.
    CHANGE,
    /// Any other verb: the subject stands before it.
    ACT,
    /// Links or stands before a verb: is, has, will, 已, 将.
    AUX,
    /// Opens a noun phrase: the, its.
    DET,
    /// The 的 between an owner, or what describes a thing, and the thing.
    LINK,
    AND,
    REL,
    CLAUSE,
    ADVERB,
    LEVEL,
    FROM,
    SIDE,
    BY,
    WORLD,
    STAGE,
    MEASURE,
    GOVERNMENT,
    ACTOR,
    WINDOW,
    PRONOUN,
    SAY,
    ACCORDING,
    DENY,
    PLAN,
    LEAD,
    /// The verb of a share by itself: accounts for, 占.
    PORTION,
    /// A probability: nobody's figure.
    CHANCE,
    /// A figure of a thing that no property names: turnover, market value, area.
    ATTRIBUTE,
    /// An adjective: no name of a thing by itself.
    ADJECTIVE,
    /// A place where something is made: refinery, 炼厂.
    PLANT,
    /// Names a thing by itself, though it can be another part of a sentence too: 计划.
    THING,
    /// "respectively", 分别.
    RESPECTIVE,
    /// Whether something is bought elsewhere: `import`, `source`.
    TRADE,
    /// Before what a figure is compared with: than, 比.
    COMPARE,
    /// Stands in no name of a thing: how, rather.
    PIECE,
    /// The subject gets what another gives.
    RECEIVE,
    /// Tells of figures and has none of its own: a study, a newspaper, 报告.
    TELLER,
    /// A verb whose object only hears: told.
    HEARD,
    /// Only says that there are more of what it stands before: further, fewer.
    FURTHER,
    /// A longer word in which another of this list stands by chance (能源 and 能).
    PLAIN;

    static Role named(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public ClaimWord {
    families = Set.copyOf(families);
  }

  /// Whether the word can name what a figure with such a unit measures.
  public boolean measures(UnitFamily family) {
    return property != null && families.contains(family);
  }
}
