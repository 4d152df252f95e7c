import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { readDocument } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { loadReaders } from "./support/readers.js";

const readers = await loadReaders();
const folder = join(import.meta.dirname, "../examples");

/** The files of a folder with what they are recognised as, and what is found in each. */
function look(under: string): readonly {
  readonly name: string;
  readonly parts: readonly string[];
  readonly rules: readonly string[];
}[] {
  return readdirSync(join(folder, under), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const source = TextDocument.create(`file://${path}`, "", 1, readFileSync(path, "utf8"));
      const document = readDocument(source, { readers });
      return {
        name: path.slice(join(folder, under).length + 1).replaceAll("\\", "/"),
        parts: document.parts.map(({ kind }) => kind),
        rules: check(document, { profile: defaultProfile }).map(({ rule }) => rule),
      };
    });
}

describe("the examples", () => {
  const good = look("good");
  const faulty = look("faulty");

  test("have a good file for each faulty one", () => {
    const names = good.map(({ name }) => name);
    expect(faulty.filter(({ name }) => !names.includes(name))).toEqual([]);
  });

  test.each(good)("good/$name is recognised and has no finding", ({ parts, rules }) => {
    expect(parts.length).toBeGreaterThan(0);
    expect(rules).toEqual([]);
  });

  test("the faulty ones show what they are for", () => {
    expect(faulty.map(({ name, rules }) => [name, ...rules].join("\n  ")).join("\n"))
      .toMatchInlineSnapshot(`
        "aws/.env
          address/require-region
          address/match-endpoint-region
        aws/bucket-policy.json
          policy/known-wandb-principal
          policy/require-wandb-actions
          policy/known-action
          policy/known-action
          policy/require-bucket-and-objects
        aws/cors.json
          cors/require-wandb-methods
          cors/valid-origin
          cors/require-exposed-etag
        aws/key-policy.json
          key-policy/require-key-administrator
          policy/require-wandb-actions
        azure/.env
          address/no-azure-endpoint
          address/no-placeholder
        azure/cors.json
          cors/require-wandb-methods
          cors/require-exposed-etag
        coreweave/.env
          address/require-coreweave-endpoint
          address/no-reserved-name
          address/valid-bucket-name
        coreweave/bucket-policy.json
          coreweave-policy/require-org-id
          coreweave-policy/no-nested-arn
        coreweave/cors.json
          cors/no-wildcard-exposed-header
        google/.env
          address/known-scheme
        google/cors.json
          cors/no-expose-headers-field
        hosts/cors.tf
          cors/valid-origin
          cors/require-wandb-methods
          cors/require-exposed-etag
        hosts/docker-compose.yml
          address/match-endpoint-region
          address/no-azure-endpoint
        hosts/main.tf
          address/match-endpoint-region
          policy/require-wandb-actions
          policy/known-action
          policy/require-bucket-and-objects
        hosts/secret-and-deployment.yaml
          address/known-scheme
          address/valid-bucket-name
          address/valid-parameter-separator
          address/require-tls
        hosts/setup.md
          cors/require-exposed-etag
          address/require-tls
        hosts/start.sh
          address/require-shell-quotes
          address/no-plaintext-secret
          address/require-tls
          cors/require-exposed-etag
        hosts/terraform.tfvars
          address/prefer-lowercase-scheme
          address/known-region
        hosts/values.yaml
          address/no-sample-key
          address/no-plaintext-secret
          address/require-percent-encoding
        hosts/wandb.properties
          address/no-azure-endpoint
          address/require-bucket
        hosts/wandb.toml
          address/known-region
        s3-compatible/.env
          address/require-percent-encoding
          address/valid-bucket-name
          address/valid-parameter-separator
        s3-compatible/cors.json
          cors/known-method
          cors/known-field"
      `);
  });
});
