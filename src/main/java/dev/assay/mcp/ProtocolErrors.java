package dev.assay.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// What is wrong with a message that no tool could be found for, as JSON-RPC 2.0 has it. The SDK
/// hands out the exception itself, with everything that led to it, which is nobody's business.
final class ProtocolErrors extends ValueSerializer<McpError> {

  private ProtocolErrors() {}

  static SimpleModule module() {
    return new SimpleModule().addSerializer(McpError.class, new ProtocolErrors());
  }

  @Override
  public void serialize(McpError error, JsonGenerator out, SerializationContext context) {
    McpSchema.JSONRPCResponse.JSONRPCError said = error.getJsonRpcError();
    out.writeStartObject();
    out.writeStringProperty("jsonrpc", "2.0");
    out.writeNullProperty("id");
    out.writeName("error");
    out.writeStartObject();
    out.writeNumberProperty("code", said.code());
    out.writeStringProperty("message", words(said));
    out.writeEndObject();
    out.writeEndObject();
  }

  private static String words(McpSchema.JSONRPCResponse.JSONRPCError said) {
    return switch (said.code()) {
      case McpSchema.ErrorCodes.INVALID_REQUEST, McpSchema.ErrorCodes.PARSE_ERROR ->
          "This is no message of JSON-RPC 2.0: an object with jsonrpc, method, params and, for an answer, id.";
      case McpSchema.ErrorCodes.INTERNAL_ERROR ->
          "The message could not be answered: its params are missing or of another shape than its method takes.";
      default -> said.message();
    };
  }
}
