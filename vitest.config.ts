import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/robustness/**'],
    // Else one core stays unused, which is half of a small machine.
    maxWorkers: '100%',
    // The first test of a file waits until all that it runs is read, which takes its time on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
