import { DidChangeConfigurationNotification } from "vscode-languageserver";
import { policyTypeRequest } from "../protocol/messages.js";
import { checkOptions, type Context } from "./context.js";
import { askAnew } from "./diagnostics.js";

/** Takes over settings as they change, and the types that the user gives to policies. */
export function serveSettings(context: Context): void {
  const { connection, policyTypes, openSession } = context;
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const work = isAsked(context)
      ? fetchSettings(context)
      : applySettings(context, sectionOf(settings));
    await work.catch(tellUnread(context));
  });
  connection.onRequest(policyTypeRequest, async ({ uri, type }) => {
    const { engine } = await openSession();
    const choice = engine.policyTypeChoices.find((each) => each === type);
    if (choice === undefined) policyTypes.delete(uri);
    else policyTypes.set(uri, choice);
    await askAnew(context);
    return null;
  });
}

/** Asks for the settings in force, and to be told when they change. */
export async function startSettings(context: Context): Promise<void> {
  const { client, connection, openSession, log } = context;
  if (client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: "byob",
    });
  }
  await openSession().catch((fault: unknown) => {
    log("Could not load the engine", fault);
  });
  await fetchSettings(context).catch(tellUnread(context));
}

async function fetchSettings(context: Context): Promise<void> {
  if (!isAsked(context)) return;
  await applySettings(context, await context.connection.workspace.getConfiguration("byob"));
}

async function applySettings(context: Context, given: unknown): Promise<void> {
  const session = await context.openSession();
  const { settings, refused } = session.engine.readSettings(given);
  if (refused.length > 0) {
    context.connection.console.warn(
      `These settings are invalid, so their default values are used: ${refused.join(", ")}`,
    );
  }
  session.settings = settings;
  session.check = checkOptions(session.engine, settings, context.log);
  await askAnew(context);
}

function isAsked({ client }: Context): boolean {
  return client.capabilities.workspace?.configuration === true;
}

function tellUnread({ log }: Context): (fault: unknown) => void {
  return (fault) => {
    log("Could not read the settings", fault);
  };
}

/** The section `byob` of what a client without `workspace/configuration` pushes. */
function sectionOf(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null && "byob" in settings
    ? settings.byob
    : settings;
}
