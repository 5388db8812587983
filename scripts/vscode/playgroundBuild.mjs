/** Builds of VS Code by the Node that is known to run them, which saves a second one. */
const builds = { 20: '4.100.3', 22: '4.117.0', 24: '4.139.1' };

/** The majors of Node with a build of their own. */
export const majors = Object.keys(builds);

/**
 * Which build of VS Code runs on a machine; undefined where none is known to. Beside any other Node install.mjs puts one of its
 * own, which the npm registry has for Linux on x64 only.
 */
export function buildFor({ versions, platform, arch }) {
  const [major] = versions.node.split('.');
  return builds[major] ?? (platform === 'linux' && arch === 'x64' ? builds[20] : undefined);
}
