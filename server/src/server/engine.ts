/**
 * All that the server does with texts, loaded as one as soon as the client has its first answer: what the
 * server can do is said without it.
 */
export { chosenPolicyType } from "../documents/policy-choice.js";
export { codeActions } from "../features/code-actions.js";
export { codeLenses, page } from "../features/code-lens.js";
export { completion } from "../features/completion.js";
export { diagnostics } from "../features/diagnostics.js";
export { documentLinks } from "../features/document-links.js";
export { documentSymbols } from "../features/document-symbols.js";
export { foldingRanges } from "../features/folding-ranges.js";
export { hover } from "../features/hover.js";
export { selectionRanges } from "../features/selection-ranges.js";
export { secretRanges, semanticTokens } from "../features/semantic-tokens.js";
export { status } from "../features/status.js";
export { forWandb, profileOf } from "../model/profile.js";
export { policyTypeChoices, readSettings } from "../schema/settings.js";
export { openDocuments } from "./documents.js";
