/** One kind of refusal as people meet it: status, constant title in both languages, and what a clerk is told in Chinese. */
export interface CatalogueEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** A Chinese sentence that says what to do; shown as `detail` to readers of Chinese. */
  readonly sentence: string;
  /** The same for readers of English; absent: they read the exact sentence, with its numbers. */
  readonly sentenceEn?: string;
}
