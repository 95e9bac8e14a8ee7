import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository's root, without a trailing separator. */
export const repositoryRoot = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The git-ignored folder for everything that is downloaded or made while testing; it may be deleted at any time. */
export const cacheRoot = path.join(repositoryRoot, '.cache');
