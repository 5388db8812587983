import { startServer } from './lsp/startServer.ts';

startServer();
