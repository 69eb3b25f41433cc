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

  /// @param part what differs, as [dev.assay.analyze.quantity.Basis#difference] names it
  String otherBasis(String part, String source) {
    return switch (part) {
      case "against" ->
          say(
              "原文的“%s”是与另一时期或另一水平相比。",
              "In the source “%s” is measured against another time or level.", source);
      case "each" ->
          say(
              "原文的“%s”是另一段时间的量，如每日、每月与每年之别。",
              "In the source “%s” is for another length of time, as a day is not a month.", source);
      case "result" ->
          say(
              "原文的“%s”与此一盈一亏。",
              "In the source “%s” is a loss for a gain, or a gain for a loss.", source);
      case "per" ->
          say(
              "原文的“%s”是按另一种单位计的，如每人、每户与每吨之别。",
              "In the source “%s” is per something else, as a person is not a household.", source);
      case "whole" ->
          say(
              "原文的“%s”与此一为总数、一为平均。",
              "In the source “%s” is a total for an average, or an average for a total.", source);
      case "tax" ->
          say(
              "原文的“%s”与此一为毛额（税前）、一为净额（税后）。",
              "In the source “%s” is gross for net, or net for gross.", source);
      case "end" ->
          say(
              "原文的“%s”与此一为最高、一为最低。",
              "In the source “%s” is the highest for the lowest, or the lowest for the highest.",
              source);
      case "move" ->
          say(
              "原文的“%s”与此不同：变化的幅度、起点与终点不是一回事。",
              "In the source “%s” is another part of a change: by how much, from what or to what.",
              source);
      case "lead" ->
          say(
              "原文的“%s”与此一为领先、一为落后。",
              "In the source “%s” is ahead for behind, or behind for ahead.", source);
      case "mood" ->
          say(
              "原文的“%s”与此一为计划或预计、一为已成之事。",
              "In the source “%s” is planned or expected for done, or done for planned.", source);
      default -> say("原文的“%s”说的是别的。", "In the source “%s” means something else.", source);
    };
  }

  String otherWay(String source) {
    return say(
        "原文的“%s”与此一升一降，方向相反。",
        "In the source “%s” goes the other way: up for down, or down for up.", source);
  }

  String otherTime(String source) {
    return say("原文的“%s”属于另一个时间。", "In the source “%s” is of another time.", source);
  }

  String otherTime(String source, String here) {
    return say(
        "原文的“%s”属于另一个时间；这一时间的是“%s”。",
        "In the source “%s” is of another time; of this one it has “%s”.", source, here);
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

  String nearestTime(String source) {
    return say("原文没有这个时间；相近的是“%s”。", "The source does not name this time; it has “%s”.", source);
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
