import { NetworkError, ProblemError, asProblem } from '../problem-error.ts';

/** Parts of 4 MB: on a slow line each is over before the server's patience is, and a cut costs at most one. */
const partBytes = 4_194_304;
/** A cut of two minutes is waited for; afterwards a person says when to go on. */
const pausesMs = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000];
/** What the same request may be answered otherwise a moment later. */
const passing = [408, 409, 423, 429];

export interface Sending {
  readonly uploadUrl: string;
  /** Hears how many bytes are there. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends the bytes of a file to an upload that was announced, from where it stopped; a cut is continued by itself. `headers` are asked for
 * each request.
 * @throws ProblemError where the file is refused, NetworkError where the line stays cut
 */
export async function sendBytes(
  file: Blob,
  { uploadUrl, onProgress, signal }: Sending,
  headers: () => Readonly<Record<string, string>>,
): Promise<void> {
  const { Upload } = await import('tus-js-client');
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      uploadUrl,
      chunkSize: partBytes,
      retryDelays: pausesMs,
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => {
        for (const [name, value] of Object.entries(headers())) request.setHeader(name, value);
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status >= 500 || passing.includes(status);
      },
      onProgress: (sent) => onProgress(sent),
      onSuccess: () => resolve(),
      onError: (error) => reject(refusalIn(error)),
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      reject(new DOMException('given up', 'AbortError'));
    });
    if (!signal.aborted) upload.start();
  });
}

/** What tus-js-client tells of a request that failed. */
interface Failed {
  readonly originalResponse?: { getStatus(): number; getBody(): string } | null;
}

function refusalIn(error: Error & Failed): Error {
  const status = error.originalResponse?.getStatus() ?? 0;
  if (status === 0) return new NetworkError(error, false);
  return new ProblemError(asProblem(parsed(error.originalResponse?.getBody() ?? ''), status));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
