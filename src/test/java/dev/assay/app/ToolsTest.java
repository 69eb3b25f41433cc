package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.access.Actor;
import dev.assay.access.AuditLine;
import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.article.ReaderId;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tools, as a client of the protocol uses them. The client checks every answer against the
/// output schema that the tool was listed with.
@SuppressWarnings(
    "deprecation") // the short constructors of the SDK; their builders say no more here
final class ToolsTest {

  private static final String ARTICLES =
      """
      {"id":"one","title":"分离线明年投产","source":"北岸财经","url":"https://north.example/1","published":"2025-11-01T08:00:00Z","text":"南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。原料来自北岸的两座矿山，运距不到90公里。"}
      {"id":"two","title":"Lynas opens a plant","source":"Harbour Daily","url":"https://harbour.example/2","published":"2025-11-02T08:00:00Z","text":"Lynas said on Tuesday that its new plant will open in March. It will make 4,200 tonnes of neodymium a year."}
      {"id":"long","title":"A long report","source":"Harbour Daily","published":"2025-11-03T08:00:00Z","text":"%s"}
      """
          .formatted("The mine at North Ridge sent 40 tonnes of ore to the port. ".repeat(1_000));

  @TempDir Path folder;

  private final Desk.Opener opener =
      new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
  private Desk desk;
  private Desk.Serving serving;
  private McpSyncClient client;

  @BeforeEach
  void start() {
    run(ARTICLES, "import", "--batch");
    desk = opener.toWrite(folder.resolve("data"));
    serving = opener.serve(desk, Desk.Listening.here(0));
    client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + serving.port())
                    .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.shared()))
                    .endpoint("/mcp")
                    .build())
            .requestTimeout(Duration.ofSeconds(60))
            .build();
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.closeGracefully();
    serving.close();
    desk.close();
  }

  private String run(String in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data").toString();
    Commands.run(
        opener,
        InstantSource.system(),
        Path.of("samples"),
        new Streams(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            new ByteArrayOutputStream(),
            false),
        all);
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode call(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(new McpSchema.CallToolRequest(tool, arguments));
    assertThat(result.isError()).as(String.valueOf(result.content())).isFalse();
    String text = ((McpSchema.TextContent) result.content().getFirst()).text();
    JsonMapper json = JsonMapper.shared();
    assertThat(json.writeValueAsBytes(result).length).isLessThanOrEqualTo(25_000);
    assertThat(json.readTree(text)).isEqualTo(json.valueToTree(result.structuredContent()));
    return json.valueToTree(result.structuredContent());
  }

  private String error(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(new McpSchema.CallToolRequest(tool, arguments));
    assertThat(result.isError()).isTrue();
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }

  private HttpResponse<String> sent(String method, String message)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/mcp".formatted(serving.port())))
              .headers("Content-Type", "application/json")
              .headers("Accept", "application/json, text/event-stream")
              .method(method, HttpRequest.BodyPublishers.ofString(message))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /// What a broken client sends is answered in the protocol, without a word of what is inside.
  @Test
  void sayInTheProtocolWhatIsWrongWithAMessage() throws IOException, InterruptedException {
    for (String message :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "5",
            "{\"jsonrpc\":\"2.0\",\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}")) {
      HttpResponse<String> answer = sent("POST", message);
      JsonNode json = JsonMapper.shared().readTree(answer.body());
      assertThat(json.propertyNames()).as(message).containsExactly("jsonrpc", "id", "error");
      assertThat(json.at("/error/code").asInt()).as(message).isBetween(-32700, -32600);
      assertThat(answer.body()).as(message).doesNotContain("java").doesNotContain("modelcontext");
    }
    for (String method :
        List.of(
            "initialize", "tools/call", "prompts/get", "resources/read", "completion/complete")) {
      for (String params :
          List.of(
              "null",
              "[]",
              "\"x\"",
              "{\"name\":\"search\",\"arguments\":5,\"uri\":[],\"protocolVersion\":{},\"ref\":{\"type\":\"ref/prompt\"}}")) {
        HttpResponse<String> answer =
            sent(
                "POST",
                "{\"jsonrpc\":\"2.0\",\"id\":\"七\",\"method\":\"%s\",\"params\":%s}"
                    .formatted(method, params));
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.statusCode()).as(method + params).isEqualTo(200);
        assertThat(json.path("id").asString()).as(method + params).isEqualTo("七");
        assertThat(json.at("/error/code").asInt()).as(method + params).isEqualTo(-32602);
      }
    }
    HttpResponse<String> listened = sent("GET", "");
    assertThat(listened.statusCode()).isEqualTo(405);
    assertThat(listened.headers().firstValue("Allow")).contains("POST");
    assertThat(listened.body()).contains("There is no stream to listen on");
  }

  @Test
  void areListedInOneOrderAsReading() {
    List<McpSchema.Tool> tools = client.listTools().tools();

    assertThat(tools)
        .extracting(McpSchema.Tool::name)
        .containsExactlyInAnyOrder(
            "search",
            "fetch",
            "search_passages",
            "topic",
            "article",
            "brief",
            "ledger",
            "ledger_entry",
            "ask",
            "check",
            "changes",
            "timeline",
            "rising",
            "topic_brief",
            "names",
            "sources",
            "notes",
            "collections",
            "follow",
            "save_topic",
            "correct_reading");
    assertThat(tools).allMatch(tool -> tool.outputSchema() != null);
    assertThat(tools)
        .filteredOn(tool -> !tool.annotations().readOnlyHint())
        .extracting(McpSchema.Tool::name)
        .containsExactly("follow", "save_topic", "correct_reading");
    assertThat(client.listTools().tools()).isEqualTo(tools);
  }

  @Test
  void findAndFetchWithCitations() {
    JsonNode found = call("search", Map.of("query", "neodymium plant"));
    String id = found.path("results").path(0).path("id").asString();
    assertThat(found.path("results").path(0).path("url").asString())
        .isEqualTo("https://harbour.example/2");
    assertThat(call("fetch", Map.of("id", id)).path("text").asString())
        .startsWith("[1] Lynas said");

    JsonNode passage =
        call("search_passages", Map.of("query", "氧化镨钕", "language", "zh-Hans"))
            .path("passages")
            .path(0);
    assertThat(passage.path("paragraph").asInt()).isEqualTo(1);
    assertThat(passage.path("text").asString()).contains("氧化镨钕4200吨");

    JsonNode brief = call("brief", Map.of("id", id));
    assertThat(brief.toString()).contains("\"citations\":[{\"article\":\"" + id);
    assertThat(call("topic", Map.of("name", "Lynas")).path("cards")).hasSize(1);
    assertThat(call("sources", Map.of()).path("sources")).hasSize(2);
    assertThat(call("ledger", Map.of()).has("entries")).isTrue();
    assertThat(call("names", Map.of("name", "钕")).path("things").path(0).path("labels").toString())
        .contains("neodymium");
  }

  @Test
  void tellWhatHappenedWhenAndWhereATopicStands() {
    JsonNode row = call("timeline", Map.of("topic", "Lynas", "reader", "zh")).path("rows").path(0);
    assertThat(row.path("first").asString()).isEqualTo("2026-03-01");
    assertThat(row.path("ahead").asBoolean()).isTrue();
    assertThat(row.at("/sentence/citations/0/paragraph").asInt()).isEqualTo(1);
    assertThat(call("timeline", Map.of("topic", "Lynas", "before", "2025-01-01")).path("rows"))
        .isEmpty();
    assertThat(error("timeline", Map.of())).isEqualTo("Name a topic or an event.");

    JsonNode brief = call("topic_brief", Map.of("name", "Lynas"));
    assertThat(brief.path("topic").asString()).isEqualTo("Lynas");
    assertThat(brief.toString()).contains("\"citations\":[{\"article\":");
    assertThat(error("topic_brief", Map.of("name", "Zorbium Nine")))
        .contains("No article is about");
    assertThat(error("topic_brief", Map.of("name", "Lynas", "as_of", "2024-01-01")))
        .startsWith("No brief of Lynas was kept by then");
  }

  @Test
  void giveLongTextsInParts() {
    String id =
        call("search", Map.of("query", "North Ridge ore"))
            .path("results")
            .path(0)
            .path("id")
            .asString();
    JsonNode article = call("article", Map.of("id", id));
    StringBuilder whole = new StringBuilder(article.at("/paragraphs/0/text").asString());
    while (!article.path("next").isNull()) {
      article =
          call(
              "article",
              Map.of(
                  "id",
                  id,
                  "from",
                  article.path("next").asInt(),
                  "at",
                  article.path("next_at").asInt()));
      whole.append(article.at("/paragraphs/0/text").asString());
    }
    assertThat(whole.toString()).hasSize(58_999).endsWith("of ore to the port.");
    assertThat(call("fetch", Map.of("id", id)).path("text").asString())
        .contains("use the tool article");
  }

  @Test
  void checkASentenceInTheOtherLanguage() {
    JsonNode right =
        call(
            "check",
            Map.of("sentence", "It makes 4,200 tonnes a year.", "source", "每年可出氧化镨钕4200吨。"));
    assertThat(right.path("supported").asBoolean()).isTrue();
    JsonNode wrong =
        call("check", Map.of("sentence", "每年可出4600吨。", "source", "It makes 4,200 tonnes."));
    assertThat(wrong.path("supported").asBoolean()).isFalse();
    assertThat(wrong.path("numbers").path(0).path("verdict").asString()).isEqualTo("unsupported");
  }

  @Test
  void answerInSentencesOfTheSources() {
    JsonNode answer = call("ask", Map.of("question", "When will the new Lynas plant open?"));
    assertThat(answer.at("/sentences/0/text").asString())
        .isEqualTo("Lynas said on Tuesday that its new plant will open in March.");
    assertThat(answer.at("/sentences/0/citations/0/paragraph").asInt()).isEqualTo(1);
    assertThat(call("ask", Map.of("question", "谁是火星总统？")).path("state").asString())
        .isEqualTo("refused");
  }

  @Test
  void tellWhatDiffersAndWhatWasKnown() {
    String one = call("search", Map.of("query", "分离线")).at("/results/0/id").asString();
    String two = call("search", Map.of("query", "Lynas plant")).at("/results/0/id").asString();
    assertThat(call("changes", Map.of("id", one, "against", two)).path("changes").isEmpty())
        .isFalse();
    assertThat(error("changes", Map.of("id", one))).startsWith("The article stands alone");
    assertThat(call("topic", Map.of("name", "Lynas", "as_of", "2020-01-01")).path("cards"))
        .isEmpty();
    assertThat(error("topic", Map.of("name", "Lynas", "as_of", "then")))
        .startsWith("as_of must be a day");
  }

  /// A call by a token, without the client.
  private JsonNode call(String token, String tool, String arguments) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(tool, arguments);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(
              http.send(
                      HttpRequest.newBuilder(
                              URI.create("http://127.0.0.1:" + serving.port() + "/mcp"))
                          .header("Authorization", "Bearer " + token)
                          .header("Content-Type", "application/json")
                          .header("Accept", "application/json, text/event-stream")
                          .POST(HttpRequest.BodyPublishers.ofString(body))
                          .build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body())
          .path("result");
    }
  }

  private String token(String name, Role role, TokenScope... scopes) {
    desk.doors().accounts().add(name, role, "a long enough password", Actor.CONSOLE);
    return desk.doors()
        .tokens()
        .make(new ReaderId(name), "assistant", Set.of(scopes), null, Actor.CONSOLE)
        .orElseThrow();
  }

  @Test
  void changeTheDeskForEditorsWithTheScope() throws Exception {
    String reading = token("wei", Role.EDITOR, TokenScope.MCP);
    String writing = token("ana", Role.EDITOR, TokenScope.MCP, TokenScope.WRITE);
    String reader = token("leo", Role.READER, TokenScope.MCP, TokenScope.WRITE);
    String magnets = "{\"name\":\"Magnets\",\"names\":\"钕铁硼, NdFeB\"}";

    for (String token : List.of(reading, reader)) {
      JsonNode refused = call(token, "save_topic", magnets);
      assertThat(refused.path("isError").asBoolean()).isTrue();
      assertThat(refused.toString()).contains("It needs an editor's token");
    }
    assertThat(desk.topics().saved().names()).isEmpty();

    call(writing, "save_topic", "{\"name\":\"Magnets\",\"names\":\"NdFeB\"}");
    assertThat(call(writing, "save_topic", magnets).at("/structuredContent/names").toString())
        .isEqualTo("[\"NdFeB\",\"钕铁硼\"]");
    assertThat(desk.topics().saved().names()).containsExactly("Magnets");
    assertThat(desk.doors().accounts().audit().newest(1).getFirst())
        .extracting(AuditLine::who, AuditLine::what, AuditLine::target)
        .containsExactly("ana", "tool save_topic", "Magnets");
    assertThat(call(writing, "correct_reading", "{\"figure\":\"none\"}").toString())
        .contains("Take an id that ledger_entry gives.");
    assertThat(call(writing, "follow", "{\"address\":\"ftp://x.example\"}").toString())
        .contains("must start with http:// or https://");
  }

  @Test
  void sayWhatToDoBetter() {
    assertThat(error("article", Map.of("id", "nothing")))
        .isEqualTo("No article is called nothing. Take an id that search gives.");
    assertThat(error("search_passages", Map.of("query", "x", "from", "soon")))
        .isEqualTo("from must be a day such as 2025-11-22.");
  }

  @Test
  void areResourcesAndTasksToo() {
    String topic =
        ((McpSchema.TextResourceContents)
                client
                    .readResource(new McpSchema.ReadResourceRequest("assay://topic/Lynas"))
                    .contents()
                    .getFirst())
            .text();
    assertThat(topic).contains("Lynas opens a plant");
    for (McpSchema.CompleteReference what :
        List.of(
            new McpSchema.ResourceReference("assay://topic/{name}"),
            new McpSchema.PromptReference("brief_topic"),
            new McpSchema.PromptReference("compare_figures"))) {
      assertThat(
              client
                  .completeCompletion(
                      new McpSchema.CompleteRequest(
                          what, new McpSchema.CompleteRequest.CompleteArgument("name", "neodym")))
                  .completion()
                  .values())
          .contains("neodymium");
    }
    assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(3);
    assertThat(
            client
                .getPrompt(new McpSchema.GetPromptRequest("brief_topic", Map.of("name", "稀土")))
                .messages()
                .toString())
        .contains("Brief me on 稀土");
    assertThatThrownBy(
            () -> client.getPrompt(new McpSchema.GetPromptRequest("brief_topic", Map.of())))
        .hasMessageContaining("brief_topic needs name: Any name, in any script.");
    assertThatThrownBy(
            () -> client.getPrompt(McpSchema.GetPromptRequest.builder("brief_topic").build()))
        .hasMessageContaining("brief_topic needs name: Any name, in any script.");
    assertThatThrownBy(
            () -> client.readResource(new McpSchema.ReadResourceRequest("assay://article/nothing")))
        .isInstanceOfSatisfying(
            McpError.class,
            error ->
                assertThat(error.getJsonRpcError().code())
                    .isEqualTo(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND));
  }

  @Test
  void speakOverStandardStreams() throws Exception {
    PipedOutputStream asks = new PipedOutputStream();
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    Thread served =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    opener.serveTools(desk, new PipedInputStream(asks), answers);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
    String initialize =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n";
    Thread.sleep(500); // until the pipe is connected
    asks.write(initialize.getBytes(StandardCharsets.UTF_8));
    asks.flush();
    for (int i = 0; i < 200 && answers.size() == 0; i++) {
      Thread.sleep(50);
    }
    asks.close();
    served.join(Duration.ofSeconds(20));

    assertThat(answers.toString(StandardCharsets.UTF_8))
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,")
        .contains("\"serverInfo\":{\"name\":\"assay\"");
  }
}
