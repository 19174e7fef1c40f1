/** Brought by every request about an online draft: its secret, which is all the rights there are. Apart from the schemas, which no page loads. */
export const draftHeader = 'x-draft';
