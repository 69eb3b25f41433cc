package dev.assay.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model reached through LangChain4j.
final class ChatLanguageModel implements LanguageModel {

  private final ModelSettings settings;
  private final ChatModel model;

  ChatLanguageModel(ModelSettings settings, ChatModel model) {
    this.settings = settings;
    this.model = model;
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Reply ask(ModelQuestion question) {
    try {
      return reply(model.chat(request(question)));
    } catch (RuntimeException e) {
      return failure(e);
    }
  }

  private ChatRequest request(ModelQuestion question) {
    ChatRequest.Builder request =
        ChatRequest.builder()
            .messages(
                List.of(
                    SystemMessage.from(question.instructions()), UserMessage.from(question.text())))
            .maxOutputTokens(question.mostOutputTokens());
    return settings.structured()
        ? request.responseFormat(format(question)).build()
        : request.build();
  }

  private static ResponseFormat format(ModelQuestion question) {
    JsonSchema schema =
        JsonSchema.builder()
            .name("answer")
            .rootElement(JsonRawSchema.from(question.schema()))
            .build();
    return ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build();
  }

  private static Reply reply(ChatResponse response) {
    Usage usage = usage(response.tokenUsage());
    FinishReason reason = response.finishReason();
    String text = response.aiMessage().text();
    if (reason == FinishReason.LENGTH) {
      return new Reply.CutOff(usage);
    }
    boolean empty = text == null || text.isBlank();
    return reason == FinishReason.CONTENT_FILTER || empty
        ? new Reply.Refused(usage)
        : new Reply.Answered(text, usage);
  }

  private static Usage usage(@Nullable TokenUsage usage) {
    return usage == null
        ? Usage.NONE
        : new Usage(count(usage.inputTokenCount()), count(usage.outputTokenCount()));
  }

  private static long count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  /// The provider's own words are not repeated: they may hold the key or the article.
  private static Reply failure(RuntimeException thrown) {
    Optional<BoundedHttp.Limited> limited = cause(thrown, BoundedHttp.Limited.class);
    if (limited.isPresent()) {
      return new Reply.Limited(limited.get().retryAfter());
    }
    Optional<BoundedHttp.Down> down = cause(thrown, BoundedHttp.Down.class);
    if (down.isPresent()) {
      return new Reply.Down("status " + down.get().statusCode(), down.get().retryAfter());
    }
    if (cause(thrown, TimeoutException.class).isPresent()) {
      return new Reply.TimedOut();
    }
    if (cause(thrown, BoundedHttp.Unreachable.class).isPresent()) {
      return new Reply.Down("cannot be reached", RetryAfter.UNSAID);
    }
    if (cause(thrown, ContentFilteredException.class).isPresent()) {
      return new Reply.Refused(Usage.NONE);
    }
    return new Reply.Failed(
        cause(thrown, HttpException.class)
            .map(http -> "status " + http.statusCode())
            .orElse("the answer cannot be read"));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    int depth = 0;
    for (Throwable cause = thrown; cause != null && depth < 20; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      depth++;
    }
    return Optional.empty();
  }
}
