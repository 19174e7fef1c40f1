const [kilo, mega] = [1_024, 1_048_576];

/** A size in bytes as people read it: 812 KB, 3.4 MB. */
export function sizeText(bytes: number): string {
  if (bytes < mega) return `${Math.max(1, Math.round(bytes / kilo))} KB`;
  const megabytes = bytes / mega;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
