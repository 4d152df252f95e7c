/** Keys for where a request comes from, in lower case. */
export const networkKeys: readonly string[] = [
  "aws:sourceip",
  "aws:vpcsourceip",
  "aws:sourcevpc",
  "aws:sourcevpcarn",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  "aws:ec2instancesourcevpc",
  "aws:ec2instancesourceprivateipv4",
];

/** Keys for the organization that a principal belongs to, in lower case. */
export const organizationKeys: readonly string[] = ["aws:principalorgid", "aws:principalorgpaths"];

/** Keys by which an upload asks for encryption, in lower case. */
export const encryptionKeys: readonly string[] = [
  "s3:x-amz-server-side-encryption",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
];

/** Keys for further headers of an upload of which W&B says nothing, in lower case. */
export const uploadHeaderKeys: readonly string[] = [
  "s3:x-amz-storage-class",
  "s3:if-none-match",
  "s3:if-match",
  "s3:object-lock-mode",
  "s3:object-lock-retain-until-date",
  "s3:object-lock-legal-hold",
  "s3:x-amz-website-redirect-location",
];

/** The age of a signed URL, in milliseconds. */
export const signatureAgeKey = "s3:signatureAge";

/** How a request is signed: in its header or, for a pre-signed URL, in its query. */
export const authTypeKey = "s3:authType";
export const queryAuth = "REST-QUERY-STRING";

/** How long W&B's pre-signed URLs live, in milliseconds. */
export const uploadUrlLife = 24 * 60 * 60 * 1000;
export const downloadUrlLife = 60 * 60 * 1000;

/** The service through which a key is used. */
export const viaServiceKey = "kms:ViaService";
