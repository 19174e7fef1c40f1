import { draftHeader } from '../../contract/draft-header.ts';
import { ticketHeader } from '../../contract/file-ticket.ts';
import { call, keepToken, writingHeaders } from '../api.ts';
import { ProblemError } from '../problem-error.ts';
import { sendBytes } from './send-bytes.ts';
import type { Sending } from './send-bytes.ts';

/** A file that is to be brought, by the name that the API takes. */
export interface ToBring {
  readonly materialId: string;
  readonly name: string;
  readonly size: number;
  readonly replaces: string | undefined;
}

/** Where files are brought to: by staff with a session, by an applicant with a ticket. */
export interface UploadDoor {
  /** Tells uploads of this door from others on this machine. */
  readonly id: string;
  /** @returns the address that takes the bytes */
  announce(file: ToBring): Promise<string>;
  isUnderWay(uploadUrl: string): Promise<boolean>;
  send(file: Blob, sending: Sending): Promise<void>;
  giveUp(uploadUrl: string): Promise<void>;
}

/** The door of a case for who handles it. */
export function staffDoor(caseId: string): UploadDoor {
  return {
    id: caseId,
    announce: async ({ replaces, ...file }) =>
      (await call('beginUpload', { body: { caseId, ...file, ...(replaces !== undefined && { replaces }) } })).uploadUrl,
    isUnderWay: async (url) => isThere(call('uploadState', { params: { fileId: lastId(url) } })),
    send: async (file, sending) => {
      try {
        await sendBytes(file, sending, writingHeaders);
      } catch (error) {
        if (!(error instanceof ProblemError) || !['not-signed-in', 'bad-csrf'].includes(error.problem.code))
          throw error;
        // Asks who one is: that signs in again where it must, and brings the token that writing needs.
        keepToken((await call('me', {})).csrfToken);
        await sendBytes(file, sending, writingHeaders);
      }
    },
    giveUp: async (url) => {
      await call('cancelUpload', { params: { fileId: lastId(url) } });
    },
  };
}

/** The door of a case for its applicant; `ticket` was given for the query code. */
export function applicantDoor(id: string, ticket: string): UploadDoor {
  return {
    id,
    announce: async ({ materialId, name, size }) =>
      (await call('offerFile', { body: { materialId, name, size }, ticket, quiet: true })).uploadUrl,
    isUnderWay: async (url) => isThere(call('offerState', { params: { fileId: lastId(url) }, ticket, quiet: true })),
    send: async (file, sending) => sendBytes(file, sending, () => ({ ...writingHeaders(), [ticketHeader]: ticket })),
    giveUp: async (url) => {
      await call('cancelOffer', { params: { fileId: lastId(url) }, ticket, quiet: true });
    },
  };
}

/** The door of an online draft, by its secret. */
export function draftDoor(draft: string): UploadDoor {
  return {
    // What this tab remembers of an upload names no secret.
    id: `draft.${draft.slice(0, 8)}`,
    announce: async ({ materialId, name, size }) =>
      (await call('beginDraftFile', { body: { materialId, name, size }, draft, quiet: true })).uploadUrl,
    isUnderWay: async (url) => isThere(call('draftFileState', { params: { fileId: lastId(url) }, draft, quiet: true })),
    send: async (file, sending) => sendBytes(file, sending, () => ({ ...writingHeaders(), [draftHeader]: draft })),
    giveUp: async (url) => {
      await call('dropDraftFile', { params: { fileId: lastId(url) }, draft, quiet: true });
    },
  };
}

async function isThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return false;
    throw error;
  }
}

/** The id in the address of an upload. */
function lastId(url: string): string {
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(url)?.[0] ?? '';
}
