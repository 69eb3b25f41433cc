/// Signing in by a passkey (W3C Web Authentication, level 2).
///
/// [Passkeys][dev.assay.access.passkey.Passkeys] says what a browser is to ask of its
/// authenticator, and holds the answer against challenge, origin, signature and counter. Which
/// challenge a browser was given, and what an answer that holds opens, is kept outside, in
/// `access`. Attestation is not asked for: who made the authenticator is the person's own business.
@NullMarked
package dev.assay.access.passkey;

import org.jspecify.annotations.NullMarked;
