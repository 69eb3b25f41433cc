package dev.assay.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What goes out, in the words of its reader.
///
/// @param id of the message, the same for all places
/// @param type `alert`, `digest` or `notice`
/// @param rule id of the rule; null for a word of the desk's own
/// @param ruleName empty for a word of the desk's own
/// @param language a tag
/// @param title one line
/// @param sections what is told; none in a word of the desk's own
/// @param more that there is more, in words; empty if there is not
/// @param all the words that lead to all of it
/// @param path of all of it, on the desk's own pages
/// @param why its reader gets it
/// @param end the words for ending it
/// @param token which ends it at this place; null if there is nothing to end
public record Message(
    String id,
    String type,
    Instant madeAt,
    @Nullable String rule,
    String ruleName,
    String language,
    String title,
    List<Section> sections,
    String more,
    String all,
    String path,
    String why,
    String end,
    @Nullable String token) {

  public Message {
    sections = List.copyOf(sections);
  }

  /// Lines of one kind.
  ///
  /// @param heading empty where there is one section alone
  public record Section(String heading, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /// One thing.
  ///
  /// @param what what happened, in a few words; empty where the heading says it
  /// @param also where else it is told, in words; may be empty
  public record Line(String what, Item item, String also) {}

  public List<Line> lines() {
    return sections.stream().flatMap(section -> section.lines().stream()).toList();
  }
}
