/**
 * Words without which no document holds anything for us, so that most files are never parsed. The
 * last four are `s3://`, `gs://` and their kind in base64, as a Kubernetes Secret has them.
 */
const telling =
  /:\/\/|:\\\/|"?Statement"?|statement\s*\{|[Cc]ors|CORS|[Aa]llowed_?[A-Z]?|responseHeader|exposeHeaders|"method"|policy|BUCKET|bucket|_FILE_STORE|czM6Ly|Z3M6Ly|YXo6Ly|Y3c6Ly/;

/** Whether a text can hold anything for us at all; cheap, so that it can be asked of every file. */
export function isTelling(text: string): boolean {
  return telling.test(text);
}
