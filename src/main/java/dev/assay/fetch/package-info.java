/// One address to one `RawDocument`, politely.
///
/// [Fetcher][dev.assay.fetch.Fetcher] asks for a page within limits of time and size, follows a few
/// redirects, obeys robots.txt, and never asks a private address: what was fetched, was refused or
/// failed is a [FetchResult][dev.assay.fetch.FetchResult]. Nothing here reads a page's text.
@NullMarked
package dev.assay.fetch;

import org.jspecify.annotations.NullMarked;
