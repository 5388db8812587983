import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/mutants/mutants.run.ts'], silent: false } });
