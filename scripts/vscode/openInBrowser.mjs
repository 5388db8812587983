import { spawn } from 'node:child_process';

/** Opens the user's browser where there seems to be one. Whoever has none reads the address in the terminal. */
export function openInBrowser(address) {
  const program = opener(process.env);
  if (!program) return;
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** What a desktop has for this; undefined without a desktop. */
function opener({ BROWSER, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION }) {
  if (process.platform === 'darwin') return SSH_CONNECTION ? undefined : 'open';
  return BROWSER || DISPLAY || WAYLAND_DISPLAY ? 'xdg-open' : undefined;
}
