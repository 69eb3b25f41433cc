/// The pages on which people sign in, and look after what lets them and their programs in.
///
/// [AccountPages][dev.assay.web.account.AccountPages] has the routes. Who may ask for them is
/// decided before, in `access`; what accounts are is told there too.
@NullMarked
package dev.assay.web.account;

import org.jspecify.annotations.NullMarked;
