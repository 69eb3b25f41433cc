/// Who may do what.
///
/// Every request passes the [Guard][dev.assay.access.Guard]: it must ask for a name that this
/// server goes by, must not come from a page of another site, and must be allowed what the one
/// [table of routes][dev.assay.access.RouteTable] (`access/routes.tsv`) says of the route that
/// answers it. Who is there is a [Visitor][dev.assay.access.Visitor], which pages and API ask for
/// with `Visitor.of(context)`. What a route does is not known here.
@NullMarked
package dev.assay.access;

import org.jspecify.annotations.NullMarked;
