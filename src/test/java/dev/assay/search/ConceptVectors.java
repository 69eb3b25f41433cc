package dev.assay.search;

import dev.assay.index.meaning.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A model small enough to read: a text's vector says how often it names each of a few concepts, in
/// either language. Texts that name none lie on an axis of their own.
public final class ConceptVectors implements Embedder {

  private static final List<List<String>> CONCEPTS =
      List.of(
          List.of("car", "automobile", "vehicle", "汽车", "轿车"),
          List.of("strike", "walkout", "罢工", "停工"),
          List.of("magnet", "磁"),
          List.of("flood", "deluge", "洪水", "汛"));

  /// Texts that were turned into vectors so far.
  public final List<String> asked = new ArrayList<>();

  @Override
  public String name() {
    return "concepts-1";
  }

  @Override
  public List<float[]> passages(List<String> texts) {
    asked.addAll(texts);
    return texts.stream().map(this::question).toList();
  }

  @Override
  public float[] question(String text) {
    float[] vector = new float[CONCEPTS.size() + 1];
    vector[CONCEPTS.size()] = 0.1f;
    for (int i = 0; i < CONCEPTS.size(); i++) {
      for (String word : CONCEPTS.get(i)) {
        vector[i] += text.toLowerCase(Locale.ROOT).split(word, -1).length - 1;
      }
    }
    double square = 0;
    for (float number : vector) {
      square += number * number;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  @Override
  public void close() {}
}
