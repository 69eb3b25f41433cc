package dev.assay.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// An OpenID provider on this machine that lets in whoever comes, as the person it is told to name,
/// and can be told to answer wrongly.
final class MadeProvider implements AutoCloseable {

  static final String CLIENT = "assay";
  static final String SECRET = "a secret of the client that is long enough for HMAC";

  /// What is wrong with what it gives.
  enum Fault {
    NONE,
    OTHER_AUDIENCE,
    OTHER_NONCE,
    OTHER_ISSUER,
    OTHER_KEY,
    NO_SIGNATURE,
    SIGNED_BY_OUR_SECRET,
    EXPIRED,
    NO_ID_TOKEN,
    NAMES_ANOTHER_ISSUER,
    DENIES
  }

  /// What a code was given for.
  private record Granted(String nonce, String challenge) {}

  private final HttpServer server;
  private final RSAKey key = key();
  private final RSAKey otherKey = key();
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();

  volatile Fault fault = Fault.NONE;
  volatile String subject = "1001";
  volatile String name = "wei";
  volatile List<String> groups = List.of();

  MadeProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext(
        "/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.start();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void describe(HttpExchange exchange) throws IOException {
    Map<String, Object> description = new HashMap<>();
    description.put("issuer", issuer());
    description.put("authorization_endpoint", issuer() + "/authorize");
    description.put("token_endpoint", issuer() + "/token");
    description.put("jwks_uri", issuer() + "/keys");
    description.put("end_session_endpoint", issuer() + "/leave");
    description.put("response_types_supported", List.of("code"));
    description.put("subject_types_supported", List.of("public"));
    description.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    description.put("authorization_response_iss_parameter_supported", true);
    json(exchange, 200, JsonMapper.shared().writeValueAsString(description));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, new Granted(asked.get("nonce"), asked.get("code_challenge")));
    String answer = fault == Fault.DENIES ? "error=access_denied" : "code=" + code;
    String iss = fault == Fault.NAMES_ANOTHER_ISSUER ? "https://elsewhere.example" : issuer();
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri")
                + "?"
                + answer
                + "&state="
                + asked.get("state")
                + "&iss="
                + iss);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Granted granted = codes.remove(asked.getOrDefault("code", ""));
    boolean isOurs =
        granted != null
            && exchange.getRequestHeaders().getFirst("Authorization") != null
            && CodeChallenge.compute(
                    CodeChallengeMethod.S256, new CodeVerifier(asked.get("code_verifier")))
                .getValue()
                .equals(granted.challenge());
    if (!isOurs) {
      json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Map<String, Object> answer = new HashMap<>();
    answer.put("access_token", "opaque");
    answer.put("token_type", "Bearer");
    if (fault != Fault.NO_ID_TOKEN) {
      answer.put("id_token", idToken(granted.nonce()).serialize());
    }
    json(exchange, 200, JsonMapper.shared().writeValueAsString(answer));
  }

  private JWT idToken(String nonce) {
    Instant now = Instant.now();
    Instant until = fault == Fault.EXPIRED ? now.minusSeconds(300) : now.plusSeconds(300);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(fault == Fault.OTHER_ISSUER ? "https://elsewhere.example" : issuer())
            .audience(fault == Fault.OTHER_AUDIENCE ? "another client" : CLIENT)
            .subject(subject)
            .claim("nonce", fault == Fault.OTHER_NONCE ? "another" : nonce)
            .claim("preferred_username", name)
            .claim("groups", groups)
            .issueTime(Date.from(now.minusSeconds(600)))
            .expirationTime(Date.from(until))
            .build();
    if (fault == Fault.NO_SIGNATURE) {
      return new PlainJWT(claims);
    }
    return fault == Fault.SIGNED_BY_OUR_SECRET ? signedBySecret(claims) : signed(claims, null);
  }

  /// An access token for programs.
  String accessToken(String audience, String scope) {
    return signed(
            new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .subject(subject)
                .claim("scope", scope)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build(),
            new JOSEObjectType("at+jwt"))
        .serialize();
  }

  private SignedJWT signed(JWTClaimsSet claims, JOSEObjectType type) {
    RSAKey used = fault == Fault.OTHER_KEY ? otherKey : key;
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(type).build(),
            claims);
    try {
      token.sign(new RSASSASigner(used));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token;
  }

  private static SignedJWT signedBySecret(JWTClaimsSet claims) {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(SECRET));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token;
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .forEach(field -> fields.put(decoded(field[0]), decoded(field[1])));
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// What an address answers with, for whom it sends on.
  static URI next(java.net.http.HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
