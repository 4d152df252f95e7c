import { message, type Message } from "../../text/message.js";

/** What a condition on a Boolean key requires: that the key is true, or false. */
const claims: ReadonlyMap<string, readonly [whenTrue: Message, whenFalse: Message]> = new Map([
  [
    "aws:multifactorauthpresent",
    [
      message("The caller must have used multi-factor authentication."),
      message("The caller must not have used multi-factor authentication."),
    ],
  ],
  [
    "aws:principalisawsservice",
    [
      message("The caller must be an AWS service principal."),
      message("The caller must not be an AWS service principal."),
    ],
  ],
  [
    "aws:securetransport",
    [message("The request must be encrypted."), message("The request must not be encrypted.")],
  ],
  [
    "aws:viaawsservice",
    [
      message("An AWS service must make the request on behalf of the caller."),
      message("The caller must make the request directly."),
    ],
  ],
  [
    "kms:grantisforawsresource",
    [
      message("An AWS service must create the grant on behalf of the caller."),
      message("An AWS service must not create the grant on behalf of the caller."),
    ],
  ],
]);

/** What a condition requires that a Boolean key is true, or false; nothing for other keys. */
export function claimOf(key: string, value: boolean): Message | undefined {
  return claims.get(key.toLowerCase())?.[value ? 0 : 1];
}
