package dev.assay.llm;

/// A provider's secret. It is sent to the endpoint and shown nowhere.
final class ApiKey {

  static final ApiKey NONE = new ApiKey("");

  private final String secret;

  ApiKey(String secret) {
    this.secret = secret;
  }

  boolean isGiven() {
    return !secret.isEmpty();
  }

  /// For the request's header only.
  String reveal() {
    return secret;
  }

  @Override
  public String toString() {
    return isGiven() ? "(hidden)" : "(none)";
  }
}
