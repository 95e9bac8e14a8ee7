import { agreement } from './commands/agreement.ts';
import { parseArguments, type Command } from './arguments.ts';
import { check } from './commands/check.ts';
import { reportProblem, type CommandHost } from './command-host.ts';
import { explain } from './commands/explain.ts';
import { report } from './commands/report.ts';
import { usageText } from './usage.ts';

/**
 * Runs a command line: `args` are what stands behind the program's name. Resolves with the exit code, or
 * with undefined where the process lives on (the language server). Never rejects.
 */
export async function run(args: readonly string[], host: CommandHost): Promise<number | undefined> {
  const parsed = parseArguments(args);
  if ('problem' in parsed) {
    await reportProblem(host, `supervision-lens: ${parsed.problem} (supervision-lens --help says more)`);
    return 2;
  }
  try {
    return await runCommand(parsed.command, host);
  } catch (error) {
    // The code and kind of an error are safe to show; its message might quote a record.
    const { code, name } = error as NodeJS.ErrnoException;
    await reportProblem(host, `supervision-lens: something went wrong inside the program (${code ?? name})`);
    return 2;
  }
}

async function runCommand(command: Command, host: CommandHost): Promise<number | undefined> {
  switch (command.name) {
    case 'help':
      await host.output.write(usageText(command.of));
      return 0;
    case 'version':
      await host.output.write(`${host.version}\n`);
      return 0;
    case 'check':
      return check(command, host);
    case 'report':
      return report(command, host);
    case 'agreement':
      return agreement(command, host);
    case 'explain':
      return explain(command.file, host);
    case 'server':
      await host.startServer();
      return undefined;
  }
}
