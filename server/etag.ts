/** The ETag of what has a revision (a flow, an item) or a last fact (a case). */
export function etagOf(revision: number): string {
  return `"v${revision}"`;
}

/** The revision in an ETag: `"v7"` as it was given, `"7"`, or weakened by a proxy that packs (`W/"v7"`); null when it is none. */
export function revisionOf(etag: string | undefined): number | null {
  const digits = /^(?:W\/)?"v?([0-9]{1,9})"$/.exec(etag ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
