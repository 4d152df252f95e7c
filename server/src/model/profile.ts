import { type Settings } from "../schema/settings.js";
import { rememberFor } from "../text/memo.js";

/** How a team uses W&B. What is not known stays absent, and rules then say nothing that depends on it. */
export interface Profile {
  readonly deployment?: "multi-tenant" | "dedicated" | "self-managed";
  /** Version of the W&B server, such as `0.73.0`. */
  readonly serverVersion?: string;
  /** Version of the operator-wandb Helm chart. */
  readonly chartVersion?: string;
  /** `AWS_REGION` of a W&B server that runs in AWS. */
  readonly awsRegion?: string;
  /** Origins of the W&B front end, such as `https://wandb.ai`; empty for the deployment's own. */
  readonly origins: readonly string[];
  /** Names of further settings whose values are storage addresses. */
  readonly addressKeys: readonly string[];
  /** Whether the file that is judged, or one in the same folder, says that its bucket is W&B's. */
  readonly isForWandb?: true;
}

export const defaultProfile: Profile = { origins: [], addressKeys: [] };

/** The part of the settings that rules may depend on. */
export function profileOf(settings: Settings): Profile {
  const { deployment, serverVersion, chartVersion, awsRegion, origins, addressKeys } = settings;
  return {
    ...(deployment === "unknown" ? {} : { deployment }),
    ...(serverVersion === "" ? {} : { serverVersion }),
    ...(chartVersion === "" ? {} : { chartVersion }),
    ...(awsRegion === "" ? {} : { awsRegion }),
    origins,
    addressKeys,
  };
}

/** The same profile for a file whose bucket is W&B's. */
export const forWandb = rememberFor((profile: Profile): Profile => ({
  ...profile,
  isForWandb: true,
}));

/** Whether what W&B needs may be demanded: a file says that it is W&B's, or the user's settings do. */
export function isForWandb({ isForWandb: said, deployment, origins }: Profile): boolean {
  return said === true || deployment !== undefined || origins.length > 0;
}
