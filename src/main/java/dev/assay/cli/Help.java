package dev.assay.cli;

import dev.assay.cli.terminal.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What `--help` prints: in the user's language, and the commands in groups by what one wants to
/// do.
final class Help {

  /// Every command stands in one group; a test holds that. The keys are those of their headings.
  static final Map<String, List<String>> GROUPS = groups();

  private static final int NAME_WIDTH = 12;
  private static final int WIDTH = 96;

  private Help() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("collect", List.of("demo", "import", "follow", "sources", "fetch"));
    groups.put(
        "read",
        List.of(
            "today",
            "topic",
            "search",
            "ask",
            "article",
            "brief",
            "event",
            "timeline",
            "series",
            "chain",
            "edits",
            "rising",
            "unread",
            "mark",
            "mute",
            "note",
            "collection",
            "export",
            "alerts",
            "serve",
            "mcp"));
    groups.put(
        "judge",
        List.of(
            "ledger",
            "labels",
            "evaluate",
            "alias",
            "fold",
            "unfold",
            "owners",
            "check",
            "quantities",
            "events"));
    groups.put(
        "maintain",
        List.of(
            "status",
            "verify",
            "doctor",
            "report",
            "backup",
            "restore",
            "delete",
            "reindex",
            "reprocess",
            "clean",
            "dictionary",
            "companies",
            "embeddings",
            "models",
            "user",
            "audit"));
    groups.put("share", List.of("move", "web", "settle", "work", "backfill"));
    return groups;
  }

  /// `help`, as the first word, for those who know it from elsewhere: it asks for `--help` of what
  /// follows.
  static String[] asOption(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    List<String> asked = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
    asked.add("--help");
    return asked.toArray(String[]::new);
  }

  /// Gives a tree its texts and its form.
  static void arrange(CommandLine tree, Output.Words words) {
    if (words.chinese()) {
      tree.setResourceBundle(ResourceBundle.getBundle("dev.assay.cli.help", Locale.CHINESE));
    }
    tree.getCommandSpec().usageMessage().synopsisSubcommandLabel(words.say("help.command"));
    tree.setHelpSectionKeys(
        tree.getHelpSectionKeys().stream()
            .filter(key -> !key.equals(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING))
            .toList());
    tree.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help, words));
    for (CommandLine command : tree.getSubcommands().values()) {
      command
          .getCommandSpec()
          .usageMessage()
          .adjustLineBreaksForWideCJKCharacters(true)
          .width(WIDTH);
    }
    tree.getCommandSpec().usageMessage().adjustLineBreaksForWideCJKCharacters(true).width(WIDTH);
  }

  private static String commands(CommandLine.Help help, Output.Words words) {
    StringBuilder list = new StringBuilder();
    GROUPS.forEach(
        (group, names) -> {
          list.append('\n').append(words.say("help." + group)).append('\n');
          list.append(table(help, names));
        });
    Set<String> grouped =
        GROUPS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    List<String> others = new ArrayList<>(help.subcommands().keySet());
    others.removeAll(grouped);
    return list
        + (others.isEmpty() ? "" : "\n" + table(help, others))
        + "\n"
        + words.say("help.more")
        + "\n";
  }

  private static String table(CommandLine.Help help, List<String> names) {
    CommandLine.Help.ColorScheme plain = help.colorScheme();
    TextTable table =
        TextTable.forColumns(
            plain,
            new Column(NAME_WIDTH, 2, Overflow.SPAN),
            new Column(WIDTH - NAME_WIDTH, 1, Overflow.WRAP));
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    for (String name : names) {
      CommandLine.Help command = help.subcommands().get(name);
      if (command != null) {
        Text[] row = {
          plain.commandText(name),
          plain.text(
              firstSentence(String.join(" ", command.commandSpec().usageMessage().description())))
        };
        table.addRowValues(row);
      }
    }
    return table.toString();
  }

  /// A list of commands has room for one sentence of each.
  static String firstSentence(String description) {
    for (int i = 0; i < description.length(); i++) {
      char c = description.charAt(i);
      boolean ends =
          c == '。'
              || c == '.' && (i + 1 == description.length() || description.charAt(i + 1) == ' ');
      if (ends) {
        return description.substring(0, i + 1);
      }
    }
    return description;
  }
}
