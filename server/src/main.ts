// The program is a bundle of its own, which `oos lsp` loads too.
import('./lsp/startServer.ts').then(({ startServer }) => startServer());
