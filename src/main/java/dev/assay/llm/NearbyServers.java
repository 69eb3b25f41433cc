package dev.assay.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks for servers of language models on this machine, at the ports where they listen unless they
/// are told otherwise. Nothing but this machine is ever asked, and no key is sent. Safe for use by
/// many threads.
public final class NearbyServers {

  /// Who may listen at a port, and how it wants to be spoken to.
  record Port(int number, Provider provider) {}

  /// Ollama; then those that speak as OpenAI's does: LM Studio, llama.cpp and LocalAI, vLLM and
  /// SGLang, GPT4All, Jan, text-generation-webui, KoboldCpp.
  private static final List<Port> USUAL =
      List.of(
          new Port(11434, Provider.OLLAMA),
          new Port(1234, Provider.OPENAI),
          new Port(8080, Provider.OPENAI),
          new Port(8000, Provider.OPENAI),
          new Port(30000, Provider.OPENAI),
          new Port(4891, Provider.OPENAI),
          new Port(1337, Provider.OPENAI),
          new Port(5000, Provider.OPENAI),
          new Port(5001, Provider.OPENAI));

  /// A list of names comes at once or not at all.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_MODELS = 200;
  private static final Pattern NAME = Pattern.compile("[\\w./:@+-]{1,120}");

  private final List<Port> ports;
  private final Duration patience;

  private NearbyServers(List<Port> ports, Duration patience) {
    this.ports = List.copyOf(ports);
    this.patience = patience;
  }

  /// At the usual ports.
  public static NearbyServers usual() {
    return new NearbyServers(USUAL, PATIENCE);
  }

  /// At one port of this machine, whatever listens there.
  public static NearbyServers at(int port) {
    return at(port, PATIENCE);
  }

  /// The same.
  ///
  /// @param patience how long an answer is waited for at most
  public static NearbyServers at(int port, Duration patience) {
    return new NearbyServers(
        List.of(new Port(port, Provider.OLLAMA), new Port(port, Provider.OPENAI)), patience);
  }

  /// Every server that answers with a list of models, in the order of the ports; at each port one.
  public List<NearbyServer> find() {
    List<NearbyServer> found = new ArrayList<>();
    for (Future<Optional<NearbyServer>> answer : answers()) {
      if (answer.state() == Future.State.SUCCESS) {
        answer
            .resultNow()
            .filter(server -> found.stream().noneMatch(known -> isAtOnePort(known, server)))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /// A request's own time ends with the headers; here it counts for the whole answer.
  private List<Future<Optional<NearbyServer>>> answers() {
    try (HttpClient client = client();
        ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<NearbyServer>>> questions =
          ports.stream()
              .<Callable<Optional<NearbyServer>>>map(port -> () -> ask(client, port))
              .toList();
      return askers.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static boolean isAtOnePort(NearbyServer one, NearbyServer other) {
    return one.address().getPort() == other.address().getPort();
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(patience)
        .build();
  }

  private Optional<NearbyServer> ask(HttpClient client, Port port) {
    String root = "http://127.0.0.1:" + port.number();
    boolean ollama = port.provider() == Provider.OLLAMA;
    URI address = URI.create(ollama ? root : root + "/v1");
    List<String> models =
        get(client, URI.create(root + (ollama ? "/api/tags" : "/v1/models")))
            .map(answer -> ollama ? names(answer, "models", "name") : names(answer, "data", "id"))
            .orElse(List.of());
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(new NearbyServer(port.provider(), address, models));
  }

  /// The JSON at `address`; empty for anything else, since whatever listens there may be no server
  /// of models at all.
  private Optional<JsonNode> get(HttpClient client, URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return response.statusCode() == 200
            ? Optional.of(JsonMapper.shared().readTree(body.readNBytes(MOST_BYTES)))
            : Optional.empty();
      }
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<String> names(JsonNode root, String list, String name) {
    List<String> names = new ArrayList<>();
    for (JsonNode model : root.path(list)) {
      String text = model.path(name).isString() ? model.path(name).asString().strip() : "";
      if (NAME.matcher(text).matches() && names.size() < MOST_MODELS) {
        names.add(text);
      }
    }
    return names.stream().distinct().toList();
  }
}
