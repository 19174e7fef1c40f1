import { v5 } from 'uuid';
import { caseIdOf, opIdOf } from './gateway/answers.ts';

const draftNamespace = '2f8d5a34-90c7-5e1b-8a6d-51c0e7b3d9f2';
const secretForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a draft from the secret of its link, which cannot be found from it: 122 random bits. Null where it has not the form of one. */
export function draftIdOf(secret: unknown): string | null {
  return typeof secret === 'string' && secretForm.test(secret) ? v5(secret, draftNamespace) : null;
}

/** What submitting a draft is to the gateway: the draft is its actor and its key, so that it is done once. */
export function submissionOf(draftId: string) {
  return { actor: { id: draftId, posts: [] }, key: draftId, route: 'submitDraft' };
}

/** The case that a draft will be. */
export function caseOfDraft(draftId: string): string {
  return caseIdOf(opIdOf(submissionOf(draftId)));
}
