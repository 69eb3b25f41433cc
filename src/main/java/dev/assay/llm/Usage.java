package dev.assay.llm;

/// What a question cost, as the provider counts it.
public record Usage(long inputTokens, long outputTokens) {

  public static final Usage NONE = new Usage(0, 0);

  public Usage plus(Usage other) {
    return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
  }

  public long tokens() {
    return inputTokens + outputTokens;
  }
}
