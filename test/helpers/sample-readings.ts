import type { CheckWorkspaceResult, CulturesResult } from '../../server/src/protocol.ts';

/** The file of the tests' workspace with what node's server reads in the samples. */
export const readingsFile = 'readings-of-node.json';

/** The sample records, as paths in the tests' workspace. */
export const samplePaths: readonly string[] = [
  'samples/groups/fostering-2025-11-06.md',
  'samples/journals/week-6.md',
  'samples/runs/t-2025-09-17.md',
  'samples/runs/t-2025-10-15.md',
  'samples/runs/t-2025-11-12.md',
  'samples/supervision/one-to-one-managerial.md',
];

/** What a server makes of a sample: the passages with their cultures and confidences, and the findings. */
export interface SampleReading {
  readonly path: string;
  readonly passages: CulturesResult['passages'];
  readonly findings: readonly unknown[];
}

/** Sends a request to a server, whichever client leads there. */
export type SendRequest = <Result>(method: string, params: unknown) => Promise<Result>;

interface DiagnosticReport {
  readonly items?: readonly {
    readonly code?: unknown;
    readonly severity?: number;
    readonly range: unknown;
    readonly message: string;
    readonly relatedInformation?: readonly {
      readonly location: { readonly uri: string; readonly range: unknown };
      readonly message: string;
    }[];
  }[];
}

/**
 * Asks a server for all that it reads in the samples, which must be open. `folder` is the address of the tests'
 * workspace as the server knows it; only paths in it come into the answer, so that two servers can be compared.
 */
export async function readSamples(folder: string, send: SendRequest): Promise<readonly SampleReading[]> {
  const root = folder.replace(/\/$/, '');
  // It answers when all records of the workspace have been read, so that runs are complete.
  await send<CheckWorkspaceResult>('supervisionLens/checkWorkspace', {});
  const readings: SampleReading[] = [];
  for (const path of samplePaths) {
    const uri = `${root}/${path}`;
    const { passages } = await send<CulturesResult>('supervisionLens/cultures', { uri });
    const { items = [] } = await send<DiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    const findings = items.map(({ code, severity, range, message, relatedInformation = [] }) => ({
      code,
      severity,
      range,
      message,
      related: relatedInformation.map(({ location, message: says }) => ({
        path: location.uri.slice(root.length + 1),
        range: location.range,
        message: says,
      })),
    }));
    readings.push({ path, passages, findings });
  }
  return readings;
}
