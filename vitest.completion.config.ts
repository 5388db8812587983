import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/completion/**/*.run.ts'], testTimeout: 120_000 } });
