import { defineConfig } from 'vitest/config';

// Each file has a VS Code and a browser of its own; one at a time suits a machine of any size.
export default defineConfig({
  test: {
    include: ['test/screen/**/*.story.ts'],
    globalSetup: 'test/screen/installOnce.ts',
    setupFiles: 'test/screen/afterFailure.ts',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
