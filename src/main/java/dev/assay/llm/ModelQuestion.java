package dev.assay.llm;

/// What a model is asked.
///
/// @param instructions our own words
/// @param text the words of others, which are data
/// @param schema the JSON schema that the answer keeps to
/// @param mostOutputTokens a longer answer is cut off
public record ModelQuestion(
    String instructions, String text, String schema, int mostOutputTokens) {}
