package dev.assay.addons.embeddings;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/// bge-small-v1.5 of one language (BAAI, MIT licence), quantised, run in this process by ONNX
/// Runtime.
///
/// The model and its tokeniser come out of the jar of
/// `dev.langchain4j:langchain4j-embeddings-bge-small-LANGUAGE-v15-q`; nothing is fetched. One thread
/// of the processor is used for each call. Safe for use by many threads.
final class BgeSmall implements AutoCloseable {

  /// What the model reads of a text, in tokens.
  private static final String MOST_TOKENS = "512";

  /// Texts that go through the model at once: more gains little, and memory grows with it.
  private static final int BATCH = 8;

  /// Held here, since the log manager forgets loggers that nobody holds.
  private static final Logger TOKENIZERS = Logger.getLogger("ai.djl");

  private final String file;
  private final Object lock = new Object();
  private volatile Loaded loaded;

  private record Loaded(OrtEnvironment runtime, OrtSession session, HuggingFaceTokenizer tokenizer) {}

  /// Cheap: the model is loaded when it is first used.
  ///
  /// @param language `zh` or `en`
  BgeSmall(String language) {
    this.file = "bge-small-" + language + "-v1.5-q";
  }

  /// The vectors of texts at length 1, in their order. Those of like length go through together,
  /// since each is filled up to the longest.
  List<float[]> embed(List<String> texts) {
    List<Integer> order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
            .toList();
    float[][] vectors = new float[texts.size()][];
    for (int from = 0; from < order.size(); from += BATCH) {
      List<Integer> batch = order.subList(from, Math.min(from + BATCH, order.size()));
      List<float[]> made = embedTogether(batch.stream().map(texts::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        vectors[batch.get(i)] = made.get(i);
      }
    }
    return List.of(vectors);
  }

  private List<float[]> embedTogether(List<String> texts) {
    Loaded model = model();
    Encoding[] encodings = model.tokenizer().batchEncode(texts);
    long[][] ids = new long[encodings.length][];
    long[][] mask = new long[encodings.length][];
    long[][] types = new long[encodings.length][];
    for (int i = 0; i < encodings.length; i++) {
      ids[i] = encodings[i].getIds();
      mask[i] = encodings[i].getAttentionMask();
      types[i] = encodings[i].getTypeIds();
    }
    try (OnnxTensor idTensor = OnnxTensor.createTensor(model.runtime(), ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(model.runtime(), mask);
        OnnxTensor typeTensor = OnnxTensor.createTensor(model.runtime(), types);
        OrtSession.Result result =
            model
                .session()
                .run(
                    Map.of(
                        "input_ids", idTensor,
                        "attention_mask", maskTensor,
                        "token_type_ids", typeTensor))) {
      return firstTokens((float[][][]) result.get(0).getValue());
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model failed on " + texts.size() + " texts", e);
    }
  }

  /// The vector of the first token stands for the text (the authors' pooling), at length 1.
  private static List<float[]> firstTokens(float[][][] states) {
    List<float[]> vectors = new ArrayList<>();
    for (float[][] text : states) {
      float[] vector = text[0];
      double square = 0;
      for (float number : vector) {
        square += number * number;
      }
      float length = (float) Math.sqrt(square);
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
      vectors.add(vector);
    }
    return vectors;
  }

  private Loaded model() {
    Loaded present = loaded;
    if (present == null) {
      synchronized (lock) {
        present = loaded == null ? load() : loaded;
        loaded = present;
      }
    }
    return present;
  }

  /// The tokeniser's library looks for its files by the thread's class loader.
  private Loaded load() {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(BgeSmall.class.getClassLoader());
    try {
      return loadHere();
    } catch (LinkageError | AssertionError e) {
      throw new IllegalStateException(
          "the embedding add-on has no library for this machine; to do without it delete"
              + " addons/embeddings/target",
          e);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private Loaded loadHere() {
    TOKENIZERS.setLevel(Level.SEVERE); // that there is no graphics card is not the user's concern
    // nor may the library look for newer files of its own
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try (InputStream model = resource(file + ".onnx");
        InputStream tokenizer = resource(file + "-tokenizer.json");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment runtime = OrtEnvironment.getEnvironment();
      return new Loaded(
          runtime,
          runtime.createSession(model.readAllBytes(), options),
          HuggingFaceTokenizer.newInstance(
              tokenizer,
              Map.of("padding", "true", "truncation", "true", "maxLength", MOST_TOKENS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model could not be loaded", e);
    }
  }

  private static InputStream resource(String name) {
    InputStream resource = BgeSmall.class.getClassLoader().getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalStateException(
          name + " is missing: install the add-on again with ./assay addon embeddings");
    }
    return resource;
  }

  @Override
  public void close() {
    synchronized (lock) {
      Loaded present = loaded;
      if (present != null) {
        try {
          present.session().close();
        } catch (OrtException e) {
          throw new IllegalStateException("the embedding model could not be closed", e);
        }
        present.tokenizer().close();
        loaded = null;
      }
    }
  }
}
