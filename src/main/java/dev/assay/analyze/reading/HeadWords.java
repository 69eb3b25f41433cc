package dev.assay.analyze.reading;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the words of a heading, a caption, a label or a cell tell of the figures under them, all
/// words taken together: headings have no grammar to speak of.
///
/// @param holders whose figures they are
/// @param parts materials, steps, measures, places and other sides that the words name
/// @param nouns what can be measured, in their order
/// @param others words that say something else, which nobody knows
/// @param isUnfit whether a word turns the meaning: a rise, a denial, somebody of a country
record HeadWords(
    List<Thing> holders,
    List<Part> parts,
    List<ClaimWord> nouns,
    List<TimeExpression> times,
    List<String> others,
    boolean isUnfit) {

  static final HeadWords NONE =
      new HeadWords(List.of(), List.of(), List.of(), List.of(), List.of(), false);

  /// The words of `marks`, which are marks of `text`.
  static HeadWords of(SentenceLexicon lexicon, FoldedText text, List<Mark> marks) {
    Reader reader = new Reader(lexicon, text, marks);
    for (int i = 0; i < marks.size(); i++) {
      reader.take(i, marks.get(i));
    }
    return reader.words();
  }

  /// Whether they say anything.
  boolean isEmpty() {
    return equals(NONE);
  }

  List<Part> parts(Facet facet) {
    return parts.stream().filter(part -> part.facet() == facet).toList();
  }

  /// What names the property of a figure with such a unit: the last word that can, in both
  /// languages the head of its phrase (export *price*).
  Optional<ClaimWord> noun(UnitFamily family) {
    return nouns.reversed().stream().filter(noun -> noun.measures(family)).findFirst();
  }

  /// The same words with one more that names a property.
  HeadWords with(ClaimWord noun) {
    List<ClaimWord> more = new ArrayList<>(nouns);
    more.add(noun);
    return new HeadWords(holders, parts, List.copyOf(more), times, others, isUnfit);
  }

  /// Reads marks one by one.
  private static final class Reader {

    private final SentenceLexicon lexicon;
    private final FoldedText text;
    private final List<Mark> marks;
    private final List<Thing> holders = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<ClaimWord> nouns = new ArrayList<>();
    private final List<TimeExpression> times = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private boolean unfit;

    Reader(SentenceLexicon lexicon, FoldedText text, List<Mark> marks) {
      this.lexicon = lexicon;
      this.text = text;
      this.marks = marks;
    }

    void take(int i, Mark mark) {
      switch (mark) {
        case Mark.Name name -> takeName(i, name);
        case Mark.Moment moment -> times.add(moment.time());
        case Mark.Word word -> takeWord(word);
        case Mark.Plain plain -> takeOther(plain);
        case Mark.Number _, Mark.Stop _ -> {}
      }
    }

    private void takeName(int i, Mark.Name name) {
      if (lexicon.holders().isMaterial(name.kind())) {
        add(Facet.MATERIAL, name.id(), name);
      } else if (lexicon.holders().isHolder(name.kind())) {
        boolean other = i > 0 && marks.get(i - 1).is(Role.SIDE) && isAimed(marks.get(i - 1));
        if (other) {
          add(Facet.COUNTERPART, name.id(), name);
        } else if (holders.stream().noneMatch(thing -> name.id().equals(thing.id()))) {
          holders.add(new Thing(name.id(), written(name)));
        }
      }
    }

    private static final Set<String> AIMS =
        Set.of("to", "from", "on", "against", "对", "向", "从", "自");

    private boolean isAimed(Mark side) {
      return AIMS.contains(text.folded(side.start(), side.end()));
    }

    private void takeWord(Mark.Word word) {
      boolean measures = false;
      for (ClaimWord meaning : word.meanings()) {
        switch (meaning.role()) {
          case NOUN -> measures |= nouns.add(meaning);
          case STAGE -> measures |= add(Facet.STAGE, meaning.value(), word);
          case MEASURE -> measures |= add(Facet.MEASURE, meaning.value(), word);
          case PLAN -> add(Facet.OTHER, meaning.value(), word);
          case WORLD -> add(Facet.PLACE, "world", word);
          default -> {}
        }
      }
      unfit |= !measures && TURNING.stream().anyMatch(word::is) || isRise(word);
      if (word.is(Role.ATTRIBUTE) && !measures) {
        takeOther(word);
      }
    }

    private void takeOther(Mark mark) {
      String folded = text.folded(mark.start(), mark.end());
      if (folded.length() > 1 && !lexicon.empty().contains(folded)) {
        others.add(written(mark));
      }
    }

    private static final List<Role> TURNING =
        List.of(Role.CHANGE, Role.DENY, Role.ACTOR, Role.CHANCE, Role.FROM);

    private static boolean isRise(Mark.Word word) {
      return word.meanings().stream().anyMatch(meaning -> meaning.property() == Property.CHANGE);
    }

    private boolean add(Facet facet, String id, Mark mark) {
      Part part = new Part(facet, id, written(mark));
      if (parts.stream().noneMatch(known -> known.facet() == facet && id.equals(known.id()))) {
        parts.add(part);
      }
      return true;
    }

    private String written(Mark mark) {
      return text.original.substring(mark.start(), mark.end());
    }

    HeadWords words() {
      return new HeadWords(
          List.copyOf(holders),
          List.copyOf(parts),
          List.copyOf(nouns),
          List.copyOf(times),
          List.copyOf(others),
          unfit);
    }
  }
}
