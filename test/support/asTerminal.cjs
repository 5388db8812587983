// Preloaded into a program whose streams are pipes: it takes them for a terminal with somebody at it.
for (const stream of [process.stdin, process.stdout, process.stderr]) {
  Object.defineProperty(stream, 'isTTY', { value: true });
}
