package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.article.Language;

/// Says in the reader's language why a number has its verdict.
final class Reasons {

  private final boolean chinese;

  Reasons(Language reader) {
    this.chinese = reader.isChinese();
  }

  /// A value with its unit, as it is shown beside the source's words.
  static String shown(Quantity quantity) {
    return quantity
        .value()
        .map(value -> value.stripTrailingZeros().toPlainString() + " " + quantity.unit())
        .orElse(quantity.unit().code());
  }

  private String say(String zh, String en, Object... words) {
    return (chinese ? zh : en).formatted(words);
  }

  String exact(String source) {
    return say("原文写作“%s”。", "The source says “%s”.", source);
  }

  String converted(String source, String value) {
    return say("原文写作“%s”，换算后为 %s。", "The source says “%s”, which is %s.", source, value);
  }

  String rounded(String source) {
    return say("原文写作“%s”，此处取整。", "The source says “%s”; here it is rounded.", source);
  }

  String loosened(String source) {
    return say(
        "原文写作“%s”，此处未写限定词。", "The source says “%s”; the qualifier is left out here.", source);
  }

  String derived(Derivation.Rule rule, String one, String other) {
    return switch (rule) {
      case SUM ->
          say(
              "由原文的“%s”与“%s”等相加而得。",
              "The sum of numbers of the source, “%s” and “%s” among them.", one, other);
      case DIFFERENCE ->
          say("为原文“%s”与“%s”之差。", "The difference of “%s” and “%s” in the source.", one, other);
      case SHARE -> say("为原文“%s”占“%s”的比例。", "The share of “%s” in “%s” of the source.", one, other);
      case TIMES ->
          say("为原文“%s”对“%s”的倍数。", "“%s” as a multiple of “%s” of the source.", one, other);
      case GROWTH ->
          say("为原文“%s”相对“%s”的变化率。", "The change of “%s” against “%s” of the source.", one, other);
    };
  }

  String otherModifier(String source) {
    return say(
        "原文写作“%s”，限定的意思不同。", "The source says “%s”: its qualifier says something else.", source);
  }

  String otherBasis(String source) {
    return say(
        "原文的“%s”说的是别的：同比与环比、每日与每年或盈与亏不同。",
        "In the source “%s” means something else: against another time, for another length of time,"
            + " or a loss for a gain.",
        source);
  }

  String otherWay(String source) {
    return say(
        "原文的“%s”与此一升一降，方向相反。",
        "In the source “%s” goes the other way: up for down, or down for up.", source);
  }

  String otherTime(String source) {
    return say("原文的“%s”属于另一个时间。", "In the source “%s” is of another time.", source);
  }

  String otherEvent(String here, String other) {
    return say(
        "原文中“%s”说的是另一件事；与这里的说法相配的是“%s”。",
        "In the source “%s” is when something else happened; “%s” stands with these words.",
        here,
        other);
  }

  String otherUnit(String source) {
    return say("原文是“%s”，单位不同。", "The source says “%s”: another unit.", source);
  }

  String otherMagnitude(String source) {
    return say("原文是“%s”，数量级不同。", "The source says “%s”: another magnitude.", source);
  }

  String otherOwner(String here) {
    return say(
        "此数在原文中属于别处；与这里的说法相配的是“%s”。",
        "In the source this number belongs to something else; “%s” stands with these words.", here);
  }

  String nearest(String source) {
    return say("原文没有此数；相近的是“%s”。", "The source does not have this number; it has “%s”.", source);
  }

  String absent() {
    return say("原文没有此数。", "The source does not have this number.");
  }

  String absentTime() {
    return say("原文没有这个时间。", "The source does not name this time.");
  }

  String name(NameCheck.Standing standing, String name) {
    return switch (standing) {
      case NAMED -> say("原文提到此名。", "The source names it.");
      case UNNAMED ->
          say(
              "原文没有提到“%s”，可能另有所指之词。",
              "The source does not name “%s”; it may mean it by other words.", name);
      case MISSING -> say("原文没有提到“%s”。", "The source does not name “%s”.", name);
    };
  }

  String implied() {
    return say("由原文的排列次序得出。", "Follows from the order in the source.");
  }
}
