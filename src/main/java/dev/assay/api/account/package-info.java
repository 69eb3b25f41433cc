/// The routes and records of accounts: who may in, by which tokens, sessions and passkeys, and the
/// record of what was changed.
@NullMarked
package dev.assay.api.account;

import org.jspecify.annotations.NullMarked;
