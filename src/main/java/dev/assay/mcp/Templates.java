package dev.assay.mcp;

import dev.assay.article.ReaderId;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Articles, topics and entries of the ledger as resources; reading one is calling its tool.
final class Templates {

  private static final String JSON = "application/json";

  /// A kind of resource.
  ///
  /// @param tool which reads it
  /// @param argument the tool's argument that the address holds
  private record Kind(String prefix, String tool, String argument, String description) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("assay://article/", "article", "id", "Numbered paragraphs of one article."),
          new Kind("assay://topic/", "topic", "name", "The topic page of any name."),
          new Kind("assay://entry/", "ledger_entry", "id", "One entry of the ledger."));

  private Templates() {}

  static List<McpSchema.ResourceTemplate> all() {
    return KINDS.stream()
        .map(
            kind ->
                McpSchema.ResourceTemplate.builder(
                        "%s{%s}".formatted(kind.prefix(), kind.argument()), kind.tool())
                    .description(kind.description())
                    .mimeType(JSON)
                    .build())
        .toList();
  }

  /// The template whose argument can be completed.
  static McpSchema.ResourceReference topic() {
    return new McpSchema.ResourceReference("assay://topic/{name}");
  }

  /// @throws McpError if there is no such resource
  static McpSchema.ReadResourceResult read(Toolbox toolbox, String address) {
    for (Kind kind : KINDS) {
      if (address.startsWith(kind.prefix())) {
        String name =
            URLDecoder.decode(address.substring(kind.prefix().length()), StandardCharsets.UTF_8);
        Toolbox.Outcome outcome =
            toolbox.call(tool(toolbox, kind.tool()), Map.of(kind.argument(), name), ReaderId.LOCAL);
        if (outcome.error() == null) {
          return McpSchema.ReadResourceResult.builder(
                  List.of(
                      McpSchema.TextResourceContents.builder(address, outcome.text())
                          .mimeType(JSON)
                          .build()))
              .build();
        }
        throw unknown(address, outcome.error());
      }
    }
    throw unknown(address, "There is no resource %s.".formatted(address));
  }

  private static McpError unknown(String address, String why) {
    return McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
        .message(why)
        .data(Map.of("uri", address))
        .build();
  }

  private static Tool tool(Toolbox toolbox, String name) {
    return toolbox.tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
