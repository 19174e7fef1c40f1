import { call, writingHeaders } from '../api.ts';
import { NetworkError, ProblemError, asProblem } from '../problem-error.ts';

/** Parts of 4 MB: on a slow line each is over before the server's patience is, and a cut costs at most one. */
const partBytes = 4_194_304;
/** A cut of two minutes is waited for; afterwards a person says when to go on. */
const pausesMs = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000];
/** What the same request may be answered otherwise a moment later. */
const passing = [408, 409, 423, 429];

/**
 * Sends the bytes of a file to an upload that was announced, from where it stopped. A cut is continued by itself, an expired session
 * after the dialog.
 * @throws ProblemError where the file is refused, NetworkError where the line stays cut
 */
export async function sendFile(
  file: Blob,
  o: { uploadUrl: string; onProgress: (sent: number) => void; signal: AbortSignal },
): Promise<void> {
  const refusal = await attempt(file, o);
  if (refusal === null) return;
  if (!(refusal instanceof ProblemError) || !['not-signed-in', 'bad-csrf'].includes(refusal.problem.code))
    throw refusal;
  // Asks who one is: that signs in again where it must, and brings the token that writing needs.
  await call('me', {});
  const again = await attempt(file, o);
  if (again !== null) throw again;
}

async function attempt(
  file: Blob,
  { uploadUrl, onProgress, signal }: Parameters<typeof sendFile>[1],
): Promise<Error | null> {
  const { Upload, DetailedError } = await import('tus-js-client');
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      uploadUrl,
      chunkSize: partBytes,
      retryDelays: pausesMs,
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => {
        for (const [name, value] of Object.entries(writingHeaders())) request.setHeader(name, value);
      },
      onShouldRetry: (error) => {
        const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
        return status === 0 || status >= 500 || passing.includes(status);
      },
      onProgress: (sent) => onProgress(sent),
      onSuccess: () => resolve(null),
      onError: (error) => resolve(refusalIn(error)),
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      resolve(new DOMException('given up', 'AbortError'));
    });
    if (!signal.aborted) upload.start();
  });
}

function refusalIn(error: Error): Error {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (typeof response !== 'object' || response === null || !('getBody' in response))
    return new NetworkError(error, false);
  const { getStatus, getBody } = response as { getStatus: () => number; getBody: () => string };
  const status = getStatus.call(response);
  if (status === 0) return new NetworkError(error, false);
  return new ProblemError(asProblem(parsed(getBody.call(response)), status));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
