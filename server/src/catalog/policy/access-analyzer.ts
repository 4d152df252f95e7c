import { type Source } from "../source.js";

/** How grave Access Analyzer finds it. */
export type AnalyzerFinding = "ERROR" | "WARNING" | "SECURITY_WARNING" | "SUGGESTION";

/** What a check must know: the document, AWS's published reference, or what AWS keeps to itself. */
export type AnalyzerBasis = "document" | "reference" | "approximation";

/** The policies a check looks at; `organization` are those of AWS Organizations, which are not ours. */
export type AnalyzerScope = "identity" | "resource" | "trust" | "organization";

/** One of the checks of IAM Access Analyzer's policy validation. */
export interface AnalyzerCheck {
  readonly code: string;
  readonly finding: AnalyzerFinding;
  readonly basis: AnalyzerBasis;
  readonly scopes: readonly AnalyzerScope[];
  /** The rules that find the same. */
  readonly rules: readonly string[];
  /** How ours differs, in a sentence; empty where it does not. */
  readonly difference: string;
}

/** The page that lists them all. */
export const analyzerPage =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

/** All checks, a line each, in the order of their page. */
// prettier-ignore
export const analyzerChecks: readonly AnalyzerCheck[] = [
  check("ARN_ACCOUNT_NOT_ALLOWED", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-account"], "Only for services that are known in full; a wildcard in the field is accepted, as Access Analyzer does."),
  check("ARN_REGION_NOT_ALLOWED", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-region", "policy/valid-principal"], "Only for services that are known in full; principals are judged too."),
  check("DATA_TYPE_MISMATCH", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-value-types"], "Account numbers without quotes get a message and a fix of their own."),
  check("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-duplicate-condition-key"], "A key that is repeated letter by letter is reported for every JSON object."),
  check("INVALID_ACTION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-action"], "An error for S3, KMS, STS and IAM, a warning for services known by their action names; API operations are replaced by the actions that allow them."),
  check("INVALID_ARN_ACCOUNT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-arn-account", "policy/valid-principal"], "Principals are judged too."),
  check("INVALID_ARN_PREFIX", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-arn", "policy/valid-principal"], "Bucket names, s3:// addresses and URLs are replaced by the ARN."),
  check("INVALID_ARN_REGION", "ERROR", "approximation", ["identity", "resource", "trust"], ["policy/valid-arn-region"], "Only Regions that do not exist; which services a Region has is not known."),
  check("INVALID_ARN_RESOURCE", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-resource-type", "policy/valid-principal"], "An error for S3, KMS, STS and IAM, which are known in full; not judged for other services."),
  check("INVALID_ARN_SERVICE_CASE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/known-service"], ""),
  check("INVALID_CONDITION_DATA_TYPE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-condition-value"], ""),
  check("INVALID_CONDITION_KEY_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-condition-key"], "Bare names of global keys are completed."),
  check("INVALID_CONDITION_MULTIPLE_BOOLEAN", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/no-multiple-booleans"], "A warning for Boolean keys of services other than S3, KMS, STS and IAM under another operator."),
  check("INVALID_CONDITION_OPERATOR", "ERROR", "document", ["identity", "resource", "trust"], ["policy/known-operator"], "Another letter case is a warning of its own."),
  check("INVALID_EFFECT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-effect"], ""),
  check("INVALID_GLOBAL_CONDITION_KEY", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-condition-key"], "A warning where no known key is near, as AWS adds keys."),
  check("INVALID_PARTITION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-partition"], "Partitions are known by name; which services each has is not."),
  check("INVALID_POLICY_ELEMENT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/known-element"], ""),
  check("INVALID_PRINCIPAL_FORMAT", "ERROR", "document", ["resource", "trust"], ["policy/valid-principal-type"], ""),
  check("INVALID_PRINCIPAL_KEY", "ERROR", "document", ["resource", "trust"], ["policy/valid-principal-type"], "CoreWeave's key CW is accepted in its policies."),
  check("INVALID_REGION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-region"], "A warning where no known Region is near, as AWS opens Regions."),
  check("INVALID_SERVICE", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-condition-key", "policy/known-service"], "A warning for condition keys; values such as those of aws:CalledVia are judged by their form only."),
  check("INVALID_SERVICE_CONDITION_KEY", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-condition-key"], "An error for S3, KMS, STS and IAM, which are known in full; not judged for other services."),
  check("INVALID_SERVICE_IN_ACTION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-action"], "A warning in identity policies, as AWS adds services."),
  check("INVALID_VARIABLE_FOR_OPERATOR", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-unsupported-variable"], "An info for Bool, which AWS's page on operators lists among those that take variables."),
  check("INVALID_VERSION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-current-version"], ""),
  check("JSON_SYNTAX_ERROR", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-json"], "Comments, trailing commas and typographic quotes have messages and fixes of their own."),
  check("MISSING_ACTION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-action"], ""),
  check("MISSING_ARN_FIELD", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-arn", "policy/valid-principal"], ""),
  check("MISSING_ARN_REGION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-region"], "Only for services that are known in full; not where the resource is a lone wildcard."),
  check("MISSING_EFFECT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-effect"], ""),
  check("MISSING_PRINCIPAL", "ERROR", "document", ["resource", "trust"], ["policy/require-principal"], ""),
  check("MISSING_QUALIFIER", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/require-set-operator"], "An error for global keys, S3, KMS, STS and IAM, a warning for other services."),
  check("MISSING_RESOURCE", "ERROR", "document", ["identity", "resource"], ["policy/require-resource"], "In key policies the message says that the statement has no effect, as KMS takes it."),
  check("MISSING_STATEMENT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-statement"], ""),
  check("NULL_WITH_IF_EXISTS", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-null-operator"], ""),
  check("SCP_SYNTAX_ERROR_ACTION_WILDCARD", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("SCP_SYNTAX_ERROR_PRINCIPAL", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("UNIQUE_SIDS_REQUIRED", "ERROR", "document", ["identity", "trust"], ["policy/no-duplicate-sid"], ""),
  check("UNSUPPORTED_ACTION_IN_POLICY", "ERROR", "reference", ["resource"], ["policy/no-unsupported-action"], "Key and trust policies are judged too, which Access Analyzer cannot be told about."),
  check("UNSUPPORTED_ELEMENT_COMBINATION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-conflicting-elements"], ""),
  check("UNSUPPORTED_GLOBAL_CONDITION_KEY", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-deprecated-condition-key"], "One finding for this and for DEPRECATED_GLOBAL_CONDITION_KEY."),
  check("UNSUPPORTED_PRINCIPAL", "ERROR", "document", ["identity"], ["policy/require-principal"], ""),
  check("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", "ERROR", "reference", ["resource"], ["policy/no-unsupported-resource"], "Key policies are judged too."),
  check("UNSUPPORTED_SID", "ERROR", "document", ["identity", "trust"], ["policy/valid-sid"], "Silent for S3 and KMS, which take spaces; a warning for CoreWeave."),
  check("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", "ERROR", "document", ["resource", "trust"], ["policy/valid-principal"], "CoreWeave takes wildcards in its principals."),
  check("MISSING_BRACE_IN_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("MISSING_QUOTE_IN_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("UNSUPPORTED_SPACE_IN_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("EMPTY_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("VARIABLE_UNSUPPORTED_IN_ELEMENT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-misplaced-variable"], ""),
  check("VARIABLE_UNSUPPORTED_IN_VERSION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-misplaced-variable"], ""),
  check("PRIVATE_IP_ADDRESS", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Silent for CoreWeave and MinIO, which are reached from private networks."),
  check("PRIVATE_NOT_IP_ADDRESS", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Silent for CoreWeave and MinIO."),
  check("POLICY_SIZE_EXCEEDS_SCP_QUOTA", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("INVALID_SERVICE_PRINCIPAL_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-service-principal"], "The domains of all partitions are accepted, and a first word in capitals as a placeholder."),
  check("MISSING_TAG_KEY_IN_CONDITION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-tag-key"], "A list of known tag keys and the encryption context."),
  check("INVALID_VPC_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-vpc-id"], "An id of an endpoint is recognized as such."),
  check("INVALID_VPCE_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-vpc-id"], "An id of a VPC is recognized as such."),
  check("FEDERATED_PRINCIPAL_NOT_SUPPORTED", "ERROR", "document", ["resource"], ["policy/no-federated-principal"], ""),
  check("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-condition-key"], "Actions and keys of services that are known in full; silent with IfExists, which AWS's own samples use for just that."),
  check("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", "ERROR", "approximation", ["resource", "trust"], ["policy/no-unsupported-service-condition"], "AWS keeps its list to itself: a warning for keys of the organization, the tags and the ARN of a member, where only services are named."),
  check("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", "ERROR", "document", ["trust"], ["trust-policy/require-named-principal"], ""),
  check("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", "ERROR", "document", ["trust"], ["trust-policy/require-named-principal"], ""),
  check("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", "ERROR", "document", ["trust"], ["trust-policy/no-resource"], ""),
  check("TYPE_MISMATCH_IP_RANGE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], ""),
  check("MISSING_ACTION_FOR_CONDITION_KEY", "ERROR", "approximation", ["identity", "resource", "trust"], ["policy/require-dependent-action"], "AWS keeps its pairs to itself: an info for tags of uploads without s3:PutObjectTagging."),
  check("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", "ERROR", "document", ["trust"], ["trust-policy/valid-identity-provider"], ""),
  check("MISMATCHED_ACTION_FOR_PRINCIPAL", "ERROR", "document", ["trust"], ["trust-policy/match-action-to-provider"], "sts:AssumeRole for identity providers alone is reported too; a mix of principals is accepted if one of them fits."),
  check("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", "ERROR", "document", ["trust"], ["trust-policy/require-roles-anywhere-actions"], "Statements add up."),
  check("POLICY_SIZE_EXCEEDS_RCP_QUOTA", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("RCP_SYNTAX_ERROR_PRINCIPAL", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("RCP_SYNTAX_ERROR_ALLOW", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("RCP_SYNTAX_ERROR_NOTACTION", "ERROR", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("RCP_SYNTAX_ERROR_ACTION", "ERROR", "reference", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("MISSING_ARN_ACCOUNT", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-account"], "Only for services that are known in full; not where the resource is a lone wildcard."),
  check("INVALID_KMS_KEY_VALUE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-kms-key-arn"], "Patterns are accepted."),
  check("VARIABLE_USAGE_TOO_PERMISSIVE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-broad-condition-wildcard"], "Keys whose values AWS makes up; a variable alone is accepted, as AWS's own policies compare two keys so."),
  check("WILDCARD_USAGE_TOO_PERMISSIVE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-broad-condition-wildcard"], "An error for keys whose values AWS makes up; a warning for ids, ARNs, organization paths and subjects, as the trigger is not documented in full."),
  check("CREATE_SLR_WITH_NOT_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], ""),
  check("CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], ""),
  check("CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], ""),
  check("CREATE_SLR_WITH_STAR_IN_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], "An ARN that stands for every role, such as role/*, counts like the wildcard."),
  check("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], "An ARN that stands for every role, such as role/*, counts like the wildcard."),
  check("CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], "An ARN that stands for every role, such as role/*, counts like the wildcard."),
  check("DEPRECATED_GLOBAL_CONDITION_KEY", "WARNING", "document", ["identity", "resource", "trust"], ["policy/no-deprecated-condition-key"], "One finding for this and for UNSUPPORTED_GLOBAL_CONDITION_KEY."),
  check("INVALID_DATE_VALUE", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], "Not for aws:EpochTime, which holds such a number."),
  check("INVALID_ROLE_REFERENCE", "WARNING", "document", ["resource", "trust"], ["policy/no-deleted-principal"], ""),
  check("INVALID_USER_REFERENCE", "WARNING", "document", ["resource", "trust"], ["policy/no-deleted-principal"], ""),
  check("MISSING_VERSION", "WARNING", "document", ["identity", "resource", "trust"], ["policy/require-current-version"], "An error for CoreWeave, which asks for it."),
  check("UNIQUE_SIDS_RECOMMENDED", "WARNING", "document", ["resource"], ["policy/no-duplicate-sid"], ""),
  check("WILDCARD_WITHOUT_LIKE_OPERATOR", "WARNING", "document", ["identity", "resource", "trust"], ["policy/require-like-operator"], ""),
  check("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", "WARNING", "document", ["identity"], ["policy/max-size"], "Also says where a managed policy stops."),
  check("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", "WARNING", "document", ["resource"], ["policy/max-size"], "S3 and KMS have limits of their own, white space included; theirs is an error."),
  check("TYPE_MISMATCH", "WARNING", "reference", ["identity", "resource", "trust"], ["policy/match-operator-to-key"], "Measured: ARN operators on strings are accepted. Plain strings of services known by name only are not judged."),
  check("TYPE_MISMATCH_BOOLEAN", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], "Letter case does not count."),
  check("TYPE_MISMATCH_DATE", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], "The days of the calendar are checked."),
  check("TYPE_MISMATCH_NUMBER", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], ""),
  check("TYPE_MISMATCH_STRING", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], ""),
  check("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", "WARNING", "document", ["trust"], ["trust-policy/require-github-repository"], "Only where a wildcard stands for the organization; a wildcard for the branch is accepted."),
  check("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", "WARNING", "document", ["trust"], ["policy/max-size"], ""),
  check("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", "WARNING", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", "WARNING", "document", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", "WARNING", "approximation", ["organization"], [], "Policies of AWS Organizations are not judged."),
  check("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES", "WARNING", "approximation", ["identity", "resource", "trust"], ["policy/no-unsupported-vpce-condition"], "The list of services changes: an info where a statement reaches every service."),
  check("UNTRUSTWORTHY_CONDITION_KEY", "SECURITY_WARNING", "approximation", ["identity", "resource", "trust"], ["policy/no-spoofable-condition-key"], "AWS keeps its list to itself: aws:Referer and aws:UserAgent, where they guard access."),
  check("ALLOW_WITH_NOT_PRINCIPAL", "SECURITY_WARNING", "document", ["resource", "trust"], ["policy/no-allow-with-not-principal"], "In trust policies the error for NotPrincipal stands for it."),
  check("FORALLVALUES_WITH_SINGLE_VALUED_KEY", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/no-single-valued-set-operator"], "Plain strings of services known by name only are not judged; the subject of a token is."),
  check("PASS_ROLE_WITH_NOT_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], ""),
  check("PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], ""),
  check("PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], ""),
  check("PASS_ROLE_WITH_STAR_IN_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], "An ARN that stands for every role, such as role/*, counts like the wildcard."),
  check("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], "An ARN that stands for every role, such as role/*, counts like the wildcard."),
  check("PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], "An ARN that stands for every role, such as role/*, counts like the wildcard."),
  check("MISSING_PAIRED_CONDITION_KEYS", "SECURITY_WARNING", "approximation", ["identity", "resource", "trust"], ["policy/require-paired-condition-key"], "The one documented pair: aws:VpcSourceIp and its VPC or endpoint."),
  check("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], "Actions of services that are known in full, by name; operators that hold without the key are accepted."),
  check("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], ""),
  check("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", "SECURITY_WARNING", "document", ["resource"], ["policy/no-unrestricted-service-principal"], "Trust policies get a hint instead, but for services that act for their own account."),
  check("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", "SECURITY_WARNING", "document", ["trust"], ["trust-policy/require-github-repository", "trust-policy/require-oidc-condition"], "For GitHub one finding stands for this and for MISSING_GITHUB_REPO_CONDITION_KEY."),
  check("MISSING_GITHUB_REPO_CONDITION_KEY", "SECURITY_WARNING", "document", ["trust"], ["trust-policy/require-github-repository"], ""),
  check("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/prefer-arn-operator"], ""),
  check("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", "SECURITY_WARNING", "document", ["identity", "resource", "trust"], ["policy/require-dynamodb-select"], ""),
  check("S3_PREFIX_IN_NEGATIVE_CONTEXT", "SECURITY_WARNING", "document", ["identity", "resource", "trust"], ["policy/no-negated-prefix-condition"], "Tests for presence with Null are accepted."),
  check("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE", "SECURITY_WARNING", "document", ["trust"], ["trust-policy/no-audience-set-operator"], ""),
  check("EMPTY_ARRAY_ACTION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-empty-element"], ""),
  check("EMPTY_ARRAY_CONDITION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/require-condition-value"], ""),
  check("EMPTY_ARRAY_CONDITION_FORALLVALUES", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/require-condition-value"], ""),
  check("EMPTY_ARRAY_CONDITION_FORANYVALUE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/require-condition-value"], ""),
  check("EMPTY_ARRAY_CONDITION_IFEXISTS", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/require-condition-value"], ""),
  check("EMPTY_ARRAY_PRINCIPAL", "SUGGESTION", "document", ["resource", "trust"], ["policy/no-empty-element"], ""),
  check("EMPTY_ARRAY_RESOURCE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-empty-element"], ""),
  check("EMPTY_OBJECT_CONDITION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-empty-element"], ""),
  check("EMPTY_OBJECT_PRINCIPAL", "SUGGESTION", "document", ["resource", "trust"], ["policy/no-empty-element"], ""),
  check("EMPTY_SID_VALUE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/valid-sid"], ""),
  check("EQUIVALENT_TO_NULL_FALSE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/prefer-null-operator"], "Measured: statements that deny and set qualifiers are accepted."),
  check("EQUIVALENT_TO_NULL_TRUE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/prefer-null-operator"], "Measured for its counterpart: statements that deny and set qualifiers are accepted."),
  check("IMPROVE_IP_RANGE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-cidr-host-bits"], ""),
  check("NULL_WITH_QUALIFIER", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/valid-null-operator"], ""),
  check("PRIVATE_IP_ADDRESS_SUBSET", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Each private value is a finding, with a fix that removes it."),
  check("PRIVATE_NOT_IP_ADDRESS_SUBSET", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Each private value is a finding, with a fix that removes it."),
  check("REDUNDANT_ACTION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-redundant-action"], ""),
  check("REDUNDANT_CONDITION_VALUE_NUM", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-multiple-limits"], "Not under set qualifiers."),
  check("REDUNDANT_RESOURCE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-redundant-resource"], ""),
  check("REDUNDANT_STATEMENT", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-duplicate-statement"], ""),
  check("WILDCARD_IN_SERVICE_NAME", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-wildcard-service"], ""),
  check("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SUGGESTION", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], "Actions of services that are known in full, by name; operators that hold without the key are accepted."),
  check("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SUGGESTION", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], ""),
  check("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", "SUGGESTION", "document", ["resource"], ["policy/no-unrestricted-service-principal"], "For keys that tell callers apart; others count as none."),
  check("IRRELEVANT_CONDITION_KEY_IN_POLICY", "SUGGESTION", "approximation", ["resource"], ["bucket-policy/no-resource-owner-condition"], "AWS keeps its list to itself: keys of the bucket's owner."),
  check("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-ineffective-condition"], "The trigger is not documented: a lone wildcard with IfExists or ForAllValues, or beside other values."),
  check("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", "SUGGESTION", "document", ["trust"], ["trust-policy/no-redundant-role-session"], "The session's ARN is also known in its common wrong form."),
  check("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-ineffective-condition"], "The trigger is not documented: a negated operator with a lone wildcard, and ForAnyValue or IfExists."),
  check("CONFIRM_AUDIENCE_CLAIM_TYPE", "SUGGESTION", "document", ["trust"], ["trust-policy/no-audience-set-operator"], "Only for ForAllValues; ForAnyValue is FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE."),
];

const byCode = new Map(analyzerChecks.map((each) => [each.code, each]));

/** The section of the page that describes a check. */
export function analyzerSource(code: string): Source {
  const finding = byCode.get(code)?.finding ?? "ERROR";
  const section = `${sections[finding]}-${code.toLowerCase().replaceAll("_", "-")}`;
  return {
    title: `IAM policy validation check reference: ${code}`,
    url: `${analyzerPage}#access-analyzer-reference-policy-checks-${section}`,
    date: "2026-06",
  };
}

/** What a rule lists in `equivalents` for a check. */
export function analyzerEquivalents(...codes: readonly string[]): readonly string[] {
  return codes.map((code) => `access-analyzer:${code}`);
}

const sections: Readonly<Record<AnalyzerFinding, string>> = {
  ERROR: "error",
  WARNING: "general-warning",
  SECURITY_WARNING: "security-warning",
  SUGGESTION: "suggestion",
};

function check(
  code: string,
  finding: AnalyzerFinding,
  basis: AnalyzerBasis,
  scopes: readonly AnalyzerScope[],
  rules: readonly string[],
  difference: string,
): AnalyzerCheck {
  return { code, finding, basis, scopes, rules, difference };
}
