package dev.assay.analyze.text;

import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;

/// Cuts sentences into words with their parts of speech: Chinese by HanLP's dictionary, English by
/// OpenNLP's tagger.
///
/// Both read their tables when the first sentence comes (a third of a second); then a core takes
/// some hundred thousand words a second. Ask for the sentences that matter, not for whole articles,
/// and only once. Safe for use by many threads.
public final class WordCutter {

  /// The taggers slow down on longer stretches, and no sentence has more.
  private static final int LONGEST = 4_000;

  private WordCutter() {}

  /// The words and signs of `sentence`, a stretch of `text`, in order, without the spaces between
  /// them; of a stretch that is too long to be a sentence, its beginning. Offsets are those of
  /// `text`.
  public static List<Word> of(String text, Span sentence) {
    Span read = new Span(sentence.start(), Math.min(sentence.end(), sentence.start() + LONGEST));
    List<Word> words =
        isChinese(text, read) ? ChineseWords.of(text, read) : EnglishWords.of(text, read);
    return List.copyOf(words);
  }

  /// The words of each of the sentences of `text`.
  public static List<List<Word>> of(String text, List<Span> sentences) {
    List<List<Word>> words = new ArrayList<>();
    for (Span sentence : sentences) {
      words.add(of(text, sentence));
    }
    return words;
  }

  /// Whether more than a word or two of the stretch is Chinese: names stand in foreign sentences.
  private static boolean isChinese(String text, Span stretch) {
    int han = 0;
    for (int i = stretch.start(); i < stretch.end(); i++) {
      han += HanScript.isHan(text.charAt(i)) ? 3 : 0;
    }
    return han > stretch.end() - stretch.start();
  }
}
