/** Brought by every request of an applicant about files; it is given for the query code and ends after some hours. Apart from the schemas, which no page loads. */
export const ticketHeader = 'x-file-ticket';
