import { sources } from "../sources.js";
import { type Fact } from "../source.js";

/** The role on the bucket that W&B asks for: it also reads the bucket's CORS and versioning. */
export const wandbRole: Fact<string> = {
  value: "roles/storage.admin",
  source: sources["wandb-byob"],
  certainty: "documented",
};

/** Roles with access to objects that lack access to the bucket itself. */
export const objectRoles: readonly string[] = [
  "roles/storage.objectAdmin",
  "roles/storage.objectUser",
  "roles/storage.objectCreator",
  "roles/storage.objectViewer",
  "roles/storage.legacyObjectReader",
  "roles/storage.legacyObjectOwner",
  "roles/storage.legacyBucketReader",
  "roles/storage.legacyBucketWriter",
];

/** W&B's service accounts, by the deployment that uses them. */
export const wandbServiceAccounts: Fact<readonly string[]> = {
  value: [
    "wandb-integration@wandb-production.iam.gserviceaccount.com",
    "deploy@wandb-production.iam.gserviceaccount.com",
  ],
  source: sources["wandb-byob"],
  certainty: "documented",
};

/** Members that stand for everyone. */
export const publicMembers: readonly string[] = ["allUsers", "allAuthenticatedUsers"];
