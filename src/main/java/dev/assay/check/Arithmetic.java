package dev.assay.check;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for sums and growth rates of a document that its own numbers contradict: parts that do not
/// add up to the total beside them, a growth that does not fit its two values.
///
/// Only what one sentence states wholly is reckoned, and rounding is given its due; what may be
/// meant otherwise is left alone. Immutable; safe for use by many threads.
public final class Arithmetic {

  /// With more parts than this a list is no list of parts.
  private static final int MAX_PARTS = 20;

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final QuantityExtractor extractor;
  private final ArithmeticWords words;

  public Arithmetic(Lexicon lexicon, QuantityExtractor extractor) {
    this.words = new ArithmeticWords(lexicon);
    this.extractor = extractor;
  }

  /// What an article's own numbers contradict, in its order.
  public List<ArithmeticFinding> findings(Article article) {
    List<ArithmeticFinding> found = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.TABLE) {
        continue; // rows of a table are subtotals and shares as often as parts
      }
      findings(paragraph.number(), paragraph.text(), found);
    }
    return found;
  }

  private void findings(int paragraph, String text, List<ArithmeticFinding> found) {
    QuantityExtractor.Reading read =
        extractor.read(text, LanguageDetector.detect(text, Language.UNKNOWN), null);
    List<Quantity> all = read.quantities();
    int next = 0;
    for (Span sentence : Sentences.of(text)) {
      List<Quantity> inside = new ArrayList<>();
      while (next < all.size() && all.get(next).span().start() < sentence.end()) {
        if (all.get(next).span().start() >= sentence.start()) {
          inside.add(all.get(next));
        }
        next++;
      }
      Reading reading = new Reading(text, sentence, inside, read.times());
      reading.sum(paragraph).ifPresent(found::add);
      reading.growth(paragraph).ifPresent(found::add);
    }
  }

  /// The numbers of one sentence.
  private final class Reading {

    private final String text;
    private final Span sentence;
    private final List<Quantity> quantities;
    private final List<TimeExpression> times;

    Reading(String text, Span sentence, List<Quantity> quantities, List<TimeExpression> times) {
      this.times = times;
      this.text = text;
      this.sentence = sentence;
      this.quantities = quantities;
    }

    // ---- sums

    /// A total and the list of all its parts, in either order.
    Optional<ArithmeticFinding> sum(int paragraph) {
      List<Quantity> totals =
          quantities.stream().filter(this::isTotal).filter(Reading::isPoint).toList();
      if (totals.size() != 1) {
        return Optional.empty();
      }
      Quantity total = totals.getFirst();
      int at = quantities.indexOf(total);
      List<Quantity> before = list(quantities.subList(0, at), total);
      List<Quantity> after = list(quantities.subList(at + 1, quantities.size()), total);
      boolean lead = !before.isEmpty() && endsList(before, total);
      boolean trail = !after.isEmpty() && startsList(total, after);
      if (lead == trail || isPartial()) {
        return Optional.empty();
      }
      return contradiction(paragraph, total, lead ? before : after);
    }

    private boolean isTotal(Quantity quantity) {
      return words.total.isIn(text, clauseStart(quantity), quantity.span().start())
          && !words.share.isIn(text, clauseStart(quantity), quantity.span().start());
    }

    /// Whether something says that the parts are not all.
    private boolean isPartial() {
      return words.partial.isIn(text, sentence.start(), sentence.end());
    }

    private int clauseStart(Quantity quantity) {
      int at = quantity.span().start();
      while (at > sentence.start() && "，,；;：:".indexOf(text.charAt(at - 1)) < 0) {
        at--;
      }
      return at;
    }

    private static boolean isPoint(Quantity quantity) {
      return quantity.modifier() == Modifier.EXACT && quantity.value().isPresent();
    }

    /// All of `some` with the unit of the total, if they are two or more in one list that no number
    /// of another unit interrupts; else none.
    private List<Quantity> list(List<Quantity> some, Quantity total) {
      List<Quantity> parts =
          some.stream().filter(each -> each.unit().equals(total.unit())).toList();
      if (parts.size() < 2 || parts.size() > MAX_PARTS) {
        return List.of();
      }
      boolean whole =
          some.indexOf(parts.getLast()) - some.indexOf(parts.getFirst()) == parts.size() - 1;
      for (int i = 0; whole && i < parts.size(); i++) {
        whole = isPoint(parts.get(i)) && (i == 0 || isJoint(parts.get(i - 1), parts.get(i)));
      }
      return whole ? parts : List.of();
    }

    /// Between two parts stands a joint of a list, and no verb of change.
    private boolean isJoint(Quantity one, Quantity other) {
      int from = one.span().end();
      int to = other.span().start();
      return words.joint.startsAt(text, from) && !words.change.isIn(text, from, to);
    }

    /// 甲A、乙B，合计T.
    private boolean endsList(List<Quantity> parts, Quantity total) {
      int from = parts.getLast().span().end();
      int to = total.span().start();
      return words.closing.isIn(text, from, to);
    }

    /// 合计T，分别为A和B.
    private boolean startsList(Quantity total, List<Quantity> parts) {
      int from = total.span().end();
      int to = parts.getFirst().span().start();
      return words.each.isIn(text, from, to);
    }

    /// What is not even half or twice the total is no list of its parts (notes of 10 and 20 euros).
    private Optional<ArithmeticFinding> contradiction(
        int paragraph, Quantity total, List<Quantity> parts) {
      boolean shares = total.unit().equals(Units.PERCENT);
      if (shares || total.unit().equals(Units.TIMES) || total.unit().equals(Units.RANK)) {
        return Optional.empty();
      }
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal slack = total.precision().multiply(HALF);
      for (Quantity part : parts) {
        sum = sum.add(part.value().orElseThrow());
        slack = slack.add(part.precision().multiply(HALF));
      }
      BigDecimal stated = total.value().orElseThrow();
      boolean parted =
          stated.compareTo(sum.multiply(BigDecimal.TWO)) <= 0
              && sum.compareTo(stated.multiply(BigDecimal.TWO)) <= 0;
      return !parted || stated.subtract(sum).abs().compareTo(slack) <= 0
          ? Optional.empty()
          : Optional.of(
              new ArithmeticFinding(
                  ArithmeticFinding.Kind.SUM,
                  paragraph,
                  total.span(),
                  parts.stream().map(Quantity::span).toList(),
                  sum,
                  total.unit().code()));
    }

    // ---- growth

    /// One old value, one new one, and one rate.
    Optional<ArithmeticFinding> growth(int paragraph) {
      List<Quantity> rates =
          quantities.stream().filter(each -> each.unit().equals(Units.PERCENT)).toList();
      List<Quantity> values =
          quantities.stream().filter(each -> !each.unit().equals(Units.PERCENT)).toList();
      if (rates.size() != 1 || values.size() != 2 || !isPoint(rates.getFirst())) {
        return Optional.empty();
      }
      Quantity first = values.get(0);
      Quantity second = values.get(1);
      boolean kin = first.unit().equals(second.unit()) && isPoint(first) && isPoint(second);
      Pair pair = kin ? pair(first, second) : null;
      int sign = sign(rates.getFirst());
      return pair == null || sign == 0
          ? Optional.empty()
          : contradiction(paragraph, pair, rates.getFirst(), sign);
    }

    private record Pair(Quantity old, Quantity now) {}

    /// From A to B, or to B from A.
    private @Nullable Pair pair(Quantity first, Quantity second) {
      int start = beforeTime(first.span().start());
      boolean from = words.from.endsAt(text, start);
      boolean to = words.to.endsAt(text, beforeTime(second.span().start()));
      if (from && to) {
        return new Pair(first, second);
      }
      boolean toFirst = words.to.endsAt(text, start);
      boolean fromSecond = words.from.endsAt(text, second.span().start());
      return toFirst && fromSecond ? new Pair(second, first) : null;
    }

    /// Where the time that touches a value begins, if one does: 从2023年的80亿元.
    private int beforeTime(int start) {
      for (TimeExpression time : times) {
        int end = time.span().end();
        boolean of = end + 1 == start && text.charAt(end) == '的';
        if (end == start || of) {
          return time.span().start();
        }
      }
      return start;
    }

    /// 1 if the rate is of a rise, -1 of a fall, 0 if neither is said beside it.
    private int sign(Quantity rate) {
      int from = clauseStart(rate);
      boolean up = words.rise.isIn(text, from, rate.span().start());
      boolean down = words.fall.isIn(text, from, rate.span().start());
      return up == down ? 0 : up ? 1 : -1;
    }

    private Optional<ArithmeticFinding> contradiction(
        int paragraph, Pair pair, Quantity rate, int sign) {
      BigDecimal old = pair.old().value().orElseThrow();
      BigDecimal now = pair.now().value().orElseThrow();
      BigDecimal oldSlack = pair.old().precision().multiply(HALF);
      BigDecimal nowSlack = pair.now().precision().multiply(HALF);
      if (old.subtract(oldSlack).signum() <= 0) {
        return Optional.empty();
      }
      BigDecimal stated = rate.value().orElseThrow().multiply(BigDecimal.valueOf(sign));
      BigDecimal slack = rate.precision().multiply(HALF);
      BigDecimal least = growth(old.add(oldSlack), now.subtract(nowSlack)).subtract(slack);
      BigDecimal most = growth(old.subtract(oldSlack), now.add(nowSlack)).add(slack);
      boolean fits = stated.compareTo(least) >= 0 && stated.compareTo(most) <= 0;
      return fits
          ? Optional.empty()
          : Optional.of(
              new ArithmeticFinding(
                  ArithmeticFinding.Kind.GROWTH,
                  paragraph,
                  rate.span(),
                  List.of(pair.old().span(), pair.now().span()),
                  growth(old, now),
                  Units.PERCENT.code()));
    }

    private static BigDecimal growth(BigDecimal old, BigDecimal now) {
      return now.subtract(old).multiply(HUNDRED).divide(old, MathContext.DECIMAL64);
    }
  }
}
