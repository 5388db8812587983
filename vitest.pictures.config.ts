import { defineConfig } from 'vitest/config';
import screen from './vitest.screen.config.ts';

// Makes the pictures of the documentation, as the stories are run.
export default defineConfig({
  test: { ...screen.test, include: ['test/screen/**/*.pictures.ts'], testTimeout: 180_000 },
});
