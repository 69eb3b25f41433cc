package dev.assay.web;

/// How a desk stands, as every page says it where there is something to say.
///
/// @param broken sources of which nothing has come for more than a day though it should
/// @param empty whether the library has no article yet
public record Standing(int broken, boolean empty) {

  static final Standing WELL = new Standing(0, false);
}
