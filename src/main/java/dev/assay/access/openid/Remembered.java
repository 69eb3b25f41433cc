package dev.assay.access.openid;

/// What a browser must bring back, and the provider be shown, for one way there and back.
///
/// @param state that the answer must hold
/// @param nonce that the ID token must hold
/// @param verifier of the code challenge (RFC 7636)
public record Remembered(String state, String nonce, String verifier) {}
