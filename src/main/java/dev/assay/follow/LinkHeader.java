package dev.assay.follow;

import dev.assay.fetch.Answer;
import dev.assay.source.Feed;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an answer's head says that its hub is, and what the hub knows it by (RFC 8288): both go
/// before what the feed itself says.
///
/// @param hub empty if it does not say
/// @param self empty if it does not say
record LinkHeader(String hub, String self) {

  private static final Pattern LINK =
      Pattern.compile("<([^<>]{1,2000})>\\s*;[^,]*?\\brel\\s*=\\s*\"?([^\",;]+)");

  static LinkHeader of(Answer answer) {
    String hub = "";
    String self = "";
    Matcher link = LINK.matcher(answer.header("link").orElse(""));
    while (link.find()) {
      String relations = " " + link.group(2).strip() + " ";
      if (hub.isEmpty() && relations.contains(" hub ")) {
        hub = resolved(answer.address(), link.group(1));
      } else if (self.isEmpty() && relations.contains(" self ")) {
        self = resolved(answer.address(), link.group(1));
      }
    }
    return new LinkHeader(hub, self);
  }

  private static String resolved(URI base, String link) {
    try {
      return base.resolve(link.strip()).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  Feed.About over(Feed.About about) {
    return hub.isEmpty()
        ? about
        : new Feed.About(
            about.title(),
            about.site(),
            about.description(),
            about.language(),
            hub,
            self.isEmpty() ? about.self() : self);
  }
}
