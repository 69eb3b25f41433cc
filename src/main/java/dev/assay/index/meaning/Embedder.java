package dev.assay.index.meaning;

import java.util.List;

/// Turns texts into vectors of length 1: the smaller the angle between two, the more alike the
/// texts.
///
/// Add-ons provide one as a service of [java.util.ServiceLoader], with a constructor without
/// parameters that is cheap; the model is loaded when it is first used. Safe for use by many
/// threads.
public interface Embedder extends AutoCloseable {

  /// The model and its version: vectors of another one are made anew.
  String name();

  /// The vectors of passages, in their order. A passage longer than the model reads is cut.
  List<float[]> passages(List<String> texts);

  /// The vector of what a person asks for.
  float[] question(String text);

  /// Frees what the model holds outside the heap.
  @Override
  void close();
}
