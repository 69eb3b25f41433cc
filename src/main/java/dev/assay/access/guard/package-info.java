/// The guard before every route.
///
/// [Guard][dev.assay.access.guard.Guard] holds each request to the names that this server goes by,
/// to pages of its own, to the pace that is allowed, and to what the one [table of
/// routes][dev.assay.access.guard.RouteTable] (`access/routes.tsv`) says of the route that answers
/// it; then it writes down what was changed. Who is there is told by
/// [Recognition][dev.assay.access.Recognition].
@NullMarked
package dev.assay.access.guard;

import org.jspecify.annotations.NullMarked;
