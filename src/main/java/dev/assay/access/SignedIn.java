package dev.assay.access;

import dev.assay.article.ReaderId;
import java.time.Instant;

/// A browser in which somebody is signed in.
///
/// @param hash names the session; what its cookie holds cannot be told from it
/// @param usedAt to the hour
/// @param browser as it named itself, cut to 200 characters
public record SignedIn(
    String hash,
    ReaderId account,
    Instant createdAt,
    Instant usedAt,
    String address,
    String browser) {

  private static final int MOST_BROWSER = 200;

  public SignedIn {
    browser = browser.length() > MOST_BROWSER ? browser.substring(0, MOST_BROWSER) : browser;
  }
}
