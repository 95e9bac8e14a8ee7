import { createProcessHost } from './process-host.ts';
import { run } from './run.ts';

// The bundle is `dist/cli.js`, the data `dist/data`.
void run(process.argv.slice(2), createProcessHost(__dirname)).then((exit) => {
  process.exitCode = exit;
});
