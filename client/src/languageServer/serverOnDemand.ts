import type { LanguageClient } from 'vscode-languageclient/node';
import type { ServerParts } from './languageClient.ts';

/**
 * The language server of a window, which runs from the first template on. The client library is loaded when the server is started and
 * not before, since most windows never show a template.
 */
export function serverOnDemand(parts: ServerParts) {
  let client: Promise<LanguageClient> | undefined;
  const running = () => client?.catch(() => undefined);
  return {
    isStarted: () => client !== undefined,
    start: (): Promise<LanguageClient> => {
      const started = client ?? start(parts);
      client = started;
      // What has failed is tried anew the next time.
      started.catch(() => {
        if (client === started) client = undefined;
      });
      return started;
    },
    restart: async (): Promise<void> => {
      const old = await running();
      if (old?.needsStop()) await old.stop();
      if (old) await old.start();
      else {
        client = start(parts);
        await client;
      }
    },
    stop: async (): Promise<void> => {
      await (await running())?.stop();
    },
  };
}

async function start(parts: ServerParts): Promise<LanguageClient> {
  try {
    const { startLanguageClient } = await import('./languageClient.ts');
    return await startLanguageClient(parts);
  } catch (error) {
    parts.log.error(error instanceof Error ? error : String(error));
    throw error;
  }
}
