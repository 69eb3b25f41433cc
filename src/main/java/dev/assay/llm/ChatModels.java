package dev.assay.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Set;

/// LangChain4j's models, set up so that they neither retry nor log.
final class ChatModels {

  /// Some servers want a key and do not look at it.
  private static final String NO_KEY = "none";

  private ChatModels() {}

  static ChatModel of(ModelSettings settings) {
    return switch (settings.provider()) {
      case OPENAI -> openAi(settings);
      case ANTHROPIC -> anthropic(settings);
      case OLLAMA -> ollama(settings);
    };
  }

  private static ChatModel openAi(ModelSettings settings) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(client(settings))
        .baseUrl(settings.address().toString())
        .apiKey(key(settings))
        .modelName(settings.model())
        .strictJsonSchema(true)
        .supportedCapabilities(capabilities(settings))
        .timeout(settings.timeout())
        .maxRetries(0)
        .build();
  }

  private static ChatModel anthropic(ModelSettings settings) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(client(settings))
        .baseUrl(settings.address().toString())
        .apiKey(key(settings))
        .modelName(settings.model())
        .supportedCapabilities(capabilities(settings))
        .timeout(settings.timeout())
        .maxRetries(0)
        .build();
  }

  private static ChatModel ollama(ModelSettings settings) {
    return OllamaChatModel.builder()
        .httpClientBuilder(client(settings))
        .baseUrl(settings.address().toString())
        .modelName(settings.model())
        .temperature(0.0)
        .numCtx(settings.contextTokens())
        .supportedCapabilities(capabilities(settings))
        .timeout(settings.timeout())
        .maxRetries(0)
        .build();
  }

  private static Set<Capability> capabilities(ModelSettings settings) {
    return settings.structured() ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
  }

  private static HttpClientBuilder client(ModelSettings settings) {
    return new BoundedHttp.Builder(settings.timeout());
  }

  private static String key(ModelSettings settings) {
    return settings.key().isGiven() ? settings.key().reveal() : NO_KEY;
  }
}
