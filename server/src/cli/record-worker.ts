import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { loadKnowledge } from '../knowledge/knowledge.ts';
import type { FoundFile } from './files/find-files.ts';
import { createLocalReaders } from './records/local-readers.ts';
import type { WorkerOrders } from './records/pool-readers.ts';
import type { ReadingTask } from './records/record-job.ts';

// What runs in each worker of the command line: the same reading as without workers.
const { data, job } = workerData as WorkerOrders;
const readers = loadKnowledge((name) => readFile(join(data, name), 'utf8')).then((knowledge) =>
  createLocalReaders(knowledge, job),
);

worker({
  peek: async (files: readonly FoundFile[]) => (await readers).peek(files),
  read: async (tasks: readonly ReadingTask[]) => (await readers).read(tasks),
});
