/// Asks an Assay desk over its JSON API.
///
/// Start at [AssayClient][dev.assay.client.AssayClient]: it answers with the records of
/// [Published][dev.assay.client.Published], which hold what programs use most of what the API
/// publishes; [AssayClient#get][dev.assay.client.AssayClient#get] gives the whole of any route as
/// JSON. Nothing of the desk's own program is needed here.
package dev.assay.client;
