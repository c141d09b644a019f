import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    globalSetup: ['test/support/packed.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
