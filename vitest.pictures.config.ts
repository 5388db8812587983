import { defineConfig } from 'vitest/config';

// Makes the pictures of the documentation.
export default defineConfig({
  test: {
    include: ['test/screen/**/*.pictures.ts'],
    globalSetup: 'test/screen/installOnce.ts',
    setupFiles: 'test/screen/pictureOfFailure.ts',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
