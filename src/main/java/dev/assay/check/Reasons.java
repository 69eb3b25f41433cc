package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.PhraseTable;
import java.util.Locale;

/// Says in the reader's language why a number, a time or a name has its verdict. The words stand in
/// `lexicon/check-says.tsv`. Immutable; safe for use by many threads.
final class Reasons {

  private final PhraseTable phrases;

  private Reasons(PhraseTable phrases) {
    this.phrases = phrases;
  }

  /// The reasons for readers of `language`: Chinese, or else English.
  static Reasons of(Lexicon lexicon, Language language) {
    return new Reasons(PhraseTable.of(lexicon.table("check-says.tsv"), language));
  }

  /// A value with its unit, as it is shown beside the source's words.
  static String shown(Quantity quantity) {
    return quantity
        .value()
        .map(value -> value.stripTrailingZeros().toPlainString() + " " + quantity.unit())
        .orElse(quantity.unit().code());
  }

  String exact(String source) {
    return phrases.say("exact", source);
  }

  String converted(String source, String value) {
    return phrases.say("converted", source, value);
  }

  String rounded(String source) {
    return phrases.say("rounded", source);
  }

  String loosened(String source) {
    return phrases.say("loosened", source);
  }

  String derived(Derivation.Rule rule, String one, String other) {
    return phrases.say("derived." + word(rule), one, other);
  }

  String otherModifier(String source) {
    return phrases.say("other.modifier", source);
  }

  /// @param part what differs, as [dev.assay.analyze.quantity.Basis#difference] names it
  String otherBasis(String part, String source) {
    String known = phrases.phrase("basis." + part).isPresent() ? part : "other";
    return phrases.say("basis." + known, source);
  }

  String otherWay(String source) {
    return phrases.say("other.way", source);
  }

  String otherTime(String source) {
    return phrases.say("other.time", source);
  }

  String otherTime(String source, String here) {
    return phrases.say("other.time.here", source, here);
  }

  String otherEvent(String here, String other) {
    return phrases.say("other.event", here, other);
  }

  String otherUnit(String source) {
    return phrases.say("other.unit", source);
  }

  String otherMagnitude(String source) {
    return phrases.say("other.magnitude", source);
  }

  String otherOwner(String here) {
    return phrases.say("other.owner", here);
  }

  String nearest(String source) {
    return phrases.say("nearest", source);
  }

  String absent() {
    return phrases.say("absent");
  }

  String absentTime() {
    return phrases.say("time.absent");
  }

  String nearestTime(String source) {
    return phrases.say("time.nearest", source);
  }

  String name(NameCheck.Standing standing, String name) {
    return phrases.say("name." + word(standing), name);
  }

  String implied() {
    return phrases.say("implied");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
