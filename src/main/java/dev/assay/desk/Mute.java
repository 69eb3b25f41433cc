package dev.assay.desk;

import java.util.Locale;

/// What a reader wants to hear nothing of.
///
/// @param subject the outlet's name, or the topic's by any of its names, as the reader saw it
public record Mute(Kind kind, String subject) {

  /// What can be muted.
  public enum Kind {
    /// What one outlet publishes.
    SOURCE,
    /// What articles are about.
    TOPIC;

    /// As it stands in the store, in JSON, in forms and on the command line.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public Mute {
    subject = subject.strip();
  }
}
