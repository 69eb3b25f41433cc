/// Signing in by a provider that speaks OpenID Connect.
///
/// [OpenIdProvider][dev.assay.access.openid.OpenIdProvider] sends a browser there
/// ([Departure][dev.assay.access.openid.Departure]) and reads what it comes back with
/// ([Arrival][dev.assay.access.openid.Arrival]): authorization code with PKCE (S256), state, nonce,
/// the issuer in the answer, and an ID token whose signature, issuer, audience, age and nonce hold.
/// It also reads access tokens that the provider made for this desk. Whose account it is, and
/// whether they may come in, is decided outside, in `access`.
@NullMarked
package dev.assay.access.openid;

import org.jspecify.annotations.NullMarked;
