/** A separate set of AWS regions with its own domain. */
export interface Partition {
  readonly id: string;
  readonly dnsSuffix: string;
  /** What its regions' names look like, those that are still to open included. */
  readonly regionPattern: RegExp;
  readonly regions: readonly string[];
}

// prettier-ignore
export const partitions: readonly Partition[] = [
  {
    id: "aws",
    dnsSuffix: "amazonaws.com",
    regionPattern: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    regions: [
      "us-east-1", "us-east-2", "us-west-1", "us-west-2",
      "af-south-1",
      "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
      "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
      "ca-central-1", "ca-west-1",
      "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
      "il-central-1", "me-central-1", "me-south-1", "me-west-1", "mx-central-1", "sa-east-1", "sa-west-1",
    ],
  },
  {
    id: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    regionPattern: /^cn-\w+-\d+$/,
    regions: ["cn-north-1", "cn-northwest-1"],
  },
  {
    id: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    regionPattern: /^us-gov-\w+-\d+$/,
    regions: ["us-gov-east-1", "us-gov-west-1"],
  },
  {
    id: "aws-eusc",
    dnsSuffix: "amazonaws.eu",
    regionPattern: /^eusc-de-\w+-\d+$/,
    regions: ["eusc-de-east-1"],
  },
  {
    id: "aws-iso",
    dnsSuffix: "c2s.ic.gov",
    regionPattern: /^us-iso-\w+-\d+$/,
    regions: ["us-iso-east-1", "us-iso-west-1"],
  },
  {
    id: "aws-iso-b",
    dnsSuffix: "sc2s.sgov.gov",
    regionPattern: /^us-isob-\w+-\d+$/,
    regions: ["us-isob-east-1", "us-isob-west-1"],
  },
  {
    id: "aws-iso-e",
    dnsSuffix: "cloud.adc-e.uk",
    regionPattern: /^eu-isoe-\w+-\d+$/,
    regions: ["eu-isoe-west-1"],
  },
  {
    id: "aws-iso-f",
    dnsSuffix: "csp.hci.ic.gov",
    regionPattern: /^us-isof-\w+-\d+$/,
    regions: ["us-isof-east-1", "us-isof-south-1"],
  },
];

export const regions: readonly string[] = partitions.flatMap((partition) => partition.regions);

/** The partition that a region is in, or would be in by its name. */
export function partitionOf(region: string): Partition | undefined {
  return (
    partitions.find((partition) => partition.regions.includes(region)) ??
    partitions.find(({ id, regionPattern }) => id !== "aws" && regionPattern.test(region)) ??
    partitions.find(({ regionPattern }) => regionPattern.test(region))
  );
}

/** Whether a region's name is put together as AWS's are, so that it may be one that opens later. */
export function isPlausibleRegion(region: string): boolean {
  return /^(?:us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov|us-iso[a-z]?|eu-isoe|eusc-de)-(?:north|south|east|west|central|(?:north|south)(?:east|west))-\d{1,2}$/.test(
    region,
  );
}
