/** What people read: Chinese, with English beside it as second language. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}
