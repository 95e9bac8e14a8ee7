import { pool, type Pool } from 'workerpool';
import type { FoundFile } from '../files/find-files.ts';
import type { Unread } from '../files/read-text-file.ts';
import type { ReadingTask, RecordJob, RecordReaders, TaskResult } from './record-job.ts';
import type { Peek } from './record-source.ts';

/** Where workers come from, and how many there may be. */
export interface WorkerPlace {
  /** The workers' bundle and the folder of the data; absolute. */
  readonly script: string;
  readonly data: string;
  /** One for each core. */
  readonly count: number;
}

/** What a worker is told when it starts. */
export interface WorkerOrders {
  readonly data: string;
  readonly job: RecordJob;
}

/**
 * A worker that needs more memory ends, and with it only the file that took it. What a file takes is kept down by its
 * size (`mostBytes` in `read-text-file.ts`), not here: of less than this V8 lets the heap grow in small steps and throws
 * compiled code away at each of them, which takes half as much time again; of 2048 and more it grows fourfold at once.
 */
const mostMegabytes = 2000;
/** So many milliseconds a file may take, when it is read by itself. */
const usualPatience = 60_000;
/** Files in a batch: enough that handing them over costs nothing, few enough that all cores end together. */
const batch = 16;

/**
 * Makes readers that read on all cores. Where a worker dies or never ends, the files of its batch are read again one
 * by one, and the one that kills its worker, or takes longer than `patience`, is told as `too-much`.
 */
export function createPoolReaders(
  { script, data, count }: WorkerPlace,
  job: RecordJob,
  patience = usualPatience,
): RecordReaders {
  const orders: WorkerOrders = { data, job };
  const workers: Pool = pool(script, {
    workerType: 'thread',
    maxWorkers: count,
    workerThreadOpts: {
      workerData: orders,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 16 },
    },
  });
  let stopped = false;
  const run = async <To>(
    method: 'peek' | 'read',
    items: readonly unknown[],
    lost: To,
  ): Promise<readonly To[]> => {
    try {
      const results: unknown = await workers
        .exec(method, [items])
        .timeout(patience * (items.length > 1 ? 2 : 1));
      return results as readonly To[];
    } catch (error) {
      if (stopped) throw error;
      if (items.length <= 1) return items.map(() => lost);
      const results: To[] = [];
      for (const item of items) results.push(...(await run(method, [item], lost)));
      return results;
    }
  };
  const lost: Unread = { reason: 'too-much', code: '' };
  return {
    batch,
    atOnce: count * 2,
    peek: (files: readonly FoundFile[]) => run<Peek | undefined>('peek', files, undefined),
    read: (tasks: readonly ReadingTask[]) => run<TaskResult>('read', tasks, lost),
    async stop() {
      stopped = true;
      await workers.terminate(true);
    },
  };
}
