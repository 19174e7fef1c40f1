/** What we use of s3rver, which brings no types. */
declare module 's3rver' {
  export default class S3rver {
    constructor(o: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: readonly { name: string }[];
    });
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
}
