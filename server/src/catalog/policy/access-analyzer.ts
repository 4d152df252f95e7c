/** The severity in Access Analyzer. */
export type AnalyzerFinding = "ERROR" | "WARNING" | "SECURITY_WARNING" | "SUGGESTION";

/** What a check must know: the document, AWS's published reference, or data that AWS does not publish. */
export type AnalyzerBasis = "document" | "reference" | "approximation";

/** The policies a check looks at; `organization` are those of AWS Organizations, which are not ours. */
export type AnalyzerScope = "identity" | "resource" | "trust" | "organization";

/** One of the checks of IAM Access Analyzer's policy validation. */
export interface AnalyzerCheck {
  readonly code: string;
  readonly finding: AnalyzerFinding;
  readonly basis: AnalyzerBasis;
  readonly scopes: readonly AnalyzerScope[];
  /** The rules that report the same. */
  readonly rules: readonly string[];
  /** How the rules differ, in sentences. Empty without a difference. */
  readonly difference: string;
}

/** All checks, a line each, in the order of their page. */
// prettier-ignore
export const analyzerChecks: readonly AnalyzerCheck[] = [
  check("ARN_ACCOUNT_NOT_ALLOWED", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-account"], "Only for services with complete reference data. A wildcard in the field is accepted, as in Access Analyzer."),
  check("ARN_REGION_NOT_ALLOWED", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-region", "policy/valid-principal"], "Only for services with complete reference data. Principals are checked too."),
  check("DATA_TYPE_MISMATCH", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-value-types"], "Account IDs without quotes have a separate message and fix."),
  check("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-duplicate-condition-key"], "A key that is repeated with the same spelling is reported in any JSON object."),
  check("INVALID_ACTION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-action"], "An error for S3, KMS, STS, and IAM, and a warning for other services. The fix replaces API operations with the actions that allow them."),
  check("INVALID_ARN_ACCOUNT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-arn-account", "policy/valid-principal"], "Principals are checked too."),
  check("INVALID_ARN_PREFIX", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-arn", "policy/valid-principal"], "The fix replaces bucket names and s3:// URLs with the ARN."),
  check("INVALID_ARN_REGION", "ERROR", "approximation", ["identity", "resource", "trust"], ["policy/valid-arn-region"], "Only Regions that do not exist. The services available in each Region are not known."),
  check("INVALID_ARN_RESOURCE", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-resource-type", "policy/valid-principal"], "Only for S3, KMS, STS, and IAM, which have complete reference data."),
  check("INVALID_ARN_SERVICE_CASE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/known-service"], ""),
  check("INVALID_CONDITION_DATA_TYPE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-condition-value"], ""),
  check("INVALID_CONDITION_KEY_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-condition-key"], "The fix adds the prefix to the name of a global key."),
  check("INVALID_CONDITION_MULTIPLE_BOOLEAN", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/no-multiple-booleans"], "A warning for Boolean keys of services other than S3, KMS, STS, and IAM with an operator other than Bool."),
  check("INVALID_CONDITION_OPERATOR", "ERROR", "document", ["identity", "resource", "trust"], ["policy/known-operator"], "A difference in case is a separate warning."),
  check("INVALID_EFFECT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-effect"], ""),
  check("INVALID_GLOBAL_CONDITION_KEY", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-condition-key"], ""),
  check("INVALID_PARTITION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-partition"], "The services available in each partition are not known."),
  check("INVALID_POLICY_ELEMENT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/known-element"], ""),
  check("INVALID_PRINCIPAL_FORMAT", "ERROR", "document", ["resource", "trust"], ["policy/valid-principal-type"], ""),
  check("INVALID_PRINCIPAL_KEY", "ERROR", "document", ["resource", "trust"], ["policy/valid-principal-type"], "The CoreWeave key CW is accepted in CoreWeave policies."),
  check("INVALID_REGION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-region"], "A warning if the name has the form of a Region, because AWS adds Regions."),
  check("INVALID_SERVICE", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-condition-key", "policy/known-service"], "A warning in identity-based and trust policies, because AWS adds services. Only the form of values such as those of aws:CalledVia is checked."),
  check("INVALID_SERVICE_CONDITION_KEY", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-condition-key"], "Only for S3, KMS, STS, and IAM, which have complete reference data."),
  check("INVALID_SERVICE_IN_ACTION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/known-action"], "A warning in identity-based and trust policies, because AWS adds services."),
  check("INVALID_VARIABLE_FOR_OPERATOR", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-unsupported-variable"], "An info finding for Bool, which the AWS documentation lists among the operators that support variables."),
  check("INVALID_VERSION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-current-version"], ""),
  check("JSON_SYNTAX_ERROR", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-json"], "Comments, trailing commas, and curly quotes have separate messages and fixes."),
  check("MISSING_ACTION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-action"], ""),
  check("MISSING_ARN_FIELD", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-arn", "policy/valid-principal"], ""),
  check("MISSING_ARN_REGION", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-region"], "Only for services with complete reference data, and not if the resource is a lone wildcard."),
  check("MISSING_EFFECT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-effect"], ""),
  check("MISSING_PRINCIPAL", "ERROR", "document", ["resource", "trust"], ["policy/require-principal"], ""),
  check("MISSING_QUALIFIER", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/require-set-operator"], "An error for global keys, S3, KMS, STS, and IAM, and a warning for other services."),
  check("MISSING_RESOURCE", "ERROR", "document", ["identity", "resource"], ["policy/require-resource"], "In key policies the message says that the statement has no effect, because KMS accepts it."),
  check("MISSING_STATEMENT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-statement"], ""),
  check("NULL_WITH_IF_EXISTS", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-null-operator"], ""),
  check("SCP_SYNTAX_ERROR_ACTION_WILDCARD", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("SCP_SYNTAX_ERROR_PRINCIPAL", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("UNIQUE_SIDS_REQUIRED", "ERROR", "document", ["identity", "trust"], ["policy/no-duplicate-sid"], ""),
  check("UNSUPPORTED_ACTION_IN_POLICY", "ERROR", "reference", ["resource"], ["policy/no-unsupported-action"], "Key policies and trust policies are checked too. Access Analyzer does not check them."),
  check("UNSUPPORTED_ELEMENT_COMBINATION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-conflicting-elements"], ""),
  check("UNSUPPORTED_GLOBAL_CONDITION_KEY", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-deprecated-condition-key"], "One finding covers this check and DEPRECATED_GLOBAL_CONDITION_KEY."),
  check("UNSUPPORTED_PRINCIPAL", "ERROR", "document", ["identity"], ["policy/require-principal"], ""),
  check("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", "ERROR", "reference", ["resource"], ["policy/no-unsupported-resource"], "Key policies are checked too."),
  check("UNSUPPORTED_SID", "ERROR", "document", ["identity", "trust"], ["policy/valid-sid"], "Not reported for S3 and KMS, which accept spaces. A warning for CoreWeave."),
  check("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", "ERROR", "document", ["resource", "trust"], ["policy/valid-principal"], "CoreWeave supports wildcards in principals."),
  check("MISSING_BRACE_IN_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("MISSING_QUOTE_IN_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("UNSUPPORTED_SPACE_IN_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("EMPTY_VARIABLE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-variable"], ""),
  check("VARIABLE_UNSUPPORTED_IN_ELEMENT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-misplaced-variable"], ""),
  check("VARIABLE_UNSUPPORTED_IN_VERSION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-misplaced-variable"], ""),
  check("PRIVATE_IP_ADDRESS", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Not reported for CoreWeave and MinIO, which can be reached from private networks."),
  check("PRIVATE_NOT_IP_ADDRESS", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Not reported for CoreWeave and MinIO."),
  check("POLICY_SIZE_EXCEEDS_SCP_QUOTA", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("INVALID_SERVICE_PRINCIPAL_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-service-principal"], "The domains of all partitions are accepted. A first word in uppercase is accepted as a placeholder."),
  check("MISSING_TAG_KEY_IN_CONDITION", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-tag-key"], "Uses a list of known tag keys and the encryption context."),
  check("INVALID_VPC_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-vpc-id"], "The message identifies the ID of a VPC endpoint."),
  check("INVALID_VPCE_FORMAT", "ERROR", "document", ["identity", "resource", "trust"], ["policy/valid-vpc-id"], "The message identifies the ID of a VPC."),
  check("FEDERATED_PRINCIPAL_NOT_SUPPORTED", "ERROR", "document", ["resource"], ["policy/no-federated-principal"], ""),
  check("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-condition-key"], "Only for services with complete reference data. Not reported with IfExists, which AWS samples use for this purpose."),
  check("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", "ERROR", "approximation", ["resource", "trust"], ["policy/no-unsupported-service-condition"], "A warning for keys with the organization, ARN, tags, or user name of the caller if all principals are services."),
  check("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", "ERROR", "document", ["trust"], ["trust-policy/require-named-principal"], ""),
  check("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", "ERROR", "document", ["trust"], ["trust-policy/require-named-principal"], ""),
  check("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", "ERROR", "document", ["trust"], ["trust-policy/no-resource"], ""),
  check("TYPE_MISMATCH_IP_RANGE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], ""),
  check("MISSING_ACTION_FOR_CONDITION_KEY", "ERROR", "approximation", ["identity", "resource", "trust"], ["policy/require-dependent-action"], "An info finding for tags of uploads without s3:PutObjectTagging."),
  check("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", "ERROR", "document", ["trust"], ["trust-policy/valid-identity-provider"], ""),
  check("MISMATCHED_ACTION_FOR_PRINCIPAL", "ERROR", "document", ["trust"], ["trust-policy/match-action-to-provider"], "sts:AssumeRole for only identity providers is reported too. A mix of principals is accepted if one of them matches."),
  check("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", "ERROR", "document", ["trust"], ["trust-policy/require-roles-anywhere-actions"], "The actions of all statements are combined."),
  check("POLICY_SIZE_EXCEEDS_RCP_QUOTA", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("RCP_SYNTAX_ERROR_PRINCIPAL", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("RCP_SYNTAX_ERROR_ALLOW", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("RCP_SYNTAX_ERROR_NOTACTION", "ERROR", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("RCP_SYNTAX_ERROR_ACTION", "ERROR", "reference", ["organization"], [], "AWS Organizations policies are not checked."),
  check("MISSING_ARN_ACCOUNT", "ERROR", "reference", ["identity", "resource", "trust"], ["policy/valid-arn-account"], "Only for services with complete reference data, and not if the resource is a lone wildcard."),
  check("INVALID_KMS_KEY_VALUE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/require-kms-key-arn"], "Wildcard patterns are accepted."),
  check("VARIABLE_USAGE_TOO_PERMISSIVE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-broad-condition-wildcard"], "Only for keys with values that AWS assigns. A value that is only a variable is accepted, because AWS managed policies use it to compare two keys."),
  check("WILDCARD_USAGE_TOO_PERMISSIVE", "ERROR", "document", ["identity", "resource", "trust"], ["policy/no-broad-condition-wildcard"], "An error for keys with values that AWS assigns. A warning for IDs, ARNs, organization paths, and subjects, because AWS does not document the exact trigger."),
  check("CREATE_SLR_WITH_NOT_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], ""),
  check("CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], ""),
  check("CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], ""),
  check("CREATE_SLR_WITH_STAR_IN_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], "An ARN that matches every role, such as role/*, is treated like the wildcard."),
  check("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], "An ARN that matches every role, such as role/*, is treated like the wildcard."),
  check("CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", "WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-service-linked-role"], "An ARN that matches every role, such as role/*, is treated like the wildcard."),
  check("DEPRECATED_GLOBAL_CONDITION_KEY", "WARNING", "document", ["identity", "resource", "trust"], ["policy/no-deprecated-condition-key"], "One finding covers this check and UNSUPPORTED_GLOBAL_CONDITION_KEY."),
  check("INVALID_DATE_VALUE", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], "Not reported for aws:EpochTime, which is an epoch time."),
  check("INVALID_ROLE_REFERENCE", "WARNING", "document", ["resource", "trust"], ["policy/no-deleted-principal"], ""),
  check("INVALID_USER_REFERENCE", "WARNING", "document", ["resource", "trust"], ["policy/no-deleted-principal"], ""),
  check("MISSING_VERSION", "WARNING", "document", ["identity", "resource", "trust"], ["policy/require-current-version"], "An error for CoreWeave, which requires it."),
  check("UNIQUE_SIDS_RECOMMENDED", "WARNING", "document", ["resource"], ["policy/no-duplicate-sid"], ""),
  check("WILDCARD_WITHOUT_LIKE_OPERATOR", "WARNING", "document", ["identity", "resource", "trust"], ["policy/require-like-operator"], ""),
  check("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", "WARNING", "document", ["identity"], ["policy/max-size"], "The limit of a managed policy is reported too."),
  check("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", "WARNING", "document", ["resource"], ["policy/max-size"], "S3 and KMS have different limits, which include whitespace. Exceeding them is an error."),
  check("TYPE_MISMATCH", "WARNING", "reference", ["identity", "resource", "trust"], ["policy/match-operator-to-key"], "ARN operators on strings are accepted, as in tests with Access Analyzer. Plain strings of services without complete reference data are not checked."),
  check("TYPE_MISMATCH_BOOLEAN", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], "Case is ignored."),
  check("TYPE_MISMATCH_DATE", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], "Calendar dates are checked."),
  check("TYPE_MISMATCH_NUMBER", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], ""),
  check("TYPE_MISMATCH_STRING", "WARNING", "document", ["identity", "resource", "trust"], ["policy/match-value-to-operator"], ""),
  check("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", "WARNING", "document", ["trust"], ["trust-policy/require-github-repository"], "Only if a wildcard replaces the organization. A wildcard for the branch is accepted."),
  check("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", "WARNING", "document", ["trust"], ["policy/max-size"], ""),
  check("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", "WARNING", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", "WARNING", "document", ["organization"], [], "AWS Organizations policies are not checked."),
  check("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", "WARNING", "approximation", ["organization"], [], "AWS Organizations policies are not checked."),
  check("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES", "WARNING", "approximation", ["identity", "resource", "trust"], ["policy/no-unsupported-vpce-condition"], "The list of services changes. An info finding if a statement applies to every service."),
  check("UNTRUSTWORTHY_CONDITION_KEY", "SECURITY_WARNING", "approximation", ["identity", "resource", "trust"], ["policy/no-spoofable-condition-key"], "Only for aws:Referer and aws:UserAgent if they restrict access."),
  check("ALLOW_WITH_NOT_PRINCIPAL", "SECURITY_WARNING", "document", ["resource", "trust"], ["policy/no-allow-with-not-principal"], "In trust policies the error for NotPrincipal covers it."),
  check("FORALLVALUES_WITH_SINGLE_VALUED_KEY", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/no-single-valued-set-operator"], "Plain strings of services without complete reference data are not checked. The subject of a token is checked."),
  check("PASS_ROLE_WITH_NOT_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], ""),
  check("PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], ""),
  check("PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], ""),
  check("PASS_ROLE_WITH_STAR_IN_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], "An ARN that matches every role, such as role/*, is treated like the wildcard."),
  check("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], "An ARN that matches every role, such as role/*, is treated like the wildcard."),
  check("PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", "SECURITY_WARNING", "document", ["identity"], ["identity-policy/no-unrestricted-pass-role"], "An ARN that matches every role, such as role/*, is treated like the wildcard."),
  check("MISSING_PAIRED_CONDITION_KEYS", "SECURITY_WARNING", "approximation", ["identity", "resource", "trust"], ["policy/require-paired-condition-key"], "Only the documented pair: aws:VpcSourceIp and its VPC or VPC endpoint."),
  check("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], "Only for actions without wildcards of services with complete reference data. Operators that match without the key are accepted."),
  check("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], ""),
  check("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", "SECURITY_WARNING", "document", ["resource"], ["policy/no-unrestricted-service-principal"], "Trust policies get a hint instead, except for services that act for their own account."),
  check("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", "SECURITY_WARNING", "document", ["trust"], ["trust-policy/require-github-repository", "trust-policy/require-oidc-condition"], "For GitHub, one finding covers this check and MISSING_GITHUB_REPO_CONDITION_KEY."),
  check("MISSING_GITHUB_REPO_CONDITION_KEY", "SECURITY_WARNING", "document", ["trust"], ["trust-policy/require-github-repository"], ""),
  check("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", "SECURITY_WARNING", "reference", ["identity", "resource", "trust"], ["policy/prefer-arn-operator"], ""),
  check("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", "SECURITY_WARNING", "document", ["identity", "resource", "trust"], ["policy/require-dynamodb-select"], ""),
  check("S3_PREFIX_IN_NEGATIVE_CONTEXT", "SECURITY_WARNING", "document", ["identity", "resource", "trust"], ["policy/no-negated-prefix-condition"], "Null checks are accepted."),
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
  check("EQUIVALENT_TO_NULL_FALSE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/prefer-null-operator"], "Deny statements and set operators are accepted, as in tests with Access Analyzer."),
  check("EQUIVALENT_TO_NULL_TRUE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/prefer-null-operator"], "Deny statements and set operators are accepted, as in tests of EQUIVALENT_TO_NULL_FALSE."),
  check("IMPROVE_IP_RANGE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-cidr-host-bits"], ""),
  check("NULL_WITH_QUALIFIER", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/valid-null-operator"], ""),
  check("PRIVATE_IP_ADDRESS_SUBSET", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Each private value is reported with a fix that removes it."),
  check("PRIVATE_NOT_IP_ADDRESS_SUBSET", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-private-source-ip"], "Each private value is reported with a fix that removes it."),
  check("REDUNDANT_ACTION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-redundant-action"], ""),
  check("REDUNDANT_CONDITION_VALUE_NUM", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-multiple-limits"], "Not reported with set operators."),
  check("REDUNDANT_RESOURCE", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-redundant-resource"], ""),
  check("REDUNDANT_STATEMENT", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-duplicate-statement"], ""),
  check("WILDCARD_IN_SERVICE_NAME", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-wildcard-service"], ""),
  check("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SUGGESTION", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], "Only for actions without wildcards of services with complete reference data. Operators that match without the key are accepted."),
  check("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "SUGGESTION", "reference", ["identity", "resource", "trust"], ["policy/no-unsupported-tag-condition"], ""),
  check("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", "SUGGESTION", "document", ["resource"], ["policy/no-unrestricted-service-principal"], "Only for keys that restrict the caller. Other keys are ignored."),
  check("IRRELEVANT_CONDITION_KEY_IN_POLICY", "SUGGESTION", "approximation", ["resource"], ["bucket-policy/no-resource-owner-condition"], "Only for keys of the bucket owner."),
  check("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-ineffective-condition"], "AWS does not document the exact trigger. Reported for a lone wildcard with IfExists or ForAllValues, or together with other values."),
  check("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", "SUGGESTION", "document", ["trust"], ["trust-policy/no-redundant-role-session"], "The common incorrect form of a session ARN is recognized too."),
  check("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION", "SUGGESTION", "document", ["identity", "resource", "trust"], ["policy/no-ineffective-condition"], "AWS does not document the exact trigger. Reported for a negated operator with a lone wildcard and ForAnyValue or IfExists."),
  check("CONFIRM_AUDIENCE_CLAIM_TYPE", "SUGGESTION", "document", ["trust"], ["trust-policy/no-audience-set-operator"], "Only for ForAllValues. ForAnyValue is covered by FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE."),
];

const byCode = new Map(analyzerChecks.map((each) => [each.code, each]));

/** The anchor of the section that describes a check, on the page that lists them all. */
export function analyzerSection(code: string): string {
  const finding = byCode.get(code)?.finding ?? "ERROR";
  const section = `${sections[finding]}-${code.toLowerCase().replaceAll("_", "-")}`;
  return `access-analyzer-reference-policy-checks-${section}`;
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
