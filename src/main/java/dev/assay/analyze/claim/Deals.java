package dev.assay.analyze.claim;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Holders;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which agreement the sums of an article belong to, and which part of it they are: the whole, or
/// what each side gives. Articles that tell of one agreement call it by many names, or by none
/// ("both countries will each put in $1 billion"); the ledger can set their sums side by side only
/// if they are sums of the same thing.
///
/// An agreement is meant from the sentence on that names it, or that says that its parties signed
/// one; until then, and where two come into question, no sum belongs to any. `deals.tsv`.
final class Deals {

  /// The two ids of a part that are no party.
  static final String WHOLE = "whole";

  static final String EACH = "each";

  /// How far from a sum the word may stand that says which part it is, in characters.
  private static final int REACH = 60;

  private static final int NEAR = 24;

  private static final int NEXT = 12;

  /// 协议就达到90亿美元, where the number has the verb.
  private static final int TOUCH = 4;

  private final DealTable table;
  private final Holders holders;
  private final List<DealTable.Deal> candidates;
  private DealTable.@Nullable Deal current;
  private @Nullable Thing thing;

  /// @param named what the article names
  Deals(DealTable table, Holders holders, Set<String> named) {
    this.table = table;
    this.holders = holders;
    Set<String> governments =
        named.stream().map(holders::government).collect(Collectors.toUnmodifiableSet());
    this.candidates =
        table.deals().stream()
            .filter(
                deal ->
                    named.contains(deal.id())
                        || governments.containsAll(deal.parties())
                            && deal.materials().stream().anyMatch(named::contains))
            .toList();
  }

  /// Whether the article names one, or all that one is known by.
  boolean areLookedFor() {
    return !candidates.isEmpty();
  }

  /// Takes the next sentence: from it on, another agreement may be meant.
  void take(MarkedSentence sentence) {
    if (candidates.isEmpty()) {
      return;
    }
    Set<String> names = names(sentence);
    boolean signed = has("deal", sentence) || has("sign", sentence);
    List<DealTable.Deal> meant =
        candidates.stream()
            .filter(
                deal -> names.contains(deal.id()) || signed && names.containsAll(deal.parties()))
            .toList();
    if (meant.size() == 1) {
      current = meant.getFirst();
      thing = new Thing(current.id(), words(current, sentence));
    } else if (meant.size() > 1) {
      current = null;
    }
  }

  private Set<String> names(MarkedSentence sentence) {
    Set<String> names = new HashSet<>();
    for (Mark mark : sentence.marks()) {
      if (mark instanceof Mark.Name name) {
        names.add(name.id());
        names.add(holders.government(name.id()));
      }
    }
    return names;
  }

  /// What the sentence calls it.
  private String words(DealTable.Deal deal, MarkedSentence sentence) {
    for (int i = 0; i < sentence.marks().size(); i++) {
      if (sentence.marks().get(i) instanceof Mark.Name name && name.id().equals(deal.id())) {
        return sentence.words(new Stretch(i, i + 1));
      }
    }
    FoldedText text = sentence.text();
    for (int i = sentence.span().start(); i < sentence.span().end(); i++) {
      int end = table.words("deal").endAt(text, i);
      if (end > 0) {
        return text.original.substring(i, end);
      }
    }
    return sides(deal, sentence);
  }

  /// The words from one side to the other.
  private String sides(DealTable.Deal deal, MarkedSentence sentence) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < sentence.marks().size(); i++) {
      boolean side =
          sentence.marks().get(i) instanceof Mark.Name name
              && deal.parties().contains(holders.government(name.id()));
      first = side && first < 0 ? i : first;
      last = side ? i : last;
    }
    return first < 0 ? deal.id() : sentence.words(new Stretch(first, last + 1));
  }

  private boolean has(String part, MarkedSentence sentence) {
    return table
        .words(part)
        .isWithin(sentence.text(), sentence.span().start(), sentence.span().end());
  }

  /// `read`, the claims of a sentence, with those of the sums that are said to be of the agreement
  /// in their place, in the order of the text.
  List<Claim> claims(List<Claim> read, Grammar grammar, int paragraph) {
    DealTable.Deal deal = current;
    Thing meant = thing;
    if (deal == null || meant == null) {
      return read;
    }
    Map<Integer, Claim> claims = new TreeMap<>();
    read.forEach(claim -> claims.put(claim.value().span().start(), claim));
    MarkedSentence sentence = grammar.sentence;
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i) instanceof Mark.Number number && number.family() == UnitFamily.MONEY) {
        Optional<Part> part = new Place(grammar, i).part(deal);
        if (part.isPresent()) {
          claims.put(number.start(), claim(grammar, i, number, meant, part.get(), paragraph));
        }
      }
    }
    return List.copyOf(claims.values());
  }

  /// What a side gives is an investment, the whole an amount.
  private static Claim claim(
      Grammar grammar, int figure, Mark.Number number, Thing meant, Part part, int paragraph) {
    Setting setting = grammar.setting(figure);
    Voices voices = new Voices(grammar);
    Thing speaker = voices.speaker(setting);
    return new Claim(
        meant,
        WHOLE.equals(part.id()) ? Property.AMOUNT : Property.INVESTMENT,
        List.of(part),
        ClaimTimes.of(grammar, setting),
        new Value.Figure(number.quantity()),
        paragraph,
        grammar.sentence.span(),
        speaker,
        voices.stance(setting, speaker));
  }

  /// What stands around a sum.
  private final class Place {

    private final Grammar grammar;
    private final MarkedSentence sentence;
    private final FoldedText text;
    private final int figure;
    private final int from;
    private final int start;
    private final int end;
    private final int to;

    Place(Grammar grammar, int figure) {
      this.grammar = grammar;
      this.sentence = grammar.sentence;
      this.text = sentence.text();
      this.figure = figure;
      this.start = sentence.at(figure).start();
      this.end = sentence.at(figure).end();
      this.from = Math.max(bound(-1), start - REACH);
      this.to = Math.min(bound(1), end + REACH);
    }

    /// Where the next sum stands on one side, or the sentence ends.
    private int bound(int step) {
      for (int i = figure + step; i >= 0 && i < sentence.size(); i += step) {
        if (sentence.at(i) instanceof Mark.Number number && number.family() == UnitFamily.MONEY) {
          return step < 0 ? sentence.at(i).end() : sentence.at(i).start();
        }
      }
      return step < 0 ? sentence.span().start() : sentence.span().end();
    }

    /// Which part of the agreement the sum is; empty if it is not said to be of it.
    Optional<Part> part(DealTable.Deal deal) {
      return each(deal).or(() -> partOf(deal)).or(() -> whole(deal));
    }

    private Optional<String> word(String part, int from, int to) {
      WordList words = table.words(part);
      for (int i = Math.max(0, from); i < to; i++) {
        int end = words.endAt(text, i);
        if (end > 0 && end <= to) {
          return Optional.of(text.original.substring(i, end));
        }
      }
      return Optional.empty();
    }

    /// "Both countries will invest $3 billion each", 双方各投入30亿美元.
    Optional<Part> each(DealTable.Deal deal) {
      Optional<String> each =
          word("each", Math.max(from, start - NEAR), start)
              .or(() -> word("each", end, end + NEXT))
              .or(this::eachMark);
      boolean sides =
          word("both", from, to).isPresent() || names(from, to).containsAll(deal.parties());
      return each.filter(_ -> sides).map(words -> new Part(Facet.PARTY, EACH, words));
    }

    /// "will each put", "$3 billion each", 各10亿美元; not "each project" nor 各国.
    private Optional<String> eachMark() {
      if (text.at(start - 1) == '各') {
        return Optional.of("各");
      }
      for (int i = Math.max(0, figure - 8); i <= Math.min(figure + 1, sentence.size() - 1); i++) {
        boolean placed = i == figure + 1 || grammar.isVerb(i + 1);
        if (placed && sentence.at(i).start() >= from && sentence.folded(i).equals("each")) {
          return Optional.of("each");
        }
      }
      return Optional.empty();
    }

    private Set<String> names(int from, int to) {
      Set<String> names = new HashSet<>();
      for (Mark mark : sentence.marks()) {
        if (mark instanceof Mark.Name name && name.start() >= from && name.end() <= to) {
          names.add(holders.government(name.id()));
        }
      }
      return names;
    }

    /// 美方出资：10亿美元, "the American contribution is $1 billion".
    Optional<Part> partOf(DealTable.Deal deal) {
      int word = figure - 1;
      while (word > 0 && (isColon(word) || isLink(word))) {
        word--;
      }
      int near = word < 0 ? start : sentence.at(word).end();
      boolean given = table.words("part").isBefore(text, near);
      List<String> parties =
          names(Math.max(from, near - NEAR), near).stream()
              .filter(deal.parties()::contains)
              .toList();
      return given && parties.size() == 1
          ? Optional.of(new Part(Facet.PARTY, parties.getFirst(), parties.getFirst()))
          : Optional.empty();
    }

    private boolean isColon(int i) {
      return sentence.at(i) instanceof Mark.Stop stop && ":：".indexOf(stop.sign()) >= 0;
    }

    private boolean isLink(int i) {
      return sentence.is(i, Role.AUX) || sentence.is(i, Role.LEVEL) || sentence.is(i, Role.ADVERB);
    }

    /// "an agreement worth $8.5 billion", 框架的总额为85亿美元, "the $8.5 billion agreement". A plan, and a
    /// sum with a firm beside it, are of something within it.
    Optional<Part> whole(DealTable.Deal deal) {
      boolean another = word("another", Math.max(from, start - NEAR), start).isPresent();
      if (another || isPlanned() || hasOther(deal)) {
        return Optional.empty();
      }
      int opened = sentence.span().start();
      Set<String> before = names(opened, start);
      boolean named = before.contains(deal.id()) || word("deal", opened, start).isPresent();
      Optional<String> whole = word("whole", Math.max(from, start - NEAR), start);
      return whole
          .filter(_ -> named)
          .or(() -> worth(deal, names(opened, sentence.span().end())))
          .map(words -> new Part(Facet.PARTY, WHOLE, words));
    }

    /// The agreement right before the sum and its verb, or right behind the sum, in a sentence that
    /// names its sides.
    private Optional<String> worth(DealTable.Deal deal, Set<String> names) {
      if (!names.contains(deal.id()) && !names.containsAll(deal.parties())) {
        return Optional.empty();
      }
      Optional<String> behind = word("deal", end, Math.min(to, end + NEXT));
      return behind.or(
          () -> {
            Optional<String> worth = word("worth", Math.max(from, start - NEXT), start);
            int before = Math.max(from, start - NEAR);
            return worth
                .filter(_ -> word("deal", before, start).isPresent())
                .or(() -> word("deal", start - TOUCH, start));
          });
    }

    private boolean isPlanned() {
      Stretch clause = grammar.clause(figure);
      for (int i = clause.from(); i < clause.to(); i++) {
        if (sentence.is(i, Role.PLAN)) {
          return true;
        }
      }
      return false;
    }

    /// Whether a firm or an agency stands near, or right before the sum one who is no side of it.
    private boolean hasOther(DealTable.Deal deal) {
      for (Mark mark : sentence.marks()) {
        if (mark instanceof Mark.Name name && name.start() >= from && name.end() <= to) {
          boolean near = name.start() >= start - NEAR && name.end() <= start;
          if (GETTING.contains(name.kind()) || near && isOutside(name, deal)) {
            return true;
          }
        }
      }
      return false;
    }

    private static final Set<String> GETTING =
        Set.of("company", "bank", "mine", "plant", "organisation", "agency");

    private boolean isOutside(Mark.Name name, DealTable.Deal deal) {
      return holders.isHolder(name.kind())
          && !name.kind().equals("city")
          && !name.id().equals(deal.id())
          && !deal.parties().contains(holders.government(name.id()));
    }
  }
}
