/// The API that clients of commercial research desks know: `/v1` and `/v2`.
///
/// [ResearchRoutes][dev.assay.api.research.ResearchRoutes] answers with the fields that such
/// clients read, and adds ours under `assay`: citations, verdicts, copies. Market data, which Assay
/// has not, is answered by 404 in words.
@NullMarked
package dev.assay.api.research;

import org.jspecify.annotations.NullMarked;
