/* A thread doesn't take over the loader for TypeScript from its parent, so it is set up again here. */
import { register } from 'tsx/esm/api';

register();
await import('./fit-worker.ts');
