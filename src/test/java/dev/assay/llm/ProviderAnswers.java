package dev.assay.llm;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Answers in the form of each provider's documentation.
public final class ProviderAnswers {

  public static String success(Provider provider, String text) {
    return answer(provider, text, List.of("stop", "end_turn", "stop"));
  }

  static String cutOff(Provider provider, String text) {
    return answer(provider, text, List.of("length", "max_tokens", "length"));
  }

  static String refusal(Provider provider) {
    return switch (provider) {
      case OPENAI ->
          """
          {"id":"1","object":"chat.completion","model":"small-model","choices":[{"index":0,
           "message":{"role":"assistant","content":null,"refusal":"I cannot help with that."},
           "finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18}}""";
      case ANTHROPIC ->
          """
          {"id":"1","type":"message","role":"assistant","model":"small-model","content":[],
           "stop_reason":"refusal","usage":{"input_tokens":11,"output_tokens":7}}""";
      case OLLAMA ->
          """
          {"model":"small-model","created_at":"2026-01-01T00:00:00Z",
           "message":{"role":"assistant","content":""},"done":true,"done_reason":"stop",
           "prompt_eval_count":11,"eval_count":7}""";
    };
  }

  private static String answer(Provider provider, String text, List<String> reasons) {
    String quoted = JsonMapper.shared().writeValueAsString(text);
    return switch (provider) {
      case OPENAI ->
          """
          {"id":"1","object":"chat.completion","model":"small-model","choices":[{"index":0,
           "message":{"role":"assistant","content":%s},"finish_reason":"%s"}],
           "usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18}}"""
              .formatted(quoted, reasons.get(0));
      case ANTHROPIC ->
          """
          {"id":"1","type":"message","role":"assistant","model":"small-model",
           "content":[{"type":"text","text":%s}],"stop_reason":"%s",
           "usage":{"input_tokens":11,"output_tokens":7}}"""
              .formatted(quoted, reasons.get(1));
      case OLLAMA ->
          """
          {"model":"small-model","created_at":"2026-01-01T00:00:00Z",
           "message":{"role":"assistant","content":%s},"done":true,"done_reason":"%s",
           "prompt_eval_count":11,"eval_count":7}"""
              .formatted(quoted, reasons.get(2));
    };
  }
}
