package dev.assay.analyze.name;

import dev.assay.analyze.text.Sentences;
import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the sentences of an article stand, so that it can be counted which of them name a thing.
/// Made once an article, asked once a thing.
final class SentencePlaces {

  private static final int LEAD_SENTENCES = 2;

  /// The lead of a long text is one part in so many.
  private static final int LEAD_PART = 5;

  /// What stands this near to the beginning of a Chinese sentence heads it: behind it there is room
  /// for a date or a title, not for another subject and its verb.
  private static final int HEAD_IN_HAN = 8;

  /// Before the head of a sentence in Latin letters stand no more words in small letters than a
  /// title (`former president`), these not counted.
  private static final int WORDS_BEFORE_HEAD = 1;

  private static final int HEAD_IN_LATIN = 40;

  private static final Set<String> SMALL =
      Set.of("the", "a", "an", "in", "on", "at", "by", "of", "for", "and", "after", "to", "from");

  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

  private final List<List<Span>> sentences;
  private final int[] before;
  private final int[] charactersBefore;

  /// @param blocks the title and the paragraphs
  SentencePlaces(List<String> blocks) {
    sentences = blocks.stream().map(Sentences::of).toList();
    before = new int[blocks.size() + 1];
    charactersBefore = new int[blocks.size() + 1];
    for (int block = 1; block < blocks.size(); block++) {
      before[block + 1] = before[block] + sentences.get(block).size();
      charactersBefore[block + 1] = charactersBefore[block] + blocks.get(block).length();
    }
  }

  /// Where a thing stands in the sentences.
  ///
  /// @param mentions its places, in the order of the text
  Aboutness of(List<Tag.Mention> mentions, List<String> blocks) {
    BitSet naming = new BitSet();
    BitSet headed = new BitSet();
    boolean lead = false;
    for (Tag.Mention mention : mentions) {
      int block = mention.paragraph();
      if (block != Tag.TITLE) {
        int at = sentenceAt(block, mention.span().start());
        lead |= isLead(block, at, mention.span().start());
        naming.set(before[block] + at);
        if (isHead(mention, sentences.get(block).get(at), blocks.get(block))) {
          headed.set(before[block] + at);
        }
      }
    }
    return new Aboutness(
        mentions.getFirst().paragraph() == Tag.TITLE,
        lead,
        mentions.size(),
        naming.cardinality(),
        headed.cardinality(),
        before[before.length - 1],
        mentions.size(),
        0);
  }

  /// The sentences of a block.
  List<Span> of(int block) {
    return sentences.get(block);
  }

  /// How much of the text stands before a place in a paragraph, 0 to 1.
  double part(int block, int place) {
    int all = charactersBefore[charactersBefore.length - 1];
    return (double) (charactersBefore[block] + place) / Math.max(1, all);
  }

  private boolean isLead(int block, int sentence, int place) {
    int end = charactersBefore[charactersBefore.length - 1];
    return before[block] + sentence < LEAD_SENTENCES
        || LEAD_PART * (charactersBefore[block] + place) < end;
  }

  /// The number in its paragraph of the sentence that holds `place`.
  private int sentenceAt(int block, int place) {
    return Math.max(0, Places.firstFrom(sentences.get(block), Span::start, place + 1) - 1);
  }

  private static boolean isHead(Tag.Mention mention, Span sentence, String text) {
    int start = mention.span().start();
    int from = start - sentence.start();
    if (HanScript.isHan(text.charAt(start))) {
      return from <= HEAD_IN_HAN;
    }
    return from <= HEAD_IN_LATIN
        && smallWords(text.substring(sentence.start(), start)) <= WORDS_BEFORE_HEAD;
  }

  private static long smallWords(String text) {
    return NO_LETTERS
        .splitAsStream(text)
        .filter(word -> !word.isEmpty() && Character.isLowerCase(word.charAt(0)))
        .filter(word -> !SMALL.contains(word))
        .count();
  }
}
