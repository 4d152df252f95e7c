import { sources } from "../sources.js";
import { type Fact } from "../source.js";

/** The audience of the tokens with which a Kubernetes service account signs in to Azure. */
export const exchangeAudience: Fact<string> = {
  value: "api://AzureADTokenExchange",
  source: sources["azure-workload-identity"],
  certainty: "documented",
};

/** The issuers of AKS, which alone end in a slash. */
export const aksIssuer = /^https:\/\/[\w-]+\.oic\.prod-aks\.azure\.com\//;
