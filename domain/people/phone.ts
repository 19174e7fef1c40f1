/** What a telephone number is written with: the whole of it, as a regular expression. */
export const phonePattern = '^[0-9+() -]{5,20}$';
