/// The pages of the ledger, and the form that filters it. What they show is drawn by `web`.
@NullMarked
package dev.assay.web.ledger;

import org.jspecify.annotations.NullMarked;
