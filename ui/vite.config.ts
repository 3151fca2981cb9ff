import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  // The window loads the page by a scheme of its own, so no path may be absolute.
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // An older target would unfold light-dark() into two copies of every token.
    target: 'safari18',
    // The policy allows fonts and pictures from files only: a data: address would be refused.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Components are mounted in tests as in the window, so Svelte must not resolve to its server half.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/outlast.ts'],
  },
});
