/// Who may do what.
///
/// [Doors][dev.assay.access.Doors] are the ways in: [Accounts][dev.assay.access.Accounts],
/// [Sessions][dev.assay.access.Sessions] and [Tokens][dev.assay.access.Tokens], a passkey or a
/// provider. Who is there is a [Visitor][dev.assay.access.Visitor], which pages and API ask for
/// with `Visitor.of(context)`. Every request passes the guard (`access.guard`) first. What a route
/// does is not known here.
@NullMarked
package dev.assay.access;

import org.jspecify.annotations.NullMarked;
