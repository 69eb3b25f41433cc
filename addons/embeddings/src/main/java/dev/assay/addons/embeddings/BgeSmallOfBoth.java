package dev.assay.addons.embeddings;

import dev.assay.article.Language;
import dev.assay.index.meaning.Embedder;
import dev.assay.lexicon.LanguageDetector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// bge-small-v1.5 for Chinese and for English side by side: 512 numbers of the Chinese model, which
/// is near enough to English to find the one by the other, and behind them 384 of the English one.
///
/// Between English texts both models count, the English one twice. What a Chinese passage has in
/// the place of the second is the same for all: what English news has in common, so that a question in
/// English finds it beside English passages of middling nearness. A Chinese question asks the Chinese
/// model alone.
public final class BgeSmallOfBoth implements Embedder {

  /// What the models' authors set before a question that looks for passages.
  private static final String CHINESE_QUESTION = "为这个句子生成表示以用于检索相关文章：";

  private static final String ENGLISH_QUESTION =
      "Represent this sentence for searching relevant passages: ";

  private static final int ENGLISH_SIZE = 384;

  /// The Chinese model's share of the nearness of two English texts. A quarter and a half were
  /// measured too and find nearly as well (`docs/measurements/search.md`).
  private static final double CHINESE_SHARE = 1 / 3.0;

  /// What they have in common says nothing of one matter.
  private static final List<String> OF_ANYTHING =
      List.of(
          "The company said on Monday that sales rose in the third quarter.",
          "The minister told reporters that the plan would be put before parliament next year.",
          "Police are looking for witnesses after an accident near the station.",
          "The team lost at home and is now fourth in the league.",
          "Researchers found that the treatment helped about half of the patients.",
          "The river is wide and slow where it reaches the sea.",
          "The house was built in the last century and has been a museum since then.",
          "Prices are set by the market and change from day to day.",
          "The court will hear the case in the spring.",
          "She studied law and later wrote several books about the city.",
          "The metal is used in batteries, glass and small motors.",
          "Many farmers say that there has been too little rain.");

  private final BgeSmall chinese = new BgeSmall("zh");
  private final BgeSmall english = new BgeSmall("en");
  private volatile float[] common;

  /// Cheap: the models are loaded when they are first used.
  public BgeSmallOfBoth() {}

  @Override
  public String name() {
    return "bge-small-zh-en-v1.5-q";
  }

  @Override
  public float[] question(String text) {
    float[] first = chinese.embed(List.of(CHINESE_QUESTION + text)).getFirst();
    return isChinese(text)
        ? joined(first, 1, new float[ENGLISH_SIZE])
        : joined(
            first, CHINESE_SHARE, english.embed(List.of(ENGLISH_QUESTION + text)).getFirst());
  }

  @Override
  public List<float[]> passages(List<String> texts) {
    List<float[]> first = chinese.embed(texts);
    Iterator<float[]> second =
        english.embed(texts.stream().filter(text -> !isChinese(text)).toList()).iterator();
    List<float[]> passages = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      float[] behind = isChinese(texts.get(i)) ? common() : second.next();
      passages.add(joined(first.get(i), CHINESE_SHARE, behind));
    }
    return passages;
  }

  private static boolean isChinese(String text) {
    return LanguageDetector.detect(text, Language.UNKNOWN).isChinese();
  }

  /// Two vectors of length 1 as one of length 1.
  ///
  /// @param share of the first in the product of two that were joined alike
  private static float[] joined(float[] first, double share, float[] second) {
    float[] joined = new float[first.length + second.length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] =
          (float)
              (i < first.length
                  ? Math.sqrt(share) * first[i]
                  : Math.sqrt(1 - share) * second[i - first.length]);
    }
    return joined;
  }

  private float[] common() {
    float[] present = common;
    if (present == null) {
      present = mean(english.embed(OF_ANYTHING));
      common = present;
    }
    return present;
  }

  /// The mean of vectors, at length 1.
  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[ENGLISH_SIZE];
    double square = 0;
    for (int i = 0; i < mean.length; i++) {
      for (float[] vector : vectors) {
        mean[i] += vector[i];
      }
      square += mean[i] * mean[i];
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= (float) Math.sqrt(square);
    }
    return mean;
  }

  @Override
  public void close() {
    try {
      chinese.close();
    } finally {
      english.close();
    }
  }
}
