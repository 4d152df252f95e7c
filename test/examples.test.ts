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
        address/name-region
        address/match-endpoint-region
      aws/bucket-policy.json
        bucket-policy/name-known-principal
        bucket-policy/grant-wandb-actions
        policy/name-known-action
        policy/name-known-action
        bucket-policy/name-bucket-and-objects
      aws/cors.json
        cors/allow-upload-methods
        cors/match-sent-origins
        cors/expose-etag
      aws/key-policy.json
        key-policy/keep-administrator
        key-policy/grant-wandb-actions
      azure/.env
        address/name-bare-account
        address/leave-no-placeholder
      azure/cors.json
        cors/allow-upload-methods
        cors/expose-etag
      coreweave/.env
        address/use-coreweave-endpoint
        address/avoid-reserved-name
        address/name-legal-bucket
      coreweave/bucket-policy.json
        coreweave-policy/require-org-id
        coreweave-policy/write-principal-once
      coreweave/cors.json
        cors/not-expose-wildcard
      google/.env
        address/name-known-scheme
      google/cors.json
        cors/use-response-header
      hosts/cors.tf
        cors/match-sent-origins
        cors/allow-upload-methods
        cors/expose-etag
      hosts/docker-compose.yml
        address/match-endpoint-region
        address/name-bare-account
      hosts/main.tf
        address/match-endpoint-region
        bucket-policy/grant-wandb-actions
        policy/name-known-action
        bucket-policy/name-bucket-and-objects
      hosts/secret-and-deployment.yaml
        address/name-known-scheme
        address/name-legal-bucket
        address/separate-parameters
        address/use-tls
      hosts/setup.md
        cors/expose-etag
        address/use-tls
      hosts/start.sh
        address/quote-in-shell
        address/use-tls
        cors/expose-etag
      hosts/terraform.tfvars
        address/write-scheme-in-lower-case
        address/name-known-region
      hosts/values.yaml
        address/replace-sample-key
        address/keep-secret-out-of-file
        address/percent-encode-secret
      hosts/wandb.properties
        address/name-bare-account
        address/name-bucket
      hosts/wandb.toml
        address/name-known-region
      s3-compatible/.env
        address/percent-encode-secret
        address/name-legal-bucket
        address/separate-parameters
      s3-compatible/cors.json
        cors/use-known-methods
        cors/use-known-keys"
    `);
  });
});
